// The accounts: what was found in an article, or in all, what became of it, and why.
Object.assign(window.dateline || (window.dateline = {}), {
  accountPane(reader) {
    const { el } = dateline;
    const { sorts, sentences } = reader.account;
    return el(
      "section",
      { class: "account", id: "account", tabindex: -1, "aria-labelledby": "account-title" },
      el("h3", { id: "account-title" }, "What became of it"),
      ...sorts.map((sort) => dateline.sortPart(sort, reader.marks)),
      dateline.sentencePart(sentences, reader),
    );
  },

  sortPart(sort, marks) {
    const { el } = dateline;
    const open = "unused";
    const groups = sort.parts.map((part) => {
      const ids = sort.entries[part.fate];
      const words = `${part.count.toLocaleString("en")} ${part.label}`;
      if (!ids.length) return "";
      const list = el("ul", {}, ...dateline.byReason(ids, marks).map((group) => dateline.entries(group, marks)));
      return el("details", { open: part.fate === open }, el("summary", {}, words), list);
    });
    return el("section", { class: "sort" }, el("h4", {}, sort.title), dateline.sumLine(sort), ...groups);
  },

  // The numbers over their words, those of none too.
  sumLine(sort) {
    const { el } = dateline;
    const number = (count, words) => el("span", { class: "number" }, el("strong", {}, count.toLocaleString("en")), el("small", {}, words));
    const parts = sort.parts.flatMap((part, place) => [
      el("span", { class: "sign" }, place ? "+" : "="),
      number(part.count, part.label),
    ]);
    const shown = el("span", { class: "sum", "aria-hidden": "true" }, number(sort.found, "found"), ...parts);
    return el("p", {}, el("span", { class: "hidden" }, `${sort.sum}.`), shown);
  },

  // Gathers what has the same reason, the most frequent reason first.
  byReason(ids, marks) {
    const groups = new Map();
    for (const id of ids) groups.set(marks[id].reason, [...(groups.get(marks[id].reason) || []), id]);
    return [...groups.values()].sort((a, b) => b.length - a.length);
  },

  entries(ids, marks) {
    const { el } = dateline;
    const words = ids.map((id) => {
      const mark = marks[id];
      const go = el("button", { type: "button", class: "entry", "data-mark": id, on: () => dateline.goToWord(id) }, `“${mark.words}”`);
      const meaning = mark.meaning && mark.what === "date" ? el("span", {}, ` ${mark.meaning}`) : "";
      return el("span", { class: "one" }, go, meaning);
    });
    return el("li", {}, el("span", { class: "why" }, marks[ids[0]].reason), ...words);
  },

  sentencePart(sentences, reader) {
    const { el } = dateline;
    if (!sentences.entries.length) return "";
    const items = sentences.entries.map((id) => {
      const mark = reader.marks[id];
      const own = { type: "button", class: "entry whole", lang: reader.lang, dir: "auto", on: () => dateline.goToWord(id) };
      return el("li", {}, el("span", { class: "why" }, mark.reason), el("button", own, mark.words));
    });
    const list = el("details", {}, el("summary", {}, sentences.title), el("ul", {}, ...items));
    return el("section", { class: "sort" }, el("h4", {}, "Sentences that report nothing dated"), list);
  },

  // Goes from an entry of the account to its words in the text.
  goToWord(id) {
    const { reading } = dateline;
    dateline.showText();
    const node = reading.text.querySelector(`[data-mark="${id}"]`);
    if (!node) return;
    for (const other of reading.text.querySelectorAll(".found")) other.classList.remove("found");
    for (const piece of reading.text.querySelectorAll(`[data-mark="${id}"]`)) piece.classList.add("found");
    dateline.centre(node);
    node.focus({ preventScroll: true });
  },

  isAccountShown: () => Boolean(document.querySelector("#account").offsetParent),

  toggleAccount() {
    const pane = dateline.byId("reader");
    const isWide = pane.clientWidth >= 1000;
    const show = !dateline.isAccountShown();
    dateline.setAccount(show === isWide ? "" : show ? "open" : "closed");
    if (show) dateline.byId("reader").querySelector(".account").focus({ preventScroll: true });
    dateline.countHidden();
  },

  showText() {
    if (!dateline.reading.scroller.offsetParent) dateline.setAccount("");
  },

  setAccount(state) {
    dateline.byId("reader").dataset.account = state;
    dateline.sayAccount();
    dateline.change({ account: state });
  },

  sayAccount() {
    dateline.reading.toggle.setAttribute("aria-expanded", String(dateline.isAccountShown()));
  },

  // The list of articles is asked for when it comes into view, and anew when the store changed.
  renderAccounts(generation) {
    const pane = dateline.byId("accounts");
    if (pane.dataset.generation === String(generation)) return;
    pane.dataset.generation = String(generation);
    const { el, fill } = dateline;
    fill(pane, dateline.accountsTitle(0), el("p", { class: "quiet" }, "Counting …"));
    if (dateline.accountsWatch) dateline.accountsWatch.disconnect();
    dateline.accountsWatch = new IntersectionObserver((found) => {
      if (!found.some((one) => one.isIntersecting)) return;
      dateline.accountsWatch.disconnect();
      dateline.askAccounts(pane);
    }, { rootMargin: "320px" });
    dateline.accountsWatch.observe(pane);
  },

  // Until they are there the heading can be tabbed to: that brings it into view.
  accountsTitle: (tabindex, ...count) =>
    dateline.el("h2", { class: "title", tabindex, "data-keep": "accounts" }, "Articles", ...count),

  async askAccounts(pane) {
    const { el, fill } = dateline;
    pane.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch("/accounts");
      if (!answer.ok) throw new Error(await answer.text());
      fill(pane, ...dateline.accountsParts(await answer.json()));
    } catch {
      const again = dateline.button("Ask again", () => dateline.askAccounts(pane));
      fill(pane, dateline.accountsTitle(-1), el("p", { class: "quiet" }, "The accounts could not be had. "), again);
    }
    pane.removeAttribute("aria-busy");
  },

  ACCOUNT_HEADS: ["Article", "Published", "Quotes to the letter", "Date words", "Countries, organisations, people"],

  accountsParts(all) {
    const { el } = dateline;
    const count = el("small", { class: "count" }, dateline.articleCount(all.articles.length, all.total));
    const head = el("tr", {}, ...dateline.ACCOUNT_HEADS.map((words) => el("th", { scope: "col" }, words)));
    const rows = el("tbody", {}, ...all.articles.map(dateline.articleRow));
    const caption = el("caption", { class: "hidden" }, "The articles, and what became of what was found in them");
    const table = el("table", {}, caption, el("thead", {}, head), rows);
    return [
      dateline.accountsTitle(-1, count),
      dateline.sumsPart(),
      el("div", { class: "scroll", tabindex: 0, role: "group", "aria-label": "Table of articles" }, table),
      dateline.moreArticles(rows, count, all.total),
    ];
  },

  // The sums over all articles take longer than the list of them, and come after it.
  sumsPart() {
    const part = dateline.el("div");
    dateline.askSums(part);
    return part;
  },

  async askSums(part) {
    const { el, fill } = dateline;
    part.setAttribute("aria-busy", "true");
    fill(part, el("p", { class: "quiet" }, "The sums over all articles are being counted …"));
    try {
      const answer = await fetch("/accounts/sums");
      if (!answer.ok) throw new Error(await answer.text());
      const { exact, meter, sorts } = await answer.json();
      const words = el("p", {}, el("span", { class: exact ? "meter good" : "meter bad" }, meter));
      fill(part, words, el("div", { class: "sums" }, ...sorts.map(dateline.sumPart)));
    } catch {
      const again = dateline.button("Ask again", () => dateline.askSums(part), { "data-keep": "sums" });
      fill(part, el("p", { class: "quiet" }, "The sums over all articles could not be had. "), again);
    }
    part.removeAttribute("aria-busy");
  },

  articleCount: (shown, total) =>
    shown < total ? `showing ${shown.toLocaleString("en")} of ${total.toLocaleString("en")}` : total.toLocaleString("en"),

  // The button that lists the next page of articles; "" where all are listed.
  moreArticles(rows, count, total) {
    const left = () => total - rows.children.length;
    if (!left()) return "";
    const more = dateline.button("More articles", async () => {
      const first = rows.children.length;
      try {
        const answer = await fetch(`/accounts?first=${first}`);
        if (!answer.ok) throw new Error(await answer.text());
        rows.append(...(await answer.json()).articles.map(dateline.articleRow));
      } catch {
        return dateline.say("No answer came. Press again to ask anew.");
      }
      count.textContent = dateline.articleCount(rows.children.length, total);
      dateline.say(`Articles: ${count.textContent}.`);
      rows.children[first].querySelector("button").focus();
      more.hidden = !left();
    }, { class: "button more" });
    return more;
  },

  sumPart(sort) {
    const { el } = dateline;
    const reasons = sort.reasons.map(([why, count]) => el("li", {}, el("strong", {}, count.toLocaleString("en")), ` ${why}`));
    const list = reasons.length ? el("details", {}, el("summary", {}, "Why the others were not used"), el("ul", {}, ...reasons)) : "";
    return el("section", { class: "sort" }, el("h3", {}, sort.title), dateline.sumLine(sort), list);
  },

  articleRow(row) {
    const { el } = dateline;
    const open = el("button", { type: "button", class: "open", "data-file": row.file, lang: row.lang, dir: "auto", on: () => dateline.openArticle(row.file) }, row.headline);
    const outlet = row.publisher ? el("div", { class: "quiet" }, row.publisher) : "";
    const cells = [row.published, row.quotes, row.dates, row.names].map((words, place) =>
      el("td", { "data-label": dateline.ACCOUNT_HEADS[place + 1] }, words),
    );
    return el("tr", {}, el("td", {}, open, outlet), ...cells);
  },
});
