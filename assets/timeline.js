// The buttons over the drawing, one a mark, in date order; arrow keys walk them.
Object.assign(window.dateline || (window.dateline = {}), {
  SMALLEST: 24,

  renderTimeline(timeline) {
    const { byId, el, fill } = dateline;
    const layer = byId("marks");
    layer.style.width = `${timeline.width}px`;
    layer.style.height = `${timeline.height}px`;
    byId("stage").style.setProperty("--drawn", timeline.width); // Paper is narrower.
    // The drawing comes a moment later; what stands below it has its place at once.
    byId("graph").parentElement.style.height = `${timeline.height}px`;
    const stop = Math.max(0, timeline.marks.findIndex((mark) => mark.id && mark.id === dateline.lastMark));
    const buttons = timeline.marks.map((mark, index) => dateline.markButton(mark, index === stop));
    const edges = timeline.edges.map((edge) => {
      const more = { "aria-label": edge.text, "data-keep": edge.text, on: () => dateline.filter(edge.query) };
      const button = el("button", { type: "button", class: "edge", ...more });
      dateline.place(button, edge.box);
      return button;
    });
    const dots = timeline.marks.map((mark, index) => dateline.dot(mark, buttons[index])).filter(Boolean);
    fill(layer, ...dots, ...dateline.inLanes(timeline, buttons), ...edges);
    if (document.activeElement.matches(".mark")) dateline.moveTo(buttons, document.activeElement);
    layer.onkeydown = dateline.walk;
    fill(byId("tip"));
    byId("mode-note").textContent = timeline.note;
    dateline.renderLaneOrder(timeline);
    dateline.watchTimeline(timeline);
  },

  // The lanes of the drawing with buttons that move them, where their order is by hand.
  renderLaneOrder({ lanes, is_by_hand: isByHand }) {
    const { byId, el, fill } = dateline;
    const list = byId("lane-order");
    const own = lanes.filter(([lane]) => lane !== "…");
    dateline.laneNames = lanes.map(([, name]) => name);
    list.parentElement.hidden = !new URLSearchParams(window.location.search).get("group");
    list.hidden = !isByHand;
    const move = (at, way) => {
      const keys = own.map(([lane]) => lane);
      [keys[at], keys[at + way]] = [keys[at + way], keys[at]];
      dateline.change({ order: "hand", lane: keys });
    };
    const button = (words, at, way) => {
      const canMove = at + way >= 0 && at + way < own.length;
      const names = { "aria-label": `Move ${own[at][1]} ${words.toLowerCase()}`, "data-keep": `${words} ${own[at][0]}` };
      return dateline.button(words, () => canMove && move(at, way), { ...names, "aria-disabled": canMove ? false : "true" });
    };
    const line = ([, name], at) => el("li", {}, el("span", {}, name), button("Up", at, -1), button("Down", at, 1));
    fill(list, ...(isByHand ? own.map(line) : []));
  },

  // Puts the buttons of each lane in a group that is named like the lane.
  inLanes(timeline, buttons) {
    const lanes = [...new Set(timeline.marks.map((mark) => mark.lane || ""))];
    const names = new Map(timeline.lanes);
    if (lanes.length < 2) return buttons;
    return lanes.map((lane) => {
      const own = buttons.filter((button) => (button.dataset.lane || "") === lane);
      return dateline.el("div", { role: "group", "aria-label": `${names.get(lane) || "None named"}: ${own.length}` }, ...own);
    });
  },

  markButton(mark, isFirst) {
    const press = mark.id
      ? () => dateline.open(mark.id)
      : () => dateline.change({ from: mark.days[0], to: mark.days[1] });
    const button = dateline.el("button", {
      type: "button",
      class: "mark",
      "aria-label": mark.name,
      tabindex: isFirst ? 0 : -1,
      "data-event": mark.id || false,
      "data-lane": mark.lane || false,
      "data-day": mark.days[0] || false,
      "data-keep": `mark ${mark.id || mark.days} ${mark.lane}`,
      on: press,
    });
    dateline.place(button, mark.box);
    const enter = () => {
      dateline.showTip(button);
      dateline.lightUp(mark.id, true);
    };
    const leave = () => {
      dateline.hideTip();
      dateline.lightUp(mark.id, false);
    };
    for (const kind of ["pointerenter", "focus"]) button.addEventListener(kind, enter);
    for (const kind of ["pointerleave", "blur"]) button.addEventListener(kind, leave);
    return button;
  },

  // All marks of an event are lit together: it may stand in several lanes.
  lightUp(id, isLit) {
    if (!id) return;
    for (const node of document.querySelectorAll(`.mark[data-event="${id}"]`)) node.classList.toggle("near", isLit);
  },

  // For the pointer only: the disc on the axis that a card belongs to does what the card does.
  dot(mark, button) {
    const [x, y] = mark.dot;
    const [left, top, wide, high] = mark.box;
    const isInside = x >= left && x <= left + wide && y >= top && y <= top + high;
    if (isInside || !(x || y)) return null;
    const node = dateline.el("span", { class: "dot", "aria-hidden": "true", on: () => button.click() });
    Object.assign(node.style, { left: `${x - 8}px`, top: `${y - 12}px` });
    node.addEventListener("pointerenter", () => dateline.lightUp(mark.id, true));
    node.addEventListener("pointerleave", () => dateline.lightUp(mark.id, false));
    return node;
  },

  // Sets a box in px, grown to the smallest size a finger or a tremor can hit.
  place(node, [x, y, w, h]) {
    const wide = Math.max(w, dateline.SMALLEST);
    const high = Math.max(h, dateline.SMALLEST);
    const box = { left: x - (wide - w) / 2, top: y - (high - h) / 2, width: wide, height: high };
    for (const [side, value] of Object.entries(box)) node.style[side] = `${value}px`;
  },

  // A card says what it is by itself; a small mark needs words beside it.
  showTip(button) {
    if (button.offsetWidth > 96) return;
    const tip = dateline.byId("tip");
    tip.textContent = button.getAttribute("aria-label");
    const room = dateline.byId("marks").clientWidth - tip.offsetWidth;
    tip.style.left = `${Math.max(0, Math.min(button.offsetLeft + 28, room))}px`;
    tip.style.top = `${button.offsetTop + button.offsetHeight + 4}px`;
  },

  hideTip: () => dateline.fill(dateline.byId("tip")),

  walk(event) {
    const marks = [...dateline.byId("marks").querySelectorAll(".mark")];
    const at = marks.indexOf(document.activeElement);
    if (at < 0) return;
    const lane = marks.filter((mark) => mark.dataset.lane === marks[at].dataset.lane);
    const here = lane.indexOf(marks[at]);
    const step = {
      ArrowRight: () => lane[here + 1],
      ArrowLeft: () => lane[here - 1],
      ArrowDown: () => dateline.nearestInLane(marks, at, 1),
      ArrowUp: () => dateline.nearestInLane(marks, at, -1),
      PageDown: () => dateline.farther(lane, here, 1),
      PageUp: () => dateline.farther(lane, here, -1),
      Home: () => marks[0],
      End: () => marks[marks.length - 1],
      Escape: () => dateline.hideTip(),
      "+": () => dateline.zoom(0.5, marks[at].dataset.day),
      "=": () => dateline.zoom(0.5, marks[at].dataset.day),
      "-": () => dateline.zoom(2, marks[at].dataset.day),
      0: () => dateline.fit(),
    }[event.key];
    if (!step || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const next = step();
    if (next) dateline.moveTo(marks, next);
  },

  // The next mark that lies about one tick of the axis farther, or the last one there is.
  farther(lane, here, direction) {
    const rest = direction > 0 ? lane.slice(here + 1) : lane.slice(0, here).reverse();
    const tick = 96;
    return rest.find((mark) => Math.abs(mark.offsetLeft - lane[here].offsetLeft) >= tick) || rest[rest.length - 1];
  },

  moveTo(marks, next) {
    dateline.lastMark = next.dataset.event;
    for (const mark of marks) mark.tabIndex = mark === next ? 0 : -1;
    next.focus();
  },

  // The mark of the next lane that is nearest; without lanes the next mark.
  nearestInLane(marks, at, direction) {
    const lanes = [...new Set(marks.map((mark) => mark.dataset.lane || ""))];
    if (lanes.length < 2) return marks[at + direction];
    const lane = lanes[lanes.indexOf(marks[at].dataset.lane || "") + direction];
    const far = (mark) => Math.abs(mark.offsetLeft - marks[at].offsetLeft);
    const there = marks.filter((mark) => (mark.dataset.lane || "") === lane);
    return there.sort((a, b) => far(a) - far(b))[0];
  },

  // Opens the drawer of an event; remembers what was pressed, to come back to it.
  open(id) {
    dateline.opener = document.activeElement;
    const pane = dateline.opener.closest("#marks, #events, #undated");
    dateline.from = pane ? pane.id : "";
    dateline.change({ event: id });
  },
});
