"""Cards mode: nothing meets, nothing is cut off, order is date order, the axis is true."""

from datetime import date
from itertools import combinations, pairwise

import pytest

from dashboard.selection import Selection
from dashboard.view import Mark, Path, Text, TimelineView, timeline_view
from dashboard.view.palette import palette
from tests.view.pictures import burst, frame_of, outside, overlaps

Segment = tuple[tuple[float, float], tuple[float, float]]


def draw(seed: int, width: int = 1160) -> TimelineView:
    """Draw a burst small enough for cards."""
    return timeline_view(burst(seed, 12), Selection(), width=width)


def leaders(view: TimelineView) -> list[tuple[Segment, ...]]:
    """Find the leaders of a picture: thin lines in the axis' colour with no dash, in segments."""
    color = palette(view.theme).axis
    routes = [
        shape.lines[0]
        for shape in view.shapes
        if isinstance(shape, Path) and shape.stroke == color and shape.width == 1
    ]
    return [tuple(pairwise(route)) for route in routes]


def crosses(one: Segment, other: Segment) -> bool:
    """Say whether a horizontal and a vertical segment cut through each other."""
    for flat, upright in ((one, other), (other, one)):
        (ax, ay), (bx, by) = flat
        (cx, cy), (dx, dy) = upright
        if ay == by and cx == dx and ax != bx and cy != dy:
            inside_x = min(ax, bx) + 0.01 < cx < max(ax, bx) - 0.01
            inside_y = min(cy, dy) + 0.01 < ay < max(cy, dy) - 0.01
            if inside_x and inside_y:
                return True
    return False


def runs_into(one: Segment, other: Segment) -> bool:
    """Say whether two horizontal segments lie on each other."""
    (ax, ay), (bx, by) = one
    (cx, cy), (dx, dy) = other
    if not ay == by == cy == dy:
        return False
    return min(max(ax, bx), max(cx, dx)) - max(min(ax, bx), min(cx, dx)) > 0.5


def enters(segment: Segment, mark: Mark) -> bool:
    """Say whether a segment runs through the inside of a card."""
    (ax, ay), (bx, by) = segment
    left, right = min(ax, bx), max(ax, bx)
    top, bottom = min(ay, by), max(ay, by)
    return (
        right > mark.x + 0.5
        and left < mark.x + mark.w - 0.5
        and bottom > mark.y + 0.5
        and top < mark.y + mark.h - 0.5
    )


@pytest.mark.parametrize("start", [0, 1, 2, 3])
def test_no_text_meets_another_and_nothing_is_cut_off(start: int) -> None:
    """In a thousand random bursts, at four widths, no texts overlap and all lie inside."""
    for seed in range(start, 1000, 4):
        view = draw(seed, (680, 912, 1112, 1592)[start])
        assert (seed, overlaps(view)) == (seed, [])
        assert (seed, outside(view)) == (seed, [])


def test_leaders_cross_neither_each_other_nor_a_card_nor_a_word() -> None:
    """In random bursts every leader has its own way from the card to the axis."""
    for seed in range(150):
        view = draw(seed)
        routes = leaders(view)
        for one, other in combinations(routes, 2):
            assert (seed, [s for s in one for t in other if crosses(s, t)]) == (seed, [])
            assert (seed, [s for s in one for t in other if runs_into(s, t)]) == (seed, [])
        for route in routes:
            assert not any(enters(s, mark) for s in route for mark in view.marks), seed
        words = [s for s in view.shapes if isinstance(s, Text)]
        for word in words:
            small = Mark("", 0, "", word.x, word.y - 0.7 * word.size, 8, word.size * 0.7)
            if word.anchor == "start":
                assert not any(enters(s, small) for route in routes for s in route), (seed, word)


def test_marks_stand_in_date_order_and_the_cards_too() -> None:
    """Numbers rise by one from mark to mark, and dots on the axis never run backwards."""
    for seed in range(100):
        marks = draw(seed).marks
        numbers = [mark.number for mark in marks]
        assert numbers == list(range(numbers[0], numbers[0] + len(numbers)))
        assert [m.dot[0] for m in marks] == sorted(m.dot[0] for m in marks)


def test_same_events_same_picture() -> None:
    """The same frame gives the same shapes, to the last digit."""
    assert draw(7) == draw(7)


def test_days_are_drawn_to_scale() -> None:
    """The distance of two dots is the distance of their days, to the pixel."""
    days = ("2031-03-04", "2031-03-05", "2031-03-09", "2031-03-12")
    view = timeline_view(frame_of(*days), Selection(), width=1160)
    assert view.scale is not None
    for day, mark in zip(days, view.marks, strict=True):
        passed = (date.fromisoformat(day) - date(2031, 3, 4)).days
        assert mark.dot[0] - view.marks[0].dot[0] == pytest.approx(passed * view.scale.px, abs=1)


def test_events_of_one_day_stand_side_by_side() -> None:
    """Three events of a day have dots 16 px apart around its middle."""
    view = timeline_view(
        frame_of("2031-03-04", "2031-03-08", "2031-03-08", "2031-03-08"), Selection(), width=1160
    )
    xs = [mark.dot[0] for mark in view.marks[1:]]
    assert [b - a for a, b in pairwise(xs)] == pytest.approx([16, 16])
    assert view.scale is not None
    assert xs[1] == pytest.approx(view.scale.centre(date(2031, 3, 8).toordinal()))


def test_titles_are_whole_and_quotes_stand_in_marks() -> None:
    """A card shows every word of its title, its quote in quotation marks, its number, its day."""
    view = timeline_view(frame_of(*["2031-03-04"] * 4), Selection(), width=1160)
    words = " ".join(s.text for s in view.shapes if isinstance(s, Text))
    assert "Storm damages the eastern breakwater and leaves nine villages" in words
    assert "“The link is open.”" in words
    assert words.count("Tue 4 Mar 2031") == 4
    assert {"1", "2", "3", "4"} <= set(words.split())


def test_the_year_stands_once_on_the_axis() -> None:
    """Of the words of the axis only one holds the year."""
    view = timeline_view(frame_of("2031-03-04", "2031-03-11"), Selection(), width=1160)
    axis = [s.text for s in view.shapes if isinstance(s, Text) and s.size == 12 and "203" in s.text]
    assert axis == ["March 2031"]
