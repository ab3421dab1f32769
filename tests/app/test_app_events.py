"""How long nothing happened before an event."""

from typing import Any

import pandas as pd
import pytest

from dashboard.app.events import gaps


def event(first: str | None, last: str | None = "") -> dict[str, Any]:
    """An event that has only its days."""
    ends = [pd.NaT if day is None else pd.Timestamp(day) for day in (first, last or first)]
    return {"earliest": ends[0], "latest": ends[1]}


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ([], []),
        (["2022-08-21", "2022-10-04"], ["", "43 days"]),
        (["2022-10-04", "2022-10-06", "2022-10-10"], ["", "", ""]),
        # A year in which something happens every month has no gaps.
        ([f"2022-{month:02}-01" for month in range(1, 13)], [""] * 12),
        (["2022-10-04", None, "2022-12-01"], ["", "", "57 days"]),
    ],
)
def test_long_stretches_without_an_event_are_named(
    days: list[str | None], expected: list[str]
) -> None:
    """The days between two events are counted without their own."""
    assert gaps([event(day) for day in days]) == expected


def test_gap_begins_where_the_longest_event_ends() -> None:
    """An event that goes on covers the days of later, shorter ones."""
    events = [event("2022-01-01", "2022-03-01"), event("2022-01-05"), event("2022-03-03")]
    assert gaps(events) == ["", "", ""]
