// Sends the forms of the desk to the write API as JSON and reads the fragment again as of the position answered.
document.addEventListener("submit", async (event) => {
  const form = event.target.closest("form[data-command]");
  if (!form) return;
  event.preventDefault();
  const button = form.querySelector("[type=submit]");
  button.disabled = true;
  clear(form);
  try {
    await send(form);
  } catch {
    say(form, { detail: "连不上服务器，什么都没有记下；可以原样再提交一次。" });
  } finally {
    button.disabled = false;
  }
});

async function send(form) {
  // the same key until there is an answer, so that sending again after a broken connection records nothing twice
  form.dataset.key ||= crypto.randomUUID ? crypto.randomUUID() : `${Date.now()}-${Math.random()}`;
  const response = await fetch(form.dataset.command, {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: "application/json", "Idempotency-Key": form.dataset.key, ...csrf() },
    body: JSON.stringify(read(form)),
  });
  delete form.dataset.key;
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) {
    say(form, answer);
    return;
  }
  done(form, answer);
}

function csrf() {
  const token = document.querySelector("meta[name=csrf-token]");
  const header = document.querySelector("meta[name=csrf-header]");
  return token && header ? { [header.content]: token.content } : {};
}

// Empty fields are left out; a.b nests; data-kind says what is not a plain text.
function read(form) {
  const body = {};
  for (const field of form.elements) {
    if (!field.name || field.disabled || (field.type === "radio" && !field.checked)) continue;
    const value = valueOf(field);
    if (value === undefined) continue;
    const path = field.name.split(".");
    const last = path.pop();
    const place = path.reduce((within, name) => (within[name] ??= {}), body);
    place[last] = Array.isArray(value) ? [...(place[last] ?? []), ...value] : value;
  }
  return body;
}

function valueOf(field) {
  switch (field.dataset.kind) {
    case "flag":
      return field.checked;
    case "choice":
      return field.checked ? [field.value] : undefined;
    case "lines": {
      const lines = field.value.split("\n").map((line) => line.trim()).filter(Boolean);
      return lines.length ? lines : undefined;
    }
    case "number":
      return field.value === "" ? undefined : Number(field.value);
    case "text":
      return field.value;
    default:
      return field.value.trim() === "" ? undefined : field.value.trim();
  }
}

function say(form, problem) {
  const place = form.querySelector("[data-problem]");
  const note = document.createElement("div");
  note.className = "problem";
  note.setAttribute("role", "alert");
  note.dataset.testid = "problem";
  note.append(problem.detail ?? "没有记下，请再试一次。");
  if (problem.rule) {
    const rule = document.createElement("span");
    rule.className = "rule";
    rule.append(`依据 ${problem.rule}`);
    note.append(rule);
  }
  place.replaceChildren(note);
  for (const { field, message } of problem.errors ?? []) {
    const input = form.elements.namedItem(field.replace(/\[\d+\].*$/, ""));
    const one = input instanceof RadioNodeList ? input[0] : input;
    if (!one) continue;
    const words = document.createElement("span");
    words.className = "field-problem";
    words.id = `${one.id || one.name}-problem`;
    words.append(message);
    one.setAttribute("aria-invalid", "true");
    one.setAttribute("aria-describedby", words.id);
    one.after(words);
  }
  form.querySelector("[aria-invalid]")?.focus();
}

function clear(form) {
  form.querySelector("[data-problem]")?.replaceChildren();
  form.querySelectorAll(".field-problem").forEach((words) => words.remove());
  form.querySelectorAll("[aria-invalid]").forEach((field) => {
    field.removeAttribute("aria-invalid");
    field.removeAttribute("aria-describedby");
  });
}

function done(form, { id, position, progressCode }) {
  const told = `已记入台账 № ${position.toLocaleString("en")}`;
  const receipt = document.querySelector(form.dataset.receipt);
  if (receipt) {
    receipt.hidden = false;
    receipt.querySelector("[data-number]").textContent = id.replace(/^case-/, "");
    receipt.querySelector("[data-code]").textContent = progressCode;
    const onwards = receipt.querySelector("a");
    onwards.href = `${onwards.dataset.base}${id}?minPosition=${position}`;
    onwards.focus();
    form.hidden = true;
    announce(told);
    return;
  }
  const address = new URL(form.dataset.reread ?? location.href, location.href);
  address.searchParams.set("minPosition", position);
  htmx.ajax("GET", address.pathname + address.search, { target: form.dataset.again, swap: "outerHTML" }).then(() => announce(told));
}
