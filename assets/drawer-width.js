// The room of the drawer: narrower, wider, or put aside; and what is selected is never under it.
Object.assign(window.dateline || (window.dateline = {}), {
  WIDTHS: [360, 420, 640],
  LEAST: 288, // A card beside the drawer, in px.
  width: 420,
  isAside: false,

  // The row of buttons over the evidence; where the drawer covers the screen there is only "Close".
  drawerBar() {
    const { el, button } = dateline;
    const close = button("Close", () => dateline.change({ event: "" }));
    const hide = button("Hide", () => dateline.setAside(true), { class: "button small room" });
    const step = (words, by) => button(words, () => dateline.setWidth(by), { class: "button small room", "data-by": by });
    return el("div", { class: "drawer-bar", role: "group", "aria-label": "Evidence" }, hide, step("Narrower", -1), step("Wider", 1), el("span", { class: "spring" }), close);
  },

  setWidth(by) {
    const { WIDTHS } = dateline;
    const at = WIDTHS.indexOf(dateline.width) + by;
    dateline.width = WIDTHS[Math.min(Math.max(at, 0), WIDTHS.length - 1)];
    dateline.layDrawer();
  },

  setAside(aside) {
    dateline.isAside = aside;
    dateline.layDrawer();
    const drawer = dateline.byId("drawer");
    const next = aside ? drawer.querySelector(".show") : drawer.querySelector("h2");
    next.focus({ preventScroll: true });
  },

  // Sets the width everywhere, and moves the picture so far that the open event's mark is seen.
  layDrawer() {
    const { byId, width, WIDTHS, isAside } = dateline;
    const drawer = byId("drawer");
    drawer.classList.toggle("aside", isAside);
    const most = dateline.isCovered() ? Math.max(WIDTHS[0], byId("stage").clientWidth - dateline.LEAST) : width;
    document.documentElement.style.setProperty("--drawer", `${isAside ? 48 : Math.min(width, most)}px`);
    for (const step of drawer.querySelectorAll("[data-by]")) {
      const isEnd = width === (step.dataset.by > 0 ? WIDTHS[WIDTHS.length - 1] : WIDTHS[0]);
      step.setAttribute("aria-disabled", String(isEnd));
    }
    dateline.uncover();
  },

  // Says whether the drawer lies over the stage, which can then be scrolled sideways.
  isCovered() {
    const drawer = dateline.byId("drawer");
    const covers = !drawer.hidden && getComputedStyle(drawer).position === "absolute";
    dateline.byId("stage").toggleAttribute("data-covered", covers);
    return covers;
  },

  // Scrolls the stage so that neither the drawer nor the edge of the window covers the selected mark.
  uncover() {
    const { byId } = dateline;
    const [stage, drawer] = [byId("stage"), byId("drawer")];
    if (!dateline.isCovered()) return;
    const marks = [...document.querySelectorAll('.mark[aria-current="true"]')];
    const mark = marks.find((one) => one === dateline.opener) || marks[0];
    if (!mark || !mark.offsetParent) return;
    const [room, box, wall] = [stage, mark, drawer].map((node) => node.getBoundingClientRect());
    const isFromMark = !dateline.from || dateline.from === "marks";
    if (isFromMark && (box.top < room.top || box.bottom > room.bottom)) mark.scrollIntoView({ block: "center", inline: "nearest" });
    const isInSight = box.bottom > room.top && box.top < room.bottom;
    if (!isFromMark && !isInSight) return;
    stage.scrollLeft += Math.max(box.right - wall.left + 16, Math.min(0, box.left - room.left - 16));
  },
});
