// The same events as a table, or as a list on a small screen; and the tray of those without a day.
Object.assign(window.dateline || (window.dateline = {}), {
  renderEvents(events) {
    const { byId, el, fill } = dateline;
    const title = el("h2", { class: "title" }, "Events", el("small", {}, dateline.countWords(events)));
    fill(byId("events"), title, !events.total ? "" : dateline.isSmall() ? dateline.listOf(events) : dateline.tableOf(events));
  },

  countWords(events) {
    const [some, all] = [events.rows.length.toLocaleString("en"), events.total.toLocaleString("en")];
    return some === all ? all : `the first ${some} of ${all}; narrow the filters to see the others`;
  },

  PAGE: 100,

  listOf(events) {
    const { el } = dateline;
    const list = el("ol");
    const more = dateline.button("Show more", () => grow(), { class: "button more" });
    let shown = 0;
    const grow = () => {
      list.append(...events.rows.slice(shown, shown + dateline.PAGE).flatMap(dateline.listItems));
      shown = Math.min(shown + dateline.PAGE, events.rows.length);
      more.hidden = shown >= events.rows.length;
    };
    grow();
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
    if (!notes.length) return fill(byId("notes"));
    const words = notes.length === 1 ? "1 note on the articles" : `${notes.length} notes on the articles`;
    const items = notes.map((note) => el("li", {}, `${note.message} ${note.remedy}`));
    fill(byId("notes"), el("details", {}, el("summary", {}, words), el("ul", {}, ...items)));
  },

  TRAY: 6,

  renderUndated(events, reasons) {
    const { byId, el, fill } = dateline;
    if (!events.undated_total) return fill(byId("undated"));
    const title = el("h2", { class: "title" }, "No stated date", el("small", {}, events.undated_total.toLocaleString("en")));
    const why = (event) => (reasons[event.id] ? el("small", {}, reasons[event.id]) : "");
    const item = (event) =>
      el("li", {}, el("button", { type: "button", "data-event": event.id, on: () => dateline.open(event.id) }, event.label, why(event)));
    const list = el("ul", {}, ...events.undated.slice(0, dateline.TRAY).map(item));
    const rest = events.undated.slice(dateline.TRAY);
    const more = dateline.button(`Show ${rest.length.toLocaleString("en")} more`, () => {
      list.append(...rest.map(item));
      more.remove();
    });
    fill(byId("undated"), title, list, rest.length ? more : "");
  },
});
