// The same events as a table, or as a list on a small screen; and the tray of those without a day.
Object.assign(window.dateline || (window.dateline = {}), {
  renderEvents(events) {
    const { byId, el, fill } = dateline;
    const pane = byId("events");
    const title = el("h2", { class: "title" }, "Events", el("small", {}));
    const holder = dateline.isSmall() ? el("ol") : el("tbody");
    const line = dateline.isSmall() ? dateline.listItem : dateline.tableRow;
    const more = dateline.button("Show more", () => grow(), { class: "button more" });
    let shown = 0;
    const grow = () => {
      const next = events.rows.slice(shown, shown + events.page);
      holder.append(...next.map(line));
      shown += next.length;
      more.hidden = shown >= events.rows.length;
      title.lastChild.textContent = dateline.countWords(shown, events);
    };
    grow();
    fill(pane, title, events.total ? dateline.frameOf(holder) : "", more);
  },

  countWords(shown, events) {
    const [some, all] = [shown.toLocaleString("en"), events.total.toLocaleString("en")];
    if (shown === events.total) return all;
    const isCut = shown === events.rows.length;
    return `showing ${some} of ${all}${isCut ? "; narrow the filters to see the others" : ""}`;
  },

  frameOf(holder) {
    const { el } = dateline;
    if (holder.tagName === "OL") return holder;
    const heads = ["Day", "Event", "Countries", "Kind", "Sources"].map((words) => el("th", { scope: "col" }, words));
    const caption = el("caption", { class: "hidden" }, "The events of the timeline, in the same order");
    const table = el("table", {}, caption, el("thead", {}, el("tr", {}, ...heads)), holder);
    return el("div", { class: "scroll", tabindex: 0, role: "group", "aria-label": "Table of events" }, table);
  },

  openButton(row) {
    const press = (event) => {
      event.stopPropagation();
      dateline.open(row.id);
    };
    return dateline.el("button", { type: "button", class: "open", "data-event": row.id, on: press }, row.label);
  },

  tableRow(row) {
    const { el } = dateline;
    const button = dateline.openButton(row);
    const day = row.disagree ? `${row.day} (sources differ)` : row.day;
    const open = () => button.click();
    return el(
      "tr",
      { "data-event": row.id, on: open },
      el("td", {}, day),
      el("td", {}, button),
      el("td", {}, row.countries.join(", ")),
      el("td", {}, row.kind),
      el("td", {}, row.sources),
    );
  },

  listItem(row) {
    const { el } = dateline;
    const about = [row.kind, row.countries.join(", "), row.sources].filter(Boolean).join(" · ");
    return el(
      "li",
      { "data-event": row.id },
      el("span", { class: "day" }, row.day),
      dateline.openButton(row),
      el("q", { lang: row.lang, dir: "auto" }, row.quote),
      el("span", { class: "about" }, about),
    );
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

  renderUndated(events) {
    const { byId, el, fill } = dateline;
    if (!events.undated_total) return fill(byId("undated"));
    const title = el("h2", { class: "title" }, "No stated date", el("small", {}, events.undated_total.toLocaleString("en")));
    const item = (event) =>
      el("li", {}, el("button", { type: "button", "data-event": event.id, on: () => dateline.open(event.id) }, event.label));
    const list = el("ul", {}, ...events.undated.slice(0, dateline.TRAY).map(item));
    const rest = events.undated.slice(dateline.TRAY);
    const more = dateline.button(`Show ${rest.length.toLocaleString("en")} more`, () => {
      list.append(...rest.map(item));
      more.remove();
    });
    fill(byId("undated"), title, list, rest.length ? more : "");
  },
});
