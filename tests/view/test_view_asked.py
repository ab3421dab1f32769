"""What the reader asks of a picture: its mode, its order of lanes, its breaks and its marks."""

from datetime import date
from itertools import pairwise
from types import SimpleNamespace

import pytest

from dashboard.frame import to_frame
from dashboard.selection import AXIS_MARKS, Selection
from dashboard.view import Text, TimelineView, briefing_view, timeline_view
from dashboard.view.lanes import Grouping, head, in_order
from dashboard.view.modes import mode_for
from dashboard.view.palette import palette
from dashboard.view.shapes import Break, Scale
from dashboard.view.ticks import major, minor
from tests.view.pictures import burst, frame_of, outside, overlaps, report

FAR = ("2031-01-04", "2031-01-06", "2031-06-20", "2031-06-24", "2031-06-25")


def words_of(view: TimelineView) -> list[str]:
    """Return all texts of a picture."""
    return [shape.text for shape in view.shapes if isinstance(shape, Text)]


@pytest.mark.parametrize("group", ["", "country"])
@pytest.mark.parametrize("mode", ["cards", "ledger", "lanes", "density"])
def test_a_mode_that_is_asked_for_is_drawn(mode: str, group: str) -> None:
    """Ten events are drawn in any mode, without overlapping text, and nothing is to be said."""
    for seed in range(15):
        view = timeline_view(burst(seed, 10), Selection(mode=mode, group=group), width=1160)
        assert view.mode == ("lane cards" if group and mode == "cards" else mode)
        assert view.note == (
            "A ledger is one list: it has no lanes." * (mode == "ledger" and bool(group))
        )
        assert (seed, overlaps(view), outside(view)) == (seed, [], [])


@pytest.mark.parametrize(
    ("count", "group", "asked", "mode", "note"),
    [
        (30, "", "cards", "cards", ""),
        (31, "", "cards", "lanes", "Cards hold at most 30 events at this width"),
        (72, "", "ledger", "ledger", ""),
        (73, "", "ledger", "lanes", "A ledger holds at most 72 events, and there are 73"),
        (500, "", "lanes", "lanes", ""),
        (501, "", "lanes", "density", "Lanes hold at most 500 events"),
        (13, "kind", "cards", "lanes", "Cards hold at most 12 events at this width"),
        (9_000_000, "", "density", "density", ""),
    ],
)
def test_a_mode_that_cannot_hold_the_events_is_refused(
    count: int, group: str, asked: str, mode: str, note: str
) -> None:
    """Another mode is drawn then, and the note says how many there can be, and there are."""
    choice = mode_for(count, group, 1160, asked)
    assert choice.mode == mode
    assert choice.note.startswith(note)
    assert bool(choice.note) == bool(note)


@pytest.mark.parametrize("mode", ["cards", "ledger"])
@pytest.mark.parametrize("width", [680, 1160, 1592])
def test_the_most_that_a_mode_can_hold_stands_apart(mode: str, width: int) -> None:
    """At the greatest number that is not refused, still no text meets another."""
    most = max(n for n in range(1, 80) if mode_for(n, "", width, mode).mode == mode)
    days = [f"2031-03-{1 + number % 17:02}" for number in range(most)]
    view = timeline_view(frame_of(*sorted(days)), Selection(mode=mode), width=width)
    assert (view.mode, view.note) == (mode, "")
    assert overlaps(view) == outside(view) == []


def test_a_small_change_of_count_keeps_the_mode() -> None:
    """The mode drawn last stays up to a fifth above its usual number; without it none does."""
    usual = max(n for n in range(1, 40) if mode_for(n, "", 1160).mode == "cards")
    for count in range(1, 500):
        plain = mode_for(count, "", 1160).mode
        assert mode_for(count, "", 1160, last=plain).mode == plain
    assert mode_for(usual + 1, "", 1160).mode == "ledger"
    assert mode_for(usual + 1, "", 1160, last="cards").mode == "cards"
    assert mode_for(round(usual * 1.2) + 1, "", 1160, last="cards").mode == "ledger"
    assert mode_for(320, "kind", 1160, last="lanes").mode == "lanes"
    assert mode_for(361, "kind", 1160, last="lanes").mode == "density"


def test_lanes_go_by_count_by_name_and_by_hand() -> None:
    """The fullest first, or in order of name, or as they were put; what has none comes last."""
    counts = {"NOR": 1, "PER": 3, "FIN": 2, "": 9}
    orders = {
        "": ["PER", "FIN", "NOR", ""],
        "name": ["FIN", "NOR", "PER", ""],
        "hand": ["NOR", "PER", "FIN", ""],
    }
    for order, keys in orders.items():
        assert in_order(counts, Grouping("country", order, ("NOR", "JPN"))) == keys


def test_lanes_by_name_are_the_fullest() -> None:
    """The order says where a lane stands, not whether it is drawn: the emptiest are gathered."""
    counts = {code: at for at, code in enumerate(("ARG", "AUT", "BRA", "CAN", "CHL"), 1)}
    order = in_order(counts, Grouping("country", "name"), most=4)
    assert order == ["BRA", "CAN", "CHL", "ARG", "AUT"]


def test_name_of_a_lane_has_its_second_line_to_itself() -> None:
    """The number of events stands beside the first line only, and does not cut the second."""
    lane = SimpleNamespace(key="a", name="The Morning Ledger", code="", total=2632)
    shapes = head(lane, 0, 0, {}, palette("light"))
    words = [shape.text for shape in shapes if isinstance(shape, Text)]
    assert words == ["The", "Morning Ledger", "2,632"]


def test_lanes_are_drawn_in_their_order() -> None:
    """The picture names its lanes from top to bottom, and each event is still counted once."""
    frame = to_frame(
        [report(0, "2031-03-04", countries="NOR PER"), report(1, "2031-03-06", countries="NOR")]
    )
    view = timeline_view(frame, Selection(group="country", order="name"), width=1160)
    assert view.lanes == ("NOR", "PER")
    turned = Selection(group="country", order="hand", lanes=("PER",))
    view = timeline_view(frame, turned, width=1160)
    assert view.lanes == ("PER", "NOR")
    assert view.sentence.startswith("2 events")
    heads = [s for s in view.shapes if isinstance(s, Text) and s.text in ("Peru", "Norway")]
    assert next(head.text for head in sorted(heads, key=lambda head: head.y)) == "Peru"


def test_the_axis_is_never_shortened_unasked() -> None:
    """A gap of five months stays as long as it is until the reader asks."""
    view = timeline_view(frame_of(*FAR), Selection(), width=1160)
    assert view.scale is not None
    assert view.scale.breaks == ()


@pytest.mark.parametrize("mode", ["cards", "ledger", "lanes"])
def test_a_long_gap_is_shortened_and_said(mode: str) -> None:
    """The break says how long it is; on both sides of it a day is as wide as elsewhere."""
    view = timeline_view(frame_of(*FAR), Selection(breaks=True, mode=mode), width=1160)
    assert view.mode == mode
    assert "break: 5 months" in words_of(view)
    assert overlaps(view) == outside(view) == []
    scale = view.scale
    assert scale is not None
    xs = [scale.centre(date.fromisoformat(day).toordinal()) for day in FAR]
    assert xs[1] - xs[0] == pytest.approx(2 * scale.px)
    assert [b - a for a, b in pairwise(xs[2:])] == pytest.approx([4 * scale.px, scale.px])
    for day in range(scale.first, scale.last + 1):
        assert scale.day_at(scale.centre(day)) == day


def test_a_break_brings_far_events_onto_the_axis() -> None:
    """What is beyond the axis otherwise stands on it, behind a break."""
    frame = frame_of("2030-02-01", *[f"2031-03-{day:02}" for day in range(4, 12)])
    assert timeline_view(frame, Selection(), width=1160).edges
    view = timeline_view(frame, Selection(breaks=True), width=1160)
    assert view.edges == ()
    assert "break: 13 months" in words_of(view)
    assert "break: 13 months" in words_of(briefing_view(frame, Selection(breaks=True)))


def test_pictures_with_breaks_are_whole() -> None:
    """In random bursts no text meets another and none is cut, in cards, lists and lanes."""
    for seed in range(60):
        for view in (
            timeline_view(burst(seed, 40), Selection(breaks=True), width=1160),
            timeline_view(burst(seed, 40), Selection(breaks=True, group="kind"), width=900),
            briefing_view(burst(seed, 20), Selection(breaks=True)),
        ):
            assert (seed, overlaps(view), outside(view)) == (seed, [], [])


def test_where_nothing_is_shortened_it_is_said() -> None:
    """Events without a long gap, and cells of a density, are drawn to scale with a note."""
    view = timeline_view(frame_of("2031-03-04", "2031-03-06"), Selection(breaks=True), width=1160)
    assert view.note == "No gap here is long enough to be shortened."
    view = timeline_view(frame_of(*FAR), Selection(breaks=True, mode="density"), width=1160)
    assert view.note.startswith("Density is true to scale")
    assert view.scale is not None
    assert view.scale.breaks == ()


def test_ticks_begin_anew_behind_a_break() -> None:
    """Each side of a break names its month, and the year stands where it is another one."""
    first, last = date(2030, 12, 28).toordinal(), date(2031, 3, 4).toordinal()
    gap = Break(date(2031, 1, 3).toordinal(), date(2031, 2, 27).toordinal(), 120, "")
    scale = Scale(first, last, 0, 100, (gap,))
    assert [tick.label for tick in major(scale)] == [
        "December 2030", "January 2031", "February", "March",
    ]  # fmt: skip
    assert not [tick for tick in minor(scale) if gap.first <= tick.day <= gap.last]


def test_a_period_that_has_begun_is_named_too() -> None:
    """An axis that begins in the midst of a year says which, if there is room for it."""
    first, last = date(2028, 1, 6).toordinal(), date(2031, 12, 25).toordinal()
    labels = [tick.label for tick in minor(Scale(first, last, 0, 1100 / (last - first + 1)))]
    assert labels[0] in ("2028", "Jan")


def test_weekends_and_days_of_publication_are_switched() -> None:
    """Both are drawn and named in the legend until they are hidden, each by itself."""
    frame = frame_of("2031-03-14", "2031-03-20")
    keys = {
        (): ["weekend", "published"],
        ("weekends",): ["published"],
        ("published",): ["weekend"],
        AXIS_MARKS: [],
    }
    shapes = set()
    for hide, names in keys.items():
        view = timeline_view(frame, Selection(hide=hide), width=1160)
        assert [name for name, _ in view.legend] == names
        shapes.add(view.shapes)
    assert len(shapes) == 4


def test_the_title_says_the_days_of_the_sentence() -> None:
    """Events beyond the axis belong to the title as to the sentence, and so does a range.

    Not all events happened: some are planned or denied.
    """
    frame = frame_of("2031-01-21/2031-01-31", *[f"2031-03-{day:02}" for day in range(4, 12)])
    view = briefing_view(frame, Selection())
    assert view.title == "Events, 21 January to 11 March 2031"
    assert view.sentence.startswith("9 events, 21 Jan to 11 Mar 2031")
    ranged = Selection(first=date(2031, 3, 1), last=date(2031, 3, 20))
    assert briefing_view(frame, ranged).title == "Events, 1 to 20 March 2031"
    since = briefing_view(frame, Selection(first=date(2031, 1, 30)))
    assert since.title == "Events, since Thu 30 Jan 2031"
    assert since.sentence.startswith("9 events, 8 certain, 1 possible, since Thu 30 Jan 2031")


def test_a_short_last_row_is_shared_by_both_sides() -> None:
    """Ten cards at 1112 px stand five above and five below the axis."""
    days = [f"2031-03-{day:02}" for day in range(4, 14)]
    view = timeline_view(frame_of(*days), Selection(), width=1112)
    above = [mark for mark in view.marks if mark.y + mark.h < view.axis]
    assert (len(above), len(view.marks)) == (5, 10)


@pytest.mark.parametrize("group", ["", "kind", "publisher"])
def test_the_briefing_names_its_colours(group: str) -> None:
    """They stand at the end of the sentence's line; where that is full, with the other marks."""
    days = [f"2031-03-{day:02}" for day in range(1, 29)]
    frame = to_frame(
        report(at, day, countries="NOR FIN".split()[at % 2]) for at, day in enumerate(days)
    )
    for selection in (Selection(group=group), Selection(group=group, text="rail " * 25)):
        view = briefing_view(frame, selection)
        assert [words for mark, words in view.legend if mark.startswith("#")] == [
            "Norway",
            "Finland",
        ]
        said = {s.text: s for s in view.shapes if isinstance(s, Text)}
        is_full = "rail" in view.sentence
        assert (said["Norway"].y == said["Finland"].y == 94) is not is_full
        assert not overlaps(view)
        assert not outside(view)
