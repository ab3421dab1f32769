// The theme: the one in the address, or else the system's, also where no answer has come yet.
Object.assign(window.dateline || (window.dateline = {}), {
  askedTheme() {
    const asked = new URLSearchParams(window.location.search).get("theme");
    return asked === "light" || asked === "dark" ? asked : "";
  },

  theme: () => dateline.askedTheme() || (window.matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light"),

  // Names on the button the theme that it leads to.
  showTheme(theme) {
    const toggle = document.querySelector('[data-action="toggle-theme"]');
    toggle.dataset.theme = theme === "dark" ? "light" : "dark";
    toggle.textContent = theme === "dark" ? "Light theme" : "Dark theme";
  },

  // The page has its theme while no answer has come, and where an error stands in place of one.
  takeTheme() {
    dateline.setProps({ provider: { forceColorScheme: dateline.theme() } });
    dateline.showTheme(dateline.theme());
  },
});

// What stands before the first answer has it too.
document.documentElement.dataset.mantineColorScheme = dateline.theme();
