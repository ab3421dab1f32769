// What the bar has no room for on a phone: a menu behind "More", closed by any use of it.
Object.assign(window.dateline || (window.dateline = {}), {
  moreButton: () => document.querySelector('[data-action="toggle-tools"]'),

  // Closes the menu if it is open and over the page, and gives the focus back to its button.
  closeTools(isComingBack = true) {
    const more = dateline.moreButton();
    if (!more || more.getAttribute("aria-expanded") !== "true") return;
    more.setAttribute("aria-expanded", "false");
    if (isComingBack && more.offsetParent) more.focus();
  },
});

Object.assign(dateline.actions, {
  "toggle-tools"(button) {
    const open = button.getAttribute("aria-expanded") !== "true";
    button.setAttribute("aria-expanded", String(open));
    if (open) dateline.byId("tools").querySelector("a, button").focus();
  },
});

// Before the press itself is served: what it opens comes back to a button that is still there.
document.addEventListener(
  "click",
  (event) => {
    if (!event.target.closest('[data-action="toggle-tools"]')) dateline.closeTools(Boolean(event.target.closest("#tools")));
  },
  { capture: true },
);

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && event.target.closest('#tools, [data-action="toggle-tools"]')) dateline.closeTools();
});

document.addEventListener("focusin", (event) => {
  if (!event.target.closest('#tools, [data-action="toggle-tools"]')) dateline.closeTools(false);
});
