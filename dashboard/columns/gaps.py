"""Long stretches in which nothing happened."""

import numpy as np

from dashboard.columns.arrays import Days
from dashboard.store import AFTER_ALL, BEFORE_ALL

SHORTEST = 7
"""Days without an event that are worth a line, unless such stretches are usual."""

FEW = 4
"""So few events have no usual stretch between them."""


def waits(first: Days, last: Days, usual: float | None = None) -> Days:
    """Return for each event the days without any before it, 0 where that is nothing special.

    first and last are the days of dated events in order. A gap is named when it lasts
    SHORTEST days and three times as long as the usual one.

    >>> waits(np.array([1, 40], np.int32), np.array([10, 40], np.int32)).tolist()
    [0, 29]
    """
    begins = np.where(first > BEFORE_ALL, first, last)
    ends = np.maximum.accumulate(np.where(last < AFTER_ALL, last, first))
    found = np.zeros(len(first), dtype=np.int32)
    found[1:] = np.maximum(0, begins[1:] - ends[:-1] - 1)
    if usual is None:
        usual = float(np.median(found[1:])) if len(found) > FEW else 0.0
    found[found < max(SHORTEST, 3 * usual)] = 0
    return found
