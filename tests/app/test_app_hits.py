"""Words looked for are marked in rows where they stand, and shown where they stand elsewhere."""

import pytest

from dashboard.app.desk import Desk
from dashboard.app.hits import excerpt, mark_pieces, marked
from dashboard.app.show import answer
from dashboard.selection import Selection

SCREEN = {"width": 1100, "dark": False, "small": False}


@pytest.mark.parametrize(
    ("text", "typed", "hits"),
    [
        ("The Ferry sails; ferries wait.", "ferr", ["Ferry", "ferries"]),
        ("A café opened.", "CAFE", ["café"]),
        ("Nothing here.", "ferry", []),
        ("<b>ferry</b>", "ferry", ["ferry"]),
        ("ferry", "?!", []),
    ],
)
def test_hits_are_marked_and_nothing_is_lost(text: str, typed: str, hits: list[str]) -> None:
    """The pieces joined are the text; those marked are the words looked for."""
    pieces = marked(text, typed)
    assert "".join(piece for piece, _ in pieces) == text
    assert [piece for piece, what in pieces if what == "hit"] == hits


def test_hit_across_a_border_is_marked_on_both_sides() -> None:
    """What a piece was stays beside the hit."""
    pieces = mark_pieces([["on 4", "date"], [" May", ""]], '"4 may"')
    assert pieces == [["on ", "date"], ["4", "date hit"], [" May", "hit"]]


def test_excerpt_shows_whole_words_around_the_first_hit() -> None:
    """Cuts are at a space and said by an ellipsis."""
    text = "word " * 40 + "the ferry " + "word " * 40
    pieces = excerpt(text, "ferry")
    assert pieces[0] == ["… ", ""]
    assert pieces[-1] == [" …", ""]
    assert ["ferry", "hit"] in pieces
    assert all(word in ("word", "the", "…") for words, what in pieces if not what
               for word in words.split())  # fmt: skip
    assert excerpt(text, "harbour") == []


def test_rows_mark_what_was_looked_for(desk: Desk) -> None:
    """A hit stands in the label, the quote or an excerpt of each row that is shown."""
    word = desk.store.select(Selection()).iloc[0]["label"].split()[0]
    rows = answer(desk, f"?text={word}", SCREEN, {}, False, {})["shown"]["events"]["rows"]
    assert rows
    for row in rows:
        found = {name: row.get(f"{name}_parts", []) for name in ("label", "quote")}
        pieces = [*found["label"], *found["quote"], *row.get("excerpt", [])]
        assert any(what == "hit" for _, what in pieces), row["label"]
        for name, parts in found.items():
            assert "".join(words for words, _ in parts) in ("", row[name])
