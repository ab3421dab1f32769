"""Segments: a text cut at its marks can be put together again, whatever the marks."""

import random

import pytest

from dashboard.model import Span
from dashboard.segments import Mark, cut, paragraph_starts

ALPHABET = "ab é\n\r\n\n\t\u202e\U0001f600<&"


def mark(name: str, start: int, end: int) -> Mark:
    """Return a mark of a quote."""
    return Mark(name, Span(start, end), "quote")


@pytest.mark.parametrize(
    ("marks", "pieces"),
    [
        ((), [("abcdef", ())]),
        # nested
        ((mark("in", 2, 4), mark("out", 1, 5)),
         [("a", ()), ("b", ("out",)), ("cd", ("out", "in")), ("e", ("out",)), ("f", ())]),
        # crossing
        ((mark("x", 0, 4), mark("y", 2, 6)),
         [("ab", ("x",)), ("cd", ("x", "y")), ("ef", ("y",))]),
        # equal
        ((mark("x", 2, 4), mark("y", 2, 4)), [("ab", ()), ("cd", ("x", "y")), ("ef", ())]),
        # touching
        ((mark("x", 0, 3), mark("y", 3, 6)), [("abc", ("x",)), ("def", ("y",))]),
        # empty, outside, and only partly inside
        ((mark("x", 3, 3),), [("abcdef", ())]),
        ((mark("x", 8, 9), mark("y", 4, 99)), [("abcd", ()), ("ef", ("y",))]),
    ],
)  # fmt: skip
def test_marks_cover_exactly_their_characters(
    marks: tuple[Mark, ...], pieces: list[tuple[str, tuple[str, ...]]]
) -> None:
    """Nested, crossing, equal and touching marks are all right."""
    assert [(s.text, s.marks) for s in cut("abcdef", marks)] == pieces


def test_any_cut_can_be_put_together() -> None:
    """Joined, the segments are the text, and those of each mark are its slice, for 500 texts."""
    rng = random.Random(11)
    for _ in range(500):
        text = "".join(rng.choices(ALPHABET, k=rng.randrange(60)))
        marks = []
        for number in range(rng.randrange(9)):
            start = rng.randrange(len(text) + 1)
            marks.append(mark(f"m{number}", start, rng.randint(start, len(text))))
        segments = cut(text, marks)
        assert "".join(s.text for s in segments) == text
        assert all(s.text for s in segments)
        for one in marks:
            slice_of = "".join(s.text for s in segments if one.id in s.marks)
            assert slice_of == text[one.span.start : one.span.end]


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("One.", ["One."]),
        ("One.\nTwo.\n", ["One.\n", "Two.\n"]),
        ("One\nline.\n\nTwo.", ["One\nline.\n\n", "Two."]),
        ("One.\r\n\r\n \r\nTwo.\r\nMore.", ["One.\r\n\r\n \r\n", "Two.\r\nMore."]),
        ("", []),
    ],
)
def test_paragraphs_are_kept(text: str, paragraphs: list[str]) -> None:
    """A blank line parts paragraphs, else each line end; a mark over the border is cut there."""
    segments = cut(text, [mark("all", 0, len(text))])
    found: dict[int, str] = {}
    for segment in segments:
        found[segment.paragraph] = found.get(segment.paragraph, "") + segment.text
        assert segment.marks == ("all",)
    assert list(found.values()) == paragraphs
    assert list(found) == list(range(len(found)))
    assert len(paragraph_starts(text)) == max(1, len(paragraphs))
