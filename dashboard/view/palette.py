"""Colours by name for a theme, and a lasting colour for each country."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from dashboard.errors import RuleError
from dashboard.rules import made_of_rules, read_toml


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one theme, as hex; countries holds the hues, density five steps of one."""

    background: str
    panel: str
    text: str
    secondary: str
    muted: str
    focus: str
    axis: str
    grid: str
    highlight: str
    highlight_text: str
    highlight_bar: str
    context: str
    other: str
    countries: tuple[str, ...]
    density: tuple[str, ...]


@made_of_rules
@cache
def palette(theme: str) -> Palette:
    """Return the colours of a theme ("" is light); raise RuleError for one without a table."""
    themes = read_toml("palette")
    name = theme or "light"
    if name not in themes:
        raise RuleError(f"palette.toml has no theme {name}", f"Choose one of {', '.join(themes)}.")
    lists = {k: tuple(v) for k, v in themes[name].items() if isinstance(v, list)}
    return Palette(**{**themes[name], **lists})


def country_colors(events: Iterable[Iterable[str]], colors: Palette) -> Mapping[str, str]:
    """Give each country of the events its colour: the most frequent choose first.

    A country asks for the hue its letters point at and takes the next free one; when all are
    taken it is drawn in `other`.

    >>> sorted(country_colors([["FRA"], ["FRA", "DEU"]], palette("light")).values())
    ['#014478', '#672D04']
    """
    return colors_by_count(Counter(code for codes in events for code in codes), colors)


def colors_by_count(counts: Mapping[str, int], colors: Palette) -> Mapping[str, str]:
    """Give each country its colour; counts say how many events each of them has."""
    hues = list(colors.countries)
    chosen: dict[str, str] = {}
    for code, _ in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])):
        free = [hue for hue in hues if hue not in chosen.values()]
        wished = sum(ord(letter) * 7**at for at, letter in enumerate(code)) % len(hues)
        turned = hues[wished:] + hues[:wished]
        chosen[code] = next((hue for hue in turned if hue in free), colors.other)
    return chosen
