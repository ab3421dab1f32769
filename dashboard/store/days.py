"""Days as the numbers the store keeps.

They are proleptic Gregorian day numbers (`date.toordinal`), which every engine sorts and
compares alike. A side that is open has the number before the first or after the last day
there is. Where no day is known the two change places, so that no range ever overlaps it.
"""

from datetime import date

from dashboard import edtf

BEFORE_ALL = 0
AFTER_ALL = date.max.toordinal() + 1


def day_bounds(edtf_date: str) -> tuple[int, int]:
    """Return the first and last day number a date can mean, as said above.

    >>> day_bounds("2022-10-04"), day_bounds("2022-10-04/..") == (738432, AFTER_ALL)
    ((738432, 738432), True)
    """
    first, last = edtf.earliest(edtf_date), edtf.latest(edtf_date)
    if first is None and last is None:
        return AFTER_ALL, BEFORE_ALL
    return (
        first.toordinal() if first else BEFORE_ALL,
        last.toordinal() if last else AFTER_ALL,
    )


def day_number(day: date | None) -> int:
    """Return the number of a day, that after all days where there is none.

    >>> day_number(date(2022, 10, 4)), day_number(None) == AFTER_ALL
    (738432, True)
    """
    return day.toordinal() if day else AFTER_ALL
