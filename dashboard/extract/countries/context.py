"""The context rules: what the words around a name make of it.

Each rule looks at a folded text and at matches in it. Their words stand in
country_context.csv, country_evidence.csv and given_names.csv.
"""

import re
from collections import Counter

from dashboard.extract.countries.match import Match
from dashboard.extract.countries.table import context_words, evidence, given_names, role_words

_BEFORE = re.compile(r"([A-Za-z][\w']*\.?)[ ]$")
_TWO_BEFORE = re.compile(r"([A-Z][a-z]+) (?:[A-Z]\. |[A-Z][a-z]+ )?$")
_OFFICE_BEFORE = re.compile(r"\b([a-z]+), [A-Z][a-z]+ $")
_AFTER = re.compile(r"[ -]([A-Za-z][\w']*)")
_NAME_AFTER = re.compile(r" ([A-Z][a-z']+(?:[A-Z][a-z]+)?)(?= [a-z]|[,.;)]|'s\b|$)")
_TITLE_AFTER = re.compile(r" (?:(?:State|High|Primary|Middle|Grammar) )?[A-Z]\w+")
_OF_BEFORE = re.compile(r"([A-Z]\w+)\.? of (?:the |[A-Z]\w+ern )?$")
_VESSEL = re.compile(r"\b([A-Za-z]+) ((?:[A-Z]\w+ ){0,2})$")
_CAPITAL_AFTER = re.compile(r" [A-Z][a-z]")
_WORD = re.compile(r"[^\W\d_]+")
_LINKS = frozenset([" and ", ", ", " or "])
_WINDOW = 40


def word_before(text: str, at: int) -> str:
    """Return the word directly before an offset, or nothing."""
    found = _BEFORE.search(text[max(0, at - _WINDOW) : at])
    return found[1] if found else ""


def word_after(text: str, at: int) -> str:
    """Return the word directly after an offset, across a blank or a hyphen, or nothing."""
    found = _AFTER.match(text, at)
    return found[1] if found else ""


def is_currency(text: str, match: Match) -> bool:
    """Say whether the name belongs to a currency, as in "Swiss francs" or "US $5"."""
    if "$" in text[match.end : match.end + 2] or text[match.start - 1 : match.start] == "$":
        return match.surface.case == "exact"
    if match.surface.kind != "demonym" and match.surface.case != "exact":
        return False
    return word_after(text, match.end) in context_words("currency_after")


def is_institution(text: str, match: Match) -> bool:
    """Say whether the name only belongs to that of an institution or a newspaper.

    Places and capitals: "Oxford University", "Kabul Times", "University of Nairobi";
    names of countries only for newspapers, companies and streets: "Belize Times".
    """
    kind = match.surface.kind
    if kind not in ("name", "place", "capital"):
        return False
    rule = "outlet_after" if kind == "name" else "institution_after"
    after = _TITLE_AFTER.match(text, match.end)
    named = context_words(rule) | context_words("street_after")
    if after and set(after.group().split()) & named:
        return True
    owner = _OF_BEFORE.search(text[max(0, match.start - _WINDOW) : match.start])
    return owner is not None and owner[1] in context_words("institution_of")


def is_vessel(text: str, match: Match) -> bool:
    """Say whether the name is that of a ship: "HMS Jamaica", "the tanker Polar Georgia".

    "The ship Iran seized" has no word of a name beside it.
    """
    before = _VESSEL.search(text[max(0, match.start - _WINDOW) : match.start])
    if before is None or before[1] not in context_words("vessel_before"):
        return False
    named = before[1].isupper() or bool(before[2])
    return named or _CAPITAL_AFTER.match(text, match.end) is not None


def is_language(text: str, match: Match, language_end: int) -> bool:
    """Say whether an adjective names a language: "speaks French", "in English.", "Thai-language".

    language_end is where the last language ended, so that "Dutch and German" is one list.
    """
    if "language" not in match.surface.context:
        return False
    if word_after(text, match.end) in context_words("language_after"):
        return True
    if text[language_end : match.start] in _LINKS and language_end > 0:
        return _stands_alone(text, match.end)
    before = word_before(text, match.start)
    if before in context_words("language_before"):
        return True
    return before in ("in", "into") and _stands_alone(text, match.end)


def _stands_alone(text: str, end: int) -> bool:
    after = word_after(text, end)
    return not after or after in context_words("language_end")


def persons_among(text: str, matches: list[Match]) -> frozenset[int]:
    """Return the places in `matches` of names that are persons'.

    A name is a person's after a given name or a title ("Michael Jordan") and, where it can
    be a given name, before a family name ("Jordan Peele"); later the bare name is the same
    person's, except after a word of place ("in Jordan").
    """
    holders = {m.surface.text for m in matches if _holds_office(text, m)}
    possible = [
        at
        for at, m in enumerate(matches)
        if m.surface.context & {"person", "family"} or m.surface.text in holders
    ]
    framed = {
        at for at in possible if _is_framed(text, matches[at]) or _holds_office(text, matches[at])
    }
    first: dict[str, int] = {}
    for at in sorted(framed):
        first.setdefault(matches[at].surface.text, at)
    bare = {
        at
        for at in possible
        if at > first.get(matches[at].surface.text, at) and not _is_placed(text, matches[at])
    }
    return frozenset(framed | bare)


def _holds_office(text: str, match: Match) -> bool:
    """Say whether a name closes that of an office holder ("the minister, Raul Lagos, …")."""
    before = _OFFICE_BEFORE.search(text[max(0, match.start - _WINDOW) : match.start])
    closed = text[match.end : match.end + 1] in (",", ".")
    return closed and before is not None and before[1] in role_words("person_office")


def _is_placed(text: str, match: Match) -> bool:
    return word_before(text, match.start).lower() in context_words("place_before")


def _is_framed(text: str, match: Match) -> bool:
    if word_before(text, match.start) in context_words("person_before"):
        return True
    before = _TWO_BEFORE.search(text[max(0, match.start - _WINDOW) : match.start])
    if before and before[1] in given_names():
        return True
    if "person" not in match.surface.context or _is_placed(text, match):
        return False
    after = _NAME_AFTER.match(text, match.end)
    return after is not None and after[1] not in context_words("place_after")


def by_evidence(text: str, match: Match) -> tuple[str, str]:
    """Return the country that the whole article speaks for, and the rule that decided."""
    words = Counter(_WORD.findall(text))
    votes = Counter[str]()
    for word, code in evidence().get(match.surface.text, ()):
        votes[code] += words[word]
    ranked = votes.most_common(2)
    if not ranked or not ranked[0][1] or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return match.surface.country_code, match.surface.kind
    return ranked[0][0], "evidence in the article"


def region_after(text: str, matches: list[Match], at: int) -> str:
    """Return the country of the region named after a city ("Paris, Texas"), or nothing."""
    city = matches[at]
    if city.surface.kind not in ("capital", "place") or at + 1 == len(matches):
        return ""
    region = matches[at + 1]
    if "region" not in region.surface.context or text[city.end : region.start] != ", ":
        return ""
    if "evidence" in region.surface.context:
        return by_evidence(text, region)[0]
    return region.surface.country_code
