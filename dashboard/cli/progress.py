"""A progress bar on the error stream, only where a person watches: on a terminal."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TextIO

Step = Callable[[int], None]

WIDTH = 30
PATIENCE = 0.5
"""Seconds before a bar appears, and a tenth of that between two drawings."""


@contextmanager
def progress(what: str, total: int, stream: TextIO | None = None) -> Iterator[Step]:
    """Yield a function that is told how many are done; the bar goes away at the end.

    Nothing is written unless the stream (standard error) is a terminal.
    """
    out = sys.stderr if stream is None else stream
    if not out.isatty() or not total:
        yield lambda done: None
        return
    started, drawn = time.monotonic(), 0.0

    def step(done: int) -> None:
        nonlocal drawn
        now = time.monotonic() - started
        if now >= PATIENCE and (now - drawn >= PATIENCE / 10 or done == total):
            drawn = now
            out.write(f"\r{bar(what, done, total)}")
            out.flush()

    try:
        yield step
    finally:
        if drawn:
            out.write("\r\x1b[K")
            out.flush()


def bar(what: str, done: int, total: int) -> str:
    """Return one drawing of the bar.

    >>> bar("Reading", 1, 4)
    'Reading [#######                       ] 1 of 4, 25 %'
    """
    full = WIDTH * done // total
    return f"{what} [{'#' * full:<{WIDTH}}] {done:,} of {total:,}, {100 * done // total} %"
