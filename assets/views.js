// Saved views: a dialog that keeps the address of this page under a name.
Object.assign(window.dateline || (window.dateline = {}), {
  viewsAsked: 0,

  async openViews() {
    const { byId, el, fill, button } = dateline;
    const pane = byId("views");
    const title = el("h2", {}, "Saved views");
    const close = button("Close", () => pane.close());
    fill(pane, el("header", {}, title, close), dateline.viewForm(), el("p", { class: "said", role: "status" }), el("ul", {}));
    pane.showModal();
    byId("view-name").focus();
    await dateline.askViews("GET");
  },

  viewForm() {
    const { el } = dateline;
    const name = el("input", { id: "view-name", type: "text", maxlength: 80, required: true, autocomplete: "off" });
    const form = el(
      "form",
      {},
      el("label", { for: "view-name" }, "Keep this view as"),
      el("div", { class: "line" }, name, el("button", { type: "submit", class: "button primary" }, "Save")),
    );
    form.onsubmit = async (event) => {
      event.preventDefault();
      const said = `“${name.value.trim()}” is saved.`;
      if (!(await dateline.askViews("POST", { name: name.value, query: window.location.search }, said))) return;
      name.value = "";
      name.focus();
    };
    return form;
  },

  // Asks for the list, or for a change of it; shows the list that comes back, or what is wrong.
  // The list that was asked for before a change may come after it, and counts no more.
  async askViews(method, values, said = "", undo = null) {
    const turn = (dateline.viewsAsked += 1);
    const body = values ? { body: JSON.stringify(values), headers: { "Content-Type": "application/json" } } : {};
    let answer;
    try {
      const response = await fetch("/views", { method, ...body });
      answer = await response.json();
      if (!response.ok) return dateline.sayInViews(`${answer.message} ${answer.remedy}`, null, true);
    } catch {
      return dateline.sayInViews("No answer came. See whether Dateline is still running.", null, true);
    }
    if (turn !== dateline.viewsAsked) return true;
    dateline.sayInViews(said, undo);
    dateline.renderViews(answer);
    return true;
  },

  sayInViews(words, undo, wrong = false) {
    const line = document.querySelector("#views .said");
    line.classList.toggle("wrong", wrong);
    dateline.fill(line, words, undo ? dateline.button("Undo", undo) : "");
    return false;
  },

  renderViews(views) {
    const { el, fill } = dateline;
    const list = document.querySelector("#views ul");
    fill(list, ...views.map(dateline.viewItem));
    if (!views.length) fill(list, el("li", { class: "quiet" }, "None yet. A saved view keeps filters, range, grouping and what is open."));
  },

  viewItem(view) {
    const { el, byId, button } = dateline;
    const open = () => {
      byId("views").close();
      dateline.go(view.query);
    };
    const remove = () => {
      const undo = () => dateline.askViews("POST", view, `“${view.name}” is back.`);
      dateline.askViews("DELETE", { name: view.name }, `“${view.name}” is deleted.`, undo).then(() => byId("view-name").focus());
    };
    const item = el("li", {});
    const words = el("div", {}, el("button", { type: "button", class: "open", on: open }, view.name), el("span", { class: "quiet" }, view.about));
    const rename = button("Rename", () => dateline.renameView(item, view), { "aria-label": `Rename ${view.name}` });
    item.append(words, rename, button("Delete", remove, { "aria-label": `Delete ${view.name}` }));
    return item;
  },

  renameView(item, view) {
    const { el, fill, button } = dateline;
    const name = el("input", { type: "text", maxlength: 80, required: true, "aria-label": `New name of ${view.name}` });
    name.value = view.name;
    const form = el("form", { class: "line" }, name, el("button", { type: "submit", class: "button small" }, "Save"), button("Cancel", () => dateline.askViews("GET")));
    form.onsubmit = (event) => {
      event.preventDefault();
      dateline.askViews("PATCH", { name: view.name, new: name.value }, `It is called “${name.value.trim()}” now.`);
    };
    fill(item, form);
    name.select();
  },
});
