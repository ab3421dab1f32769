// The fields of forms that correct: a label, a hint, and what is wrong beside it.
Object.assign(window.dateline || (window.dateline = {}), {
  // field({ id: "first", name: "day", label: "Day", hint: "…" }); the rest goes to the input.
  field({ id, name, label, hint = "", control = null, ...more }) {
    const { el } = dateline;
    const { value = "", ...attributes } = more;
    const input = control || el("input", { type: "text", autocomplete: "off", ...attributes });
    const about = `${hint ? `${id}-hint ` : ""}${id}-error`;
    for (const [key, said] of Object.entries({ id, name, "aria-describedby": about })) input.setAttribute(key, said);
    if (value) input.value = value;
    return el(
      "div",
      { class: "field" },
      el("label", { for: id }, label),
      input,
      hint ? el("p", { class: "hint", id: `${id}-hint` }, hint) : "",
      el("p", { class: "error", id: `${id}-error`, role: "alert", "data-error": name }),
    );
  },

  // Writes each error under its field; the first field that is wrong gets the focus.
  showErrors(pane, errors) {
    let first = null;
    for (const line of pane.querySelectorAll("[data-error]")) {
      const words = errors[line.dataset.error] || "";
      const input = line.parentElement.querySelector("input, select, textarea");
      line.textContent = words;
      if (words) input.setAttribute("aria-invalid", "true");
      else input.removeAttribute("aria-invalid");
      first = first || (words && input);
    }
    if (first) first.focus();
  },

  WHO: "dateline-who",

  // Who corrects: kept in this browser only, where it can be kept at all.
  whoCorrects() {
    try {
      return window.localStorage.getItem(dateline.WHO) || "";
    } catch {
      return "";
    }
  },

  keepWho(name) {
    try {
      window.localStorage.setItem(dateline.WHO, name.trim());
    } catch {
      // Nothing is kept, and nothing is lost but some typing.
    }
  },

  // Asks for everything that is shown anew: the store is another one now.
  refresh: () => dateline.go(window.location.search),
});
