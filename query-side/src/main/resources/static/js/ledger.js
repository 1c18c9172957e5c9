// The script of every page: the menu on small screens, the search box, citations, filters and forms, and a message when
// a request fails.
document.documentElement.classList.add("with-script");

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-menu]");
  if (!button) return;
  const open = document.body.classList.toggle("menu-open");
  button.setAttribute("aria-expanded", String(open));
});

// The choices of appearance close like a menu.
document.addEventListener("click", ({ target }) => closeLooks(target));
document.addEventListener("keydown", ({ key }) => {
  if (key === "Escape") closeLooks(null);
});

function closeLooks(within) {
  for (const look of document.querySelectorAll(".look[open]")) {
    if (!look.contains(within)) look.open = false;
  }
}

document.addEventListener("keydown", (event) => {
  const box = document.getElementById("find");
  const command = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
  if (!box || !command || event.key.toLowerCase() !== "k") return;
  event.preventDefault();
  box.focus();
  box.select();
});

// A click on the position copies it with the address of the page, without the code of a case.
document.addEventListener("click", async ({ target }) => {
  const chip = target.closest("[data-cite]");
  if (!chip) return;
  const page = new URL(location.href);
  page.searchParams.delete("code");
  const number = chip.querySelector(".folio").textContent;
  await copy(`${chip.dataset.citation.replace("%s", () => number)} ${page}`);
  const note = chip.parentElement.querySelector("[data-copied-note]");
  note.textContent = chip.dataset.copied;
  setTimeout(() => (note.textContent = ""), 3000);
});

// Browsers offer the clipboard over HTTPS and on localhost only. Elsewhere, they copy what is selected.
async function copy(text) {
  if (navigator.clipboard) {
    await navigator.clipboard.writeText(text);
    return;
  }
  const field = document.createElement("textarea");
  field.value = text;
  document.body.append(field);
  field.select();
  document.execCommand("copy");
  field.remove();
}

// An answer that replaces a part of the page may be as of a later position.
document.addEventListener("htmx:afterSettle", () => {
  const shown = document.querySelector("main .as-of .folio");
  const chip = document.querySelector("[data-cite] .folio");
  if (shown && chip) chip.textContent = shown.textContent;
});

// On small screens the filters are collapsed. Once opened, they stay open when a response replaces them.
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-filters-button]");
  if (button) button.setAttribute("aria-expanded", String(button.form.classList.toggle("filtering")));
});
document.addEventListener("htmx:afterSettle", () => {
  for (const button of document.querySelectorAll("[data-filters-button]")) {
    button.setAttribute("aria-expanded", String(button.form.classList.contains("filtering")));
  }
});

// A filter sends a request as soon as it changes. Empty fields are left out of its address.
document.addEventListener("htmx:configRequest", (event) => {
  const { parameters, verb, elt } = event.detail;
  if (verb !== "get" || !elt.closest("[data-filters]")) return;
  for (const [name, value] of [...parameters.entries()]) {
    if (value === "") parameters.delete(name);
  }
});

// In a facet that takes one value, checking a box clears the others before htmx reads the form.
document.addEventListener(
  "change",
  ({ target }) => {
    if (!target.checked) return;
    target.closest("[data-single]")?.querySelectorAll("input").forEach((other) => {
      if (other !== target) other.checked = false;
    });
  },
  true,
);

// GET forms leave empty fields out of the address.
document.addEventListener("submit", ({ target }) => {
  if (!target.matches("form[method=get]")) return;
  for (const field of target.elements) {
    if (field.name && field.value === "") field.disabled = true;
  }
  setTimeout(() => [...target.elements].forEach((field) => (field.disabled = false)));
});

// The body carries the messages for failed requests, in the language of the page.
document.addEventListener("htmx:responseError", (event) => {
  const words = document.body.dataset;
  announce(words[`noAnswer-${event.detail.xhr.status}`] ?? words.noAnswer);
});
document.addEventListener("htmx:sendError", () => announce(document.body.dataset.unreachable));
document.addEventListener("htmx:beforeRequest", () => announce(""));

function announce(text) {
  const place = document.getElementById("announcement");
  if (place) place.textContent = text;
}
