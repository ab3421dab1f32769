// The chips beside the sentence, one a filter: set aside, turn round, take away. And the ways
// out of an empty result.
Object.assign(window.dateline || (window.dateline = {}), {
  renderChips(chips) {
    dateline.fill(dateline.byId("chips"), ...chips.map(dateline.chip));
  },

  chip(chip) {
    const { el, filter } = dateline;
    const part = (what, name, words, query, more = {}) =>
      el("button", { type: "button", class: what, "aria-label": name, title: name, "data-keep": `${what} ${chip.key}`, on: () => filter(query), ...more }, words);
    const aside = chip.suspended ? `Put back in force: ${chip.words}` : `Set aside: ${chip.words}`;
    const turn = chip.excluded ? `Let in: ${chip.words}` : `Shut out: not ${chip.words}`;
    return el(
      "span",
      { class: "chip", role: "group", "aria-label": `Filter: ${chip.words}`, "data-suspended": chip.suspended },
      part("words", aside, el(chip.suspended ? "s" : "span", {}, chip.words), chip.suspend),
      chip.turn === null ? "" : part("turn", turn, chip.excluded ? "is" : "not", chip.turn),
      part("remove", `Remove filter: ${chip.words}`, el("span", { "aria-hidden": "true" }, "×"), chip.remove),
    );
  },

  // Opens "More filters" once where a link sets some of them, and says how many are set.
  renderMore(count) {
    const { byId } = dateline;
    if (count && !byId("more-count").textContent) byId("more").open = true;
    byId("more-count").textContent = count ? `${count} set` : "";
  },

  renderEmpty(events, ways) {
    const { byId, el, fill, filter } = dateline;
    const pane = byId("empty");
    byId("stage").classList.toggle("nothing", !events.total);
    if (events.total) return fill(pane);
    const items = ways.map((way) => dateline.button(way.words, () => filter(way.query)));
    const reset = dateline.button("Reset all filters", () => byId("reset").click());
    fill(pane, el("p", {}, "No event matches all these filters together."), el("div", { class: "actions" }, ...items, reset));
  },
});
