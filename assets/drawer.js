// The evidence drawer: why the event has its day and its countries, and the words that report it.
Object.assign(window.dateline || (window.dateline = {}), {
  renderDrawer(event) {
    const { byId, fill } = dateline;
    const pane = byId("drawer");
    const wasOpen = !pane.hidden;
    dateline.markOpen(event ? event.id : "");
    pane.hidden = !event;
    dateline.coverStage();
    if (!event) {
      fill(pane);
      if (wasOpen) dateline.comeBack();
      return;
    }
    const isSame = wasOpen && pane.dataset.event === event.id && pane.dataset.typed === (event.typed || "");
    // With other filters the same event has other neighbours.
    if (isSame) return fill(pane.querySelector(".stepping"), ...dateline.stepButtons(event.steps));
    const isNew = !wasOpen || pane.dataset.event !== event.id;
    pane.dataset.event = event.id;
    pane.dataset.typed = event.typed || "";
    dateline.hideTip();
    const stepped = dateline.hasStepped(event);
    fill(pane, ...dateline.drawerParts(event));
    pane.scrollTop = 0;
    pane.onkeydown = (key) => {
      if (key.key === "Escape") dateline.change({ event: "" });
    };
    if (isNew && !stepped && !dateline.willRead) byId("drawer-title").focus({ preventScroll: true });
  },

  markOpen(id) {
    for (const node of document.querySelectorAll(".mark, .events tr")) {
      if (id && node.dataset.event === id) node.setAttribute("aria-current", "true");
      else node.removeAttribute("aria-current");
    }
  },

  // Puts the focus back on the event's button in the pane from which it was opened.
  comeBack() {
    const { byId, opener } = dateline;
    if (dateline.willRead) return;
    const button = `button[data-event="${byId("drawer").dataset.event}"]`;
    const own = opener && opener.isConnected ? opener : document.querySelector(`#${dateline.from || "marks"} ${button}`);
    const back = own || document.querySelector(`#stage ${button}`);
    dateline.opener = null;
    if (back) back.focus();
  },

  drawerParts(event) {
    const { el } = dateline;
    const close = dateline.button("Close", () => dateline.change({ event: "" }));
    const label = el("h2", { id: "drawer-title", tabindex: -1 }, ...dateline.pieces(event.title_parts, event.title));
    return [
      el("header", {}, label, close),
      el("div", { class: "stepping" }, ...dateline.stepButtons(event.steps)),
      el("p", { class: "day" }, event.day),
      ...dateline.derivation(event.how),
      el("p", { class: "secondary" }, event.kind),
      ...dateline.countryParts(event),
      ...dateline.sourceParts(event),
    ].filter(Boolean);
  },

  derivation(how) {
    const { el } = dateline;
    const words = how.words
      ? el("p", {}, el("mark", { class: "words", lang: how.lang, dir: "auto" }, `“${how.words}”`))
      : "";
    return [words, el("p", { class: "secondary" }, how.reason || how.source)];
  },

  countryParts(event) {
    const { el } = dateline;
    if (!event.countries.length && !event.actors.length) return [];
    const items = event.countries.map((country) =>
      el(
        "li",
        {},
        el("strong", {}, country.name),
        ` ${country.role}: `,
        el("mark", { class: "words", lang: country.lang, dir: "auto" }, `“${country.words}”`),
        el("div", { class: "secondary" }, country.reason),
      ),
    );
    const actors = event.actors.length ? el("li", {}, el("strong", {}, "Who takes part: "), event.actors.join(", ")) : "";
    return [el("h3", {}, "Countries and people"), el("ul", {}, ...items, actors)];
  },
});
