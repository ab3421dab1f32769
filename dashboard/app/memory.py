"""Keeps the memory of a long read small, and gives back what it has left free."""

import ctypes
from contextlib import suppress

_ARENA_MAX = -8
"""Number of the option of the GNU C library: how many heaps the threads share."""


def share_heap() -> None:
    """Let all threads use one heap, where the C library has several; else do nothing."""
    with suppress(AttributeError, OSError, TypeError):
        ctypes.CDLL(None).mallopt(_ARENA_MAX, 1)


def give_back() -> None:
    """Hand freed memory to the system, where the C library has a way to; else do nothing."""
    with suppress(AttributeError, OSError, TypeError):
        ctypes.CDLL(None).malloc_trim(0)
