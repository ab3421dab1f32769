// The buttons over the drawing, one a mark, in date order; arrow keys walk them.
Object.assign(window.dateline || (window.dateline = {}), {
  SMALLEST: 24,

  renderTimeline(timeline, events) {
    const { byId, el, fill } = dateline;
    const layer = byId("marks");
    layer.style.width = `${timeline.width}px`;
    layer.style.height = `${timeline.height}px`;
    const buttons = timeline.marks.map((mark, index) => dateline.markButton(mark, index === 0));
    const edges = timeline.edges.map((edge) => {
      const button = el("button", { type: "button", class: "edge", "aria-label": edge.text, on: () => dateline.go(edge.query) });
      dateline.place(button, edge.box);
      return button;
    });
    const dots = timeline.marks.map((mark, index) => dateline.dot(mark, buttons[index])).filter(Boolean);
    fill(layer, ...dots, ...buttons, ...edges);
    layer.onkeydown = dateline.walk;
    fill(byId("tip"));
    fill(byId("empty"), events.total ? "" : "Nothing matches these filters. Remove one, or reset them all.");
    byId("empty").parentElement.classList.toggle("nothing", !events.total);
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
      on: press,
    });
    dateline.place(button, mark.box);
    button.addEventListener("pointerenter", () => dateline.showTip(button));
    button.addEventListener("pointerleave", dateline.hideTip);
    button.addEventListener("focus", () => dateline.showTip(button));
    button.addEventListener("blur", dateline.hideTip);
    return button;
  },

  // For the pointer only: the disc on the axis that a card belongs to does what the card does.
  dot(mark, button) {
    const [x, y] = mark.dot;
    const [left, top, wide, high] = mark.box;
    const isInside = x >= left && x <= left + wide && y >= top && y <= top + high;
    if (isInside || !(x || y)) return null;
    const node = dateline.el("span", { class: "dot", "aria-hidden": "true", on: () => button.click() });
    Object.assign(node.style, { left: `${x - 8}px`, top: `${y - 12}px` });
    node.addEventListener("pointerenter", () => button.classList.add("near"));
    node.addEventListener("pointerleave", () => button.classList.remove("near"));
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
    const step = {
      ArrowRight: () => marks[at + 1],
      ArrowLeft: () => marks[at - 1],
      ArrowDown: () => dateline.nearestInLane(marks, at, 1),
      ArrowUp: () => dateline.nearestInLane(marks, at, -1),
      Home: () => marks[0],
      End: () => marks[marks.length - 1],
      Escape: () => dateline.hideTip(),
    }[event.key];
    if (!step) return;
    event.preventDefault();
    const next = step();
    if (next) dateline.moveTo(marks, next);
  },

  moveTo(marks, next) {
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
