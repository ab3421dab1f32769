// The table: every event with all that its mark says. Long tables hold only the rows near the
// window; arrow keys reach all of them.
Object.assign(window.dateline || (window.dateline = {}), {
  CHUNK: 50,
  ROW: 62, // The usual height of a row in px, until its chunk has been measured.

  COLUMNS: [
    { key: "day", words: "Day", order: (row) => row.number },
    { key: "label", words: "Event", order: (row) => row.label },
    { key: "countries", words: "Countries and people", order: (row) => row.countries.join() },
    { key: "kind", words: "Kind", order: (row) => row.kind },
    { key: "sources", words: "Sources", order: (row) => row.outlets },
  ],

  // How the rows were sorted last, kept while filters change.
  sorting: { key: "day", down: false },

  tableOf(events) {
    const { el } = dateline;
    const heads = dateline.COLUMNS.map((column) => dateline.headCell(column, events));
    const caption = el("caption", { class: "hidden" }, "The events of the timeline with all that is drawn there. Press a heading to sort; in the rows, arrow keys go from event to event and Enter opens one.");
    const table = el("table", { "aria-rowcount": events.total + 1 }, caption, el("thead", {}, el("tr", { "aria-rowindex": 1 }, ...heads)));
    const state = { events, table, rows: dateline.sorted(events.rows), chunks: [], at: 0 };
    dateline.table = state;
    dateline.layChunks(state);
    table.onkeydown = (event) => dateline.walkRows(state, event);
    return el("div", { class: "scroll" }, table);
  },

  headCell(column, events) {
    const { el, sorting } = dateline;
    const isSorted = sorting.key === column.key;
    const sort = () => {
      dateline.sorting = { key: column.key, down: isSorted && !sorting.down };
      dateline.renderEvents(events);
      const words = dateline.sorting.down ? "downwards" : "upwards";
      dateline.say(`The table is sorted by ${column.words.toLowerCase()}, ${words}.`);
    };
    const arrow = el("span", { class: "arrow", "aria-hidden": "true" }, isSorted ? (sorting.down ? "↓" : "↑") : "↕");
    const button = el("button", { type: "button", "data-keep": `sort ${column.key}`, on: sort }, column.words, arrow);
    const way = isSorted ? (sorting.down ? "descending" : "ascending") : false;
    return el("th", { scope: "col", class: column.key, "aria-sort": way }, button);
  },

  // Rows that are equal stay in order of date, whichever way.
  sorted(rows) {
    const { key, down } = dateline.sorting;
    const { order } = dateline.COLUMNS.find((column) => column.key === key);
    const compare = (a, b) => (typeof a === "number" ? a - b : a.localeCompare(b, "en"));
    return [...rows].sort((a, b) => (down ? -1 : 1) * compare(order(a), order(b)) || a.number - b.number);
  },

  layChunks(state) {
    const { el, CHUNK } = dateline;
    const watch = new IntersectionObserver((seen) => {
      for (const entry of seen) dateline.setChunk(state, entry.target.chunk, entry.isIntersecting);
    }, { root: dateline.byId("stage"), rootMargin: "1200px 0px" });
    for (let first = 0; first < state.rows.length; first += CHUNK) {
      const body = el("tbody");
      const rows = state.rows.slice(first, first + CHUNK);
      const chunk = { body, rows, first, height: rows.length * dateline.ROW, isFull: false };
      body.chunk = chunk;
      state.chunks.push(chunk);
      state.table.append(body);
      dateline.setChunk(state, chunk, state.chunks.length === 1, true);
      if (state.rows.length > CHUNK) watch.observe(body);
    }
  },

  // Fills a chunk with its rows, or leaves one empty row as high as they were.
  setChunk(state, chunk, wanted, isFirst = false) {
    const { el, fill } = dateline;
    if (wanted === chunk.isFull && !isFirst) return;
    if (!wanted && chunk.body.contains(document.activeElement)) return;
    if (!wanted && chunk.isFull) chunk.height = chunk.body.offsetHeight;
    chunk.isFull = wanted;
    const hold = () => el("tr", { "aria-hidden": "true" }, el("td", { colspan: dateline.COLUMNS.length, style: `height:${chunk.height}px` }));
    fill(chunk.body, ...(wanted ? chunk.rows.flatMap((row, i) => dateline.rowsOf(state, row, chunk.first + i)) : [hold()]));
    if (wanted) dateline.markOpen(dateline.openEvent());
  },

  openEvent: () => new URLSearchParams(window.location.search).get("event") || "",

  // The row of an event; by date, a line before it says how long nothing happened.
  rowsOf(state, row, place) {
    const { el, sorting } = dateline;
    const line = dateline.tableRow(row, place, state);
    const late = sorting.down ? state.rows[place - 1] : row;
    if (sorting.key !== "day" || !late || !late.gap) return [line];
    return [el("tr", { class: "gap" }, el("td", { colspan: dateline.COLUMNS.length }, el("span", {}, `${late.gap} without an event`))), line];
  },

  tableRow(row, place, state) {
    const { el } = dateline;
    const button = dateline.openButton(row, place === state.at ? 0 : -1);
    const people = [...row.countries, ...row.actors].join(", ");
    const count = `${row.outlets.toLocaleString("en")} source${row.outlets === 1 ? "" : "s"}`;
    return el(
      "tr",
      { "data-event": row.id, "data-place": place, "aria-rowindex": place + 2, on: () => button.click() },
      el("td", { class: "day" }, el("span", {}, row.day), el("small", {}, row.how)),
      el("td", {}, button, dateline.quoteOf(row), dateline.excerptOf(row)),
      el("td", {}, people),
      el("td", {}, row.kind),
      el("td", {}, el("span", {}, count), el("small", {}, row.sources)),
    );
  },

  walkRows(state, event) {
    const row = document.activeElement.closest("tr[data-place]");
    if (!row) return;
    const at = Number(row.dataset.place);
    const last = state.rows.length - 1;
    const step = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: last, PageDown: at + 10, PageUp: at - 10 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    dateline.focusRow(state, Math.min(Math.max(step, 0), last));
  },

  focusRow(state, place) {
    const chunk = state.chunks[Math.floor(place / dateline.CHUNK)];
    const old = state.table.querySelector(`tr[data-place="${state.at}"] .open`);
    state.at = place;
    dateline.setChunk(state, chunk, true);
    if (old) old.tabIndex = -1;
    const next = state.table.querySelector(`tr[data-place="${place}"] .open`);
    next.tabIndex = 0;
    next.focus({ preventScroll: true });
    next.closest("tr").scrollIntoView({ block: "nearest" });
  },
});
