// Ways through the table: keys from row to row, parts of a long one, a row by its number, all rows.
Object.assign(window.dateline || (window.dateline = {}), {
  walkRows(state, event) {
    const isHere = event.target === state.table || event.target.closest("tr[data-place]");
    if (!isHere || event.ctrlKey || event.metaKey || event.altKey) return;
    const { at, total } = state.source;
    const step = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: total - 1, PageDown: at + 10, PageUp: at - 10 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    dateline.goToRow(state, Math.min(Math.max(step, 0), total - 1));
  },

  rowAt: (state, place) => state.table.querySelector(`tr[data-place="${place}"] .open`),

  // Gives the one tab stop of the rows to another one.
  setStop(state, place) {
    const { source } = state;
    const old = dateline.rowAt(state, source.at);
    const next = dateline.rowAt(state, place);
    source.at = place;
    if (old) old.tabIndex = -1;
    if (next) next.tabIndex = 0;
    dateline.leaveFar(state);
  },

  // Goes to a row, in another part too, waiting for it where it is not there yet; a later wish or
  // a focus that went elsewhere meanwhile is left alone.
  async goToRow(state, place) {
    const { source, table } = state;
    const part = Math.floor(place / dateline.PART);
    if (table.contains(document.activeElement)) dateline.holdFocus(state, place);
    dateline.setStop(state, place);
    if (part !== state.part) dateline.layPart(state, part);
    const from = document.activeElement;
    const chunk = dateline.chunkAt(state, place);
    if (!chunk.isFull) chunk.body.scrollIntoView({ block: "nearest" });
    const came = await dateline.showChunk(state, chunk);
    const isElsewhere = document.activeElement !== from && !table.contains(document.activeElement);
    if (!came || dateline.table !== state || source.at !== place || isElsewhere) return;
    const row = dateline.rowAt(state, place);
    row.tabIndex = 0;
    row.focus({ preventScroll: true });
    row.closest("tr").scrollIntoView({ block: "nearest" });
  },

  // What has the focus may be gone before the row is there: the table holds it meanwhile.
  holdFocus(state, place) {
    const chunk = dateline.chunkAt(state, place);
    if (!chunk || !chunk.isFull) state.table.focus({ preventScroll: true });
  },

  // The bars above and below a table that is longer than a chunk.
  renderWays(state) {
    const { fill } = dateline;
    if (state.source.total <= dateline.CHUNK) return;
    const stay = (part) => {
      state.source.at = part * dateline.PART;
      dateline.layPart(state, part);
      dateline.say(`Rows ${dateline.rangeOf(state)}.`);
    };
    const follow = (part) => dateline.goToRow(state, part * dateline.PART);
    fill(state.above, ...dateline.turnButtons(state, stay), dateline.rowForm(state), dateline.wholeButton(state));
    fill(state.below, ...dateline.turnButtons(state, follow));
  },

  rangeOf(state) {
    const [first, last] = [state.chunks[0], state.chunks[state.chunks.length - 1]];
    return `${(first.first + 1).toLocaleString("en")} to ${(last.first + last.count).toLocaleString("en")}`;
  },

  turnButtons(state, turn) {
    const { el, button, PART } = dateline;
    const { part, source } = state;
    const last = Math.floor((source.total - 1) / PART);
    if (!last) return [];
    const words = el("span", { class: "quiet" }, `Rows ${dateline.rangeOf(state)} of ${source.total.toLocaleString("en")}`);
    const back = part ? button("Previous rows", () => turn(part - 1), { "data-keep": "previous rows" }) : "";
    const on = part < last ? button("Next rows", () => turn(part + 1), { "data-keep": "next rows" }) : "";
    return [words, back, on];
  },

  rowForm(state) {
    const { el } = dateline;
    const { total } = state.source;
    const number = el("input", { id: "row-number", inputmode: "numeric", autocomplete: "off", "data-keep": "row number", "aria-describedby": "row-wrong" });
    const wrong = el("span", { id: "row-wrong", class: "wrong", role: "alert" });
    const form = el("form", { novalidate: true }, el("label", { for: "row-number" }, "Go to row"), number, el("button", { type: "submit", class: "button small" }, "Go"), wrong);
    form.onsubmit = (event) => {
      event.preventDefault();
      const wish = Number(number.value.replace(/[\s,]/g, ""));
      const isRight = Number.isInteger(wish) && wish >= 1 && wish <= total;
      wrong.textContent = isRight ? "" : `Type a number from 1 to ${total.toLocaleString("en")}.`;
      number.setAttribute("aria-invalid", String(!isRight));
      if (isRight) dateline.goToRow(state, wish - 1);
    };
    return form;
  },

  wholeButton(state) {
    const { source, chunks } = state;
    const count = chunks.reduce((sum, chunk) => sum + chunk.count, 0);
    const words = count < source.total ? `Show these ${count.toLocaleString("en")} rows at once` : `Show all ${count.toLocaleString("en")} rows at once`;
    const press = () => {
      source.isWhole = !source.isWhole;
      if (source.isWhole) return dateline.showAll(state);
      dateline.leaveFar(state);
      dateline.renderWays(state);
    };
    return dateline.button(source.isWhole ? "Hold only the rows near the window" : words, press, { "data-keep": "whole" });
  },

  // Puts every row of the part in the page, so that find-in-page and printing reach it.
  async showAll(state) {
    const { source, chunks } = state;
    dateline.spread(state);
    dateline.renderWays(state);
    for (const chunk of chunks) {
      const came = await dateline.showChunk(state, chunk, dateline.MOST_CHUNKS);
      if (dateline.table !== state || state.chunks !== chunks || !source.isWhole) return;
      if (!came) source.isWhole = false;
    }
    dateline.renderWays(state);
    if (source.isWhole) dateline.say(`Rows ${dateline.rangeOf(state)} are all in the page.`);
  },
});
