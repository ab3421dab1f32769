"""The public functions for notebooks: the same events and the same picture as on the screen."""

from pathlib import Path

import pytest
from plotly.graph_objects import Figure

import dashboard
from dashboard import Selection, timeline_figure
from dashboard.figure import to_figure
from dashboard.model import KINDS
from dashboard.notebook import select_reports
from dashboard.selection import TEXT_PARTS, active, from_url
from dashboard.store.store import Store
from dashboard.view import timeline_view
from tests.factories import make_frame

QUERIES = (
    "", "?country=NOR", "?country=NOR&country=CHL&match=all&kind=happened", "?group=country",
    "?from=2020-01-01&to=2020-06-30&certainty=certain", "?sources=2&theme=dark",
    "?country=NOR&off=country", "?text=rail&text_in=label",
)  # fmt: skip


@pytest.mark.parametrize("query", QUERIES)
def test_the_picture_is_that_of_the_screen(query: str, seeds_store: Path) -> None:
    """What the store shows of a selection and what the frame shows of it look alike."""
    store, selection = Store(seeds_store), from_url(query)
    frame = store.select(Selection(kinds=KINDS))
    shown, theme = store.select(selection), selection.theme or "light"
    figure = timeline_figure(frame, selection, width=1280)
    assert isinstance(figure, Figure)
    plain = active(selection)
    view = timeline_view(shown, plain, width=1280, theme=theme)
    assert figure == Figure(to_figure(view))


def test_a_selection_chooses_whole_events() -> None:
    """All reports of an event are there if the event is shown, and no other."""
    frame = make_frame(60, 4)
    some = select_reports(frame, Selection(countries=("NOR",)))
    assert 0 < len(some) < len(frame)
    assert set(some["report_id"]) == set(
        frame[frame["event_id"].isin(set(some["event_id"]))]["report_id"]
    )


def test_words_in_articles_need_their_texts() -> None:
    """Words are looked for there if that is asked for and the texts are handed over."""
    frame = make_frame(10, 4)
    asked = Selection(kinds=KINDS, text="unheard", text_in=TEXT_PARTS)
    texts = dict.fromkeys(frame["article"].unique(), "An unheard-of week.")
    assert len(select_reports(frame, asked)) == 0
    assert len(select_reports(frame, asked, texts)) == len(frame)
    assert len(select_reports(frame, asked.without("text_in"), texts)) == 0


def test_nothing_to_show_is_a_picture_too() -> None:
    """An empty frame gives a figure that says so."""
    figure = timeline_figure(make_frame(5, 1), Selection(kinds=()))
    assert any("Nothing" in words for words in figure.data[0].text)


def test_every_public_name_can_be_had() -> None:
    """`from dashboard import …` works for each name, and each has a docstring."""
    for name in dashboard.__all__:
        assert getattr(dashboard, name).__doc__, name
