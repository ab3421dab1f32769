// Says that the page is waiting for an answer, once that takes longer than an eye notices.
Object.assign(window.dateline || (window.dateline = {}), {
  waiting: 0,
  PATIENCE: 300,
  SILENCE: 15000,
  LOAD_AGAIN: "See whether Dateline is still running, then load the page again.",
  TRY_AGAIN: "See whether Dateline is still running, then try again.",

  startWaiting() {
    dateline.waiting += 1;
    if (dateline.waiting > 1) return;
    dateline.busyTimer = setTimeout(() => dateline.setBusy(true), dateline.PATIENCE);
    dateline.silenceTimer = setTimeout(() => {
      dateline.renderBanner({ message: "No answer has come for a while.", remedy: dateline.LOAD_AGAIN });
      dateline.setBusy(false);
      dateline.waiting = 0;
    }, dateline.SILENCE);
  },

  stopWaiting() {
    dateline.waiting = Math.max(0, dateline.waiting - 1);
    if (dateline.waiting) return;
    clearTimeout(dateline.busyTimer);
    clearTimeout(dateline.silenceTimer);
    dateline.setBusy(false);
  },

  setBusy(busy) {
    const stage = dateline.byId("stage");
    if (!stage) return;
    if (busy) stage.setAttribute("aria-busy", "true");
    else stage.removeAttribute("aria-busy");
  },
});
