"""Prints how quickly the screen answers over stores of many sizes, in a real browser.

    python benchmarks/picture.py [--sizes 10,1000,10000] [--runs 20] [--keep FOLDER]

load     from asking for the page to its first mark that can be pressed; the browser is new
change   from a change of country, range or source to the second frame after the new drawing
text     the same for words looked for
kB       all that is answered to a change, as it is sent: answers are not compressed
server   CPU of the server a change; page: CPU of the main thread of the page a change
memory   what the server holds at the end
No selection is asked for twice. Sizes are events; a million take some minutes to write, so
--keep keeps the stores. Linux only: it reads /proc. Needs requirements-dev.txt and a Chromium.
"""

import argparse
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from math import ceil
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "browser")]

from benchmarks import corpus  # noqa: E402
from benchmarks.page import load  # noqa: E402

SERVE = """
import sys
from pathlib import Path
from dashboard.app import create_app
from dashboard.app.memory import settle
from dashboard.cli import serving
settle()
app = create_app(Path(sys.argv[1])).server
held = serving.listen("127.0.0.1", 8950)
print(held.getsockname()[1], flush=True)
serving.run(app, held)
"""
WORDS = (
    *("rail", "agreement", "harb", "trade off", "kilometre 77", "flood relief", "Voss", "ferries"),
    *("weather sat", "steel", "ambassador", "dam", "hospital", "river", "norway rail", "fishing"),
    *("Marister", "tariff", "Greta", "peru", "rescue ships", "Quist", "recalled", "fiji ferries"),
    *("satellite", "Bruno Oster", "lent two", "protest", "Woodbeck", "mobile", "Kaya said"),
)
GO = """
([name, value]) => new Promise((done) => {
  const sentence = document.getElementById("sentence");
  const graph = document.querySelector("#graph .js-plotly-plot");
  const before = sentence.textContent, start = performance.now();
  let said = false, drawn = false;
  const finish = () => {
    if (!said || !drawn) return;
    watch.disconnect();
    graph.removeListener("plotly_afterplot", onDrawn);
    requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - start)));
  };
  const onDrawn = () => { drawn = true; finish(); };
  const watch = new MutationObserver(() => {
    said = said || sentence.textContent !== before;
    finish();
  });
  watch.observe(sentence, {childList: true, characterData: true, subtree: true});
  graph.on("plotly_afterplot", onDrawn);
  if (name === "range") dateline.change({from: value[0], to: value[1]});
  else window.dash_clientside.set_props(name, {value});
})
"""


@dataclass
class Server:
    """A server of a store, in a process of its own."""

    process: subprocess.Popen[str]
    url: str

    def cpu(self) -> float:
        """Milliseconds of CPU that all its threads have used."""
        tasks = Path(f"/proc/{self.process.pid}/task").iterdir()
        return sum(int((task / "schedstat").read_text().split()[0]) for task in tasks) / 1e6

    def memory(self, what: str = "VmRSS") -> float:
        """Megabytes that it holds, or held at most (VmHWM)."""
        lines = Path(f"/proc/{self.process.pid}/status").read_text().splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith(what)) / 1024


@dataclass
class Figures:
    """What was measured of one kind of change."""

    paint: list[float] = field(default_factory=list)
    size: list[float] = field(default_factory=list)
    server: list[float] = field(default_factory=list)
    page: list[float] = field(default_factory=list)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--sizes", default="10,1000,10000", help="events, with commas")
    parser.add_argument("--runs", type=int, default=20, help="changes of each kind")
    parser.add_argument("--keep", type=Path, help="folder in which stores are kept")
    args = parser.parse_args()
    import chromium
    from playwright.sync_api import sync_playwright

    print(f"{'events':>9}  {'load':>6}  {'kind':8}{'p50':>6}{'p95':>6}{'kB':>7}{'server':>8}"
          f"{'page':>6}{'memory':>8}   (ms, MB)")  # fmt: skip
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as tools:
        for size in (int(text) for text in args.sizes.split(",")):
            store = kept_store(args.keep or Path(folder), size)
            browser = tools.chromium.launch(executable_path=chromium.find(), args=["--no-sandbox"])
            with served(store) as server:
                measure(browser, server, store, size, args.runs)
            browser.close()


def kept_store(folder: Path, size: int) -> Path:
    """Write a store unless it is there; one that is kept counts as of the rules of today."""
    from dashboard.store.parser import parser_fingerprint

    path = folder / f"{size}.db"
    if not path.exists():
        start = perf_counter()
        folder.mkdir(parents=True, exist_ok=True)
        corpus.write(path, size)
        taken, held = perf_counter() - start, path.stat().st_size / 1e6
        print(f"(written in {taken:.0f} s: {size:,} events, {held:.0f} MB)", file=sys.stderr)
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE state SET rules = ?", (parser_fingerprint(),))
    connection.close()
    return path


@contextmanager
def served(store: Path) -> Iterator[Server]:
    """Serve a store in another process."""
    command = [sys.executable, "-c", SERVE, str(store)]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    port = process.stdout.readline().strip()
    try:
        yield Server(process, f"http://127.0.0.1:{port}/")
    finally:
        process.terminate()
        process.wait()


def measure(browser: Any, server: Server, store: Path, size: int, runs: int) -> None:
    """Print the lines of one size."""
    cold = load(browser, server.url)
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.goto(server.url)
    page.locator("#marks button").first.wait_for(state="visible")
    page.wait_for_timeout(1000)
    for kind, ways in changes(store, runs).items():
        found = Figures()
        name, values, nothing = ways
        for number, value in enumerate(values):
            taken = _change(page, server, name, value)
            if not number:  # The first one of each kind warms up, with all that it starts.
                page.wait_for_timeout(3000)
                continue
            for figure, one in zip(vars(found).values(), taken, strict=True):
                figure.append(one)
        _change(page, server, name, nothing)
        _print(size, cold, kind, found, server.memory())
    page.close()


def _print(size: int, cold: float, kind: str, found: Figures, memory: float) -> None:
    worst = sorted(found.paint)[ceil(0.95 * len(found.paint)) - 1]
    numbers = (median(found.paint), worst, max(found.size), median(found.server))
    columns = "".join(f"{n:{w}.0f}" for n, w in zip(numbers, (6, 6, 7, 8), strict=True))
    print(f"{size:9,}  {cold:6.0f}  {kind:8}{columns}{median(found.page):6.0f}{memory:8.0f}",
          flush=True)  # fmt: skip


def _change(page: Any, server: Server, name: str, value: Any) -> tuple[float, ...]:
    """Change a control; return ms to paint, kB, ms of server CPU and of main thread CPU."""
    sizes: list[int] = []

    def note(response: Any) -> None:
        if "/assets/" not in response.url:
            sizes.append(len(response.body()))

    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    page.on("response", note)
    before, used = _tasks(session), server.cpu()
    paint = page.evaluate(GO, [name, value])
    page.wait_for_timeout(150)
    page.remove_listener("response", note)
    taken = paint, sum(sizes) / 1000, server.cpu() - used, _tasks(session) - before
    session.detach()
    return taken


def _tasks(session: Any) -> float:
    metrics = session.send("Performance.getMetrics")["metrics"]
    return next(m["value"] for m in metrics if m["name"] == "TaskDuration") * 1000


Ways = tuple[str, Sequence[Any], Any]
"""A control, the values it is given one after the other, and the one that clears it."""


def changes(store: Path, runs: int) -> dict[str, Ways]:
    """Return the changes of each kind; each leads to a selection of its own."""
    from dashboard.columns import EVERYTHING, Index
    from dashboard.store import open_store

    facet = partial(Index(open_store(store)).facet, EVERYTHING)
    days = [corpus.FIRST_DAY + timedelta(corpus.DAYS * n // (4 * runs)) for n in range(runs + 1)]
    ends = [day + timedelta(corpus.DAYS // 2) for day in days]
    return {
        "country": ("countries", _some([*facet("countries")], runs), []),
        "range": ("range", [[str(a), str(b)] for a, b in zip(days, ends, strict=True)], ["", ""]),
        "source": ("publishers", _some([*facet("publishers")], runs), []),
        "text": ("text", WORDS[: runs + 1], ""),
    }


def _some(values: Sequence[str], runs: int) -> list[list[str]]:
    """Return lists of values, the frequent ones first, no two of them alike."""
    return [[values[n % len(values)], *values[n + 1 : n + 1 + n % 4]] for n in range(runs + 1)]


if __name__ == "__main__":
    main()
