"""The months in which dated events can lie, and how many of them in each."""

from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt

from dashboard import edtf
from dashboard.store import AFTER_ALL, BEFORE_ALL, day_bounds

Days = npt.NDArray[np.int32]
Tallies = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Months:
    """Months (EDTF) in the order of time, with the first and the last day of each."""

    names: tuple[str, ...]
    firsts: Days
    lasts: Days

    def count(self, earliest: Days, latest: Days) -> Tallies:
        """Count for each month the events that can lie in it, by their first and last days.

        They are those that begin until its end, but for those that end before it.
        """
        if not self.names:
            return np.zeros(0, dtype=np.int64)
        begun, ended = self._until(earliest), self._until(latest)
        found: Tallies = (
            begun[self.lasts - self.firsts[0] + 1] - ended[self.firsts - self.firsts[0]]
        )
        return found

    def _until(self, days: Days) -> Tallies:
        """Count the days up to the one before all months, up to the next, and so on."""
        before, size = self.firsts[0] - 1, int(self.lasts[-1] - self.firsts[0]) + 2
        at = np.clip(days, before, self.lasts[-1] + 1) - before
        return np.bincount(at, minlength=size + 1).cumsum()


def months_of(earliest: Days, latest: Days) -> Months:
    """Return the months between the first and the last day named in which any event can lie."""
    firsts, lasts = earliest[earliest > BEFORE_ALL], latest[latest < AFTER_ALL]
    ends = [int(end) for some in (firsts, lasts) if len(some) for end in (some.min(), some.max())]
    if not ends:
        return _months(())
    every = _months(edtf.months(date.fromordinal(min(ends)), date.fromordinal(max(ends))))
    counts = every.count(earliest, latest).tolist()
    return _months(tuple(name for name, count in zip(every.names, counts, strict=True) if count))


def _months(names: tuple[str, ...]) -> Months:
    bounds = np.array([day_bounds(name) for name in names], dtype=np.int32).reshape(-1, 2)
    return Months(names, bounds[:, 0], bounds[:, 1])
