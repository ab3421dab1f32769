"""What a picture says of itself: its sentence and its title."""

from collections.abc import Iterable, Sequence
from datetime import date

import pandas as pd

from dashboard.countries import country_name
from dashboard.edtf import MONTHS
from dashboard.selection import (
    Selection,
    Tally,
    active,
    count_matches,
    days_asked,
    describe,
    lies_within,
)
from dashboard.view.items import Item


def sentence_of(
    frame: pd.DataFrame, items: Sequence[Item], undated: Sequence[str], selection: Selection
) -> str:
    """Say what is shown, in the words that stand everywhere."""
    return describe(selection, count_up(frame["publisher"], items, undated, selection))


def count_up(
    publishers: Iterable[str], items: Sequence[Item], undated: Sequence[str], selection: Selection
) -> Tally:
    """Count what the sentence and the title of a picture speak of."""
    certain, possible = count_matches(selection, [item.date for item in items])
    return Tally(
        dated=len(items),
        undated=len(undated),
        sources=len({*publishers}),
        first=date.fromordinal(min(item.anchor for item in items)) if items else None,
        last=date.fromordinal(max(item.end for item in items)) if items else None,
        certain=certain,
        possible=possible,
    )


def title_of(selection: Selection, tally: Tally) -> str:
    """Return the headline of a picture: whom it is about, and the days of its events.

    Those are the days of the sentence too, or the range where one is chosen on both sides.
    Where some lie beyond the days asked for, these are said.
    """
    selection = active(selection)
    names = [country_name(code) for code in selection.countries] or list(selection.actors)
    is_chosen = selection.first and selection.last
    first, last = (selection.first, selection.last) if is_chosen else (tally.first, tally.last)
    days = long_days(first, last) if first and last else "no days"
    if not is_chosen and not lies_within(tally, selection):
        days = days_asked(selection)
    if not names:
        return f"Events, {days}"
    joint = {"all": "and", "none": "or"}.get(selection.match, "and")
    subject = f"{', '.join(names[:-1])} {joint} {names[-1]}" if len(names) > 1 else names[0]
    if selection.countries and selection.match == "none":
        subject = f"Without {subject}"
    return f"{subject}, {days}"


def long_days(first: date, last: date) -> str:
    """Say a stretch of days with its months in full.

    >>> long_days(date(2022, 10, 4), date(2022, 10, 11))
    '4 to 11 October 2022'
    """
    end = f"{last.day} {MONTHS[last.month - 1]} {last.year}"
    if first == last:
        return end
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} to {end}"
    start = f"{first.day} {MONTHS[first.month - 1]}"
    return f"{start} to {end}" if first.year == last.year else f"{start} {first.year} to {end}"


def counted(numbers: Sequence[int]) -> str:
    """Name one or two events by number, more by the first and how many follow.

    >>> counted([3, 4]), counted([3, 4, 9])
    ('3, 4', '3 +2')
    """
    if len(numbers) < 3:
        return ", ".join(str(number) for number in numbers)
    return f"{numbers[0]} +{len(numbers) - 1}"
