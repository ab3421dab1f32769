"""Finds dates in a text and says what they mean, with the reason.

    text → lexer → patterns → mentions (what the words say) → resolve (which days) → expressions

Finding needs no publication day; `find_mentions` alone does it, and mentions can be resolved
again by `to_expressions` when the day becomes known. Words and rules stand in
data/rules/date_*, those of another language in files that end in its code. The parts are
loaded on first use, so that importing this is quick.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dashboard.extract.dates.mentions import Mention
    from dashboard.model import TimeExpression

__all__ = [
    "check_examples",
    "find_dates",
    "find_mentions",
    "languages",
    "names_month",
    "to_expressions",
]


def find_dates(
    text: str,
    published_on: str = "",
    language: str = "en",
    *,
    ranges: bool = True,
    narrative: bool | None = None,
    day_first: bool | None = None,
) -> tuple["TimeExpression", ...]:
    """Find every date in a text, in order, and resolve it from the publication day (EDTF).

    Spans do not overlap. A publication day that is one of several gives what all of them
    agree on, else the days left open. With ranges=False the two ends of "from Monday to
    Friday" are given apart, as TimeML annotates them. narrative and day_first settle what
    is else seen from the text: whether it is a history, and which way 03/04/2022 is read.
    A language (BCP 47) without tables is read by the English ones.

    >>> [(d.text, d.date) for d in find_dates("It began on Monday.", "2022-10-11")]
    [('Monday', '2022-10-10')]
    """
    mentions = find_mentions(text, language)
    if not ranges:
        mentions = tuple(part for m in mentions for part in (m.parts or (m,)))
    return to_expressions(
        mentions, published_on, language, narrative=narrative, day_first=day_first
    )


def writes_day_first(language: str) -> bool | None:
    """Say how days in figures are written where a language is; None for English of no country.

    >>> writes_day_first("en-US"), writes_day_first("en-GB"), writes_day_first("en")
    (False, True, None)
    """
    base, _, region = language.replace("_", "-").lower().partition("-")
    return region != "us" if region or base not in ("en", "") else None


def names_month(words: str, language: str = "en") -> bool:
    """Say whether words name a month, in full or in short.

    >>> names_month("mid-October"), names_month("last Monday")
    (True, False)
    """
    from dashboard.extract.dates.lexer import lexicon, tables_of

    known = lexicon(tables_of(language)).words
    found = (
        known.get(word.strip(".,").lower(), ("",))[0] for word in words.replace("-", " ").split()
    )
    return any(name.startswith("MONTH") for name in found)


def find_mentions(text: str, language: str = "en") -> tuple["Mention", ...]:
    """Find every mention of a time, in order and apart, without knowing the publication day.

    >>> [m.text for m in find_mentions("It began on 4 October 2022 and lasted three days.")]
    ['4 October 2022', 'three days']
    """
    from dashboard.extract.dates.mentions import find_mentions as find

    return find(text, language)


def to_expressions(
    mentions: "Sequence[Mention]",
    published_on: str,
    language: str = "en",
    *,
    narrative: bool | None = None,
    day_first: bool | None = None,
) -> tuple["TimeExpression", ...]:
    """Resolve mentions under every day on which the text may have been published."""
    from dashboard.extract.dates.telling import to_expressions as resolve_all

    order = ""
    if day_first is not None:
        order = "is declared"
    elif (day_first := writes_day_first(language)) is not None:
        order = f"is usual where its language is {language}"
    return resolve_all(
        mentions, published_on, narrative=narrative, day_first=day_first, order_from=order
    )


def check_examples(language: str = "en") -> list[str]:
    """Run every date rule on its own example and counter-example; return what fails."""
    from dashboard.extract.dates.examples import check_examples as check

    return check(language)


def languages() -> tuple[str, ...]:
    """Return the languages that have date rules of their own.

    >>> languages()
    ('en', 'uk')
    """
    from dashboard.extract.dates.lexer import DEFAULT
    from dashboard.rules import FOLDER

    found = (path.stem.removeprefix("date_rules") for path in FOLDER.glob("date_rules*.toml"))
    return tuple(sorted(suffix.removeprefix("_") or DEFAULT for suffix in found))
