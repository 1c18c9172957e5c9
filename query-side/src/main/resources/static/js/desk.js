// Sends the forms of the desk to the write API as JSON. Then reloads the fragment as of the position in the answer.
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
  // The key stays the same until an answer arrives. A retry after a broken connection then records nothing twice.
  form.dataset.key ||= crypto.randomUUID ? crypto.randomUUID() : `${Date.now()}-${Math.random()}`;
  const response = await fetch(form.dataset.command, {
    method: form.dataset.method ?? "POST",
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

// Builds the JSON body. Leaves out empty fields and rows, nests names with dots and indexes (a.b, a[0].b), and converts
// values by their data-kind.
function read(form) {
  const body = {};
  for (const field of form.elements) {
    if (!field.name || field.disabled || (field.type === "radio" && !field.checked)) continue;
    const value = valueOf(field);
    if (value === undefined) continue;
    const path = field.name.split(/\.|\[(\d+)\]\.?/).filter(Boolean);
    const last = path.pop();
    const place = path.reduce((within, name, i) => (within[name] ??= /^\d+$/.test(path[i + 1]) ? [] : {}), body);
    place[last] = Array.isArray(value) ? [...(place[last] ?? []), ...value] : value;
  }
  for (const rows of form.querySelectorAll("[data-rows]")) dropEmptyRows(body, rows.dataset.rows.split("."));
  return body;
}

// A row in which nothing is filled in but check boxes was left empty.
function dropEmptyRows(body, path) {
  const last = path.pop();
  const place = path.reduce((within, name) => within?.[name], body);
  if (place?.[last]) place[last] = place[last].filter((row) => Object.values(row).some((value) => value !== false));
}

// Adds a row like the last one, empty.
document.addEventListener("click", (event) => {
  const more = event.target.closest("[data-more]");
  if (!more) return;
  const rows = more.closest("[data-rows]");
  const row = [...rows.querySelectorAll("[data-row]")].pop();
  const copy = row.cloneNode(true);
  const next = rows.querySelectorAll("[data-row]").length;
  for (const part of copy.querySelectorAll("[name], [id], [for]")) {
    for (const of of ["name", "id", "for"]) {
      const value = part.getAttribute(of);
      if (value) part.setAttribute(of, value.replace(of === "name" ? `[${next - 1}]` : `-${next - 1}-`, of === "name" ? `[${next}]` : `-${next}-`));
    }
    if ("value" in part && part.type !== "checkbox") part.value = "";
    if (part.type === "checkbox") part.checked = false;
  }
  row.after(copy);
  copy.querySelector("input, select")?.focus();
});

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
    case "days":
      return Object.fromEntries(
        field.value.split("\n").map((line) => line.trim().split(/\s+/)).filter(([day]) => day).map(([day, ...name]) => [day, name.join(" ")]),
      );
    case "moment":
      return field.value === "" ? undefined : `${field.value}${field.value.length === 16 ? ":00" : ""}+08:00`;
    case "number":
      return field.value === "" ? undefined : Number(field.value);
    case "text":
      return field.value;
    default:
      return field.value.trim() === "" ? undefined : field.value.trim();
  }
}

// Shows each fault of a field next to the field, and all other faults at the end of the form.
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

// The ledger's own rules have names such as case/in-order. All other rules are laws, which the page cites.
const OWN_RULE = /^[a-z-]+\//;

// Returns a text in the language of the page, with %s replaced by known.
function sentence(name, known = "") {
  return document.getElementById("sentences").dataset[name].replace("%s", () => known);
}

function paragraph(content, name = "") {
  const words = document.createElement("span");
  words.className = `more ${name}`.trim();
  words.append(content);
  return words;
}

// Another user may have acted first. What the page offers is then out of date.
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

// How long the server waits until the new event can be read. Longer than the default of 5 s, because the event is
// already recorded.
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
  if (form.dataset.follow) {
    location.href = form.dataset.follow + encodeURIComponent(id);
    return;
  }
  const address = new URL(form.dataset.reread ?? location.href, location.href);
  address.searchParams.set("minPosition", position);
  address.searchParams.set("timeout", PATIENCE);
  htmx.ajax("GET", address.pathname + address.search, { target: form.dataset.again, swap: "outerHTML" }).then(() => announce(told));
}
