// From the open event to the one before or after it, in date order, among those that are shown.
Object.assign(window.dateline || (window.dateline = {}), {
  // The buttons of the drawer; an event that the filters leave out has none, and says so.
  stepButtons(steps) {
    if (!steps) return [dateline.el("span", { class: "quiet" }, "The filters leave this event out.")];
    const step = (words, id) =>
      dateline.button(words, () => id && dateline.stepTo(id), { "data-keep": words, "aria-disabled": id ? false : "true" });
    const where = `${steps.place.toLocaleString("en")} of ${steps.total.toLocaleString("en")}`;
    return [step("Previous", steps.previous), step("Next", steps.next), dateline.el("span", { class: "quiet" }, where)];
  },

  // Opens an event from the one beside it; the focus stays on the button.
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
