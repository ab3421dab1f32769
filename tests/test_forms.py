"""How exactly a date is known: the words that stand for the form in which it is drawn."""

import pytest

from dashboard.app.wording import PRECISION_LABELS
from dashboard.events import to_events
from dashboard.forms import PRECISIONS, precision_of
from dashboard.selection import PRECISION_WORDS
from dashboard.view.items import items_of
from tests.factories import make_frame

DATES = (
    # date, its words, whether reports disagree
    ("2022-10-04", "on Tuesday", False, "day"),
    ("2022-10-04/2022-10-06", "4 to 6 October", False, "span"),
    ("2022-10-03/2022-10-09", "last week", False, "interval"),
    ("2022-10", "in October", False, "interval"),
    ("2022-33", "in the first quarter", False, "interval"),
    ("201X", "in the 2010s", False, "interval"),
    ("[2022-08,2022-10]", "in August or October", False, "interval"),
    ("2022-10-04~", "around 4 October", False, "around"),
    ("2022-10~", "around October", False, "interval"),
    ("2022-10-04/..", "since 4 October", False, "open"),
    ("../2022-10-04", "by 4 October", False, "open"),
    ("2022-10-04?", "on 4 October, it is thought", False, "uncertain"),
    ("2022-10?", "in October, it is thought", False, "uncertain"),
    ("[2022-10-04,2022-10-06]", "4 or 6 October", False, "differ"),
    ("2022-10-04/2022-10-06", "4 October", True, "differ"),
    ("{2022-10-04,2022-10-06}", "4 and 6 October", False, "each"),
    ("XXXX-10-04", "4 October", False, "none"),
    ("XXXX-10-04", "4 October", True, "none"),
    ("", "", False, "none"),
)


@pytest.mark.parametrize(("text", "words", "disagree", "precision"), DATES)
def test_a_date_has_one_precision(text: str, words: str, disagree: bool, precision: str) -> None:
    """It is that of its glyph; what has no place on the axis is not stated."""
    assert precision_of(text, words, disagree) == precision


def test_the_cases_have_every_precision() -> None:
    """None is without an example, and each has its words in the sentence and in the picker."""
    assert {precision for *_, precision in DATES} == {*PRECISIONS}
    assert tuple(PRECISION_WORDS) == tuple(PRECISION_LABELS) == PRECISIONS


def test_events_are_drawn_in_the_form_of_their_precision() -> None:
    """What a filter by it keeps is what the legend calls so; the tray has those not stated."""
    frame = make_frame(300, 7)
    precision = dict(to_events(frame)[["event_id", "precision"]].to_numpy().tolist())
    items, undated = items_of(frame)
    said = {"disc": "day", "unsure": "uncertain", "doubted": "uncertain"}
    assert {item.event_id: said.get(item.form, item.form) for item in items} == {
        key: name for key, name in precision.items() if key not in undated
    }
    assert {precision[key] for key in undated} == {"none"}
    assert {"day", "span", "interval", "open"} <= {*precision.values()}
