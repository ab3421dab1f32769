// The publication day of an article: a dialog that says what is known of it, and sets it right.
Object.assign(window.dateline || (window.dateline = {}), {
  // The button that opens it; `file` names the article, `isDated` says whether a day is known.
  dayButton(file, isDated) {
    const words = isDated ? "Correct the day" : "Set the day";
    return dateline.button(words, () => dateline.openDay(file), { "data-day-of": file, "aria-haspopup": "dialog" });
  },

  async openDay(file) {
    const { byId, el, fill } = dateline;
    const pane = byId("published");
    fill(pane, dateline.dayHead(), el("p", { class: "said", role: "status" }, "Looking at what the article says of its day …"));
    pane.onclose = () => dateline.leaveDay(file);
    pane.showModal();
    await dateline.askDay(file);
  },

  dayHead: () => dateline.el("header", {}, dateline.el("h2", {}, "Publication day"), dateline.button("Close", () => dateline.byId("published").close())),

  // The button that was pressed may have been drawn anew meanwhile, or be gone with its note.
  leaveDay(file) {
    const buttons = [...document.querySelectorAll(`[data-day-of="${CSS.escape(file)}"]`)];
    const back = buttons.find((node) => !node.closest("[inert]") && node.checkVisibility());
    if (back) back.focus();
    else (document.querySelector("#notes summary") || dateline.byId("sentence")).focus();
  },

  // Asks what is known, or sets the day; shows what is known then, or what is wrong.
  async askDay(file, values = null) {
    const address = `/published?file=${encodeURIComponent(file)}`;
    const post = { method: "POST", body: JSON.stringify(values), headers: { "Content-Type": "application/json" } };
    try {
      const response = await fetch(address, values ? post : {});
      const answer = await response.json();
      if (answer.errors) return dateline.sayInDay(answer.errors);
      dateline.renderDay(answer);
      if (!values) return;
      dateline.refresh();
      dateline.say(answer.said);
      dateline.byId("published-day").focus();
    } catch {
      dateline.sayInDay({ "": "No answer came. See whether Dateline is still running." });
    }
  },

  renderDay(known) {
    const { byId, el, fill } = dateline;
    const head = el("p", { class: "about", lang: known.lang, dir: "auto" }, known.headline);
    const log = known.log.map((line) => el("li", {}, line));
    fill(
      byId("published"),
      dateline.dayHead(),
      head,
      el("p", {}, el("strong", {}, known.standing)),
      dateline.ownFacts(known),
      known.command ? el("p", { class: "said" }, "This page cannot read the articles again. Set the day by command: ", el("code", {}, known.command)) : dateline.dayForm(known),
      el("p", { class: "said", role: "status" }, known.said),
      log.length ? el("details", {}, el("summary", {}, "What was corrected"), el("ul", { class: "log" }, ...log)) : "",
    );
    if (!known.command && !known.said) byId("published-day").focus();
  },

  // What the article itself tells of its day; a day that fits can be taken with one press.
  ownFacts(known) {
    const { el, byId, button } = dateline;
    const facts = known.facts.map((fact) => el("li", {}, fact));
    const take = (day) => () => {
      byId("published-day").value = day.words;
      byId("published-day").focus();
    };
    const days = known.days.map((day) => (known.command ? el("span", {}, day.words) : button(day.words, take(day))));
    return el(
      "section",
      { class: "facts" },
      el("h3", {}, "What its own words say"),
      facts.length ? el("ul", {}, ...facts) : "",
      days.length ? el("div", { class: "actions" }, el("span", {}, "Possible:"), ...days, known.more) : "",
      known.missing ? el("p", {}, `${known.is_known ? "They leave open" : "Would settle it"}: ${known.missing}`) : "",
      facts.length || days.length || known.missing ? "" : el("p", {}, "Nothing that gives a day."),
    );
  },

  dayForm(known) {
    const { el, field, button } = dateline;
    const back = button("Take back", () => dateline.sendDay(known.file, form, ""), { hidden: !known.is_corrected });
    const form = el(
      "form",
      { class: "fields", novalidate: true },
      field({ id: "published-day", name: "day", label: "Day", value: known.day, maxlength: 200, hint: "11 Oct 2022, 2022-10-11, October 2022, late August 2022, or 10 or 11 Oct 2022 for one of two days." }),
      field({ id: "published-reason", name: "reason", label: "Reason (optional)", maxlength: 500 }),
      field({ id: "published-who", name: "who", label: "Your name (optional, kept in this browser)", maxlength: 80, value: dateline.whoCorrects() }),
      el("div", { class: "actions" }, el("button", { type: "submit", class: "button primary" }, "Save"), back),
    );
    form.onsubmit = (event) => {
      event.preventDefault();
      const day = form.elements.day.value;
      if (day.trim()) dateline.sendDay(known.file, form, day);
      else dateline.sayInDay({ day: "No day is given. Write one, or take the correction back." });
    };
    return form;
  },

  async sendDay(file, form, day) {
    const { fill } = dateline;
    const values = { day, reason: form.elements.reason.value, who: form.elements.who.value };
    dateline.keepWho(values.who);
    dateline.sayInDay({});
    form.setAttribute("aria-busy", "true");
    const buttons = [...form.querySelectorAll("button")];
    for (const button of buttons) button.disabled = true;
    fill(document.querySelector("#published .said[role='status']"), "The articles are read again …");
    await dateline.askDay(file, values);
    form.removeAttribute("aria-busy");
    for (const button of buttons) button.disabled = false;
  },

  // Says what is wrong beside each field, and what belongs to none of them under the form.
  sayInDay(errors) {
    const pane = dateline.byId("published");
    dateline.fill(pane.querySelector(".said[role='status']"), errors[""] || "");
    pane.querySelector(".said[role='status']").classList.toggle("wrong", Boolean(errors[""]));
    dateline.showErrors(pane, errors);
  },
});
