// The sources of an event in the drawer: each with its own words, its own day, and its reprints.
Object.assign(window.dateline || (window.dateline = {}), {
  sourceParts(event) {
    const { el } = dateline;
    const title = el("h3", {}, "The words that report it", el("small", {}, event.told_by));
    return [...dateline.dayParts(event.days), title, ...event.sources.map(dateline.sourcePart)];
  },

  // What each source says of the day, side by side, and what the day shown is made of.
  dayParts(days) {
    const { el } = dateline;
    if (!days) return [];
    const rows = days.rows.map(([outlet, day, words]) =>
      el("tr", {}, el("th", { scope: "row" }, outlet), el("td", {}, day, words ? el("small", { dir: "auto" }, `“${words}”`) : "")),
    );
    const caption = el("caption", { class: "hidden" }, "The day that each source gives");
    return [
      el("h3", {}, "The day, source by source"),
      el("table", { class: "days" }, caption, el("tbody", {}, ...rows)),
      el("p", { class: days.disagree ? "notice" : "secondary" }, days.made_of),
    ];
  },

  sourcePart(source) {
    const { el } = dateline;
    const own = { lang: source.lang, dir: source.dir };
    const about = [source.author, source.published].filter(Boolean).join(", ");
    const copied = source.reprint ? `Reprint: nearly the same words as ${source.reprint}; counted once.` : "";
    return el(
      "article",
      {},
      el("h4", {}, source.publisher),
      source.headline ? el("p", { class: "headline", ...own }, source.headline) : "",
      el("p", { class: "secondary" }, about),
      copied ? el("p", { class: "reprint" }, copied) : "",
      ...source.reports.map((report) => dateline.reportPart(report, source, own)),
    );
  },

  reportPart(report, source, own) {
    const { el } = dateline;
    const pieces = report.quote.map(([text, what]) => (what ? el("span", { class: what }, text) : text));
    const further = report.further.flatMap((quote) => [
      el("blockquote", own, el("mark", {}, ...dateline.pieces(quote.parts, quote.text))),
      el("p", { class: "secondary" }, quote.place),
    ]);
    return el(
      "div",
      { class: "report" },
      el("blockquote", own, report.before, el("mark", { class: "quote" }, ...pieces), report.after),
      el("p", { class: "secondary" }, [source.file, report.place].join(", ")),
      ...further,
      report.speaker ? el("p", { class: "secondary" }, `Said by ${report.speaker}.`) : "",
      report.merge_reason ? el("p", { class: "secondary" }, report.merge_reason) : "",
      dateline.reportActions(report, source),
      dateline.correctPart(report),
    );
  },

  reportActions(report, source) {
    const { el } = dateline;
    const cite = () => dateline.copy(report.citation, "Quote copied with its citation.");
    const link = () => dateline.copy(dateline.link(), "Link copied.");
    const read = () => dateline.openArticle(source.file, report.id);
    return el(
      "div",
      { class: "actions" },
      dateline.button("Open in article", read, { "data-report": report.id }),
      dateline.button("Copy quote with citation", cite),
      dateline.button("Copy link", link),
    );
  },
});
