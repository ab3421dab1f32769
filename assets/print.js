// What paper needs that a style sheet cannot give: light pictures, every row that is here, and
// where all this came from.
Object.assign(window.dateline || (window.dateline = {}), {
  isOnPaper: false,

  putOnPaper() {
    if (dateline.isOnPaper || !dateline.generation) return;
    dateline.isOnPaper = true;
    dateline.drawAgain();
    const release = dateline.holdRows();
    dateline.fill(dateline.byId("paper"), ...dateline.paperWords().map((words) => dateline.el("p", {}, words)));
    dateline.leavePaper = () => {
      dateline.isOnPaper = false;
      dateline.drawAgain();
      release();
    };
  },

  takeFromPaper: () => dateline.isOnPaper && dateline.leavePaper(),

  // Draws what is drawn once more, in the colours of where it stands now.
  drawAgain() {
    if (dateline.theme() !== "dark") return;
    for (const [id, figure] of Object.entries(dateline.figures)) dateline.draw(id, figure);
  },

  // A figure in the colours of paper; its words stay as they are.
  inPaperColors(figure) {
    const colors = JSON.parse(dateline.byId("timeline").dataset.paper);
    const copy = (value, key) => {
      if (key === "text") return value;
      if (Array.isArray(value)) return value.map((one) => copy(one));
      if (value && typeof value === "object") return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, copy(one, name)]));
      return colors[value] || value;
    };
    return copy(figure);
  },

  // Puts every row that came into the page, far from the window or not, until they are let go.
  holdRows() {
    const state = dateline.table;
    if (!state || !state.table.isConnected) return () => {};
    const { source } = state;
    const { isWhole } = source;
    source.isWhole = true;
    for (const { first, number } of state.chunks) {
      if (source.chunks.has(number)) dateline.showChunk(state, dateline.chunkAt(state, first));
    }
    return () => {
      source.isWhole = isWhole;
      dateline.leaveFar(state);
    };
  },

  paperWords() {
    const parts = [["events", "events"], ["undated", "that have no stated date"]].flatMap(([id, words]) => {
      const pane = dateline.byId(id);
      const count = pane.querySelectorAll("tr[data-event], li").length;
      const total = Number(pane.dataset.total);
      return count < total ? [`${count.toLocaleString("en")} of ${total.toLocaleString("en")} ${words}`] : [];
    });
    const rest = `Printed are ${parts.join(", and ")}; show the others on the screen first to print them too.`;
    return [...(parts.length ? [rest] : []), `Dateline, ${dateline.link()}`];
  },
});

window.addEventListener("beforeprint", dateline.putOnPaper);
window.addEventListener("afterprint", dateline.takeFromPaper);
window.matchMedia("print").addEventListener("change", ({ matches }) => (matches ? dateline.putOnPaper() : dateline.takeFromPaper()));
