// The window on the overview strip: drag to choose a range, or move its two handles by keys.
Object.assign(window.dateline || (window.dateline = {}), {
  renderOverview(overview) {
    const { byId, el, fill } = dateline;
    const layer = byId("overview-layer");
    layer.style.height = `${overview.height}px`;
    dateline.range = overview.scale ? { ...overview.scale, ...overview } : null;
    dateline.renderRangeBar(overview);
    if (!overview.scale) return fill(layer);
    const chosen = el("div", { class: "chosen", hidden: true });
    const state = { ...overview.scale, from: overview.from, to: overview.to, chosen, layer };
    state.handles = ["from", "to"].map((side) => dateline.handle(state, side));
    fill(layer, chosen, ...state.handles);
    dateline.drawWindow(state);
    layer.onpointerdown = (event) => dateline.startDrag(state, event);
    const again = state.handles.find((node) => node.dataset.side === dateline.refocus);
    dateline.refocus = "";
    if (again) again.focus();
  },

  renderRangeBar(overview) {
    const { byId, el, fill, button } = dateline;
    if (!overview.scale) return fill(byId("overview-bar"));
    fill(
      byId("overview-bar"),
      el("span", { class: "quiet" }, overview.words),
      el("span", { class: "spring" }),
      overview.from < overview.to ? button("Zoom in", () => dateline.zoom(0.5), { "data-keep": "zoom in" }) : "",
      overview.all ? button("Zoom out", () => dateline.zoom(2), { "data-keep": "zoom out" }) : "",
      overview.is_set ? button("Fit", dateline.fit, { "data-keep": "fit" }) : "",
      overview.all ? button("All days", () => dateline.filter(overview.all), { "data-keep": "all" }) : "",
    );
  },

  // Shows half or twice as many days, around a day or around the middle.
  zoom(factor, day) {
    const { range } = dateline;
    if (!range) return;
    const length = range.to - range.from + 1;
    const wish = Math.max(1, Math.round(length * factor));
    if (wish === length) return;
    const centre = day ? Date.parse(day) / 86400000 + 719163 : (range.from + range.to) / 2;
    const from = Math.max(range.first, Math.min(Math.round(centre - (wish - 1) / 2), range.last - wish + 1));
    const to = Math.min(range.last, from + wish - 1);
    dateline.change({ from: dateline.isoDay(from), to: dateline.isoDay(to) });
  },

  fit: () => dateline.change({ from: "", to: "", certainty: "" }),

  // Days are counted from 1 January of year 1, as the server counts them.
  isoDay(ordinal) {
    const day = new Date(0);
    day.setUTCDate(day.getUTCDate() + ordinal - 719163);
    return day.toISOString().slice(0, 10);
  },

  dayWords(ordinal) {
    const form = { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" };
    return new Date(dateline.isoDay(ordinal)).toLocaleDateString("en-GB", form);
  },

  handle(state, side) {
    const node = dateline.el("div", { class: "handle", role: "slider", tabindex: 0, "data-side": side });
    node.setAttribute("aria-label", side === "from" ? "First day shown" : "Last day shown");
    node.onkeydown = (event) => dateline.nudge(state, side, event);
    return node;
  },

  drawWindow(state) {
    const left = state.x0 + (state.from - state.first) * state.px;
    const right = state.x0 + (state.to + 1 - state.first) * state.px;
    state.chosen.style.left = `${left}px`;
    state.chosen.style.width = `${Math.max(2, right - left)}px`;
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
