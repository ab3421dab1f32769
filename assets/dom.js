// Makes elements from plain data. Text goes in as text nodes only: markup in it stays inert.
window.dateline = Object.assign(window.dateline || {}, {
  byId: (id) => document.getElementById(id),

  // el("p", {class: "day"}, "Tue 4 Oct", el("b", {}, "…")); attributes that are false are left out.
  el(name, attributes = {}, ...children) {
    const node = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (value === false || value === null || value === undefined) continue;
      if (key === "on") node.addEventListener("click", value);
      else node.setAttribute(key, value === true ? "" : value);
    }
    node.append(...children.filter((child) => child !== "" && child !== null));
    return node;
  },

  // Puts children in place of those that are there. What had the focus gets it again, known by
  // data-keep; where it is gone its neighbour does, and at last the sentence.
  fill(node, ...children) {
    const held = node.contains(document.activeElement) ? document.activeElement.dataset.keep : null;
    const kept = () => [...node.querySelectorAll("[data-keep]")];
    const place = held ? kept().indexOf(document.activeElement) : -1;
    node.replaceChildren(...children.filter((child) => child !== "" && child !== null));
    if (!held) return;
    const now = kept();
    const next = now.find((other) => other.dataset.keep === held) || now[Math.min(place, now.length - 1)];
    (next || dateline.byId("sentence")).focus({ preventScroll: true });
  },

  button(words, onPress, attributes = {}) {
    return dateline.el("button", { type: "button", class: "button small", on: onPress, ...attributes }, words);
  },

  OPEN: ["event", "article", "marks", "account"],

  // Goes to other filters, with what is open now.
  filter(query) {
    const params = new URLSearchParams(query);
    for (const key of dateline.OPEN) if (dateline.asked(key)) params.set(key, dateline.asked(key));
    dateline.go(params.size ? `?${params}` : "");
  },

  // Goes to this page's query with some keys changed; an empty value takes a key out, a list
  // is put in one by one.
  change(values) {
    const params = new URLSearchParams(window.location.search);
    for (const [key, value] of Object.entries(values)) {
      params.delete(key);
      for (const one of Array.isArray(value) ? value : value ? [value] : []) params.append(key, one);
    }
    const query = params.toString();
    dateline.go(query ? `?${query}` : "");
  },

  // What the address says under a key.
  asked: (key) => new URLSearchParams(window.location.search).get(key) || "",

  // The address of what is shown, without the place a skip link led to.
  link: () => window.location.href.replace(/#.*$/, ""),

  say(words) {
    const status = dateline.byId("status");
    clearTimeout(dateline.saying);
    dateline.saying = setTimeout(() => (status.textContent = words), 500);
  },

  // Copies words; the button that was pressed says so for a moment.
  async copy(words, said) {
    const button = document.activeElement;
    try {
      await navigator.clipboard.writeText(words);
    } catch {
      return dateline.say("The browser does not allow copying here.");
    }
    dateline.say(said);
    if (!button.matches("button") || button.dataset.words) return;
    button.dataset.words = button.textContent;
    button.textContent = "Copied";
    setTimeout(() => {
      button.textContent = button.dataset.words;
      delete button.dataset.words;
    }, 1500);
  },

  isSmall: () => window.innerWidth < 720,
  isNarrow: () => window.innerWidth < 1024,
});
