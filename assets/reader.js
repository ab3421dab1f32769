// The article reader: the whole article over the timeline, at the words that were asked for.
Object.assign(window.dateline || (window.dateline = {}), {
  reading: null,
  cues: true,

  openArticle(file, report) {
    dateline.wanted = report || "";
    if (dateline.reading && dateline.reading.reader.file === file) return dateline.land();
    const from = document.activeElement;
    dateline.leftFrom = { node: from, file, report: report || "" };
    dateline.change({ article: file });
    if (dateline.askArticle(file).data) dateline.renderReader({ file });
  },

  renderReader(reader) {
    const { byId, fill } = dateline;
    dateline.wantedFile = reader ? reader.file : "";
    if (reader) return dateline.showWhenThere(reader.file);
    const was = dateline.reading;
    byId("reader").hidden = true;
    dateline.reading = null;
    fill(byId("reader"));
    dateline.coverStage();
    if (was) dateline.leaveReader();
  },

  showArticle(reader) {
    const pane = dateline.byId("reader");
    const was = dateline.reading;
    pane.hidden = false;
    const key = JSON.stringify([dateline.generation, reader.file, reader.typed, reader.events.map((one) => one.id)]);
    const isNew = !was || was.key !== key;
    if (isNew) dateline.buildReader(pane, reader, key);
    else dateline.renumber(reader);
    pane.dataset.account = dateline.asked("account");
    dateline.coverStage();
    dateline.chooseEvent(dateline.asked("event"), isNew);
    dateline.sayAccount();
    if (isNew && dateline.reading.scroller.offsetParent) dateline.land();
    else if (isNew) pane.querySelector(".account").focus({ preventScroll: true });
  },

  buildReader(pane, reader, key) {
    const { el, fill } = dateline;
    const text = el("div", { class: "text", lang: reader.lang, dir: reader.dir });
    const state = { reader, key, stops: [], text, at: -1, event: "", drawn: null };
    dateline.reading = state;
    state.scroller = el("div", { class: "scroller", tabindex: 0, role: "group", "aria-label": "Text of the article" },
      dateline.readerHead(reader), text);
    state.tip = el("div", { class: "word-tip", id: "word-tip", role: "tooltip", hidden: true });
    state.above = dateline.jumpButton("above", -1);
    state.below = dateline.jumpButton("below", 1);
    state.title = state.scroller.querySelector("h2");
    const stage = el("div", { class: "page" }, state.above, state.scroller, state.below, state.tip);
    fill(pane, dateline.readerBar(state), el("div", { class: "panes" }, stage, dateline.accountPane(reader)));
    dateline.listenToReader(pane, state);
  },

  readerHead(reader) {
    const { el } = dateline;
    const who = [reader.publisher, reader.author].filter(Boolean).join(" · ");
    const meter = el("span", { class: reader.account.exact ? "meter good" : "meter bad" }, reader.account.meter);
    return el(
      "header",
      {},
      el("h2", { id: "reader-title", tabindex: -1, lang: reader.lang, dir: "auto" }, reader.headline),
      el("p", { class: "who" }, who ? el("strong", {}, who) : "", who ? " " : "", `${reader.published}. `, dateline.dayButton(reader.file, reader.is_dated)),
      el("p", {}, meter),
      dateline.legend(),
    );
  },

  legend() {
    const { el } = dateline;
    const sample = (style, words) => el("li", {}, el("span", { class: style, "aria-hidden": "true" }, "abc"), ` ${words}`);
    const rows = [
      ["sample own", "quote of the event that is open"],
      ["sample", "quote of another event"],
      ["word date used", "date word"],
      ["word name used", "country, organisation or person"],
      ["word date merged", "dashed: says what another word says, or only bounds a day"],
      ["word date unused", "dotted: not used"],
    ];
    const cues = dateline.button("Say where quotes begin and end", () => {
      dateline.cues = !dateline.cues;
      dateline.showCues(cues);
    });
    dateline.showCues(cues);
    const list = el("ul", {}, ...rows.map(([style, words]) => sample(style, words)));
    return el("details", { class: "legend" }, el("summary", {}, "What the marks mean"), list, el("p", { class: "for-listeners" }, cues));
  },

  showCues(button) {
    button.setAttribute("aria-pressed", String(dateline.cues));
    dateline.byId("reader").dataset.cues = dateline.cues ? "on" : "off";
  },

  readerBar(state) {
    const { el, button } = dateline;
    state.back = button("Back to the timeline", dateline.closeReader, { class: "button small back" });
    state.own = button("This event", () => dateline.chooseMode("own"));
    state.all = button("All events", () => dateline.chooseMode("all"));
    const step = (direction) => dateline.canStep() && dateline.step(direction);
    state.previous = button("Previous", () => step(-1), { "aria-label": "Previous quote", "aria-keyshortcuts": "p" });
    state.next = button("Next", () => step(1), { "aria-label": "Next quote", "aria-keyshortcuts": "n" });
    state.where = el("span", { class: "quiet where" });
    state.toggle = button("Accounting", dateline.toggleAccount, { "aria-controls": "account" });
    state.chosen = el("p", { class: "chosen" });
    const modes = el("span", { class: "joined", role: "group", "aria-label": "Quotes marked" }, state.own, state.all);
    const steps = el("span", { class: "steps", role: "group", "aria-label": "Quotes" }, state.previous, state.where, state.next);
    return el("div", { class: "reader-bar" }, state.back, el("span", { class: "spring" }), modes, steps, state.toggle, state.chosen);
  },

  jumpButton(side, direction) {
    return dateline.el("button", { type: "button", class: `jump ${side}`, hidden: true, on: () => dateline.jump(direction) });
  },

  listenToReader(pane, state) {
    pane.onkeydown = (event) => dateline.readerKey(event);
    state.text.addEventListener("click", (event) => dateline.pressText(event));
    for (const kind of ["pointerover", "focusin"]) {
      state.text.addEventListener(kind, (event) => dateline.showWord(event.target.closest(".word")));
    }
    for (const kind of ["pointerout", "focusout"]) state.text.addEventListener(kind, () => dateline.hideWordSoon());
    state.tip.addEventListener("pointerenter", () => clearTimeout(dateline.hidingWord));
    state.tip.addEventListener("pointerleave", () => dateline.hideWordSoon());
    state.scroller.addEventListener("scroll", () => {
      const focused = document.activeElement.closest(".text .word");
      dateline.hideWord();
      dateline.showWord(focused);
      dateline.countHidden();
    });
    new ResizeObserver(() => {
      if (!dateline.reading) return;
      dateline.countHidden();
      dateline.sayAccount();
    }).observe(pane);
  },

  readerKey(event) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const { reading } = dateline;
    const passage = event.target.closest(".passage");
    if (event.key === "Escape") {
      event.stopPropagation();
      if (document.querySelector(".chooser")) return dateline.closeChooser(true);
      if (!reading.tip.hidden) return dateline.hideWord();
      return dateline.closeReader();
    }
    if (event.key === "n" || event.key === "p") dateline.step(event.key === "n" ? 1 : -1);
    else if (event.key === "Enter" && passage && event.target === passage) dateline.choose(passage);
    else return;
    event.preventDefault();
  },

  pressText(event) {
    const node = event.target.closest(".passage, .reference");
    const isSelecting = !window.getSelection().isCollapsed && !event.target.closest(".reference");
    if (node && !isSelecting) dateline.choose(node);
    else dateline.showWord(event.target.closest(".word"));
  },

  closeReader: () => dateline.change({ article: "", marks: "", account: "" }),

  // Puts the focus back where the article was opened from, or on what tells of it.
  leaveReader() {
    const { byId, leftFrom } = dateline;
    dateline.leftFrom = null;
    const hands = [
      leftFrom && leftFrom.node,
      leftFrom && leftFrom.report && document.querySelector(`#drawer [data-report="${leftFrom.report}"]`),
      leftFrom && !leftFrom.report && document.querySelector(`#accounts [data-file="${CSS.escape(leftFrom.file)}"]`),
      document.querySelector("#drawer h2"),
      byId("stage"),
    ];
    const back = hands.find((node) => node && node.isConnected && node !== document.body && !node.closest("[inert], [hidden]"));
    if (back) back.focus();
  },

  // What lies under a sheet cannot be reached; the reader covers the stage on every screen.
  coverStage() {
    const { byId } = dateline;
    const [reading, evidence] = [!byId("reader").hidden, !byId("drawer").hidden];
    const narrow = dateline.isNarrow();
    byId("stage").inert = reading || (evidence && narrow);
    byId("drawer").inert = reading && narrow;
    for (const id of ["bar", "rail"]) byId(id).inert = narrow && (reading || evidence);
    if (dateline.reading) {
      const words = evidence && narrow ? "Back to the evidence" : "Back to the timeline";
      dateline.reading.back.textContent = words;
    }
  },
});
