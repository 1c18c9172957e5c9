// The script of every page: the menu on small screens, filters and forms, and a message when a request fails.
document.documentElement.classList.add("with-script");

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-menu]");
  if (!button) return;
  const open = button.closest(".masthead").classList.toggle("open");
  button.setAttribute("aria-expanded", String(open));
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
