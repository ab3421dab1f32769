"""Finds who stands for which country: the office holders that an article introduces."""

import re
from collections.abc import Iterator
from functools import cache

from dashboard.extract.countries.find import find_countries
from dashboard.extract.countries.table import role_words
from dashboard.model import CountryMention
from dashboard.rules import made_of_rules

_WORD = r"[A-Z][\w'’-]*[a-z]\w*"
_NAME = rf"(?P<name>{_WORD}(?: (?:(?:al|bin|van|von|de|der|da)[ -])?{_WORD}){{0,3}})"
_TWO_WORDS = rf"(?P<name>(?:{_WORD} ){{1,3}}{_WORD})"
_REACH = 90


def find_people(text: str) -> dict[str, str]:
    """Return the country of each office holder introduced in a text, by family name.

    Accepted: "Norwegian prime minister Kari Berg", "Norway's foreign minister, Kari Berg",
    "President of Norway Kari Berg", "King Olav of Norway", "Kari Berg, the Norwegian
    minister" and "Kari Berg, the president of Norway". A name given to two countries is left out.

    >>> find_people("Norwegian prime minister Kari Berg spoke.")
    {'Berg': 'NOR'}
    """
    found: dict[str, set[str]] = {}
    for mention in find_countries(text):
        if mention.country_code:
            for name in _names_beside(text, mention):
                found.setdefault(name.split()[-1], set()).add(mention.country_code)
    return {name: codes.pop() for name, codes in found.items() if len(codes) == 1}


def _names_beside(text: str, mention: CountryMention) -> Iterator[str]:
    before = text[max(0, mention.span.start - _REACH) : mention.span.start]
    after = text[mention.span.end : mention.span.end + _REACH]
    for pattern, words in (
        (_patterns()["office name"], after),
        (_patterns()["name, office"], before if _is_office_ahead(after) else ""),
        (_patterns()["name, office of"], before),
        (_patterns()["office name of"], before),
    ):
        match = pattern.search(words)
        if match:
            yield _without_title(match["name"])
    if _patterns()["office of"].search(before):
        match = re.match(rf",? {_NAME}", after)
        if match and " " in match["name"]:
            yield match["name"]


def _is_office_ahead(after: str) -> bool:
    return bool(_patterns()["office ahead"].match(after))


def _without_title(name: str) -> str:
    words = name.split()
    while len(words) > 1 and words[0].lower() in role_words("office") | role_words("person_office"):
        words = words[1:]
    return " ".join(words)


@made_of_rules
@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    offices = "|".join(sorted(map(re.escape, role_words("person_office")), key=len, reverse=True))
    office = rf"(?i:\b(?:{offices})\b)"
    return {
        "office name": re.compile(rf"^(?:['’]s)?(?: (?:and )?[\w-]+){{0,5}}? {office},? {_NAME}"),
        "name, office": re.compile(rf"{_TWO_WORDS},(?: the| a)?(?: [a-z-]+)?\s$"),
        "office ahead": re.compile(rf"^(?:['’]s)?(?: [\w-]+){{0,4}}? {office}"),
        "name, office of": re.compile(
            rf"{_TWO_WORDS},(?: [a-z]+){{0,4}}?(?: [\w-]+){{0,3}}? {office} of (?:the )?$"
        ),
        "office name of": re.compile(rf"{office} {_NAME} of $"),
        "office of": re.compile(rf"{office} of (?:the )?$"),
    }
