// The controls: what they hold makes the question, what differs in the answer is set in them.
window.dash_clientside = Object.assign(window.dash_clientside || {}, {
  dateline: Object.assign((window.dash_clientside || {}).dateline || {}, {
    // Returns the next question, or nothing where the page asked for all of this already.
    ask() {
      const { inputs } = dash_clientside.callback_context;
      const isFirst = !("screen.data" in dateline.held);
      const changed = Object.keys(inputs).filter((name) => !dateline.isHeld(name, inputs[name]));
      Object.assign(dateline.held, inputs);
      if (!changed.length) return dash_clientside.no_update;
      const { "location.search": search, "screen.data": screen, ...controls } = inputs;
      const isControl = (name) => name in controls || (name === "screen.data" && changed.length === 1 && dateline.known);
      // A window that changes size while a control's answer is under way must not undo it.
      const byControl = !isFirst && changed.some(isControl);
      return { search, screen, controls: byControl ? controls : null, known: dateline.known };
    },
  }),
});

Object.assign(window.dateline || (window.dateline = {}), {
  // What the address and the controls hold, by id and property, as it was asked for or answered.
  held: {},

  // What the last answer gave to tell the next question what is here.
  known: null,

  isHeld: (name, value) => JSON.stringify(dateline.held[name] ?? null) === JSON.stringify(value ?? null),

  // Sets properties of components that they do not have yet; this is no question.
  setProps(props) {
    for (const [id, values] of Object.entries(props)) {
      const news = Object.entries(values).filter(([name, value]) => !dateline.isHeld(`${id}.${name}`, value));
      for (const [name, value] of news) dateline.held[`${id}.${name}`] = value;
      if (news.length) dash_clientside.set_props(id, Object.fromEntries(news));
    }
  },

  // Sets what an answer says of the controls, and how many events each box would show.
  renderControls({ search, props, counts, theme }) {
    for (const [id, values] of Object.entries(props)) {
      if (!("data" in values)) continue;
      delete dateline.held[`${id}.data`]; // Other options may have come since.
      delete dateline.counted[id];
    }
    // The panes read the address, so it stands there before they are filled.
    ReactDOM.flushSync(() => dateline.setProps({ ...props, location: { search }, provider: { forceColorScheme: theme } }));
    for (const [id, words] of Object.entries(counts)) dateline.byId(id).textContent = words;
  },

  // For which address the options of a picker were counted last.
  counted: {},

  // Asks for the options of a picker that is about to be opened.
  countOptions(event) {
    const picker = event.target.closest?.("#rail input[id], #rail .mantine-InputWrapper-root");
    const input = picker && (picker.matches("input") ? picker : picker.querySelector("input[id]"));
    if (!input || !dateline.PICKERS.includes(input.id)) return;
    const state = `${dateline.generation} ${dateline.query}`;
    if (!dateline.known || dateline.counted[input.id] === state) return;
    dateline.counted[input.id] = state;
    dash_clientside.set_props(`${input.id}-opened`, { data: state });
  },

  PICKERS: ["countries", "actors", "publishers", "articles", "date-sources", "min-sources"],
});

for (const kind of ["focusin", "pointerover"]) document.addEventListener(kind, (event) => dateline.countOptions(event));
