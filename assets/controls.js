// The question of the page: its address, what the controls hold, and what is here already. An
// answer writes both again, which is no question.
window.dash_clientside = Object.assign(window.dash_clientside || {}, {
  dateline: Object.assign((window.dash_clientside || {}).dateline || {}, {
    fail: (error) => error && dateline.render({ error }),

    // Returns the options that were found, those of what was chosen meanwhile before them, and what
    // stands where there is none.
    offer(found, value, data, typed, asked) {
      const chosen = [value].flat();
      const missing = data.filter((one) => chosen.includes(one.value) && !found.options.some((other) => other.value === one.value));
      return [[...missing, ...found.options], dash_clientside.dateline.lookFor(typed, asked, found)];
    },

    // Nothing is found only when that was the answer to what is asked and typed.
    lookFor(typed, asked, found) {
      const isAnswered = found && found.asked === asked && (found.typed || "") === (typed || "");
      return isAnswered ? "Nothing found" : "Looking …";
    },
  }),
});

Object.assign(window.dateline || (window.dateline = {}), {
  // What components hold, by id and property, as it was asked for or answered.
  held: {},

  // The controls, as id and property.
  watched: [],

  // The component that stands for `Watch` in Dash's page: it shows nothing.
  Watch({ controls }) {
    const { useStore } = dash_component_api.useDashContext();
    const store = useStore();
    React.useEffect(() => dateline.watchControls(controls, store), []);
    return null;
  },

  // Asks for the first answer, and again whenever a control does not hold what was asked for or
  // answered. One change takes Dash several steps; they are looked at together.
  watchControls(controls, store) {
    dateline.watched = controls;
    Object.assign(dateline.held, dateline.readControls());
    dateline.measure();
    dateline.put(dateline.question(false));
    const look = () => {
      isLooking = false;
      const values = dateline.readControls();
      if (Object.keys(values).every((name) => dateline.isHeld(name, values[name]))) return;
      Object.assign(dateline.held, values);
      dateline.put(dateline.question(true));
    };
    let isLooking = false;
    return store.subscribe(() => {
      if (!isLooking) queueMicrotask(look);
      isLooking = true;
    });
  },

  readControls() {
    const read = ([id, name]) => [`${id}.${name}`, dash_component_api.getLayout(id).props[name] ?? null];
    return Object.fromEntries(dateline.watched.map(read));
  },

  // What the last answer gave to tell the next question what is here.
  known: null,

  isHeld: (name, value) => JSON.stringify(dateline.held[name] ?? null) === JSON.stringify(value ?? null),

  question(byControl) {
    const { screen, known } = dateline;
    dateline.search = window.location.search;
    return { search: dateline.search, screen, controls: dateline.readControls(), by_control: byControl, known };
  },

  // Puts a question to the server, and shows the answer unless another was put meanwhile.
  async put(question) {
    const turn = (dateline.turn = (dateline.turn || 0) + 1);
    dateline.startWaiting();
    const answer = await dateline.answerTo(question);
    dateline.stopWaiting();
    if (turn !== dateline.turn) return;
    const before = dateline.eventsAt(); // Asked for when all is laid out, it costs nothing.
    dateline.draw("graph", answer.figure);
    dateline.draw("overview-graph", answer.overview);
    dateline.render(answer.shown);
    if (!("events" in answer.shown)) return;
    dateline.keepAmongEvents(before);
    dateline.countParts(answer.shown);
  },

  async answerTo(question) {
    try {
      const headers = { "Content-Type": "application/json" };
      const response = await fetch("/show", { method: "POST", headers, body: JSON.stringify(question) });
      return await response.json();
    } catch {
      return { shown: { error: { message: "No answer came.", remedy: dateline.TRY_AGAIN, question } } };
    }
  },

  // Goes to another query of this page and asks for it, also where it is the same.
  go(query) {
    dateline.leftOut = null;
    dateline.push(query);
    dateline.put(dateline.question(false));
  },

  push(query) {
    const { pathname, search, hash } = window.location;
    if (query !== search) window.history.pushState({}, "", pathname + query + hash);
    if (query !== search) dateline.leftOut = null;
    dateline.search = query;
  },

  // Takes out of the address what of it could not be shown.
  mend(query) {
    const { pathname, hash } = window.location;
    window.history.replaceState({}, "", pathname + query + hash);
    dateline.search = query;
  },

  // Sets properties of components that they do not have yet.
  setProps(props) {
    for (const [id, values] of Object.entries(props)) {
      const news = Object.entries(values).filter(([name, value]) => !dateline.isHeld(`${id}.${name}`, value));
      for (const [name, value] of news) dateline.held[`${id}.${name}`] = value;
      if (news.length) dash_clientside.set_props(id, Object.fromEntries(news));
    }
  },

  // Sets what an answer says of the controls, and how many events each box would show.
  renderControls({ search, props, counts, theme, error }) {
    if (error) dateline.mend(search);
    else dateline.push(search);
    for (const [id, values] of Object.entries(props)) {
      if (!("data" in values)) continue;
      delete dateline.held[`${id}.data`]; // Other options may have come since.
      delete dateline.counted[id];
    }
    dateline.setProps({ ...props, provider: { forceColorScheme: theme } });
    dateline.renderCounts(counts);
  },

  renderCounts(counts) {
    for (const [box, words] of Object.entries(counts)) dateline.countPlace(box).textContent = words;
  },

  REST: 300, // ms without another change before the parts of the text are counted.

  // In which parts of the text the words are takes long to count: it comes after the picture, and
  // only where nothing else is asked for meanwhile.
  async countParts({ is_searched: isSearched, events }) {
    dateline.counting = events.query;
    if (!isSearched) return;
    await new Promise((done) => setTimeout(done, dateline.REST));
    if (dateline.counting !== events.query) return;
    const response = await fetch(`/counts${events.query}`).catch(() => null);
    if (response?.ok && dateline.counting === events.query) dateline.renderCounts(await response.json());
  },

  // The place beside the words of a box for how many events it would show.
  countPlace(box) {
    const label = document.querySelector(`label[for="${box}"]`);
    return label.querySelector(".count") || label.appendChild(dateline.el("span", { class: "count" }));
  },

  // For which address the options of a picker were counted last.
  counted: {},

  // Asks for the options of a picker that is about to be opened.
  countOptions(event) {
    const picker = event.target.closest?.("#rail .mantine-InputWrapper-root");
    const input = picker?.querySelector("input[id]");
    if (!dateline.known || !input || !dateline.PICKERS.includes(input.id)) return;
    const state = `${dateline.generation} ${dateline.query}`;
    if (dateline.counted[input.id] === state) return;
    dateline.counted[input.id] = state;
    dash_clientside.set_props(`${input.id}-opened`, { data: dateline.query });
  },

  firstOption: (list) => list.querySelector("[role='option']:not([data-combobox-disabled])"),

  // Takes the first option once one is there, unless another key is pressed, the field is left or
  // its words change before.
  takeLate(input, list) {
    const words = input.value;
    const look = () => {
      const first = dateline.firstOption(list);
      if (input.value === words && !first) return;
      dateline.late.disconnect();
      if (input.value === words) first.click();
    };
    dateline.late = new MutationObserver(look);
    dateline.late.observe(list, { childList: true, subtree: true });
    input.addEventListener("blur", () => dateline.late.disconnect(), { once: true });
  },

  PICKERS: ["countries", "actors", "publishers", "articles", "months", "date-sources", "precisions", "min-sources"],
});

window.addEventListener("popstate", () => {
  if (dateline.watched.length && window.location.search !== dateline.search) dateline.go(window.location.search);
});
for (const kind of ["focusin", "pointerover"]) document.addEventListener(kind, (event) => dateline.countOptions(event));

// Enter takes the first option that fits what is typed, also where it has yet to come. Mantine
// marks it when a key changes the words, so not where the options came after the last key.
document.addEventListener(
  "keydown",
  (event) => {
    dateline.late?.disconnect();
    if (event.key !== "Enter" || !event.target.matches("#rail input[aria-controls]") || !event.target.value) return;
    const list = document.getElementById(event.target.getAttribute("aria-controls"));
    if (!list || list.querySelector("[data-combobox-selected]")) return;
    event.stopPropagation();
    event.preventDefault();
    const first = dateline.firstOption(list);
    if (first) first.click();
    else dateline.takeLate(event.target, list);
  },
  true,
);
