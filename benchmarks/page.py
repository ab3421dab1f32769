"""Prints how long the page takes to be usable and to show a change of filter, in a real browser.

    python benchmarks/page.py [--articles FOLDER] [--runs 20]

usable   from asking for the page to its first event that can be pressed
change   from the change of a filter to the second frame after its sentence is shown
Needs what the tests need (requirements-dev.txt and a Chromium).
"""

import argparse
import logging
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from threading import Thread
from time import perf_counter
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "browser")]

CHANGE = """
(code) => new Promise((done) => {
  const sentence = document.getElementById("sentence");
  const before = sentence.textContent, start = performance.now();
  const watch = new MutationObserver(() => {
    if (sentence.textContent === before) return;
    watch.disconnect();
    requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - start)));
  });
  watch.observe(sentence, {childList: true, characterData: true, subtree: true});
  window.dash_clientside.set_props("countries", {value: code ? [code] : []});
})
"""


@contextmanager
def served(articles: Path) -> Iterator[tuple[str, list[str]]]:
    """Serve a folder of articles; give the address and the countries it names."""
    from waitress.server import create_server

    from dashboard.app import create_app
    from dashboard.events import to_events
    from dashboard.extract import extract_readings
    from dashboard.frame import to_frame
    from dashboard.read import read_folder
    from dashboard.store import build

    with tempfile.TemporaryDirectory() as folder:
        store, found = Path(folder) / "page.db", read_folder(articles)
        readings = extract_readings(found.articles)
        build(store, found, readings)
        events = to_events(to_frame(r for reading in readings for r in reading.reports))
        codes = sorted({code for codes in events["countries"] for code in codes})
        server = create_server(create_app(store).server, host="127.0.0.1", port=0)
        Thread(target=server.run, daemon=True).start()
        yield f"http://127.0.0.1:{server.effective_port}/", codes
        server.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--articles", type=Path, default=ROOT / "seeds", metavar="FOLDER")
    parser.add_argument("--runs", type=int, default=20)
    args = parser.parse_args()
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)
    import chromium
    from playwright.sync_api import sync_playwright

    with served(args.articles) as (url, codes), sync_playwright() as tools:
        browser = tools.chromium.launch(executable_path=chromium.find(), args=["--no-sandbox"])
        usable = [load(browser, url) for _ in range(3)]
        print(f"usable  {' '.join(f'{ms:.0f}' for ms in usable)} ms, the first one cold")
        changes = list(change(browser, url, codes, args.runs))
        worst = sorted(changes)[int(0.95 * len(changes))]
        print(f"change  median {median(changes):.0f} ms, 95 % within {worst:.0f} ms ({args.runs})")
        browser.close()


def load(browser: Any, url: str) -> float:
    """Return the milliseconds until the first event can be pressed, in a new context."""
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    start = perf_counter()
    page.goto(url)
    page.locator("#marks button").first.wait_for(state="visible")
    taken = (perf_counter() - start) * 1000
    page.close()
    return taken


def change(browser: Any, url: str, codes: list[str], runs: int) -> Iterator[float]:
    """Yield the milliseconds of changes of the country filter, the first ones left out."""
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.goto(url)
    page.locator("#marks button").first.wait_for(state="visible")
    page.wait_for_timeout(500)
    for run in range(runs + 4):
        taken = page.evaluate(CHANGE, codes[run % len(codes)])
        page.wait_for_timeout(120)
        if run >= 4:
            yield taken


if __name__ == "__main__":
    main()
