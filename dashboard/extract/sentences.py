"""Cuts an article into sentences with exact offsets, and names the part each one plays.

A paragraph ends at an empty line, or at a line end unless the next line goes on in
the middle of a sentence (text wrapped at a fixed width). A sentence ends at a stop
outside quotation marks, so that a quotation and the words that give its speaker stay one.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from dashboard.model import Span
from dashboard.rules import made_of_rules, read_table

_STOP = re.compile(r"[.!?…]+[\"”’»')\]]*(?=\s)|[。！？]")
_OPENING = '“"«„‘`'
_MARKS = {"“": "”", '"': '"', "«": "»", "„": "“”", "‘": "’", "`": "'"}
_LONGEST_QUOTATION = 2000
_HEADLINE_WORDS = 24
_BRAND = re.compile(r"[a-z]{1,2}[A-Z]")
_DATELINE = re.compile(
    r"(?:(?:[A-ZÀ-Þ][\w.'’]*(?:-[A-ZÀ-Þ]\w*)*|\d{1,2}|\d{4}|\([^)\n]{2,30}\)),? ){1,8}[-–—]+ "
    r"(?=[\"“A-Z])"
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: its span, the number of its paragraph, and its part in the article.

    part is body, headline, byline, caption, promotion or stamp. rule is the id of the row
    of data/rules/boilerplate.csv that told so, or empty.
    """

    span: Span
    paragraph: int
    part: str = "body"
    rule: str = ""

    def of(self, text: str) -> str:
        """Return the words of the sentence."""
        return text[self.span.start : self.span.end]


def split_sentences(text: str) -> tuple[Sentence, ...]:
    """Return the sentences of an article in order.

    >>> text = "Mr. A. Lee spoke. It rained."
    >>> [s.of(text) for s in split_sentences(text)]
    ['Mr. A. Lee spoke.', 'It rained.']
    """
    sentences = []
    for number, paragraph in enumerate(find_paragraphs(text)):
        for span in _cut(text, paragraph):
            part, rule = _part(text, span, number)
            sentences.append(Sentence(span, number, part, rule))
    return tuple(sentences)


def find_paragraphs(text: str) -> tuple[Span, ...]:
    """Return the spans of the paragraphs, white space at both ends left out."""
    spans, start = [], 0
    for match in re.finditer(r"\r?\n\s*", text):
        if not _goes_on(text, match):
            spans.append(_trim(text, start, match.start()))
            start = match.end()
    spans.append(_trim(text, start, len(text)))
    return tuple(span for span in spans if span.end > span.start)


def _goes_on(text: str, line_end: re.Match[str]) -> bool:
    """Say whether the line after a single line end continues the sentence before it."""
    if line_end.group().count("\n") > 1:
        return False
    before, after = text[: line_end.start()].rstrip()[-1:], text[line_end.end() :][:1]
    return bool(before) and before not in '.!?…:"”»' and after.islower()


def _trim(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _cut(text: str, paragraph: Span) -> Iterator[Span]:
    quotations = find_marked(text, paragraph)
    start = paragraph.start
    for match in _STOP.finditer(text, paragraph.start, paragraph.end):
        inside = any(q.start < match.start() and match.end() < q.end for q in quotations)
        if not inside and _ends_sentence(text, match, paragraph.end):
            yield _trim(text, start, match.end())
            start = match.end()
    if _trim(text, start, paragraph.end).end > _trim(text, start, paragraph.end).start:
        yield _trim(text, start, paragraph.end)


def find_marked(text: str, within: Span) -> tuple[Span, ...]:
    """Return the stretches between quotation marks, marks included, that close in the span.

    A mark that does not close leaves the rest of the paragraph quoted only when it opens
    the paragraph (a speech that runs on into the next one).
    """
    spans, at = [], within.start
    while at < within.end:
        if text[at] in _OPENING and not text[at - 1 : at].isalnum():
            end = _closing(text, at, within.end)
            if end:
                spans.append(Span(at, end))
                at = end
                continue
            if at == within.start and text[at] in '“"«„':
                return (within,)
        at += 1
    return tuple(spans)


def _closing(text: str, at: int, end: int) -> int:
    closers = _MARKS[text[at]]
    if text[at] == "`":
        found = (
            text.find("''", at, min(end, at + _LONGEST_QUOTATION)) if text[at + 1] == "`" else -1
        )
        return found + 2 if found > 0 else 0
    if text[at] == "‘":
        return _closing_single(text, at, end)
    for place in range(at + 1, min(end, at + _LONGEST_QUOTATION)):
        if text[place] in closers:
            return place + 1
    return 0


def _closing_single(text: str, at: int, end: int) -> int:
    """Return the end of a run in single marks: a mark behind a stop or comma, no apostrophe."""
    for place in range(at + 2, min(end, at + _LONGEST_QUOTATION)):
        if (
            text[place] == "’"
            and text[place - 1] in ",.?!…"
            and not text[place + 1 : place + 2].isalnum()
        ):
            return place + 1
    return 0


def _ends_sentence(text: str, stop: re.Match[str], end: int) -> bool:
    rest = text[stop.end() : end].lstrip()
    if not rest:
        return False
    if rest[0].islower() and not _BRAND.match(rest):
        return False
    if not stop.group().startswith(".") or len(stop.group().rstrip("\"”’»')]")) > 1:
        return True
    word = re.search(r"(?:\w&)?[\w.]*$", text[max(0, stop.start() - 20) : stop.start()])
    return _stop_ends(word.group() if word else "", rest, stop.group())


def _stop_ends(word: str, rest: str, stop: str) -> bool:
    """Say whether the full stop after `word` ends a sentence that `rest` would follow."""
    if len(stop) > 1:
        return True
    when = _abbreviations().get(word) or _abbreviations().get(word.lower())
    if when == "always":
        return False
    if when == "number":
        return not rest[0].isdigit()
    if when == "name":
        return _opens_sentence(rest)
    if when == "never":
        return True
    return not (len(word) == 1 and word.isupper())


def _opens_sentence(rest: str) -> bool:
    """Say whether some words open a sentence: with a small word ("The", "He", "In")."""
    rows = read_table("function_words", ("word", "job"), ("word", "job"))
    first = rest.split(maxsplit=1)[0].lower()
    return any(row["word"] == first for row in rows)


@made_of_rules
@cache
def _abbreviations() -> dict[str, str]:
    rows = read_table("abbreviations", ("word", "when"), ("word",))
    return {row["word"]: row["when"] for row in rows}


@made_of_rules
@cache
def _boilerplate() -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    rows = read_table("boilerplate", ("id", "part", "pattern", "example", "counter"), ("id",))
    return tuple(
        (r["id"], r["part"], re.compile(r["pattern"], re.I if r["id"].endswith("_i") else 0))
        for r in rows
    )


def check_examples() -> list[str]:
    """Run every row of data/rules/boilerplate.csv on its example and counter-example."""
    rows = read_table("boilerplate", ("id", "part", "pattern", "example", "counter"), ("id",))
    failures = []
    for row, (_, part, pattern) in zip(rows, _boilerplate(), strict=True):
        if not pattern.match(row["example"]):
            failures.append(f"{row['where']}: {part} does not match its example")
        if pattern.match(row["counter"]):
            failures.append(f"{row['where']}: {part} matches its counter-example")
    return failures


def _part(text: str, span: Span, paragraph: int) -> tuple[str, str]:
    words = text[span.start : span.end]
    for rule, part, pattern in _boilerplate():
        if pattern.match(words):
            return part, rule
    if _is_headline(words, text[span.end : span.end + 1]):
        return "headline", ""
    return "body", ""


def _is_headline(words: str, following: str) -> bool:
    """Say whether a paragraph's only sentence is a title: short, alone on its line, no stop."""
    alone = following in ("", "\n", "\r")
    return alone and words[-1:] not in '.!?…:;,"”»' and len(words.split()) <= _HEADLINE_WORDS


def dateline_end(text: str, sentence: Sentence) -> int:
    """Return where the sentence proper starts, after a dateline like "MINSK (Agency) - "."""
    match = _DATELINE.match(text, sentence.span.start, sentence.span.end)
    return match.end() if match else sentence.span.start
