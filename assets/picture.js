// The theme of pictures that are taken away, chosen apart from that of the screen.
Object.assign(window.dateline || (window.dateline = {}), {
  // The address of a picture; one that looks as the screen does is told how that looks now.
  pictureAddress(address) {
    const { pathname, search, searchParams } = new URL(address, window.location.origin);
    if (searchParams.get("picture") !== "screen") return pathname + search;
    searchParams.set("theme", dateline.theme());
    return `${pathname}?${searchParams}`;
  },

  pictureThemes({ themes, theme }) {
    const buttons = themes.map(([value, words]) =>
      dateline.button(words, () => dateline.change({ picture: value }), {
        "aria-pressed": String(value === theme),
        "data-keep": `picture-${value}`,
      }),
    );
    const group = dateline.el("span", { class: "joined", role: "group", "aria-label": "Theme of the picture" }, ...buttons);
    return dateline.el("span", { class: "together" }, dateline.el("span", { class: "quiet" }, "Picture"), group);
  },
});
