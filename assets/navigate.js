// Moving through time on the drawing: wheel and pinch zoom, dragging, steps and spans by buttons.
// The drawing follows the hand at once; the days shown change when the hand lets go.
Object.assign(window.dateline || (window.dateline = {}), {
  CALM: 180, // ms without a turn of the wheel after which its turning is over
  REACH: 4, // px that a pointer may wander and still press

  watchTimeline(timeline) {
    // A range that is chosen has nothing beyond it, so its axis reaches from end to end.
    dateline.axis = timeline.scale && { ...timeline.scale, ends: timeline.ends };
    dateline.axisLine = timeline.axis;
    dateline.stopGesture();
    const pane = dateline.byId("timeline");
    pane.onpointerdown = dateline.touch;
    pane.onpointermove = dateline.drag;
    pane.onpointerup = pane.onpointercancel = dateline.letGo;
    if (pane.dataset.watched) return;
    pane.dataset.watched = "yes";
    pane.addEventListener("wheel", dateline.turnWheel, { passive: false });
    pane.addEventListener("click", (event) => dateline.dragged && event.stopPropagation(), true);
  },

  // The day at a place of the drawing, with its fraction; in a break days are narrower.
  dayOf(axis, x) {
    const days = axis.breaks.reduce((sum, [start, width, length]) => {
      const inside = Math.min(Math.max(x - start, 0), width);
      return sum + inside * (length / width - 1 / axis.px);
    }, (x - axis.x0) / axis.px);
    return axis.first + days;
  },

  placeOf: (event) => event.clientX - dateline.byId("timeline").getBoundingClientRect().left,

  // What the hand has done so far: moved by so many px, and zoomed by a factor around a place.
  gesture: null,

  stopGesture() {
    clearTimeout(dateline.gesture && dateline.gesture.timer);
    dateline.gesture = null;
    for (const id of ["graph", "marks"]) dateline.byId(id).style.transform = "";
    delete dateline.byId("timeline").dataset.moving;
  },

  follow(gesture) {
    dateline.gesture = gesture;
    dateline.hideTip();
    dateline.byId("timeline").dataset.moving = "yes";
    if (window.matchMedia("(prefers-reduced-motion: reduce)").matches) return;
    const scale = 1 / gesture.factor;
    const left = gesture.at + gesture.shift - gesture.at * scale;
    for (const id of ["graph", "marks"]) {
      const { style } = dateline.byId(id);
      style.transformOrigin = "0 0";
      style.transform = `translateX(${left}px) scaleX(${scale})`;
    }
  },

  // Shows the days to which the hand has led; where they are the same, all goes back.
  settle() {
    const { gesture, axis } = dateline;
    if (!gesture) return;
    const went =
      gesture.factor === 1
        ? dateline.shiftBy(-gesture.shift / axis.px)
        : dateline.zoomAround(dateline.dayOf(axis, gesture.at), dateline.share(axis, gesture.at + gesture.shift), gesture.factor);
    if (!went) dateline.stopGesture();
  },

  // How far a place lies along the axis as it will be drawn.
  share({ ends: [start, end] }, x) {
    return (x - start) / (end - start);
  },

  // The page scrolls as everywhere; Ctrl or a pinch zooms, so does the wheel on the axis itself.
  turnWheel(event) {
    if (!dateline.axis) return;
    const size = [1, 16, 400][event.deltaMode] || 1;
    const y = event.clientY - dateline.byId("timeline").getBoundingClientRect().top;
    const isOnAxis = Math.abs(y - dateline.axisLine - 12) < 32;
    const sideways = event.shiftKey ? event.deltaY || event.deltaX : event.deltaX;
    const isSideways = event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY);
    const zooms = event.ctrlKey || event.metaKey || (isOnAxis && !isSideways);
    if (!zooms && !isSideways) return;
    event.preventDefault();
    const held = dateline.gesture || { at: dateline.placeOf(event), shift: 0, factor: 1 };
    clearTimeout(held.timer);
    if (zooms) held.factor *= Math.exp(event.deltaY * size * (event.ctrlKey && Math.abs(event.deltaY) < 20 ? 0.01 : 0.002));
    else held.shift -= sideways * size;
    dateline.follow(held);
    held.timer = setTimeout(dateline.settle, dateline.CALM);
  },

  fingers: new Map(),

  touch(event) {
    if (event.button || !dateline.axis || event.target.closest(".edge")) return;
    dateline.dragged = false;
    dateline.fingers.set(event.pointerId, { x: dateline.placeOf(event), start: dateline.placeOf(event) });
    if (dateline.fingers.size === 2) dateline.startPinch();
  },

  startPinch() {
    const [a, b] = [...dateline.fingers.values()].map((finger) => finger.x);
    dateline.pinch = { at: (a + b) / 2, apart: Math.max(16, Math.abs(a - b)) };
  },

  drag(event) {
    const finger = dateline.fingers.get(event.pointerId);
    if (!finger) return;
    finger.x = dateline.placeOf(event);
    if (!dateline.dragged && Math.abs(finger.x - finger.start) <= dateline.REACH) return;
    if (!dateline.dragged) dateline.byId("timeline").setPointerCapture(event.pointerId);
    dateline.dragged = true;
    if (dateline.fingers.size < 2) return dateline.follow({ at: finger.start, shift: finger.x - finger.start, factor: 1 });
    const [a, b] = [...dateline.fingers.values()].map((other) => other.x);
    const factor = dateline.pinch.apart / Math.max(16, Math.abs(a - b));
    dateline.follow({ at: dateline.pinch.at, shift: (a + b) / 2 - dateline.pinch.at, factor });
  },

  letGo(event) {
    if (!dateline.fingers.has(event.pointerId)) return;
    dateline.fingers.clear();
    if (!dateline.dragged) return;
    if (event.type === "pointercancel") dateline.stopGesture();
    else dateline.settle();
    // The click that follows belongs to the drag.
    setTimeout(() => (dateline.dragged = false), 0);
  },

  // Shows so many times the days, one of them at a share of the axis; days are whole, so of the
  // lengths near the wish the one that leaves the day in its place is taken. False where nothing changes.
  zoomAround(day, share, factor) {
    const { axis, range } = dateline;
    const now = axis.last - axis.first + 1;
    const whole = Math.max(now, range ? range.last - range.first + 1 : now);
    const wish = Math.min(Math.max(now * factor, 1), whole);
    const least = Math.max(1, Math.round(wish * 0.85));
    const count = Math.min(400, Math.max(least, Math.round(wish * 1.15)) - least + 1);
    const off = (length) => {
      const from = Math.round(day - share * length);
      const away = Math.abs(from + share * length - day) / length;
      const isKept = Math.floor(day) >= from && Math.floor(day) < from + length;
      return { from, length, cost: away + 0.005 * Math.abs(length / wish - 1) + (isKept ? 0 : 1) };
    };
    const best = [...Array(count).keys()].map((more) => off(least + more)).reduce((a, b) => (b.cost < a.cost ? b : a));
    return dateline.showDays(best.from, best.from + best.length - 1);
  },

  // Shows as many days, so many days later (or earlier, below 0).
  shiftBy(days) {
    const { axis } = dateline;
    return dateline.showDays(axis.first + Math.round(days), axis.last + Math.round(days));
  },

  // Goes to days inside those of the data; false where these are shown already.
  showDays(from, to) {
    const [first, last] = dateline.within(from, to);
    const { axis } = dateline;
    if (first === axis.first && last === axis.last) return false;
    // The next press counts from here, though the drawing has yet to come.
    const [x0, end] = axis.ends;
    dateline.axis = { ...axis, first, last, x0, end, px: (end - x0) / (last - first + 1), breaks: [] };
    dateline.change({ from: dateline.isoDay(first), to: dateline.isoDay(last) });
    return true;
  },

  within(from, to) {
    const { range } = dateline;
    if (!range) return [from, to];
    const first = Math.max(range.first, Math.min(from, range.last - (to - from)));
    return [first, Math.min(range.last, first + (to - from))];
  },

  canShift(way) {
    const { axis } = dateline;
    const [first] = dateline.within(axis.first + way, axis.last + way);
    return first !== axis.first;
  },

  halfOfIt: () => Math.max(1, Math.round((dateline.axis.last - dateline.axis.first + 1) / 2)),

  // The day, week, month or year around a day, as the calendar has it.
  spanOf(unit, day) {
    const date = new Date(`${dateline.isoDay(day)}T00:00:00Z`);
    const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
    const ordinal = (y, m, d) => Math.round(Date.UTC(y, m, d) / 86400000) + 719163;
    if (unit === "day") return [day, day];
    if (unit === "week") return [day - ((date.getUTCDay() + 6) % 7), day - ((date.getUTCDay() + 6) % 7) + 6];
    if (unit === "month") return [ordinal(year, month, 1), ordinal(year, month + 1, 0)];
    return [ordinal(year, 0, 1), ordinal(year, 11, 31)];
  },

  // The day that a span is chosen around: that of the open event, else of the mark nearest to the
  // middle of the drawing, so that no press leads to empty days.
  middle() {
    const { axis } = dateline;
    const middle = Math.floor(dateline.dayOf(axis, (axis.x0 + axis.end) / 2));
    const away = (day) => Math.abs(day - middle);
    const days = (marks) => [...document.querySelectorAll(marks)].map((mark) => dateline.ordinalOf(mark.dataset.day));
    const [open] = days('.mark[aria-current="true"][data-day]');
    const there = days(".mark[data-day]").filter((day) => axis.first <= day && day <= axis.last);
    const [near] = there.sort((one, other) => away(one) - away(other));
    return open ?? near ?? middle;
  },

  ordinalOf: (day) => Date.parse(day) / 86400000 + 719163,

  showSpan(unit) {
    const [first, last] = dateline.spanOf(unit, dateline.middle());
    const { range } = dateline;
    dateline.range = null; // A month is whole, whatever days of it the data have.
    dateline.showDays(first, last);
    dateline.range = range;
  },
});
