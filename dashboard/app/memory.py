"""Keeps the memory of a long read small, and gives back what it has left free."""

import ctypes
import gc
from contextlib import suppress

_ARENA_MAX = -8
_MMAP_THRESHOLD = -3
"""Numbers of options of the GNU C library: how many heaps the threads share, what is great."""

GREAT = 3 << 20
"""Bytes from which memory goes back to the system at once; a mark for each of a million is less."""


def share_heap() -> None:
    """Let all threads use one heap and keep great arrays out of it, where the C library can."""
    with suppress(AttributeError, OSError, TypeError):
        library = ctypes.CDLL(None)
        library.mallopt(_ARENA_MAX, 1)
        library.mallopt(_MMAP_THRESHOLD, GREAT)


def settle() -> None:
    """Leave what is there now out of every later search for garbage.

    Called when the program has come up, for what it is made of stays as long as it runs, and to
    go through that takes longer than to answer.
    """
    gc.collect()
    gc.freeze()


def give_back() -> None:
    """Hand freed memory to the system, where the C library has a way to; else do nothing."""
    with suppress(AttributeError, OSError, TypeError):
        ctypes.CDLL(None).malloc_trim(0)
