"""Ledger, lanes, density, overview and briefing: what each shows and that nothing meets."""

import random
from datetime import date, timedelta

import pandas as pd
import pytest

from dashboard.frame import to_frame
from dashboard.selection import Selection
from dashboard.view import (
    Text,
    TimelineView,
    briefing_view,
    overview_view,
    sources,
    timeline_view,
)
from dashboard.view.items import items_of
from tests.view.pictures import COUNTRIES, burst, frame_of, outside, overlaps, report


def many(count: int, length: int, seed: int = 1) -> pd.DataFrame:
    """Return many plain events over a length of days."""
    rng = random.Random(seed)
    days = [date(2031, 1, 1) + timedelta(rng.randrange(length)) for _ in range(count)]
    return to_frame(
        report(n, str(day), outlet=n % 3, countries=" ".join(rng.sample(COUNTRIES, 1 + n % 2)))
        for n, day in enumerate(days)
    )


def shown(view: TimelineView) -> set[str]:
    """Return the ids of the events that have a mark."""
    return {mark.event_id for mark in view.marks}


@pytest.mark.parametrize(
    ("count", "group", "mode"),
    [
        (1, "", "cards"), (12, "", "cards"), (20, "", "ledger"), (24, "", "ledger"),
        (25, "", "lanes"), (8, "country", "lane cards"), (60, "publisher", "lanes"),
        (301, "", "density"), (301, "kind", "density"),
    ],
)  # fmt: skip
def test_the_mode_follows_the_number_of_events(count: int, group: str, mode: str) -> None:
    """Cards while they fit, a ledger to 24, lanes to 300, then cells."""
    view = timeline_view(many(count, 60), Selection(group=group), width=1160)
    assert view.mode == mode
    assert overlaps(view) == outside(view) == []


@pytest.mark.parametrize("group", ["", "country", "kind", "publisher"])
def test_nothing_meets_in_any_mode(group: str) -> None:
    """Random bursts of up to 60 events have no overlapping text, however they are grouped."""
    for seed in range(40):
        view = timeline_view(burst(seed, 60), Selection(group=group), width=1160)
        assert (seed, overlaps(view)) == (seed, [])
        assert (seed, outside(view)) == (seed, [])


def test_an_event_of_two_countries_stands_in_both_lanes_with_one_number() -> None:
    """Its card hangs in one lane, its mark stands in the other, and both have its number."""
    frame = to_frame(
        [report(0, "2031-03-04", countries="NOR PER"), report(1, "2031-03-06", countries="NOR")]
    )
    view = timeline_view(frame, Selection(group="country"), width=1160)
    lanes = [(mark.lane, mark.number) for mark in view.marks]
    assert lanes == [("NOR", 1), ("PER", 1), ("NOR", 2)]
    assert len(shown(view)) == 2


def test_every_event_of_a_ledger_has_its_row_with_its_whole_title() -> None:
    """The list holds each event once, in date order, in two columns."""
    view = timeline_view(many(24, 200), Selection(), width=1160)
    assert [mark.number for mark in view.marks] == list(range(1, 25))
    assert len({mark.x for mark in view.marks}) == 2


def test_a_full_lane_counts_what_it_does_not_show() -> None:
    """Forty events of one day in a lane: six rows, the rest is said as +34 and can be pressed."""
    frame = to_frame(
        [report(n, "2031-03-04") for n in range(40)] + [report(41, "2031-03-09", countries="PER")]
    )
    view = timeline_view(frame, Selection(group="country"), width=1160)
    clusters = [mark for mark in view.marks if not mark.event_id]
    assert [mark.name.split(",")[0] for mark in clusters] == ["34 more events"]
    assert any(isinstance(s, Text) and s.text == "+34" for s in view.shapes)


def test_cells_add_up_to_the_whole() -> None:
    """The counts of the cells are together the number of events, ungrouped."""
    view = timeline_view(many(1000, 300), Selection(), width=1160)
    counts = [int(mark.name.split()[0].replace(",", "")) for mark in view.marks]
    assert view.mode == "density"
    assert sum(counts) == 1000


def test_a_narrow_screen_gets_a_strip() -> None:
    """Under 640 px the picture is a strip of counts, for the page shows a list."""
    view = timeline_view(many(20, 30), Selection(), width=500)
    assert (view.mode, view.height) == ("list", 64)


def test_the_overview_holds_all_days_and_two_handles() -> None:
    """Its scale covers every event; its handles stand at the ends of the timeline's axis."""
    frame = frame_of("2031-01-21/2031-01-31", *[f"2031-03-{day:02}" for day in range(4, 12)])
    view = overview_view(frame, Selection(), width=1160, theme="dark")
    assert view.height == 56
    assert view.scale is not None
    assert date.fromordinal(view.scale.first) == date(2031, 1, 21)
    assert [(m.lane, m.first, m.w) for m in view.marks] == [
        ("handle", date(2031, 3, 4), 24),
        ("handle", date(2031, 3, 11), 24),
    ]


def test_a_drag_on_the_overview_finds_its_day() -> None:
    """Every px of a day maps back to that day, and beyond the ends to the first and last one."""
    scale = overview_view(frame_of("2031-03-04", "2031-03-20"), Selection(), width=1160).scale
    assert scale is not None
    for day in range(scale.first, scale.last + 1):
        assert scale.day_at(scale.centre(day)) == day
    assert scale.day_at(-50) == scale.first
    assert scale.day_at(5000) == scale.last


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("count", [1, 5, 9, 12, 15, 18, 24, 60, 400])
@pytest.mark.parametrize("group", ["", "country"])
def test_the_briefing_is_whole_at_every_number_of_events(
    count: int, group: str, theme: str
) -> None:
    """Each page is 1280 x 720 with nothing overlapping, nothing cut off and no text under 11."""
    frame, selection = many(count, 40), Selection(group=group)
    first = briefing_view(frame, selection, theme=theme)
    for page in range(1, min(first.pages, 3) + 1):
        view = briefing_view(frame, selection, theme=theme, page=page)
        assert (view.width, view.height) == (1280, 720)
        assert overlaps(view) == outside(view) == []
        assert min(s.size for s in view.shapes if isinstance(s, Text)) >= 11


@pytest.mark.parametrize("group", ["", "country"])
def test_the_briefing_is_whole_with_any_mixture_of_dates(group: str) -> None:
    """Bursts of mixed precision and kind, and their long legends, stay inside the frame too."""
    for seed in range(25):
        view = briefing_view(burst(seed, 24), Selection(group=group))
        assert (seed, overlaps(view)) == (seed, [])
        assert (seed, outside(view)) == (seed, [])


@pytest.mark.parametrize("count", [12, 60])
def test_every_quote_and_its_source_stand_in_the_briefing(count: int) -> None:
    """On its pages together, each quote is whole, with outlet, headline, day and characters.

    Where the picture has not all titles, these and the days stand over the quotes.
    """
    frame = many(count, 40)
    pages = briefing_view(frame, Selection()).pages
    views = [briefing_view(frame, Selection(), page=page) for page in range(1, pages + 1)]
    words = " ".join(s.text for view in views for s in view.shapes if isinstance(s, Text))
    for quote in frame["quote"]:
        assert " ".join(quote.split()[-6:]) in words
    for item in items_of(frame)[0]:
        assert item.title in words
        assert f"{item.when}: {item.title}" in words or count == 12
    assert "“Notes from the coast”, 20 Mar 2031, characters" in words
    assert "Quotes verbatim, titles ours." in words


def test_the_briefing_says_what_it_shows() -> None:
    """Title and sentence name the countries and the days that were chosen."""
    chosen = Selection(countries=("NOR", "PER"))
    view = briefing_view(frame_of("2031-03-04", "2031-03-09"), chosen)
    assert view.title == "Norway and Peru, 4 to 9 March 2031"
    assert view.sentence.startswith("2 events, 4 to 9 Mar 2031, involving Norway or Peru")
    texts = [s.text for s in view.shapes if isinstance(s, Text)]
    assert view.title in texts
    assert view.sentence in texts


@pytest.mark.parametrize(("count", "pages"), [(41, 1), (75, 1), (300, 6)])
def test_sources_begin_under_the_picture_however_many(count: int, pages: int) -> None:
    """Each outlet is named once, on the first page as far as there is room, then behind it."""
    frame = many(600, 4000)
    frame["publisher"] = [f"Paper {n % count:03}" for n in range(len(frame))]
    views = [briefing_view(frame, Selection(), page=page) for page in range(1, pages + 1)]
    assert views[0].pages == pages
    named = [
        [s.text.split(": ")[1] for s in view.shapes if isinstance(s, Text) and ": Pap" in s.text]
        for view in views
    ]
    assert len(named[0]) >= min(count, 40)
    assert sorted(name for page in named for name in page) == [
        f"Paper {n:03}" for n in range(count)
    ]
    assert [overlaps(view) + outside(view) for view in views] == [[]] * pages


@pytest.mark.parametrize(("events", "words"), [(4, 430), (1, 1500), (1, 6000), (3, 1100), (20, 60)])
def test_a_long_quote_goes_on_over_columns_and_pages(events: int, words: int) -> None:
    """However long the quotes are, no page is left by any text, and every word is there."""
    frame = to_frame(
        report(n, f"2031-03-{4 + n:02}", quote=" ".join(f"w{n}x{at}" for at in range(words)))
        for n in range(events)
    )
    pages = briefing_view(frame, Selection()).pages
    views = [briefing_view(frame, Selection(), page=page) for page in range(1, pages + 1)]
    said: set[str] = set()
    for view in views:
        assert overlaps(view) == outside(view) == []
        assert max(s.y for s in view.shapes if isinstance(s, Text)) <= 680
        said |= {w.strip("“”") for s in view.shapes if isinstance(s, Text) for w in s.text.split()}
    assert {f"w{n}x{at}" for n in range(events) for at in range(words)} <= said


@pytest.mark.parametrize(
    ("heights", "columns"), [((30, 30, 30, 30), 2), ((1, 60, 1, 60), 2), ((90,), 2), ((), 2)]
)
def test_notes_never_take_more_columns_than_there_are(
    heights: tuple[int, ...], columns: int
) -> None:
    """Every note stands in one of the columns, in order, however high it is."""
    found = [sources.Note(str(n), ("x",) * lines, ()) for n, lines in enumerate(heights)]
    filled = sources.columns_of(found, columns)
    assert len(filled) <= columns
    assert [note for column in filled for note in column] == found


@pytest.mark.parametrize("group", ["country", "kind", "publisher"])
@pytest.mark.parametrize("count", [60, 290, 400])
def test_the_briefing_of_many_lanes_ends_above_its_foot(count: int, group: str) -> None:
    """Where not all lanes have room, the last one gathers the others; all of it is in the frame."""
    rng = random.Random(5)
    codes = "NOR FIN PER JPN KEN CHL EGY GHA FRA DEU POL ITA ESP PRT".split()
    frame = to_frame(
        report(n, f"2031-03-{1 + rng.randrange(28):02}", countries=" ".join(rng.sample(codes, 3)))
        for n in range(count)
    )
    view = briefing_view(frame, Selection(group=group))
    assert view.mode == ("lanes" if count <= 300 else "density")
    assert overlaps(view) == outside(view) == []
    assert max(mark.y + mark.h for mark in view.marks) < 640
    heads = [s.text for s in view.shapes if isinstance(s, Text)]
    assert any(text.endswith(" more") for text in heads) == (group == "country")


@pytest.mark.parametrize("width", [0, 1, 20, 41, 60])
def test_a_picture_of_no_width_is_a_small_strip(width: int) -> None:
    """A page that has not been laid out yet gets a picture too."""
    frame = frame_of("2031-03-04", "2031-03-09")
    for view in (
        timeline_view(frame, Selection(), width=width),
        overview_view(frame, Selection(), width=width),
    ):
        assert view.width == 120
        assert outside(view) == []


@pytest.mark.parametrize(("asked", "given"), [(-1, 1), (0, 1), (1, 1), (99, 1)])
def test_a_page_that_is_not_there_is_the_nearest_one(asked: int, given: int) -> None:
    """Page 0 is the first and page 99 the last."""
    view = briefing_view(frame_of("2031-03-04"), Selection(), page=asked)
    assert (view.page, view.pages) == (given, 1)
    assert view.marks
