// Turns the pieces of an article into paragraphs: quotes as marks, words as underlined spans.
Object.assign(window.dateline || (window.dateline = {}), {
  // Returns the paragraphs, and the stops: each mark at which a quote begins, in order of place.
  // With an event only its quotes are marks.
  articleText(reader, event) {
    const ends = dateline.endsOf(reader);
    const stops = [];
    const isQuote = (id) => Boolean(reader.marks[id] && reader.marks[id].event && (!event || reader.marks[id].event === event));
    const nodes = reader.paragraphs.map((pieces, row) => {
      const node = dateline.el("p");
      for (const run of dateline.runs(pieces, isQuote)) {
        node.append(...dateline.runNodes(run, row, reader, ends, stops));
      }
      return node;
    });
    return { nodes, stops };
  },

  // Says for each quote in which piece it begins and in which it ends.
  endsOf(reader) {
    const ends = {};
    reader.paragraphs.forEach((pieces, row) =>
      pieces.forEach(([, ids], place) => {
        for (const id of ids) ends[id] = { first: ends[id] ? ends[id].first : `${row}.${place}`, last: `${row}.${place}` };
      }),
    );
    return ends;
  },

  // Joins neighbours that lie in the same quotes.
  runs(pieces, isQuote) {
    const found = [];
    pieces.forEach(([text, ids], place) => {
      const quotes = ids.filter(isQuote);
      const last = found[found.length - 1];
      const piece = { text, ids, place };
      if (last && last.quotes.join() === quotes.join()) last.pieces.push(piece);
      else found.push({ quotes, pieces: [piece] });
    });
    return found;
  },

  runNodes(run, row, reader, ends, stops) {
    const { el } = dateline;
    const inner = run.pieces.map((piece) => dateline.pieceNode(piece, reader.marks));
    if (!run.quotes.length) return inner;
    const place = (piece) => `${row}.${piece.place}`;
    const begins = run.quotes.filter((id) => ends[id].first === place(run.pieces[0]));
    const finishes = run.quotes.filter((id) => ends[id].last === place(run.pieces[run.pieces.length - 1]));
    const starts = begins.length ? "begins" : "";
    const mark = el("mark", { class: `passage ${starts}`, tabindex: -1, "data-quotes": run.quotes.join(" ") }, ...inner);
    if (begins.length) stops.push(mark);
    const cue = (words) => el("span", { class: "hidden cue" }, words);
    return [
      ...(begins.length ? [cue(" Quoted evidence begins. ")] : []),
      mark,
      ...(finishes.length ? [cue(" Quoted evidence ends. "), dateline.reference(finishes, reader)] : []),
    ];
  },

  // The number that an event has on the timeline, a dot where it is not among those shown.
  numberOf: (event) => String(event.number || "·"),

  // The numbers of the events that a quote reports.
  reference(quotes, reader) {
    const node = dateline.el("button", { type: "button", class: "reference", tabindex: -1, "data-quotes": quotes.join(" ") });
    dateline.number(node, reader);
    return node;
  },

  number(node, reader) {
    const events = dateline.eventsOf(node, reader);
    const where = (event) => (event.number ? `Event ${event.number}` : "· Event not among those shown");
    node.textContent = events.map(dateline.numberOf).join(", ");
    node.setAttribute("aria-label", events.map((event) => `${where(event)}: ${event.label}`).join("; "));
  },

  // Other filters give the events of the open article other numbers.
  renumber(reader) {
    const { reading } = dateline;
    reading.reader.events = reader.events;
    for (const node of reading.text.querySelectorAll(".reference")) dateline.number(node, reading.reader);
  },

  // Words that something is known of lie in a span for each thing, the innermost last.
  pieceNode(piece, marks) {
    let node = document.createTextNode(piece.text);
    for (const id of [...piece.ids].reverse()) {
      const mark = marks[id];
      if (mark && mark.event) continue;
      const attributes = { "data-mark": id };
      if (!mark) attributes.class = "hit";
      else if (mark.what === "sentence") attributes.class = "unreported";
      else attributes.class = `word ${mark.what === "date" ? "date" : "name"} ${mark.fate}`;
      if (mark) attributes.tabindex = -1;
      node = dateline.el("span", attributes, node);
    }
    return node;
  },

  // The events that a passage or a reference number stands for.
  eventsOf(node, reader) {
    const ids = new Set(node.dataset.quotes.split(" ").map((id) => reader.marks[id].event));
    return reader.events.filter((event) => ids.has(event.id));
  },

  isOwn: (node, reader, event) => node.dataset.quotes.split(" ").some((id) => reader.marks[id].event === event),
});
