"""Searching words: what is found, where, and that nothing typed can do harm."""

import random

import pytest

from dashboard.model import Span
from dashboard.search import find_hits, find_words, fold_words, has_all, index_text, parse_terms


@pytest.mark.parametrize(
    ("typed", "text", "hits"),
    [
        # case, accents, compatibility forms
        ("zurich", "Zürich, ZÜRICH, Zu\u0308rich", ["Zürich", "ZÜRICH", "Zu\u0308rich"]),
        ("STRASSE", "Die Straße", ["Straße"]),
        ("ﬁne", "fine", ["fine"]),
        ("łodz", "Łódź", ["Łódź"]),
        # the beginning of a word, but not its middle
        ("ferr", "A ferry, two ferries; periferry", ["ferry", "ferries"]),
        # in quotation marks: whole words, side by side
        ('"rail link"', "The rail link, rail links, link rail", ["rail link"]),
        ("“rail link", "a RAIL\nlink", ["RAIL\nlink"]),
        # joined words are looked for side by side
        ("air-strik", "air strikes and air", ["air strikes"]),
        ("Oslo's", "Oslo’s harbour", ["Oslo’s"]),
        # invisible marks inside a word do not hide it
        ("harbour", "har\u00adbour, har\u202ebour", ["har\u00adbour", "har\u202ebour"]),
        # nothing to look for
        ("?! *", "anything", []),
        ("", "anything", []),
    ],
)
def test_words_are_found_where_they_stand(typed: str, text: str, hits: list[str]) -> None:
    """A hit is a slice of the text, as it is written there."""
    assert [text[s.start : s.end] for s in find_hits(typed, text)] == hits


def test_all_terms_must_be_there() -> None:
    """Terms may stand in different texts; the words of one may not."""
    texts = ("The ferry sails", "talks go on")
    assert has_all(parse_terms("ferry talk"), texts)
    assert not has_all(parse_terms("ferry train"), texts)
    assert not has_all(parse_terms('"sails talks"'), texts)


def test_plain_text_is_folded_like_any_other() -> None:
    """The quicker way for ASCII gives what the general one gives."""
    rng = random.Random(12)
    for _ in range(200):
        text = "".join(chr(rng.randrange(128)) for _ in range(40))
        assert find_words(text) == find_words(text + "\u00b7")
        assert fold_words(text) == tuple(word.folded for word in find_words(text))


def test_long_words_are_found() -> None:
    """A word of ten thousand letters is found by its beginning, whole."""
    text = f"see {'x' * 10_000} there"
    assert find_hits("x" * 70, text) == (Span(4, 10_004),)


def test_folding_gives_letters_and_digits_only() -> None:
    """Whatever the text, its folded words hold nothing the index could take as syntax."""
    rng = random.Random(4)
    for _ in range(300):
        text = "".join(chr(rng.randrange(1, 0x3000)) for _ in range(20))
        assert all(word.isalnum() for word in fold_words(text))
    assert index_text(("A b", "C")) == "a b ¶ c"
    assert not parse_terms("¶")
