// Measures the room for the drawing, fills the panes from plain data, and serves the bar's buttons.
Object.assign(window.dateline || (window.dateline = {}), {
  // What the drawing must fit, as it was taken last.
  screen: { width: 0 },

  // Takes what the drawing must fit, and asks again when that has changed.
  measure() {
    dateline.takeTheme();
    const stage = dateline.byId("stage");
    const dark = window.matchMedia("(prefers-color-scheme: dark)");
    const read = () => {
      const style = getComputedStyle(stage);
      const room = stage.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
      // The briefing may cover it.
      return { width: room > 0 ? Math.floor(room) : dateline.screen.width, dark: dark.matches, small: dateline.isSmall() };
    };
    const take = () => {
      const now = read();
      if (JSON.stringify(now) === JSON.stringify(dateline.screen)) return;
      dateline.screen = now;
      // A window that changes size while a control's answer is under way must not undo it.
      dateline.put(dateline.question(Boolean(dateline.known)));
    };
    let timer = 0;
    const look = () => {
      clearTimeout(timer);
      timer = setTimeout(take, 120);
    };
    dateline.screen = read();
    new ResizeObserver(look).observe(stage);
    dark.addEventListener("change", look);
  },

  // What a link asked for that could not be shown: said until something else is asked for.
  leftOut: null,

  // Fills every pane whose data came; the others stay as they are.
  render(shown) {
    if (!("query" in shown)) {
      dateline.known = {};
      return dateline.renderBanner(shown.error);
    }
    if ("known" in shown) dateline.known = shown.known;
    if ("props" in shown) dateline.renderControls(shown);
    if (shown.error) dateline.leftOut = shown.error;
    dateline.renderBanner(dateline.leftOut);
    if ("events" in shown) dateline.renderStage(shown);
    if ("query" in shown) dateline.renderAddress(shown.query);
    if ("reader" in shown) dateline.willRead = Boolean(shown.reader);
    if ("drawer" in shown) dateline.renderDrawer(shown.drawer);
    if ("reader" in shown) dateline.renderReader(shown.reader);
  },

  // The element in which Dash's graph of this id draws, once it has drawn its empty figure.
  plotOf(id) {
    const plot = dateline.byId(id).querySelector(".js-plotly-plot");
    return plot && plot._fullLayout ? plot : null;
  },

  // What is to be drawn where, the last wish.
  figures: {},

  // Draws a figure in place of the one that is there: at once, with all else that is shown, but
  // for the first one, which waits for Plotly.
  async draw(id, figure) {
    if (!figure) return;
    dateline.figures[id] = figure;
    while (!dateline.plotOf(id)) await new Promise(requestAnimationFrame);
    if (dateline.figures[id] !== figure) return;
    const { data, layout } = dateline.isOnPaper ? dateline.inPaperColors(figure) : figure;
    Plotly.react(dateline.plotOf(id), data, layout);
  },

  renderBanner(error) {
    const { byId, el, fill, go } = dateline;
    dateline.setState(error ? "wrong" : "");
    if (!error) return fill(byId("banner"));
    dateline.takeTheme();
    const whole = dateline.askedTheme() ? `?theme=${dateline.askedTheme()}` : "";
    const all = el("a", { href: window.location.pathname + whole }, "Show everything");
    all.addEventListener("click", (event) => {
      event.preventDefault();
      go(whole);
    });
    byId("app").dataset.view = "";
    const again = error.question ? dateline.button("Try again", () => dateline.put(error.question)) : "";
    fill(byId("banner"), el("strong", {}, error.message), el("span", {}, error.remedy), again, all);
  },

  // What stands while nothing is there yet goes when the first answer, or an error, has come.
  setState(state) {
    const stage = dateline.byId("stage");
    if (stage.dataset.state === "drawn") return;
    if (state) stage.dataset.state = state;
    else delete stage.dataset.state;
  },

  renderStage(shown) {
    const { byId } = dateline;
    dateline.generation = shown.generation;
    document.title = shown.title;
    // Said when it changes, not when the same is drawn for another width.
    if (byId("sentence").textContent !== shown.title) dateline.say(shown.title);
    byId("sentence").textContent = shown.title;
    dateline.setState("drawn");
    dateline.renderChips(shown.chips);
    dateline.renderMore(shown.more);
    byId("matches").hidden = !shown.is_ranged;
    byId("reset").dataset.query = shown.reset;
    dateline.showTheme(shown.theme);
    dateline.renderTimeline(shown.timeline);
    dateline.renderEmpty(shown.events, shown.ways);
    dateline.renderOverview(shown.overview);
    dateline.renderUndated(shown.events);
    dateline.renderAside();
    dateline.renderEvents(shown.events);
    dateline.renderAccounts(shown.generation);
    dateline.renderNotes(shown.notes);
    dateline.renderBriefing(shown.briefing);
  },

  // The address is right when this is called: the downloads follow it.
  renderAddress(query) {
    dateline.query = query;
    for (const link of document.querySelectorAll("a[data-export]")) {
      link.href = dateline.pictureAddress(`/export/${link.dataset.export}${query}`);
    }
  },

  renderBriefing(briefing) {
    const { byId, el, fill, go } = dateline;
    const pane = byId("briefing");
    const wasShown = !pane.hidden;
    byId("app").dataset.view = briefing ? "briefing" : "";
    pane.hidden = !briefing;
    if (!briefing) {
      fill(pane);
      if (wasShown) document.querySelector('[data-action="open-briefing"]').focus();
      return;
    }
    // Another theme is another picture of the same page.
    if (!wasShown) dateline.page = 1;
    const numbered = () => (dateline.page > 1 ? `briefing-${dateline.page}` : "briefing");
    const file = (suffix) => {
      const address = dateline.pictureAddress(briefing[suffix]);
      return dateline.page > 1 ? `${address}${address.includes("?") ? "&" : "?"}page=${dateline.page}` : address;
    };
    const picture = el("img", { class: "frame", alt: briefing.alt });
    const links = ["png", "svg"].map((suffix) =>
      el("a", { "data-suffix": suffix }, `Download ${suffix.toUpperCase()}`),
    );
    const turn = dateline.button("Next page", () => show((dateline.page % briefing.pages) + 1), {
      hidden: briefing.pages < 2,
    });
    const where = el("span", { class: "quiet" });
    const show = (number) => {
      dateline.page = number;
      picture.src = file("svg");
      for (const link of links) {
        link.href = file(link.dataset.suffix);
        link.download = `${numbered()}.${link.dataset.suffix}`;
      }
      where.textContent = briefing.pages > 1 ? `Page ${number} of ${briefing.pages}` : "";
      turn.textContent = number < briefing.pages ? "Next page" : "First page";
    };
    show(Math.min(dateline.page, Math.max(1, briefing.pages)));
    const back = dateline.button("Back", () => go(briefing.back));
    // In braces: what gives false here would take every other key away.
    pane.onkeydown = (event) => {
      if (event.key === "Escape") go(briefing.back);
    };
    const bar = el("div", { class: "bar" }, back, el("span", { class: "spring" }), where, turn, dateline.pictureThemes(briefing), el("span", { class: "together" }, ...links));
    fill(pane, picture, bar);
    if (!pane.contains(document.activeElement)) pane.focus();
  },

  actions: {
    "toggle-rail"(button) {
      const app = dateline.byId("app");
      const open = button.getAttribute("aria-expanded") !== "true";
      app.dataset.rail = open ? "open" : "closed";
      button.setAttribute("aria-expanded", String(open));
    },
    "copy-link": () => dateline.copy(dateline.link(), "Link copied."),
    "open-views": () => dateline.openViews(),
    "toggle-theme": (button) => dateline.change({ theme: button.dataset.theme }),
    "open-briefing": () => dateline.change({ view: "briefing", event: "" }),
  },
});

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-action]");
  if (button) dateline.actions[button.dataset.action](button);
  const reset = event.target.closest("#reset");
  if (reset) dateline.filter(reset.dataset.query || "");
});

// Where the rail covers the page, Escape closes it and gives the focus back to its button; the
// options of a picker are closed first, which they are by the time the key has bubbled up.
document.addEventListener(
  "keydown",
  (event) => {
    const button = document.querySelector('[data-action="toggle-rail"]');
    const open = dateline.isNarrow() && dateline.byId("app")?.dataset.rail === "open";
    const choosing = event.target.closest("#rail [data-expanded='true']");
    if (event.key !== "Escape" || !open || choosing || !event.target.closest("#rail, [data-action]")) return;
    dateline.actions["toggle-rail"](button);
    button.focus();
  },
  true,
);

// On a screen without room for both, the rail starts closed, and closes where a window becomes so.
document.addEventListener("DOMContentLoaded", () => {
  const wait = new MutationObserver(() => {
    const button = document.querySelector('[data-action="toggle-rail"]');
    if (!button) return;
    wait.disconnect();
    const close = () => {
      const isOpen = button.getAttribute("aria-expanded") === "true";
      if (isOpen && dateline.isNarrow()) dateline.actions["toggle-rail"](button);
    };
    close();
    window.matchMedia("(max-width: 1023px)").addEventListener("change", close);
  });
  wait.observe(document.body, { childList: true, subtree: true });
});

// An option of a filter, with how many events it would show.
window.dashMantineFunctions = Object.assign(window.dashMantineFunctions || {}, {
  renderCountedOption({ option, checked }) {
    const h = React.createElement;
    return h(
      "div",
      { className: "option", "data-chosen": checked || undefined },
      h("span", {}, option.label),
      h("span", {}, option.count),
    );
  },
});
