// Correcting a report in the drawer: its day, label, kind and countries; aside, apart, together.
Object.assign(window.dateline || (window.dateline = {}), {
  correcting: { report: "", said: "" },

  // What a reader corrected, with what was found; and the disclosure to correct more.
  correctPart(report) {
    const { el, correcting } = dateline;
    const marks = report.corrected.map((words) => el("li", {}, words));
    const badge = marks.length ? el("div", { class: "corrected" }, el("strong", {}, "Corrected by a reader"), el("ul", {}, ...marks)) : "";
    const body = el("div", { class: "correct-body" });
    const summary = el("summary", { "data-keep": `correct ${report.id}` }, "Correct");
    const part = el("details", { class: "correct", open: correcting.report === report.id }, summary, body);
    part.addEventListener("toggle", () => {
      if (!part.open && correcting.report === report.id) correcting.report = "";
      if (!part.open) return dateline.fill(body);
      for (const other of document.querySelectorAll("details.correct[open]")) other.open = other === part;
      dateline.openCorrecting(report.id, body);
    });
    return el("div", {}, badge, part);
  },

  async openCorrecting(id, body) {
    dateline.correcting.report = id;
    const answer = await dateline.askCorrections(`/corrections?report=${encodeURIComponent(id)}`);
    if (answer.errors) return dateline.fill(body, dateline.el("p", { class: "error", role: "alert" }, answer.errors[""]));
    dateline.renderCorrecting(answer, body);
  },

  async askCorrections(address, values = null) {
    const post = { method: "POST", body: JSON.stringify(values), headers: { "Content-Type": "application/json" } };
    try {
      return await (await fetch(address, values ? post : {})).json();
    } catch {
      return { errors: { "": "No answer came. See whether Dateline is still running." } };
    }
  },

  renderCorrecting(known, body) {
    const { el, fill, field, button, correcting } = dateline;
    const id = (name) => `correct-${name}`;
    const kind = el("select", {}, ...known.kinds.map(([value, words]) => el("option", { value, selected: value === known.values.kind }, words)));
    const undo = button("Undo", () => dateline.sendCorrection(known.report, form, { undo: true }), { disabled: !known.can_undo });
    const act = (changes) => () => dateline.sendCorrection(known.report, form, { changes });
    const joining = el("div", { class: "joining" });
    const form = el(
      "form",
      { class: "fields", novalidate: true },
      field({ id: id("date"), name: "date", label: "Day", value: known.values.date, maxlength: 200, hint: "11 Oct 2022, October 2022, 4 to 6 Oct 2022, from 4 Oct 2022 or EDTF; empty where no day is known." }),
      field({ id: id("label"), name: "label", label: "Label", value: known.values.label, maxlength: 90 }),
      field({ id: id("kind"), name: "kind", label: "Kind", control: kind }),
      field({ id: id("countries"), name: "countries", label: "Countries", value: known.values.countries, maxlength: 1000, hint: "Names or codes, with commas between." }),
      field({ id: id("reason"), name: "reason", label: "Reason (optional)", maxlength: 500 }),
      field({ id: id("who"), name: "who", label: "Your name (optional, kept in this browser)", maxlength: 80, value: dateline.whoCorrects() }),
      el("div", { class: "actions" }, el("button", { type: "submit", class: "button primary" }, "Save"), undo),
      el("p", { class: "said", role: "status" }),
      el(
        "div",
        { class: "actions" },
        button("Set aside", act({ aside: "aside" })),
        known.is_shared ? button("Not the same happening", act({ event: "alone" })) : "",
        button("Belongs to another event …", () => dateline.openJoining(known.report, form, joining)),
      ),
      joining,
    );
    form.onsubmit = (event) => {
      event.preventDefault();
      dateline.sendCorrection(known.report, form, { changes: dateline.changesOf(form, known.values) });
    };
    const log = known.log.map((line) => el("li", {}, line));
    const history = log.length ? el("details", {}, el("summary", {}, `What was corrected (${log.length})`), el("ul", { class: "log" }, ...log)) : "";
    fill(body, form, history);
    form.querySelector(".said").textContent = correcting.said;
    correcting.said = "";
  },

  changesOf(form, was) {
    const names = Object.keys(was).filter((name) => form.elements[name].value.trim() !== was[name].trim());
    return Object.fromEntries(names.map((name) => [name, form.elements[name].value]));
  },

  async sendCorrection(report, form, asked) {
    const said = form.querySelector(".said");
    const [reason, who] = [form.elements.reason.value, form.elements.who.value];
    dateline.keepWho(who);
    const isEmpty = asked.changes && !Object.keys(asked.changes).length;
    if (isEmpty) return (said.textContent = "Nothing was changed.");
    form.setAttribute("aria-busy", "true");
    const answer = await dateline.askCorrections("/corrections", { report, reason, who, ...asked });
    form.removeAttribute("aria-busy");
    dateline.showErrors(form, answer.errors || {});
    said.textContent = (answer.errors && answer.errors[""]) || "";
    if (!answer.errors) dateline.landCorrection(form, answer);
  },

  // Draws everything anew, with the drawer on the event in which the report is now.
  landCorrection(form, answer) {
    dateline.correcting = { report: answer.event ? answer.report : "", said: answer.said };
    const part = form.closest("details.correct");
    if (part) part.querySelector("summary").focus();
    dateline.say(answer.said);
    const params = new URLSearchParams(window.location.search);
    if (!params.has("event") || params.get("event") === answer.event) dateline.refresh();
    else dateline.change({ event: answer.event });
  },

  async openJoining(report, form, pane) {
    const { el, fill, field } = dateline;
    const list = el("ul", { class: "near" });
    const search = field({ id: "correct-words", name: "words", label: "Find the event by its words", maxlength: 200 });
    const show = async () => {
      const words = encodeURIComponent(search.querySelector("input").value.trim());
      const found = await dateline.askCorrections(`/corrections?report=${encodeURIComponent(report)}&near=1&words=${words}`);
      if (found.errors) return fill(list, el("li", {}, found.errors[""]));
      fill(list, ...found.map((event) => dateline.nearItem(report, form, event)), found.length ? "" : el("li", {}, "No event has these words."));
    };
    search.querySelector("input").addEventListener("keydown", (event) => {
      if (event.key !== "Enter") return;
      event.preventDefault();
      show();
    });
    fill(pane, search, dateline.button("Find", show), list);
    search.querySelector("input").focus();
    await show();
  },

  nearItem(report, form, event) {
    const { el } = dateline;
    const join = () => dateline.sendCorrection(report, form, { changes: { event: event.id } });
    return el("li", {}, el("button", { type: "button", on: join }, el("span", {}, event.label), el("small", {}, event.day)));
  },
});
