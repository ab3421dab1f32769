"""Finds the countries and organisations of a text; context decides what a word stands for.

Accepted: names ("South Korea", "UK", "U.S.", "Côte d'Ivoire"), peoples and adjectives
("Poles", "Belarusian", "Franco-" before a hyphen), capitals and seats of power ("Kyiv",
"the Kremlin"), chosen places ("Crimea", "Texas"), organisations ("the Group of Seven").
A longer name hides a shorter one, also where the longer is no country ("South China Sea").
"""

from dataclasses import replace

from dashboard.countries import country_name
from dashboard.extract.countries.context import (
    by_evidence,
    is_currency,
    is_institution,
    is_language,
    is_vessel,
    persons_among,
    region_after,
)
from dashboard.extract.countries.fold import fold
from dashboard.extract.countries.match import Match, find_matches
from dashboard.model import CountryMention, Span


def find_countries(text: str) -> tuple[CountryMention, ...]:
    """Return the countries and organisations named in a text, in its order.

    >>> [(m.text, m.country_code) for m in find_countries("Kyiv’s envoy met Poles in South Korea.")]
    [('Kyiv', 'UKR'), ('Poles', 'POL'), ('South Korea', 'KOR')]
    """
    folded, back = fold(text)
    matches = [m for m in find_matches(folded) if m.surface.kind != "blocker"]
    mentions = []
    for match, rule in _settled(folded, matches):
        start = back[match.start] if back else match.start
        end = back[match.end - 1] + 1 if back else match.end
        mentions.append(_mention(text, start, end, match, rule))
    return tuple(mentions)


def _settled(text: str, matches: list[Match]) -> list[tuple[Match, str]]:
    """Return the matches that stand for something, each with the rule that decided."""
    persons = persons_among(text, matches)
    settled: list[tuple[Match, str]] = []
    language_end = -1
    for at, match in enumerate(matches):
        if at in persons or is_currency(text, match) or is_institution(text, match):
            continue
        if is_vessel(text, match):
            continue
        if is_language(text, match, language_end):
            language_end = match.end
            continue
        settled.append(_decided(text, matches, at))
    return settled


def _decided(text: str, matches: list[Match], at: int) -> tuple[Match, str]:
    match = matches[at]
    code, rule = match.surface.country_code, match.surface.kind
    if "evidence" in match.surface.context:
        code, rule = by_evidence(text, match)
    region = region_after(text, matches, at)
    if region:
        code, rule = region, "city, region"
    return replace(match, surface=replace(match.surface, country_code=code)), rule


def _mention(text: str, start: int, end: int, match: Match, rule: str) -> CountryMention:
    surface = match.surface
    name = country_name(surface.country_code) if surface.country_code else surface.name
    return CountryMention(
        Span(start, end), text[start:end], surface.country_code, name, surface.kind, rule
    )
