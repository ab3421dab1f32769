"""Prints how long what a reader takes away takes, and what the server holds meanwhile.

    python benchmarks/downloads.py [--sizes 1000,10000] [--keep FOLDER]

first    seconds until the first of it comes
all      until all of it is there
sent     how much that is
peak     the most that the server held, a server of its own for each file
once     how long the table made at once takes, in times of `all`; "-" for pictures
The file of a selection without filters. Sizes are events; --keep keeps the stores, which
`benchmarks/picture.py` can use too. Linux only: it reads /proc.
"""

import argparse
import sys
import tempfile
from pathlib import Path
from time import perf_counter
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.picture import kept_store, served  # noqa: E402
from dashboard.export import to_csv, to_json  # noqa: E402
from dashboard.selection import Selection  # noqa: E402
from dashboard.store import open_store  # noqa: E402

FILES = ("timeline.csv", "timeline.json", "briefing.svg", "briefing.png")
AT_ONCE = {
    "timeline.csv": to_csv,
    "timeline.json": lambda frame: to_json(frame, Selection()),
}
MOST = 100_000
"""Of more events no table is made at once: it may not fit into the memory."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--sizes", default="1000,10000", help="events, with commas")
    parser.add_argument("--keep", type=Path, help="folder in which stores are kept")
    args = parser.parse_args()
    print(f"{'events':>9}  {'file':14}{'first':>7}{'all':>7}{'sent':>7}{'peak':>6}{'once':>6}"
          "   (s, MB)")  # fmt: skip
    with tempfile.TemporaryDirectory() as folder:
        for size in (int(text) for text in args.sizes.split(",")):
            store = kept_store(args.keep or Path(folder), size)
            for file in FILES:
                measure(store, size, file)


def measure(store: Path, size: int, file: str) -> None:
    """Print the line of one file."""
    with served(store) as server:
        start = perf_counter()
        with urlopen(f"{server.url}export/{file}") as answer:
            sent = len(answer.read(1))
            first = perf_counter() - start
            while piece := answer.read(1 << 16):
                sent += len(piece)
        taken, peak = perf_counter() - start, server.memory("VmHWM")
    ratio = f"{at_once(store, file) / taken:6.1f}" if file in AT_ONCE and size <= MOST else "     -"
    print(f"{size:9,}  {file:14}{first:7.2f}{taken:7.2f}{sent / 1e6:7.1f}{peak:6.0f}{ratio}",
          flush=True)  # fmt: skip


def at_once(store: Path, file: str) -> float:
    """Return the seconds that reading and writing the whole table take."""
    opened = open_store(store)
    start = perf_counter()
    AT_ONCE[file](opened.select(Selection()))
    taken = perf_counter() - start
    opened.close()
    return taken


if __name__ == "__main__":
    main()
