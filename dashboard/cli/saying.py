"""Writes text on a terminal without letting it command the terminal."""

import re
import sys

from dashboard.errors import TimelineError

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def visible(text: str) -> str:
    """Return a text with its control characters, but for tab and line feed, as their codes.

    >>> visible("a\\x1b[2Jb")
    'a\\\\x1b[2Jb'
    """
    return _CONTROL.sub(lambda found: f"\\x{ord(found[0]):02x}", text)


def say_error(error: TimelineError, joint: str = "\n") -> None:
    """Print the fact and the remedy of an error on the error stream."""
    print(visible(error.message), visible(error.remedy), sep=joint, file=sys.stderr)
