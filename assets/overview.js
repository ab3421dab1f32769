// The window on the overview strip: drag to choose a range, or move its two handles by keys.
Object.assign(window.dateline || (window.dateline = {}), {
  renderOverview(overview) {
    const { byId, el, fill } = dateline;
    const layer = byId("overview-layer");
    layer.style.height = `${overview.height}px`;
    dateline.range = overview.scale ? { ...overview.scale, ...overview } : null;
    if (overview.scale && !dateline.axis) dateline.axis = dateline.plainAxis(overview.from, overview.to);
    dateline.renderRangeBar(overview);
    if (!overview.scale) return fill(layer);
    const chosen = el("div", { class: "chosen", hidden: true });
    const [frame, ...veils] = ["frame", "veil", "veil"].map((name) => el("div", { class: name }));
    const state = { ...overview.scale, from: overview.from, to: overview.to, chosen, layer, frame, veils };
    state.handles = ["from", "to"].map((side) => dateline.handle(state, side));
    fill(layer, ...veils, frame, chosen, ...state.handles);
    dateline.drawWindow(state);
    layer.onpointerdown = (event) => dateline.startDrag(state, event);
    layer.onwheel = (event) => dateline.wheelOver(state, event);
    const again = state.handles.find((node) => node.dataset.side === dateline.refocus);
    dateline.refocus = "";
    if (again) again.focus();
  },

  // Where the page draws no axis, its buttons still move from day to day.
  plainAxis: (first, last) => ({ first, last, x0: 0, end: 1, ends: [0, 1], px: 1 / (last - first + 1), breaks: [] }),

  renderRangeBar(overview) {
    const { byId, el, fill, button } = dateline;
    if (!overview.scale || !dateline.axis) return fill(byId("overview-bar"));
    // A button that can do nothing now keeps its place, and the focus if it has it.
    const press = (words, can, act) => {
      const more = { "data-keep": words, "aria-disabled": can ? false : "true" };
      return button(words, () => can && act(), more);
    };
    const span = (unit) => {
      const [from, to] = dateline.spanOf(unit, overview.from);
      const isShown = from === overview.from && to === overview.to;
      const more = { "data-keep": unit, "aria-pressed": String(isShown) };
      return button(unit[0].toUpperCase() + unit.slice(1), () => dateline.showSpan(unit), more);
    };
    const together = (name, ...parts) => el("span", { class: "joined", role: "group", "aria-label": name }, ...parts);
    const half = dateline.halfOfIt;
    fill(
      byId("overview-bar"),
      el("span", { class: "quiet" }, overview.words),
      el("span", { class: "quiet hint" }, "Drag to move, Ctrl and wheel to zoom"),
      el("span", { class: "spring" }),
      together(
        "Move",
        press("Earlier", dateline.canShift(-1), () => dateline.shiftBy(-half())),
        press("Later", dateline.canShift(1), () => dateline.shiftBy(half())),
      ),
      together("Span", ...["day", "week", "month", "year"].map(span)),
      together(
        "Zoom",
        press("Zoom in", overview.from < overview.to, () => dateline.zoom(0.5)),
        press("Zoom out", Boolean(overview.all), () => dateline.zoom(2)),
      ),
      together(
        "Extent",
        press("Fit", overview.is_set, dateline.fit),
        press("All days", Boolean(overview.all), () => dateline.filter(overview.all)),
      ),
    );
  },

  // Shows half or twice as many days, around a day or around the middle.
  zoom(factor, day) {
    if (!dateline.axis || !dateline.range) return;
    const { first, last } = dateline.axis;
    const centre = day ? Date.parse(day) / 86400000 + 719163.5 : (first + last + 1) / 2;
    dateline.zoomAround(centre, 0.5, factor);
  },

  fit: () => dateline.change({ from: "", to: "", certainty: "" }),

  // Days are counted from 1 January of year 1, as the server counts them.
  isoDay(ordinal) {
    const day = new Date(0);
    day.setUTCDate(day.getUTCDate() + ordinal - 719163);
    return day.toISOString().slice(0, 10);
  },

  longDay: new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }),

  dayWords: (ordinal) => dateline.longDay.format(new Date(dateline.isoDay(ordinal))),

  handle(state, side) {
    const node = dateline.el("div", { class: "handle", role: "slider", tabindex: 0, "data-side": side });
    node.setAttribute("aria-label", side === "from" ? "First day shown" : "Last day shown");
    node.onkeydown = (event) => dateline.nudge(state, side, event);
    return node;
  },

  drawWindow(state) {
    const left = state.x0 + (state.from - state.first) * state.px;
    const right = state.x0 + (state.to + 1 - state.first) * state.px;
    const stretch = (node, from, to, least = 0) => {
      node.style.left = `${from}px`;
      node.style.width = `${Math.max(least, to - from)}px`;
    };
    stretch(state.chosen, left, right, 2);
    stretch(state.frame, left, right);
    stretch(state.veils[0], state.x0, left);
    stretch(state.veils[1], right, state.x0 + (state.last + 1 - state.first) * state.px);
    state.handles.forEach((node, index) => {
      const value = index ? state.to : state.from;
      node.style.left = `${index ? right : left}px`;
      const words = `${index ? "to" : "from"} ${dateline.dayWords(value)}`;
      const values = { valuemin: state.first, valuemax: state.last, valuenow: value, valuetext: words };
      for (const [key, said] of Object.entries(values)) node.setAttribute(`aria-${key}`, said);
    });
  },

  nudge(state, side, event) {
    const steps = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -7, PageUp: 7 };
    const ends = { Home: state.first, End: state.last };
    const now = side === "from" ? state.from : state.to;
    const wish = event.key in steps ? now + steps[event.key] : ends[event.key];
    if (wish === undefined) return;
    event.preventDefault();
    const [low, high] = side === "from" ? [state.first, state.to] : [state.from, state.last];
    state[side] = Math.min(Math.max(wish, low), high);
    dateline.drawWindow(state);
    state.chosen.hidden = false;
    clearTimeout(dateline.nudging);
    dateline.nudging = setTimeout(() => dateline.setRange(state, side), 300);
  },

  dayAt(state, event) {
    const x = event.clientX - state.layer.getBoundingClientRect().left;
    const day = state.first + Math.floor((x - state.x0) / state.px);
    return Math.min(Math.max(day, state.first), state.last);
  },

  // Zooms around the day under the pointer; a turn goes on while it is answered.
  wheelOver(state, event) {
    event.preventDefault();
    if (dateline.turning || !dateline.axis) return;
    dateline.turning = setTimeout(() => (dateline.turning = 0), dateline.CALM);
    const day = dateline.dayAt(state, event);
    const { first, last } = dateline.axis;
    const share = Math.min(Math.max((day + 0.5 - first) / (last - first + 1), 0), 1);
    dateline.zoomAround(day + 0.5, share, event.deltaY > 0 ? 1.5 : 1 / 1.5);
  },

  startDrag(state, event) {
    if (event.button) return;
    event.preventDefault();
    const side = event.target.dataset.side;
    const anchor = side === "from" ? state.to : side === "to" ? state.from : dateline.dayAt(state, event);
    state.layer.setPointerCapture(event.pointerId);
    state.layer.onpointermove = (move) => {
      const day = dateline.dayAt(state, move);
      [state.from, state.to] = [Math.min(anchor, day), Math.max(anchor, day)];
      state.chosen.hidden = false;
      dateline.drawWindow(state);
    };
    state.layer.onpointerup = () => {
      state.layer.onpointermove = state.layer.onpointerup = null;
      if (!state.chosen.hidden) dateline.setRange(state, side || "from");
    };
  },

  setRange(state, side) {
    const [from, to] = [dateline.isoDay(state.from), dateline.isoDay(state.to)];
    dateline.refocus = document.activeElement.classList.contains("handle") ? side : "";
    dateline.change({ from, to });
  },
});
