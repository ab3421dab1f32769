// The evidence drawer: why the event has its day and its countries, and the words that report it.
Object.assign(window.dateline || (window.dateline = {}), {
  renderDrawer(event) {
    const { byId, fill } = dateline;
    const pane = byId("drawer");
    const wasOpen = !pane.hidden;
    // A hand that has gone on meanwhile keeps the focus where it is.
    const isLeft = pane.contains(document.activeElement) || document.activeElement === document.body;
    dateline.markOpen(event ? event.id : "");
    pane.hidden = !event;
    byId("app").dataset.drawer = event ? "open" : "closed";
    dateline.coverStage();
    if (!event) {
      dateline.isAside = false;
      dateline.uncover();
      fill(pane);
      if (wasOpen && isLeft) dateline.comeBack();
      return;
    }
    dateline.isCovered();
    const codes = event.countries.map((country) => country.code).join(" ");
    const state = JSON.stringify([dateline.generation, event.typed || "", event.left_out, event.told_by, codes]);
    const isSame = wasOpen && pane.dataset.event === event.id && pane.dataset.state === state;
    // With other filters the same event has other neighbours.
    if (isSame) return fill(pane.querySelector(".stepping"), ...dateline.stepButtons(event.steps));
    const isNew = !wasOpen || pane.dataset.event !== event.id;
    pane.dataset.event = event.id;
    pane.dataset.state = state;
    dateline.hideTip();
    const stepped = dateline.hasStepped(event);
    fill(pane, ...dateline.drawerParts(event));
    if (isNew) {
      pane.scrollTop = 0;
      dateline.isAside = false;
    }
    dateline.layDrawer();
    dateline.askAhead(event);
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
    (back || byId("sentence")).focus();
  },

  drawerParts(event) {
    const { el } = dateline;
    const label = el("h2", { id: "drawer-title", tabindex: -1 }, ...dateline.pieces(event.title_parts, event.title));
    return [
      dateline.button("Show the evidence", () => dateline.setAside(false), { class: "button small show" }),
      dateline.drawerBar(),
      label,
      el("div", { class: "stepping" }, ...dateline.stepButtons(event.steps)),
      event.left_out ? el("p", { class: "notice" }, event.left_out) : "",
      el("p", { class: "day" }, event.day),
      event.corrected ? el("p", { class: "corrected" }, `${event.corrected[0].toUpperCase()}${event.corrected.slice(1)}; what was found stands with its report.`) : "",
      ...dateline.derivation(event.how),
      el("p", { class: "secondary" }, event.kind),
      ...dateline.countryParts(event),
      ...dateline.sourceParts(event),
      dateline.whyPart(event.why),
    ].filter(Boolean);
  },

  derivation(how) {
    const { el } = dateline;
    const words = how.words
      ? el("p", {}, el("mark", { class: "words", lang: how.lang, dir: "auto" }, `“${how.words}”`))
      : "";
    return [words, el("p", { class: "secondary" }, how.reason || how.source)];
  },

  // Why the first report of the event has its sentence, its kind and its label.
  whyPart(why) {
    const { el } = dateline;
    if (!why.length) return "";
    const pairs = why.flatMap(({ what, reason, lang }) => [el("dt", {}, what), el("dd", { lang, dir: "auto" }, reason)]);
    return el("details", { class: "why" }, el("summary", {}, "Why this entry"), el("dl", {}, ...pairs));
  },

  countryParts(event) {
    const { el } = dateline;
    if (!event.countries.length && !event.actors.length) return [];
    const items = event.countries.map((country) =>
      el(
        "li",
        {},
        el("strong", {}, country.name),
        ` ${country.role}${country.words ? ": " : ""}`,
        country.words ? el("mark", { class: "words", lang: country.lang, dir: "auto" }, `“${country.words}”`) : "",
        el("div", { class: "secondary" }, country.reason),
      ),
    );
    const actors = event.actors.length ? el("li", {}, el("strong", {}, "Who takes part: "), event.actors.join(", ")) : "";
    return [el("h3", {}, "Countries and people"), el("ul", {}, ...items, actors)];
  },
});
