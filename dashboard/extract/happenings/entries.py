"""Finds the lines of a chronology: those that begin with a day and a dash or a colon."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from datetime import timedelta
from itertools import groupby

from dashboard import edtf
from dashboard.extract.dates import names_month
from dashboard.extract.sentences import Sentence
from dashboard.model import Article, TimeExpression

_STAMPED = re.compile(r"\s*[-–—:](?!\d)\s*")
_BULLETS = " \t•*–—-"
_AGO = timedelta(120)


def find_entries(
    article: Article, sentences: Sequence[Sentence], expressions: Sequence[TimeExpression]
) -> dict[int, TimeExpression]:
    """Return the date that opens each paragraph that is an entry, by the paragraph's number.

    One without a year of its own may as well be of an agenda, unless it is close behind.
    """
    firsts = [next(group) for _, group in groupby(sentences, key=lambda s: s.paragraph)]
    found = {}
    for expression in expressions:
        place = bisect_right(firsts, expression.span.start, key=lambda s: s.span.start) - 1
        opens = place >= 0 and _opens(article, firsts[place], expression)
        if opens and _is_sure(article, expression):
            found[firsts[place].paragraph] = expression
    return found


def _opens(article: Article, first: Sentence, expression: TimeExpression) -> bool:
    before = article.text[first.span.start : expression.span.start]
    opens = not before.strip(_BULLETS)
    stamped = opens and _STAMPED.match(article.text, expression.span.end, first.span.end)
    return bool(stamped) and expression.kind == "DATE" and bool(expression.date)


def _is_sure(article: Article, expression: TimeExpression) -> bool:
    if not names_month(expression.text, article.language):
        return not expression.relative
    published, last = edtf.latest(article.published_on), edtf.latest(expression.date)
    if expression.anchor != "publication" or not (published and last):
        return bool(last)
    return last > published or published - last <= _AGO
