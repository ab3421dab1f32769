"""Prints how long the folder of articles takes to read, to extract and to store.

    python benchmarks/speed.py [--articles FOLDER] [--runs 5]

The first run loads the rules; the others show what an article costs after that.
"""

import argparse
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))


def timed(work: Callable[..., Any], *args: Any) -> tuple[Any, float]:
    start = perf_counter()
    return work(*args), (perf_counter() - start) * 1000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--articles", type=Path, default=ROOT / "seeds", metavar="FOLDER")
    parser.add_argument("--runs", type=int, default=5)
    args = parser.parse_args()
    parse(args.articles, args.runs)


def parse(articles: Path, runs: int) -> None:
    start = perf_counter()
    from dashboard.extract import extract_readings
    from dashboard.read import read_folder
    from dashboard.store import build

    print(f"import            {(perf_counter() - start) * 1000:8.1f} ms")
    with tempfile.TemporaryDirectory() as folder:
        for run in range(1, runs + 1):
            found, reading = timed(read_folder, articles)
            readings, extracting = timed(extract_readings, found.articles)
            store = Path(folder) / f"{run}.db"
            summary, storing = timed(build, store, found, readings)
            print(
                f"run {run}: read {reading:6.1f} ms, extract {extracting:8.1f} ms, "
                f"store {storing:6.1f} ms: {summary.articles} articles, {summary.events} events"
            )


if __name__ == "__main__":
    main()
