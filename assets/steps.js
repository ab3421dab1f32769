// From the open event to the one before or after it, in the order of the events that are shown.
Object.assign(window.dateline || (window.dateline = {}), {
  order: [],

  rememberOrder(events) {
    dateline.order = events.rows.map((row) => row.id);
  },

  // The buttons of the drawer; an event that the filters leave out has no neighbours.
  stepButtons(id) {
    const { el, order } = dateline;
    const at = order.indexOf(id);
    if (at < 0 || order.length < 2) return "";
    const step = (words, way) => {
      const next = order[at + way];
      const press = () => next && dateline.stepTo(next);
      return dateline.button(words, press, { "data-keep": words, "aria-disabled": next ? false : "true" });
    };
    const where = el("span", { class: "quiet" }, `${(at + 1).toLocaleString("en")} of ${order.length.toLocaleString("en")}`);
    return el("div", { class: "stepping" }, step("Previous", -1), step("Next", 1), where);
  },

  // Opens an event from the one before it; the focus stays on the button.
  stepTo(id) {
    dateline.stepped = true;
    dateline.change({ event: id });
  },

  // Says the title of the event that was stepped to, and brings its mark into view.
  hasStepped(event) {
    const was = dateline.stepped;
    dateline.stepped = false;
    if (!was) return false;
    dateline.say(event.title);
    const mark = document.querySelector(`.mark[data-event="${event.id}"]`);
    if (mark) mark.scrollIntoView({ block: "nearest" });
    return true;
  },
});
