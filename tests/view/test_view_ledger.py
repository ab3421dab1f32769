"""Where numbers stand: those of days on the axis, others at bars; none is hidden unsaid."""

from datetime import date

import pytest

from dashboard.selection import Selection
from dashboard.view import Disc, Rect, Text, TimelineView, timeline_view
from tests.view.pictures import frame_of, outside, overlaps


def ledger(*days: str) -> TimelineView:
    """Draw one event a date as a ledger."""
    return timeline_view(frame_of(*days), Selection(mode="ledger"), width=1160)


def numbers(view: TimelineView) -> list[Text]:
    """Find the numbers over the list: on the axis, above it and at its bars."""
    first = min(mark.y for mark in view.marks)
    found = [s for s in view.shapes if isinstance(s, Text) and s.y < first]
    return [s for s in found if s.text.isdigit() and s.anchor == "middle"]


@pytest.mark.parametrize(
    ("day", "form"),
    [
        ("2031-03", "a month"), ("2031", "a year"), ("2031-03-04/2031-03-05", "two days"),
        ("2031-03-04/2031-03-28", "weeks"), ("2031-03-04/..", "from a day"),
        ("../2031-03-04", "until a day"), ("[2031-03-04,2031-03-08]", "one of two"),
        ("{2031-03-04,2031-03-08}", "each of two"),
    ],
)  # fmt: skip
def test_only_a_day_has_its_number_on_the_axis(day: str, form: str) -> None:
    """What is not a single day has its number at its bar, under the line."""
    view = ledger("2031-03-02", day, "2031-03-20", "2031-03-30")
    rings = [s for s in view.shapes if isinstance(s, Disc) and s.r > 10]
    assert len([n for n in numbers(view) if n.y > view.axis]) == 1, form
    assert len([n for n in numbers(view) if n.y < view.axis]) == len(rings) == 3
    assert not overlaps(view)
    assert not outside(view)


def test_only_a_day_has_its_number_over_the_line_of_a_lane() -> None:
    """Cards in lanes keep to it too: the month's number stands in its bar, the day's over it."""
    selection = Selection(mode="cards", group="country")
    view = timeline_view(frame_of("2031-03", "2031-03-20"), selection, width=1160)
    month, day = (next(n for n in numbers(view) if n.text == text) for text in "12")
    bars = [s for s in view.shapes if isinstance(s, Rect) and s.h == 10]
    bar = max(bars, key=lambda bar: bar.w)
    assert month.x == pytest.approx(bar.x + bar.w / 2)
    assert bar.y < month.y < bar.y + bar.h
    assert day.y < bar.y


def test_a_full_stack_says_which_numbers_it_does_not_show() -> None:
    """Eight discs stand on each other; what would stand over them is named by number."""
    frame = frame_of(*["2031-03-04"] * 10)
    year = Selection(mode="ledger", first=date(2031, 1, 1), last=date(2031, 12, 31))
    view = timeline_view(frame, year, width=1160)
    assert [n.text for n in numbers(view)] == [str(number) for number in range(1, 9)]
    assert any(isinstance(s, Text) and s.text == "9, 10" for s in view.shapes)
    assert not overlaps(view)
