"""Tells reprints from reports of their own: nearly the same words in two articles.

Two quotes are compared by their shingles, runs of three words: where at least SAME of the
words of each stand in a run that the other has too, the later one is a reprint of the
earlier. Outlets that print the same words are one family, and count as one source.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.search import fold_words

SAME = 0.9
RUN = 3
FEWEST_WORDS = 8
"""Shorter quotes can be alike by chance."""
_SHORTEST = 0.7
"""Where one quote has less than this share of the other's length, no words are compared."""


@dataclass(frozen=True, slots=True)
class Told:
    """What is compared: a report, its article, outlet and publication day, its main quote."""

    report_id: str
    article: str
    publisher: str
    published_on: str
    quote: str


def overlap(one: str, other: str) -> float:
    """Return the share of words in runs that both texts have, of the text that has less, 0 to 1.

    >>> overlap("The ferry sails at noon.", "The ferry sails at noon!")
    1.0
    """
    a, b = fold_words(one), fold_words(other)
    common = _shingles(a) & _shingles(b)
    return min(_share(a, common), _share(b, common))


def _shingles(words: Sequence[str]) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1))


def _share(words: Sequence[str], common: frozenset[tuple[str, ...]]) -> float:
    runs = [at for at in range(len(words)) if tuple(words[at : at + RUN]) in common]
    return len({at + n for at in runs for n in range(RUN)}) / len(words) if words else 0.0


def is_reprint(one: Told, other: Told) -> bool:
    """Say whether two reports of different articles have nearly the same words."""
    lengths = sorted((len(one.quote), len(other.quote)))
    if one.article == other.article or lengths[0] < _SHORTEST * lengths[1]:
        return False
    enough = min(len(fold_words(one.quote)), len(fold_words(other.quote))) >= FEWEST_WORDS
    return enough and overlap(one.quote, other.quote) >= SAME


def find_reprints(told: Sequence[Told]) -> dict[str, str]:
    """Return for each report that is a reprint the id of the first report with its words."""
    if len(told) < 2:
        return {}
    ordered = sorted(told, key=lambda t: (t.published_on or "9999", t.article, t.report_id))
    firsts: list[Told] = []
    found: dict[str, str] = {}
    for one in ordered:
        source = next((first for first in firsts if is_reprint(first, one)), None)
        if source is None:
            firsts.append(one)
        else:
            found[one.report_id] = source.report_id
    return found


def count_outlets(told: Sequence[Told], reprints: dict[str, str]) -> int:
    """Count the outlets that tell of an event; those that print one another's words are one."""
    family = {one.publisher: one.publisher for one in told}
    by_id = {one.report_id: one for one in told}

    def head(outlet: str) -> str:
        while family[outlet] != outlet:
            outlet = family[outlet]
        return outlet

    for copy, source in reprints.items():
        family[head(by_id[copy].publisher)] = head(by_id[source].publisher)
    return sum(family[outlet] == outlet for outlet in family)
