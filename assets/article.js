// The texts of articles: asked for when their event is opened, so that they are there at a press.
// The filters go with the question: what is looked for is marked, and events have their numbers.
Object.assign(window.dateline || (window.dateline = {}), {
  articles: new Map(),
  KEPT: 12,

  // Returns an article as it is held: its data where they have come, and the promise of them.
  askArticle(file) {
    const query = new URLSearchParams(dateline.query);
    for (const name of dateline.OPEN) query.delete(name);
    query.set("article", file);
    const key = `${dateline.generation} ${query}`;
    const held = dateline.articles.get(key) || { data: null, promise: null };
    if (held.promise) return held;
    held.promise = dateline.fetchArticle(query);
    held.promise.then((data) => (held.data = data), () => dateline.articles.delete(key));
    dateline.articles.set(key, held);
    if (dateline.articles.size > dateline.KEPT) dateline.articles.delete(dateline.articles.keys().next().value);
    return held;
  },

  async fetchArticle(query) {
    const answer = await fetch(`/article?${query}`);
    if (!answer.ok) throw new Error(await answer.text());
    return answer.json();
  },

  FIRST: 4,

  // Asks for the first sources of an event while nothing else is to be done.
  askAhead(event) {
    const soon = window.requestIdleCallback || setTimeout;
    const files = event.sources.slice(0, dateline.FIRST).map((source) => source.file);
    soon(() => files.forEach((file) => dateline.askArticle(file)));
  },

  // Shows an article at once where it is held, or else when it comes, if it is still wanted.
  async showWhenThere(file) {
    const held = dateline.askArticle(file);
    if (held.data) return dateline.showArticle(held.data);
    dateline.startWaiting();
    try {
      const data = await held.promise;
      if (dateline.wantedFile === file) dateline.showArticle(data);
    } catch {
      dateline.renderBanner({ message: "The article could not be had.", remedy: "See whether Dateline is still running, then open it again." });
    } finally {
      dateline.stopWaiting();
    }
  },
});
