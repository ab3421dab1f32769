// Moving among the quotes of the open article, and from a quote to its event.
Object.assign(window.dateline || (window.dateline = {}), {
  // Marks what belongs to an event; an article that does not tell of it shows all events.
  chooseEvent(event, isNew) {
    const { reading } = dateline;
    const found = reading.reader.events.find((one) => one.id === event);
    const changed = reading.event !== event;
    reading.event = event;
    dateline.fill(reading.chosen, ...(found ? [dateline.el("strong", {}, found.label), ` ${found.day}`] : []));
    reading.own.disabled = !found;
    dateline.setMode(found ? dateline.asked("marks") || "own" : "all");
    if (!isNew) dateline.keepPlace(changed, found);
  },

  // Keeps in view what is read when the event changes, and the focus in the article.
  keepPlace(changed, found) {
    const { reading } = dateline;
    if (document.activeElement === document.body) {
      if (found) dateline.land();
      else reading.scroller.focus({ preventScroll: true });
    }
    if (!changed || !found) return;
    const stop = reading.stops[reading.at];
    if (!reading.text.contains(document.activeElement)) dateline.bringIntoView();
    else if (stop && dateline.side(stop)) dateline.centre(stop);
    dateline.say(`Selected: ${found.label}.`);
  },

  chooseMode(mode) {
    dateline.setMode(mode);
    dateline.change({ marks: mode === "all" ? mode : "" });
  },

  setMode(mode) {
    const { reading } = dateline;
    reading.mode = mode;
    reading.own.setAttribute("aria-pressed", String(mode === "own"));
    reading.all.setAttribute("aria-pressed", String(mode === "all"));
    dateline.drawText();
    for (const node of reading.text.querySelectorAll("[data-quotes]")) {
      node.classList.toggle("own", dateline.isOwn(node, reading.reader, reading.event));
    }
    dateline.showWhere();
    dateline.countHidden();
  },

  // Draws the text anew where other quotes are marked now, and leaves it where it was scrolled to.
  drawText() {
    const { reading } = dateline;
    const only = reading.mode === "own" ? reading.event : "";
    if (reading.drawn === only) return;
    const top = reading.scroller.getBoundingClientRect().top;
    const offset = (node) => node.getBoundingClientRect().top - top;
    const row = [...reading.text.children].findIndex((node) => offset(node) >= 0);
    const was = row < 0 ? 0 : offset(reading.text.children[row]);
    const { nodes, stops } = dateline.articleText(reading.reader, only);
    const [quote] = reading.at < 0 ? [] : reading.stops[reading.at].dataset.quotes.split(" ");
    dateline.fill(reading.text, ...nodes);
    const at = stops.findIndex((node) => node.matches(`[data-quotes~="${quote}"]`));
    Object.assign(reading, { drawn: only, stops, at });
    reading.text.dataset.mode = reading.mode;
    if (stops.length) stops[Math.max(0, at)].tabIndex = 0;
    if (row >= 0) reading.scroller.scrollTop += offset(reading.text.children[row]) - was;
  },

  showWhere() {
    const { reading } = dateline;
    const { stops } = reading;
    const total = stops.length === 1 ? "1 quote" : `${stops.length} quotes`;
    reading.where.textContent = reading.at < 0 ? total : `${reading.at + 1} of ${stops.length}`;
    for (const button of [reading.previous, reading.next]) button.setAttribute("aria-disabled", String(!dateline.canStep()));
  },

  // Whether there is a quote to step to beside the one that is shown.
  canStep: () => dateline.reading.stops.length > (dateline.reading.at < 0 ? 0 : 1),

  // Puts the focus on the words that were asked for, or on the heading where none were.
  land() {
    const { reading, wanted } = dateline;
    dateline.wanted = "";
    const { marks } = reading.reader;
    const isWanted = (node) => node.dataset.quotes.split(" ").some((id) => marks[id].report === wanted && marks[id].what === "quote");
    const own = reading.stops.filter((node) => node.classList.contains("own"));
    const stop = (wanted && own.find(isWanted)) || own[0];
    if (stop) return dateline.goTo(stop);
    reading.scroller.scrollTop = 0;
    reading.title.focus({ preventScroll: true });
    dateline.countHidden();
  },

  goTo(stop) {
    const { reading } = dateline;
    dateline.closeChooser();
    if (!reading.scroller.offsetParent) dateline.showText();
    reading.at = reading.stops.indexOf(stop);
    for (const node of reading.stops) node.tabIndex = node === stop ? 0 : -1;
    for (const node of reading.text.querySelectorAll(".current")) node.classList.remove("current");
    stop.classList.add("current");
    dateline.centre(stop);
    stop.focus({ preventScroll: true });
    dateline.showWhere();
  },

  // Scrolls a passage to the middle; one that is higher than the room begins at its top.
  centre(node) {
    const { reading } = dateline;
    const room = reading.scroller.getBoundingClientRect();
    const box = node.getBoundingClientRect();
    const above = Math.max(64, (room.height - box.height) / 2);
    const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches || !reading.isSettled;
    reading.isSettled = true;
    reading.scroller.scrollBy({ top: box.top - room.top - above, behavior: calm ? "auto" : "smooth" });
  },

  bringIntoView() {
    const [first] = dateline.reading.stops.filter((node) => node.classList.contains("own"));
    if (first) dateline.centre(first);
  },

  step(direction) {
    const { reading } = dateline;
    const { stops, at } = reading;
    if (!stops.length) return;
    const place = at < 0 ? (direction > 0 ? 0 : stops.length - 1) : (at + direction + stops.length) % stops.length;
    dateline.goTo(stops[place]);
  },

  // Where each stop lies: -1 above the part in view, 1 below it, 0 in it.
  side(node) {
    const room = dateline.reading.scroller.getBoundingClientRect();
    const { top, bottom } = node.getBoundingClientRect();
    if (bottom <= room.top + 1) return -1;
    return top >= room.bottom - 1 ? 1 : 0;
  },

  countHidden() {
    const { reading } = dateline;
    if (!reading) return;
    const sides = dateline.reading.stops.map(dateline.side);
    for (const [button, side, words] of [[reading.above, -1, "above"], [reading.below, 1, "below"]]) {
      const count = sides.filter((one) => one === side).length;
      button.hidden = !count;
      button.textContent = `${count} ${words}`;
      button.setAttribute("aria-label", `${count} ${words}: go to the nearest quote`);
    }
  },

  jump(direction) {
    const beyond = dateline.reading.stops.filter((node) => dateline.side(node) === direction);
    const stop = direction < 0 ? beyond[beyond.length - 1] : beyond[0];
    if (stop) dateline.goTo(stop);
  },

  // Selects the event that a passage reports; where it reports several, asks which.
  choose(node) {
    const { reading } = dateline;
    const events = dateline.eventsOf(node, reading.reader);
    const passage = node.matches(".passage") ? node : reading.text.querySelector(`.passage[data-quotes~="${node.dataset.quotes.split(" ")[0]}"]`);
    const stop = reading.stops.includes(passage) ? passage : null;
    const pick = (id) => {
      dateline.closeChooser();
      if (stop) dateline.goTo(stop);
      if (id !== reading.event) dateline.change({ event: id });
    };
    if (events.length === 1) return pick(events[0].id);
    dateline.openChooser(node, events, pick);
  },

  openChooser(node, events, pick) {
    const { el, reading } = dateline;
    dateline.closeChooser();
    const items = events.map((event) =>
      el("li", {}, el("button", { type: "button", on: () => pick(event.id), "aria-current": event.id === reading.event ? "true" : false },
        el("strong", {}, dateline.numberOf(event)), el("span", {}, event.label, el("small", {}, event.day)))),
    );
    const title = el("p", { id: "chooser-title" }, `These words report ${events.length} events`);
    const box = el("div", { class: "chooser", role: "dialog", "aria-labelledby": "chooser-title" }, title, el("ul", {}, ...items));
    box.opener = node;
    reading.scroller.append(box);
    dateline.beside(box, node);
    box.addEventListener("focusout", (event) => {
      if (event.relatedTarget && !box.contains(event.relatedTarget)) dateline.closeChooser();
    });
    const beyond = box.getBoundingClientRect().bottom - reading.scroller.getBoundingClientRect().bottom + 16;
    if (beyond > 0) reading.scroller.scrollBy({ top: beyond });
    box.querySelector("button").focus({ preventScroll: true });
  },

  closeChooser(isComingBack) {
    const box = document.querySelector(".chooser");
    if (!box) return;
    const { opener } = box;
    box.remove();
    if (isComingBack) opener.focus({ preventScroll: true });
  },

  // Places a box under the last line of a node, inside the scrolling text.
  beside(box, node) {
    const { scroller } = dateline.reading;
    const room = scroller.getBoundingClientRect();
    const lines = node.getClientRects();
    const line = lines[lines.length - 1];
    const left = Math.min(line.left - room.left, scroller.clientWidth - box.offsetWidth - 16);
    box.style.left = `${Math.max(8, left)}px`;
    box.style.top = `${line.bottom - room.top + scroller.scrollTop + 6}px`;
  },

  showWord(node) {
    const { reading } = dateline;
    if (!node) return;
    clearTimeout(dateline.hidingWord);
    const mark = reading.reader.marks[node.dataset.mark];
    const { el, fill } = dateline;
    const meaning = mark.meaning ? `${mark.kind}: ${mark.meaning}` : mark.kind;
    fill(reading.tip, el("strong", {}, meaning), el("span", {}, `${dateline.capital(mark.fate_words)}. ${mark.reason}`));
    reading.tip.hidden = false;
    node.setAttribute("aria-describedby", "word-tip");
    const room = reading.tip.parentElement.getBoundingClientRect();
    const line = node.getClientRects()[0];
    const left = Math.min(line.left - room.left, room.width - reading.tip.offsetWidth - 8);
    const under = line.bottom - room.top + 6;
    const fits = under + reading.tip.offsetHeight < room.height;
    reading.tip.style.left = `${Math.max(8, left)}px`;
    reading.tip.style.top = `${fits ? under : line.top - room.top - reading.tip.offsetHeight - 6}px`;
  },

  hideWordSoon() {
    clearTimeout(dateline.hidingWord);
    dateline.hidingWord = setTimeout(dateline.hideWord, 160);
  },

  hideWord() {
    clearTimeout(dateline.hidingWord);
    if (!dateline.reading) return;
    dateline.reading.tip.hidden = true;
    for (const node of dateline.reading.text.querySelectorAll("[aria-describedby]")) node.removeAttribute("aria-describedby");
  },

  capital: (words) => words.charAt(0).toUpperCase() + words.slice(1),
});
