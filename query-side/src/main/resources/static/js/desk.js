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
    say(form, { detail: sentence("unreachable") });
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

// Beside each field of the form what is wrong with it, and at the end what is wrong otherwise.
function say(form, problem) {
  const faults = (problem.errors ?? []).map((fault) => ({ ...fault, input: inputOf(form, fault.field) }));
  const marked = faults.filter(({ input }) => input);
  marked.forEach(({ input, message }) => mark(input, message));
  const note = document.createElement("div");
  note.className = "problem";
  note.setAttribute("role", "alert");
  note.dataset.testid = "problem";
  if (marked.length) {
    note.append(sentence("marked", marked.length));
    faults.filter(({ input }) => !input).forEach(({ field, message }) => note.append(paragraph(`${field}: ${message}`)));
  } else {
    note.append(problem.detail ?? sentence("refused"));
  }
  if (problem.rule && !OWN_RULE.test(problem.rule)) note.append(paragraph(sentence("basis", problem.rule), "rule"));
  if (problem.status === 409) note.append(paragraph(reload()));
  form.querySelector("[data-problem]").replaceChildren(note);
  form.querySelector("[aria-invalid]")?.focus();
}

// Rules of our own have names such as case/in-order; all others are laws, which are cited.
const OWN_RULE = /^[a-z-]+\//;

// What the page has to say, in its language.
function sentence(name, known = "") {
  return document.getElementById("sentences").dataset[name].replace("%s", () => known);
}

function paragraph(content, name = "") {
  const words = document.createElement("span");
  words.className = `more ${name}`.trim();
  words.append(content);
  return words;
}

// Somebody else may have been quicker: what the page offers is no longer so.
function reload() {
  const link = document.createElement("a");
  link.href = location.href;
  link.append(sentence("reload"));
  return link;
}

function inputOf(form, field) {
  const input = form.elements.namedItem(field.replace(/\[\d+\].*$/, ""));
  const one = input instanceof RadioNodeList ? input[0] : input;
  return one?.type === "hidden" ? null : one;
}

function mark(input, message) {
  const words = document.createElement("span");
  words.className = "field-problem";
  words.id = `${input.id || input.name}-problem`;
  words.append(message);
  input.setAttribute("aria-invalid", "true");
  input.setAttribute("aria-describedby", words.id);
  input.after(words);
}

function clear(form) {
  form.querySelector("[data-problem]")?.replaceChildren();
  form.querySelectorAll(".field-problem").forEach((words) => words.remove());
  form.querySelectorAll("[aria-invalid]").forEach((field) => {
    field.removeAttribute("aria-invalid");
    field.removeAttribute("aria-describedby");
  });
}

// How long to wait until what was just recorded can be read: longer than most would, for it is recorded already.
const PATIENCE = "30s";

function done(form, { id, position, progressCode }) {
  const told = sentence("recorded", position.toLocaleString("en"));
  const receipt = document.querySelector(form.dataset.receipt);
  if (receipt) {
    receipt.hidden = false;
    receipt.querySelector("[data-number]").textContent = id.replace(/^case-/, "");
    receipt.querySelector("[data-code]").textContent = progressCode;
    const onwards = receipt.querySelector("a");
    onwards.href = `${onwards.dataset.base}${id}?minPosition=${position}&timeout=${PATIENCE}`;
    onwards.focus();
    form.hidden = true;
    announce(told);
    return;
  }
  const address = new URL(form.dataset.reread ?? location.href, location.href);
  address.searchParams.set("minPosition", position);
  address.searchParams.set("timeout", PATIENCE);
  htmx.ajax("GET", address.pathname + address.search, { target: form.dataset.again, swap: "outerHTML" }).then(() => announce(told));
}
