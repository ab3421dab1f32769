// The rows of the events: asked of the server a chunk at a time, and kept while they are right.
Object.assign(window.dateline || (window.dateline = {}), {
  CHUNK: 12, // So many come with the picture: those of a usual window, and some more.
  MOST_CHUNKS: 16, // So many are given at once.

  // What a table or a list shows: the events of the answer on the screen, in one order. `at` is
  // the row that has the tab stop.
  sourceOf(events, { key, down }) {
    const answer = `${events.generation} ${events.query}`;
    if (dateline.answer !== answer) {
      dateline.answer = answer;
      dateline.sources = new Map();
    }
    const name = `${key} ${down}`;
    if (!dateline.sources.has(name)) {
      const { query, generation, total } = events;
      const chunks = new Map(key === "day" && !down ? [[0, events.rows]] : []);
      dateline.sources.set(name, { answer, query, generation, total, key, down, chunks, asked: new Map(), at: 0 });
    }
    return dateline.sources.get(name);
  },

  // The rows of a chunk, asked for with those that follow it if these are wanted too. Gives null
  // where they did not come or are not wanted any more.
  async ask(source, number, count = 1) {
    if (source.chunks.has(number)) return source.chunks.get(number);
    if (!source.asked.has(number)) {
      const asking = dateline.fetchRows(source, number, count).finally(() => source.asked.delete(number));
      source.asked.set(number, asking);
    }
    await source.asked.get(number);
    return (dateline.answer === source.answer && source.chunks.get(number)) || null;
  },

  async fetchRows(source, number, count) {
    const { CHUNK } = dateline;
    const params = new URLSearchParams(source.query);
    const asked = { sort: source.key, down: Number(source.down), start: number * CHUNK, size: count * CHUNK };
    for (const [key, value] of Object.entries(asked)) params.set(key, value);
    dateline.startWaiting();
    try {
      const response = await fetch(`/rows?${params}`);
      dateline.takeRows(source, number, response.ok, await response.json());
    } catch {
      const remedy = "See whether Dateline is still running, then ask for them again.";
      dateline.missRows(source, { message: "No rows came for the table.", remedy });
    } finally {
      dateline.stopWaiting();
    }
  },

  // An answer to an older question is dropped. Where the store was built anew meanwhile, all that
  // is shown is asked for again.
  takeRows(source, number, isRight, answer) {
    const { CHUNK } = dateline;
    if (dateline.answer !== source.answer) return;
    if (!isRight) return dateline.missRows(source, answer);
    if (answer.generation !== source.generation) return dateline.go(window.location.search);
    for (let at = 0; at < answer.rows.length; at += CHUNK) {
      source.chunks.set(number + at / CHUNK, answer.rows.slice(at, at + CHUNK));
    }
    const said = dateline.byId("banner").querySelector("strong");
    if (said && said.textContent === dateline.missing) dateline.renderBanner(null);
  },

  missRows(source, error) {
    if (dateline.answer !== source.answer) return;
    dateline.missing = error.message;
    dateline.renderBanner(error);
  },

  // Some rows from a place on, whatever chunks they are in; null where some did not come.
  async rowsFrom(source, start, size) {
    const { CHUNK } = dateline;
    const first = Math.floor(start / CHUNK);
    const end = Math.ceil(Math.min(start + size, source.total) / CHUNK);
    const found = [];
    for (let number = first; number < end; number += 1) found.push(await dateline.ask(source, number));
    return found.includes(null) ? null : found.flat().slice(start - first * CHUNK, start - first * CHUNK + size);
  },
});
