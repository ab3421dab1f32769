"""Cuts an article's text where marks begin and end, so that the browser never sees an offset.

Marks may nest, cross or be equal: every segment lists all marks it lies in. A segment never
crosses the border of a paragraph, so that paragraphs can be set as such.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dashboard.model import Span
from dashboard.search import find_hits

_LINE_END = r"(?:\r?\n|\r(?!\n))[^\S\r\n]*"
_BLANK_LINES = re.compile(rf"{_LINE_END}(?:{_LINE_END})+")
_LINE_ENDS = re.compile(_LINE_END)


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of an article that something is known of.

    what is quote, further, date, country, organisation, person or hit. A quote has the ids of
    its report and event; the others say what became of them (fate: used, bound, merged or
    unused) and why; meaning is the day, country or organisation that the words stand for.
    """

    id: str
    span: Span
    what: str
    report_id: str = ""
    event_id: str = ""
    fate: str = ""
    reason: str = ""
    meaning: str = ""


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of text with the ids of the marks it lies in, the outermost first.

    paragraph counts from 0.
    """

    text: str
    marks: tuple[str, ...]
    paragraph: int


def cut(text: str, marks: Iterable[Mark]) -> tuple[Segment, ...]:
    """Return the text in segments: joined they are the text, and those of a mark its slice.

    What of a mark lies outside the text is not there; an empty mark has no segment.

    >>> [(s.text, s.marks) for s in cut("abcd", [Mark("x", Span(0, 3), "quote"),
    ...                                          Mark("y", Span(2, 4), "quote")])]
    [('ab', ('x',)), ('c', ('x', 'y')), ('d', ('y',))]
    """
    whole = [_inside(mark, len(text)) for mark in marks]
    spans = [(span, mark_id) for span, mark_id in whole if span.start < span.end]
    borders = paragraph_starts(text)
    places = sorted({0, len(text), *borders, *(p for s, _ in spans for p in (s.start, s.end))})
    opening: dict[int, list[tuple[Span, str]]] = {}
    for span, mark_id in spans:
        opening.setdefault(span.start, []).append((span, mark_id))
    segments, open_now, paragraph = [], list[tuple[Span, str]](), -1
    starts = set(borders)
    for start, end in pairwise(places):
        paragraph += start in starts
        open_now = [mark for mark in open_now if mark[0].end > start] + opening.get(start, [])
        ids = tuple(mark_id for _, mark_id in sorted(open_now, key=_outermost))
        segments.append(Segment(text[start:end], ids, paragraph))
    return tuple(segments)


def _inside(mark: Mark, length: int) -> tuple[Span, str]:
    return Span(max(0, mark.span.start), min(length, mark.span.end)), mark.id


def _outermost(mark: tuple[Span, str]) -> tuple[int, int]:
    """Order marks so that one that holds another comes before it; sorting keeps equal ones."""
    return mark[0].start, -mark[0].end


def paragraph_starts(text: str) -> Sequence[int]:
    """Return where each paragraph begins; the line ends between two belong to the first.

    Blank lines part paragraphs; where a text has none, every line is one.

    >>> paragraph_starts("One\\nline.\\n\\nTwo."), paragraph_starts("One.\\nTwo.")
    ([0, 11], [0, 5])
    """
    ends = [m.end() for m in _BLANK_LINES.finditer(text) if m.end() < len(text)]
    if not ends:
        ends = [m.end() for m in _LINE_ENDS.finditer(text) if m.end() < len(text)]
    return [0, *ends]


def hit_marks(typed: str, text: str) -> tuple[Mark, ...]:
    """Return a mark for each place in a text at which typed words stand.

    >>> [m.span for m in hit_marks("ferry", "The Ferry sails.")]
    [Span(start=4, end=9)]
    """
    found = find_hits(typed, text) if typed else ()
    return tuple(Mark(f"h{number}", span, "hit") for number, span in enumerate(found))
