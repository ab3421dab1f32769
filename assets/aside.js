// What a reader set aside, and the corrections that fit nothing any more, under the timeline.
Object.assign(window.dateline || (window.dateline = {}), {
  async renderAside() {
    const { byId, el, fill } = dateline;
    const pane = byId("set-aside");
    if (pane.dataset.generation === String(dateline.generation)) return;
    pane.dataset.generation = String(dateline.generation);
    const found = await dateline.askCorrections("/corrections");
    if (found.errors) return fill(pane);
    const title = (words, count) => el("h2", { class: "title" }, words, el("small", {}, count.toLocaleString("en")));
    const links = ["csv", "json"].map((suffix) => el("a", { href: `/export/aside.${suffix}`, download: `aside.${suffix}` }, suffix.toUpperCase()));
    const aside = found.aside.length
      ? [title("Set aside by a reader", found.aside.length), el("p", { class: "quiet" }, "Not on the timeline. Data: ", links[0], " ", links[1]), el("ul", {}, ...found.aside.map(dateline.asideItem))]
      : [];
    const lost = found.lost.length
      ? [title("Corrections that fit nothing any more", found.lost.length), el("ul", {}, ...found.lost.map((one) => el("li", {}, el("q", { dir: "auto" }, one.quote), el("small", {}, one.words))))]
      : [];
    fill(pane, ...aside, ...lost);
  },

  asideItem(one) {
    const { el, button } = dateline;
    const back = async () => {
      const answer = await dateline.askCorrections("/corrections", { report: one.report, changes: { aside: "" }, who: dateline.whoCorrects() });
      if (answer.errors) return dateline.say(answer.errors[""]);
      dateline.say(answer.said);
      dateline.byId("sentence").focus({ preventScroll: true });
      dateline.refresh();
    };
    const read = () => dateline.openArticle(one.file);
    return el(
      "li",
      {},
      el("strong", {}, one.label),
      el("small", {}, one.day),
      el("q", { lang: one.lang, dir: "auto" }, one.quote),
      el("div", { class: "actions" }, button("Put back", back, { "aria-label": `Put back: ${one.label}` }), button("Open in article", read)),
    );
  },
});
