// The same events as a table, or as a list on a small screen; and the tray of those without a day.
Object.assign(window.dateline || (window.dateline = {}), {
  renderEvents(events) {
    const { byId, el, fill } = dateline;
    const title = el("h2", { class: "title" }, "Events", el("small", {}, events.total.toLocaleString("en")));
    byId("events").dataset.total = events.total;
    fill(byId("events"), title, !events.total ? "" : dateline.isSmall() ? dateline.listOf(events) : dateline.tableOf(events));
  },

  // How far below the top of the window head and end of the events stand.
  eventsAt() {
    const [pane, stage] = ["events", "stage"].map((id) => dateline.byId(id).getBoundingClientRect());
    return { head: pane.top - stage.top, end: pane.bottom - stage.top };
  },

  showEventsHead: () => dateline.byId("events").scrollIntoView(),

  // Leads a reader who was among the events, and is below the end of those left, to their head.
  keepAmongEvents(before) {
    if (before.head >= 0 || before.end <= 0) return;
    if (dateline.eventsAt().end <= 0) return dateline.showEventsHead();
    // The browser would follow a row that is gone down to the articles once these come.
    for (const px of [-1, 1]) dateline.byId("stage").scrollBy(0, px);
  },

  listOf(events) {
    const { el, CHUNK } = dateline;
    const source = dateline.sourceOf(events, { key: "day", down: false });
    const list = el("ol");
    const show = (rows) => list.append(...rows.flatMap(dateline.listItems));
    let shown = 1;
    const step = 2;
    show(events.rows);
    const more = dateline.button("Show more", () => grow(), { class: "button more", hidden: events.total <= CHUNK });
    const grow = async () => {
      const number = shown;
      await dateline.ask(source, number, step);
      // Where the first of them was here already, the second was not asked for with it.
      const came = [];
      for (let at = number; at < number + step && source.chunks.has(at); at += 1) came.push(source.chunks.get(at));
      if (!came.length || number !== shown || dateline.answer !== source.answer) return;
      shown += came.length;
      const last = list.lastElementChild;
      show(came.flat());
      more.hidden = shown * CHUNK >= events.total;
      if (more.hidden) last.nextElementSibling.querySelector(".open")?.focus({ preventScroll: true });
    };
    return el("div", {}, list, more);
  },

  // Text with the words looked for marked: [text, what] pieces, or plain text.
  pieces: (parts, text) =>
    parts ? parts.map(([words, what]) => (what ? dateline.el("mark", { class: what }, words) : words)) : [text],

  openButton(row, tabindex = 0) {
    const press = (event) => {
      event.stopPropagation();
      dateline.open(row.id);
    };
    return dateline.el(
      "button",
      { type: "button", class: "open", "data-event": row.id, "data-keep": `row ${row.id}`, tabindex, on: press },
      ...dateline.pieces(row.label_parts, row.label),
    );
  },

  quoteOf: (row) => dateline.el("q", { lang: row.lang, dir: "auto" }, ...dateline.pieces(row.quote_parts, row.quote)),

  // Where label and quote do not hold the words looked for: the place that does.
  excerptOf(row) {
    if (!row.excerpt || !row.excerpt.length) return "";
    return dateline.el("span", { class: "excerpt", lang: row.lang, dir: "auto" }, ...dateline.pieces(row.excerpt));
  },

  listItems(row) {
    const { el } = dateline;
    const about = [row.kind, [...row.countries, ...row.actors].join(", "), row.sources].filter(Boolean).join(" · ");
    const item = el(
      "li",
      { "data-event": row.id },
      el("span", { class: "day" }, [row.day, row.how].filter(Boolean).join(", ")),
      dateline.openButton(row),
      dateline.quoteOf(row),
      dateline.excerptOf(row),
      el("span", { class: "about" }, about),
    );
    return row.gap ? [el("li", { class: "gap" }, `${row.gap} without an event`), item] : [item];
  },

  // What is to be known of the articles: files left out, days not declared.
  renderNotes(notes) {
    const { byId, el, fill } = dateline;
    const open = Boolean(byId("notes").querySelector("details[open]"));
    if (!notes.length) return fill(byId("notes"));
    const words = notes.length === 1 ? "1 note on the articles" : `${notes.length} notes on the articles`;
    const items = notes.map((note) => el("li", {}, `${note.message} ${note.remedy} `, note.file ? dateline.dayButton(note.file, false) : ""));
    fill(byId("notes"), el("details", { open }, el("summary", {}, words), el("ul", {}, ...items)));
  },

  renderUndated(events) {
    const { byId, el, fill } = dateline;
    const pane = byId("undated");
    const count = events.undated_total;
    pane.dataset.total = count;
    if (!count) return fill(pane);
    const item = (event) => {
      const words = [event.label, event.why ? el("small", {}, event.why) : ""];
      return el("li", {}, el("button", { type: "button", "data-event": event.id, on: () => dateline.open(event.id) }, ...words));
    };
    const list = el("ul", {}, ...events.undated.map(item));
    const more = dateline.button("", () => dateline.growTray(events, list, item, more));
    // On a small screen they are behind a line, to leave the list of events where it is.
    if (dateline.isSmall()) {
      const words = count === 1 ? "1 event has no stated date" : `${count.toLocaleString("en")} events have no stated date`;
      const open = Boolean(pane.querySelector("details[open]"));
      fill(pane, el("details", { open }, el("summary", { "data-keep": "undated" }, words), list, more));
    } else {
      fill(pane, el("h2", { class: "title" }, "No stated date", el("small", {}, count.toLocaleString("en"))), list, more);
    }
    dateline.countTray(events, list, more);
  },

  countTray(events, list, more) {
    const rest = Math.min(events.undated_total - list.childElementCount, 2 * dateline.CHUNK);
    more.hidden = rest <= 0;
    more.textContent = `Show ${rest} more`;
  },

  // They end the table by date: what did not come with the picture is asked for there.
  async growTray(events, list, item, more) {
    const shown = list.childElementCount;
    const source = dateline.sourceOf(events, { key: "day", down: false });
    const dated = events.total - events.undated_total;
    const rows = await dateline.rowsFrom(source, dated + shown, 2 * dateline.CHUNK);
    if (!rows || list.childElementCount !== shown) return;
    list.append(...rows.map(item));
    dateline.countTray(events, list, more);
    if (more.hidden) list.children[shown].querySelector("button").focus({ preventScroll: true });
  },
});
