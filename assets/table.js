// The table: every event with all that its mark says. It holds the rows near the window; those
// far away are empty room, and are asked for when they come near.
Object.assign(window.dateline || (window.dateline = {}), {
  ROW: 62, // The usual height of a row in px, until some have been measured.
  // Rows to a part of the table. Browsers lay out no more than some millions of px, and a part
  // can be shown whole.
  PART: 1500,
  NEAR: 4, // Chunks that are laid at once.
  PAUSE: 100, // ms that a chunk must stay near before its rows are asked for.

  COLUMNS: [
    { key: "day", words: "Day" },
    { key: "event", words: "Event" },
    { key: "people", words: "Countries and people" },
    { key: "kind", words: "Kind" },
    { key: "sources", words: "Sources" },
  ],

  // How the rows were sorted last, kept while filters change.
  sorting: { key: "day", down: false },

  tableOf(events) {
    const { el } = dateline;
    const source = dateline.sourceOf(events, dateline.sorting);
    const heads = dateline.COLUMNS.map((column) => dateline.headCell(column, events));
    const caption = el("caption", { class: "hidden" }, "The events of the timeline with all that is drawn there. Press a heading to sort; in the rows, arrow keys go from event to event and Enter opens one.");
    const more = { "aria-rowcount": source.total + 1, tabindex: -1, "data-keep": "table" };
    const table = el("table", more, caption, el("thead", {}, el("tr", { "aria-rowindex": 1 }, ...heads)));
    const state = { source, table, chunks: [], part: 0, above: el("div", { class: "ways" }), below: el("div", { class: "ways" }) };
    dateline.table = state;
    dateline.layPart(state, Math.floor(source.at / dateline.PART));
    table.onkeydown = (event) => dateline.walkRows(state, event);
    table.addEventListener("focusin", (event) => {
      const row = event.target.closest("tr[data-place]");
      if (row) dateline.setStop(state, Number(row.dataset.place));
    });
    return el("div", {}, state.above, el("div", { class: "scroll" }, table), state.below);
  },

  headCell(column, events) {
    const { el, sorting } = dateline;
    const isSorted = sorting.key === column.key;
    const sort = () => dateline.sortBy(column, { key: column.key, down: isSorted && !sorting.down }, events);
    const arrow = el("span", { class: "arrow", "aria-hidden": "true" }, isSorted ? (sorting.down ? "↓" : "↑") : "↕");
    const button = el("button", { type: "button", "data-keep": `sort ${column.key}`, on: sort }, column.words, arrow);
    const way = isSorted ? (sorting.down ? "descending" : "ascending") : false;
    return el("th", { scope: "col", class: column.key, "aria-sort": way }, button);
  },

  // The rows stay as they are until the first of the new order are there.
  async sortBy(column, order, events) {
    const state = dateline.table;
    dateline.wish = order;
    state.table.setAttribute("aria-busy", "true");
    const source = dateline.sourceOf(events, order);
    const rows = await dateline.ask(source, 0);
    if (dateline.table !== state || dateline.wish !== order) return;
    state.table.removeAttribute("aria-busy");
    if (!rows) return;
    dateline.sorting = order;
    source.at = 0;
    dateline.renderEvents(events);
    if (dateline.eventsAt().head < 0) dateline.showEventsHead();
    dateline.say(`The table is sorted by ${column.words.toLowerCase()}, ${order.down ? "downwards" : "upwards"}.`);
  },

  // Lays the first chunks of a part of the table, empty but for the one with the tab stop. The
  // others share one room until one of them is wanted, for each costs time at every change.
  layPart(state, part) {
    const { CHUNK, NEAR, PART } = dateline;
    const { source, table } = state;
    state.watch?.disconnect();
    state.watch = null;
    for (const chunk of state.chunks) chunk.body?.remove();
    state.rest?.remove();
    state.rest = null;
    const end = Math.min((part + 1) * PART, source.total);
    state.part = part;
    state.chunks = [];
    for (let first = part * PART; first < end; first += CHUNK) {
      state.chunks.push({ first, number: first / CHUNK, count: Math.min(CHUNK, end - first), body: null });
    }
    table.append(...state.chunks.slice(0, NEAR).map(dateline.layChunk));
    const left = end - part * PART - NEAR * CHUNK;
    if (left > 0) {
      state.rest = dateline.el("tbody", { class: "room", style: `height:${dateline.heightOf(left)}` });
      table.append(state.rest);
    }
    dateline.showChunk(state, dateline.chunkAt(state, source.at));
    dateline.watchChunks(state);
    dateline.renderWays(state);
    if (source.isWhole) dateline.showAll(state);
  },

  layChunk(chunk) {
    chunk.body = dateline.el("tbody");
    dateline.hold(chunk);
    return chunk.body;
  },

  heightOf: (rows) => `calc(var(--row, ${dateline.ROW}px) * ${rows})`,

  // Parts the room that the later chunks share.
  spread(state) {
    if (!state.rest) return;
    const bodies = state.chunks.filter((chunk) => !chunk.body).map(dateline.layChunk);
    state.rest.replaceWith(...bodies);
    state.rest = null;
    for (const body of bodies) state.watch?.observe(body);
  },

  chunkAt(state, place) {
    const chunk = state.chunks.find((one) => one.first <= place && place < one.first + one.count);
    if (chunk && !chunk.body) dateline.spread(state);
    return chunk;
  },

  watchChunks(state) {
    const { table } = state;
    if (state.chunks.length < 2) return;
    const look = (seen) => {
      dateline.measureRows(state);
      for (const { target, isIntersecting } of seen) {
        if (target === state.rest && isIntersecting) dateline.spread(state);
        const chunk = state.chunks.find(({ body }) => body === target);
        if (chunk) chunk.isNear = isIntersecting;
        if (chunk && isIntersecting) dateline.comeNear(state, chunk);
      }
      dateline.leaveFar(state);
    };
    state.watch = new IntersectionObserver(look, { root: dateline.byId("stage"), rootMargin: "400px 0px" });
    for (const body of table.tBodies) state.watch.observe(body);
  },

  // What is not there yet is taken to be as high as the first rows that were, in this width.
  measureRows(state) {
    const full = state.chunks.find((chunk) => chunk.isFull && chunk.body.offsetHeight);
    if (!full || dateline.rowsMeasured === window.innerWidth) return;
    dateline.rowsMeasured = window.innerWidth;
    dateline.byId("events").style.setProperty("--row", `${full.body.offsetHeight / full.count}px`);
  },

  comeNear(state, chunk) {
    if (state.source.chunks.has(chunk.number)) dateline.showChunk(state, chunk);
    else setTimeout(() => chunk.isNear && dateline.showChunk(state, chunk), dateline.PAUSE);
  },

  // Empties the chunks that are far away, but for those with the tab stop or the focus. All are
  // measured before any is emptied: the other way round each would be laid out again.
  leaveFar(state) {
    if (state.source.isWhole) return;
    const stop = dateline.chunkAt(state, state.source.at);
    const isLeft = (chunk) => chunk.isFull && chunk.isNear === false && chunk !== stop && !chunk.body.contains(document.activeElement);
    const left = state.chunks.filter(isLeft);
    for (const chunk of left) chunk.height = chunk.body.offsetHeight;
    for (const chunk of left) dateline.hold(chunk);
  },

  // Keeps the room of a chunk, empty or with words about its rows.
  hold(chunk, ...words) {
    const { el, fill } = dateline;
    const { body, count } = chunk;
    const height = `height:${chunk.height ? `${chunk.height}px` : dateline.heightOf(count)}`;
    const cell = () => el("td", { colspan: dateline.COLUMNS.length, style: height }, el("p", {}, ...words));
    chunk.isFull = false;
    body.className = words.length ? "held" : "room";
    body.style = words.length ? "" : height;
    fill(body, words.length ? el("tr", {}, cell()) : "");
  },

  // Fills a chunk with its rows, asking for them where they are not there; says whether they are.
  async showChunk(state, chunk, count = 1) {
    const { source } = state;
    if (chunk.isFull) return true;
    const range = `${(chunk.first + 1).toLocaleString("en")} to ${(chunk.first + chunk.count).toLocaleString("en")}`;
    if (!source.chunks.has(chunk.number)) {
      dateline.hold(chunk, `Rows ${range} are on their way …`);
      const again = () => dateline.button("Ask again", () => dateline.goToRow(state, chunk.first));
      if (!(await dateline.ask(source, chunk.number, count))) dateline.hold(chunk, `Rows ${range} did not come. `, again());
    }
    const rows = source.chunks.get(chunk.number);
    if (!rows || chunk.isFull) return chunk.isFull;
    chunk.isFull = true;
    chunk.body.className = chunk.body.style = "";
    dateline.fill(chunk.body, ...rows.map((row, i) => dateline.tableRow(state, row, chunk.first + i)));
    dateline.markOpen(dateline.openEvent());
    dateline.leaveFar(state);
    return true;
  },

  openEvent: () => new URLSearchParams(window.location.search).get("event") || "",

  // The row of an event; by date it says how long nothing happened on the side of the past.
  tableRow(state, row, place) {
    const { el } = dateline;
    const { source } = state;
    const button = dateline.openButton(row, place === source.at ? 0 : -1);
    const people = [...row.countries, ...row.actors].join(", ");
    const count = `${row.outlets.toLocaleString("en")} source${row.outlets === 1 ? "" : "s"}`;
    const hasGap = source.key === "day" && row.gap;
    const gap = hasGap ? el("span", { class: "gap" }, el("span", {}, `${row.gap} without an event`)) : "";
    const side = hasGap ? (source.down ? "gap-below" : "gap-above") : false;
    return el(
      "tr",
      { "data-event": row.id, "data-place": place, "aria-rowindex": place + 2, class: side, on: () => button.click() },
      el("td", { class: "day" }, gap, el("span", {}, row.day), el("small", {}, row.how)),
      el("td", {}, button, dateline.quoteOf(row), dateline.excerptOf(row)),
      el("td", {}, people),
      el("td", {}, row.kind),
      el("td", {}, el("span", {}, count), el("small", {}, row.sources)),
    );
  },
});
