"""Quotation marks of ours around a quote that has marks of its own."""

import pytest
from factories import make_article, make_report

from dashboard.app.events import Found, event_row, mark_row
from dashboard.app.wording import citation
from dashboard.events import gather
from dashboard.frame import to_frame
from dashboard.quotation import in_marks, within_marks
from dashboard.view.card import quoted

SAID = '"They left at dawn," the warden of the harbour told reporters on 4 March 2019.'
SHOWN = "‘They left at dawn,’ the warden of the harbour told reporters on 4 March 2019."


@pytest.mark.parametrize(
    ("quote", "shown"),
    [
        ("They left at dawn.", "“They left at dawn.”"),
        ('"They left at dawn"', "“‘They left at dawn’”"),
        ("“They left at dawn,” he said.", "“‘They left at dawn,’ he said.”"),
        ('He called it "a mess" ("a ruin").', "“He called it ‘a mess’ (‘a ruin’).”"),
        ("The boat's own 'crew'.", "“The boat's own 'crew'.”"),
        ("«Уехали» на рассвете.", "“«Уехали» на рассвете.”"),
        ('"', "“‘”"),
        ("", "“”"),
    ],
)
def test_marks_inside_are_single(quote: str, shown: str) -> None:
    """Two double marks never stand side by side, and nothing else changes or moves."""
    assert in_marks(quote) == shown
    assert len(within_marks(quote)) == len(quote)


def test_page_picture_and_citation_show_the_same_and_keep_what_is_stored() -> None:
    """The row of the table, the card and the copied citation have single marks inside."""
    frame = to_frame([make_report(make_article(SAID), date="2019-03-04")])
    rows = frame.to_dict("records")
    (event,) = gather(rows)
    assert event_row(event, rows)["quote"] == SHOWN
    assert " ".join(quoted(SAID, 14, 300)).replace("\u2009", "") == f"“{SHOWN}”"
    assert citation(rows[0]).startswith(f"“{SHOWN}” - ")
    assert event["quote"] == rows[0]["quote"] == SAID


def test_words_looked_for_are_marked_in_the_same_quote() -> None:
    """A row whose quote holds what was looked for has single marks too."""
    frame = to_frame([make_report(make_article(SAID), date="2019-03-04")])
    (event,) = gather(frame.to_dict("records"))
    found = Found("dawn", lambda event: ("quote",))
    pieces = mark_row(event, found)["quote_parts"]
    assert "".join(words for words, _ in pieces) == SHOWN
    assert ["dawn", "hit"] in [list(piece) for piece in pieces]
