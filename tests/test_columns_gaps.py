"""How long nothing happened before an event."""

from datetime import date

import numpy as np
import pytest

from dashboard.columns import waits


def waited(days: list[tuple[str, str]]) -> list[int]:
    """Return the waits before events of these first and last days."""
    ends = [[date.fromisoformat(day).toordinal() for day in pair] for pair in days]
    table = np.array(ends, dtype=np.int32).reshape(-1, 2)
    return [int(wait) for wait in waits(table[:, 0], table[:, 1])]


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ([], []),
        (["2022-08-21", "2022-10-04"], [0, 43]),
        (["2022-10-04", "2022-10-06", "2022-10-10"], [0, 0, 0]),
        # A year in which something happens every month has no gaps.
        ([f"2022-{month:02}-01" for month in range(1, 13)], [0] * 12),
    ],
)
def test_long_stretches_without_an_event_are_named(days: list[str], expected: list[int]) -> None:
    """The days between two events are counted without their own."""
    assert waited([(day, day) for day in days]) == expected


def test_gap_begins_where_the_longest_event_ends() -> None:
    """An event that goes on covers the days of later, shorter ones."""
    days = [("2022-01-01", "2022-03-01"), ("2022-01-05", "2022-01-05"), ("2022-03-03",) * 2]
    assert waited(days) == [0, 0, 0]
