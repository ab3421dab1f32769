"""Stretches of the calendar: a day, a week, a season … with its TIMEX3 value and its EDTF.

Units: D day, W week (from Monday), WE weekend, M month, Q quarter, S season, H half-year,
Y year, DE decade, CE century.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from dashboard import edtf

COARSENESS = ("D", "WE", "W", "2W", "M", "Q", "S", "H", "Y", "DE", "CE")
"""The units, from a day to a century."""

_SEASONS = {3: "SP", 6: "SU", 9: "FA", 12: "WI"}
SEASON_MONTHS = {code: month for month, code in _SEASONS.items()}
_MONTHS = {"M": 1, "Q": 3, "S": 3, "H": 6, "Y": 12, "DE": 120, "CE": 1200}
_DAYS = {"D": 1, "W": 7, "WE": 7}
_YEARS = {"DE": (0, 4, 7, 10), "CE": (0, 33, 67, 100)}
_THIRDS = {"early": (1, 10), "mid": (11, 20), "late": (21, 31)}


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A stretch of the calendar: its unit and its first day."""

    first: date
    unit: str

    @property
    def last(self) -> date:
        """The last day of the stretch."""
        if self.unit == "WE":
            return self.first + timedelta(1)
        return shift(self, 1).first - timedelta(1)

    @property
    def value(self) -> str:
        """The TIMEX3 value: 2022-10-04, 2022-W40, 2022-W40-WE, 2022-10, 2022-Q4, 2022, 202."""
        day, year = self.first, f"{self.first.year:04}"
        if self.unit in ("W", "WE"):
            iso = day.isocalendar()
            return f"{iso.year:04}-W{iso.week:02}" + ("-WE" if self.unit == "WE" else "")
        return {
            "D": day.isoformat(),
            "M": day.isoformat()[:7],
            "Q": f"{year}-Q{(day.month + 2) // 3}",
            "S": f"{year}-{_SEASONS.get(day.month)}",
            "H": f"{year}-H{(day.month + 5) // 6}",
            "Y": year,
            "DE": year[:3],
            "CE": year[:2],
        }[self.unit]

    @property
    def edtf(self) -> str:
        """The same days as EDTF."""
        year = f"{self.first.year:04}"
        if self.unit == "Q":
            return f"{year}-{32 + (self.first.month + 2) // 3}"
        if self.unit == "S":
            return f"{year}-{20 + self.first.month // 3}"
        if self.unit == "DE":
            return year[:3] + "X"
        if self.unit in ("CE", "H"):
            return f"{year}/{self.last.year:04}" if self.unit == "CE" else _halves(self)
        return edtf.of_days(self.first, self.last)


def _halves(period: Period) -> str:
    return f"{period.first.isoformat()[:7]}/{period.last.isoformat()[:7]}"


def containing(day: date, unit: str) -> Period:
    """Return the stretch of that unit in which the day lies."""
    if unit == "D":
        return Period(day, unit)
    if unit in ("W", "WE"):
        monday = day - timedelta(day.weekday())
        return Period(monday + timedelta(5 if unit == "WE" else 0), unit)
    if unit == "S":
        start = _add_months(day.replace(day=1), -(day.month % 3))
        return Period(start, unit)
    size = _MONTHS[unit]
    index = (day.year * 12 + day.month - 1) // size * size
    return Period(date(max(index // 12, 1), index % 12 + 1, 1), unit)


def shift(period: Period, count: int) -> Period:
    """Move a stretch by so many of its own unit; raises OverflowError or ValueError at the end."""
    if period.unit in _DAYS:
        return Period(period.first + timedelta(_DAYS[period.unit] * count), period.unit)
    return Period(_add_months(period.first, _MONTHS[period.unit] * count), period.unit)


def move(day: date, count: int, unit: str) -> date:
    """Count so many units from a day; the 31st becomes the last day of a shorter month."""
    if unit in _DAYS:
        return day + timedelta(_DAYS[unit] * count)
    return _add_months(day, _MONTHS[unit] * count)


def _add_months(day: date, count: int) -> date:
    index = day.year * 12 + day.month - 1 + count
    year, month = index // 12, index % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def part_edtf(period: Period, part: str) -> str:
    """Return the early, mid or late third of a stretch as EDTF.

    >>> part_edtf(Period(date(2022, 8, 1), "M"), "late")
    '2022-08-21/2022-08-31'
    """
    if period.unit == "M":
        first, last = _THIRDS[part]
        start = period.first.replace(day=first)
        return f"{start}/{period.first.replace(day=min(last, period.last.day))}"
    size = (period.last - period.first).days + 1
    index = list(_THIRDS).index(part)
    if period.unit == "Y":
        start = _add_months(period.first, 4 * index)
        return f"{start.isoformat()[:7]}/{_add_months(start, 3).isoformat()[:7]}"
    if period.unit in _YEARS:
        years = period.first.year, _YEARS[period.unit]
        return f"{years[0] + years[1][index]:04}/{years[0] + years[1][index + 1] - 1:04}"
    if size < 3:
        return period.edtf
    start = period.first + timedelta(size * index // 3)
    return edtf.of_days(start, period.first + timedelta(size * (index + 1) // 3 - 1))
