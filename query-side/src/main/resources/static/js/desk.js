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
    note.append(...worded(`Not recorded: please put right what is marked above (没有记下，请先改正上面标出的 ${marked.length} 处)`));
    faults.filter(({ input }) => !input).forEach(({ field, message }) => note.append(paragraph(worded(`${field}: ${message}`))));
  } else {
    note.append(...worded(problem.detail ?? "没有记下，请再试一次。"));
  }
  if (problem.rule && HAN.test(problem.rule)) note.append(paragraph([`依据 ${problem.rule}`], "rule"));
  if (problem.status === 409) note.append(paragraph([reload()]));
  form.querySelector("[data-problem]").replaceChildren(note);
  form.querySelector("[aria-invalid]")?.focus();
}

const HAN = /\p{Script=Han}/u;

// The API says things in English with the Chinese in brackets; here the Chinese comes first, the English small below.
function worded(text) {
  const local = inChina(text);
  const chinese = [...local.matchAll(/\s*\(([^()]*\p{Script=Han}[^()]*)\)/gu)].at(-1);
  if (!chinese) return HAN.test(local) ? [local] : ["没有记下。", english(local)];
  return [`${chinese[1]}。`.replace(/。。$/, "。"), english(local.replace(chinese[0], ""))];
}

function english(text) {
  const words = document.createElement("span");
  words.lang = "en";
  words.className = "in-english";
  words.append(text);
  return words;
}

// Moments as the clock on the wall shows them, with seconds only where minutes do not tell them apart.
function inChina(text) {
  const moment = /\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?Z/g;
  const written = (timeStyle) => {
    const clock = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai", dateStyle: "short", timeStyle });
    return (found) => clock.format(new Date(found));
  };
  const moments = [...new Set(text.match(moment))];
  const minutes = new Set(moments.map(written("short")));
  return text.replace(moment, written(minutes.size < moments.length ? "medium" : "short"));
}

function paragraph(content, name = "") {
  const words = document.createElement("span");
  words.className = `more ${name}`.trim();
  words.append(...content);
  return words;
}

// Somebody else may have been quicker: what the page offers is no longer so.
function reload() {
  const link = document.createElement("a");
  link.href = location.href;
  link.append("看看现在怎样 ", english("Reload"));
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
  words.append(...worded(message));
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
  const told = `已记入台账 № ${position.toLocaleString("en")}`;
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
