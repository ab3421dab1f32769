"""Finds dates in a text and says what they mean, with the reason.

    text → lexer → patterns → mentions (what the words say) → resolve (which days) → expressions

Finding needs no publication day; `find_mentions` alone does it, and mentions can be resolved
again when the day becomes known. Words and rules stand in data/rules/date_*.
"""

from dashboard.extract.dates.mentions import Mention, find_mentions
from dashboard.extract.dates.telling import to_expressions
from dashboard.model import TimeExpression

__all__ = ["Mention", "check_examples", "find_dates", "find_mentions", "to_expressions"]


def find_dates(
    text: str, published_on: str = "", *, ranges: bool = True
) -> tuple[TimeExpression, ...]:
    """Find every date in a text, in order, and resolve it from the publication day (EDTF).

    With ranges=False the two ends of "from Monday to Friday" are given apart, as TimeML
    annotates them.

    >>> [(d.text, d.date) for d in find_dates("It began on Monday.", "2022-10-11")]
    [('Monday', '2022-10-10')]
    """
    mentions = find_mentions(text)
    if not ranges:
        mentions = tuple(part for m in mentions for part in (m.parts or (m,)))
    return to_expressions(mentions, published_on)


def check_examples() -> list[str]:
    """Run every date rule on its own example and counter-example; return what fails."""
    from dashboard.extract.dates.examples import check_examples as check

    return check()
