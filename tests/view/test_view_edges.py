"""What lies beyond the axis, what has no day, and how dates are drawn and said."""

from datetime import date

import pytest

from dashboard import edtf
from dashboard.forms import form_of
from dashboard.frame import to_frame
from dashboard.selection import AXIS_MARKS, Selection
from dashboard.view import (
    Disc,
    Path,
    Rect,
    Text,
    briefing_view,
    legend,
    overview_view,
    timeline_view,
)
from dashboard.view.items import items_of, spoken
from dashboard.view.palette import country_colors, palette
from tests.view.pictures import frame_of, outside, overlaps, report

WEEK = [f"2031-03-{day:02}" for day in range(4, 12)]

LONG = "Norway opened a rail link to Finland with bands and flags at the harbour on Tuesday."
OTHER = "In Oslo they say that the new line to Helsinki carried its first train that week."


def test_a_far_event_becomes_an_edge_marker() -> None:
    """An event further off than three times the core is a marker that says how many and when."""
    view = timeline_view(frame_of("2031-01-21/2031-01-31", *WEEK), Selection(), width=1160)
    assert [(edge.side, edge.text) for edge in view.edges] == [
        ("earlier", "1 earlier: late January 2031")
    ]
    edge = view.edges[0]
    assert (edge.first, edge.last) == (date(2031, 1, 21), date(2031, 1, 31))
    assert view.scale is not None
    assert date.fromordinal(view.scale.first) == date(2031, 3, 4)
    assert [mark.number for mark in view.marks] == list(range(2, 10))
    assert overlaps(view) == outside(view) == []


def test_a_near_event_stays_on_the_axis() -> None:
    """An event within three times the core lengthens the axis instead."""
    view = timeline_view(frame_of("2031-02-20", *WEEK), Selection(), width=1160)
    assert view.edges == ()
    assert len(view.marks) == 9


def test_a_chosen_range_is_the_axis() -> None:
    """With a range chosen, the axis is that range and nothing stands beyond it."""
    chosen = Selection(first=date(2031, 1, 1), last=date(2031, 3, 31))
    view = timeline_view(frame_of("2031-01-21/2031-01-31", *WEEK), chosen, width=1160)
    assert view.scale is not None
    assert (view.scale.first, view.scale.last) == (
        date(2031, 1, 1).toordinal(),
        date(2031, 3, 31).toordinal(),
    )
    assert view.edges == ()


def test_undated_events_are_listed_not_drawn() -> None:
    """An event without a day is named in `undated` and in the sentence, and has no mark."""
    frame = to_frame([report(0, "2031-03-04"), report(1, "", event_id="abcd")])
    view = timeline_view(frame, Selection(), width=1160)
    assert view.undated == ("abcd",)
    assert len(view.marks) == 1
    assert view.sentence.endswith("1 more has no stated date.")


def test_nothing_is_said_to_be_nothing() -> None:
    """A frame without dated events gives a picture that says so."""
    for frame in (frame_of(), frame_of("")):
        view = timeline_view(frame, Selection(), width=1160)
        assert view.mode == "empty"
        assert any(isinstance(s, Text) and "Nothing" in s.text for s in view.shapes)


@pytest.mark.parametrize(
    ("day", "words", "form"),
    [
        ("2031-03-04", "4 March", "disc"),
        ("2031-03-04~", "about 4 March", "around"),
        ("2031-03", "in March", "interval"),
        ("2031", "in 2031", "interval"),
        ("2031-03-04/2031-03-06", "from 4 to 6 March 2031", "span"),
        ("2031-03-28/2031-04-02", "March 28–April 2", "span"),
        ("2031-03-04/2031-03-06", "earlier this week", "interval"),
        ("2031-03-03/2031-03-09", "the week of 3 March", "interval"),
        ("2031-03-21/2031-03-31", "at the end of March", "interval"),
        ("2031-03-04/..", "since 4 March", "open"),
        ("../2031-03-04", "until 4 March", "open"),
        ("[2031-03-04,2031-03-05]", "on 4 or 5 March", "differ"),
        ("{2031-03-04,2031-03-05}", "on 4 and 5 March", "each"),
        ("[2031-03,2031-05]", "in March or May", "interval"),
        ("2031-03-04?", "perhaps on 4 March", "unsure"),
        ("2031-03-04/2031-03-06?", "perhaps from 4 to 6 March", "doubted"),
        ("2031-03?", "perhaps in March", "doubted"),
        ("2031-03-04%", "perhaps around 4 March", "around"),
    ],
)
def test_the_shape_of_a_date(day: str, words: str, form: str) -> None:
    """Shape carries certainty: only a single day is a disc, only stated days are a solid bar."""
    assert form_of(edtf.parse(day), words, False) == form


def test_a_bar_covers_whole_days() -> None:
    """4 to 6 March is a bar from the start of the 4th to the end of the 6th."""
    frame = frame_of("2031-03-04/2031-03-06", "2031-03-09", date_words="4 to 6 March")
    view = timeline_view(frame, Selection(), width=1160)
    scale = view.scale
    assert scale is not None
    start, end = date(2031, 3, 4).toordinal(), date(2031, 3, 7).toordinal()
    bars = [s for s in view.shapes if getattr(s, "h", 0) == 10]
    assert [(b.x, b.x + b.w) for b in bars if b.w > 20] == [  # type: ignore[union-attr]
        (pytest.approx(scale.start(start)), pytest.approx(scale.start(end)))
    ]


def test_an_approximate_day_is_pinned_to_itself() -> None:
    """Around 6 March is drawn on 6 March, not on the first day it can mean."""
    view = timeline_view(
        frame_of("2031-03-04", "2031-03-06~", "2031-03-09"), Selection(), width=900
    )
    assert view.scale is not None
    assert view.marks[1].dot[0] == pytest.approx(view.scale.centre(date(2031, 3, 6).toordinal()))


def test_marks_are_named_for_readers() -> None:
    """A mark says title, day with its certainty, countries, sources and its place."""
    frame = frame_of("2031-03-04", "2031-03-05", kind="planned", countries="NOR PER")
    names = [mark.name for mark in timeline_view(frame, Selection(), width=1160).marks]
    assert names[0] == (
        "Rail link opens. planned for Tue 4 Mar 2031. Norway, Peru. 1 source. 1 of 2."
    )


def test_a_worked_out_day_says_from_which_word() -> None:
    """A relative date has a dot over its disc and its words on the card."""
    fields = {"date_source": "relative", "date_words": "Tuesday"}
    view = timeline_view(frame_of("2031-03-04", **fields), Selection(), width=1160)
    texts = [s.text for s in view.shapes if isinstance(s, Text)]
    assert "from “Tuesday”" in texts
    assert ("inferred", "day worked out") in view.legend
    assert sum(isinstance(s, Disc) and s.r < 2 for s in view.shapes) == 3  # axis, card, legend


def test_the_legend_names_what_is_there_and_no_more() -> None:
    """Plain days need no legend; other marks bring their own entry."""
    plain = Selection(hide=AXIS_MARKS)
    assert timeline_view(frame_of("2031-03-04"), plain, width=1160).legend == ()
    view = timeline_view(frame_of("2031-03", kind="denied"), plain, width=1160)
    assert [name for name, _ in view.legend] == ["interval", "denied"]


@pytest.mark.parametrize(
    ("mode", "group", "codes", "named"),
    [
        ("ledger", "", "NOR PER NOR", ["Norway", "Peru"]),
        ("lanes", "", "NOR PER NOR", ["Norway", "Peru"]),
        ("lanes", "kind", "NOR - NOR", ["Norway"]),
        ("cards", "kind", "PER NOR NOR", ["Peru", "Norway"]),
        ("cards", "", "NOR PER NOR", []),
        ("lanes", "country", "NOR PER NOR", []),
        ("density", "", "NOR PER NOR", []),
        ("ledger", "", "NOR NOR NOR", []),
        ("ledger", "", "- - -", []),
        ("lanes", "", f"FIN {'NOR ' * 40} PER", ["Finland", "Norway"]),
    ],
)
def test_colours_are_named_where_nothing_else_says_whose_they_are(
    mode: str, group: str, codes: str, named: list[str]
) -> None:
    """The legend names the countries of colours that differ; cards and heads of lanes do it too."""
    frame = to_frame(
        report(at, "2031-03-04", countries=code) for at, code in enumerate(codes.split())
    )
    view = timeline_view(frame, Selection(mode=mode, group=group), width=1160)
    keys = [(mark, words) for mark, words in view.legend if mark.startswith("#")]
    assert [words for _, words in keys] == named
    assert all(
        any(s == Disc(s.x, s.y, 4, mark) for s in view.shapes if isinstance(s, Disc))
        for mark, _ in keys
    )


def test_lanes_that_gather_countries_name_their_colours() -> None:
    """A country whose lane has no room has its colour in the legend, those with heads have not."""
    codes = "NOR FIN PER JPN KEN".split()
    frame = to_frame(
        report(10 * at + n, f"2031-03-{n + 1:02}", countries=code)
        for at, code in enumerate(codes)
        for n in range(9 - at)
    )
    items, _ = items_of(frame)
    colors = palette("light")
    hues = country_colors((item.countries for item in items), colors)
    found = legend.countries(items, hues, colors, ("NOR", "FIN", "PER", "…"))
    assert found == ((hues["JPN"], "Japan"), (hues["KEN"], "Kenya"))


def test_sources_are_numbered_by_event() -> None:
    """An event with two sources has 1a and 1b; one with a single source just its number."""
    frame = to_frame(
        [
            report(0, "2031-03-04", event_id="aa"),
            report(0, "2031-03-04", event_id="aa", outlet=1),
            report(1, "2031-03-05"),
        ]
    )
    items, _ = items_of(frame)
    assert [c.number for item in items for c in item.citations] == ["1a", "1b", "2"]


def test_hatching_stays_inside_its_bar() -> None:
    """The lines of a hatched bar end on its edges."""
    view = timeline_view(frame_of("2031-03", "2031-03-02"), Selection(), width=1160)
    assert outside(view) == []
    assert any(isinstance(s, Path) and len(s.lines) > 100 for s in view.shapes)


def test_all_of_several_days_are_solid_discs() -> None:
    """On 4 and 6 March is a filled disc on each, and the legend does not say "one of"."""
    plain = Selection(hide=AXIS_MARKS)
    view = timeline_view(frame_of("{2031-03-04,2031-03-06}"), plain, width=1160)
    assert view.legend == (("each", "on each of these days"),)
    scale = view.scale
    assert scale is not None
    solid = {s.x for s in view.shapes if isinstance(s, Disc) and s.fill != palette("").background}
    for day in (4, 6):
        assert scale.centre(date(2031, 3, day).toordinal()) in solid


def test_a_doubted_day_is_no_plain_disc() -> None:
    """A day with a question mark has its own mark, words and legend."""
    view = timeline_view(frame_of("2031-03-04?"), Selection(hide=AXIS_MARKS), width=1160)
    assert view.legend == (("unsure", "day uncertain"),)
    assert "(uncertain)" in view.marks[0].name
    fills = {s.fill for s in view.shapes if isinstance(s, Disc) and s.r > 4}
    assert fills == {palette("").background}


@pytest.mark.parametrize("day", ["{2031-03-04,2031-03-06}", "2031-03-04?"])
@pytest.mark.parametrize("group", ["", "country"])
@pytest.mark.parametrize("count", [1, 20, 40])
def test_the_marks_of_every_form_stand_in_every_mode(day: str, group: str, count: int) -> None:
    """Cards, ledger, lanes and the strips draw them inside the picture."""
    frame = frame_of(*[day] * count)
    for view in (
        timeline_view(frame, Selection(group=group), width=1160),
        briefing_view(frame, Selection(group=group)),
        overview_view(frame, Selection(), width=1160),
    ):
        assert overlaps(view) == outside(view) == []


def test_differing_reports_are_counted_not_outlets() -> None:
    """Two reports of one outlet that name two days are two reports that differ, of one source."""
    frame = to_frame(
        [report(0, "2031-03-04", event_id="aa"), report(1, "2031-03-09", event_id="aa")]
    )
    (item,), _ = items_of(frame)
    assert item.how == "2 reports differ"
    assert " 1 source. " in spoken(item, 1)


@pytest.mark.parametrize(
    ("second", "said", "strokes"),
    [(LONG, "1 source.", 0), (OTHER, "2 sources.", 2)],
    ids=["reprint", "own words"],
)
@pytest.mark.parametrize("mode", ["cards", "ledger", "lanes"])
def test_reprints_are_one_source_in_name_and_strokes(
    mode: str, second: str, said: str, strokes: int
) -> None:
    """A mark counts what the table and the panel count: outlets that tell in words of their own."""
    told = [
        report(0, "2031-03-04", event_id="aa", outlet=outlet, quote=quote)
        for outlet, quote in enumerate((LONG, second))
    ]
    view = timeline_view(to_frame(told), Selection(mode=mode), width=1160)
    (mark,) = view.marks
    assert f" {said} " in mark.name
    drawn = [s for s in view.shapes if isinstance(s, Rect) and s.w in (2, 2.5) and s.h < 12]
    assert len(drawn) in (strokes, 2 * strokes)  # The legend has its own.
