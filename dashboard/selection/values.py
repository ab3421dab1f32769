"""The selection itself: its fields with their defaults, and what of it is in force."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from dashboard.model import DATE_SOURCES, KINDS

DEFAULT_KINDS = tuple(kind for kind in KINDS if kind != "background")
MATCHES = ("any", "all", "none")
CERTAINTIES = ("", "certain", "possible")
TEXT_PARTS = ("label", "quote", "article")
DEFAULT_PARTS = ("label", "quote")
"""An article tells of many events: words anywhere in it say little of each."""
UNDATED = "none"
SOURCES_OF_DAY = (*DATE_SOURCES, UNDATED)
"""Where a day can come from, and the mark of an event that has none."""
GROUPS = ("", "country", "kind", "publisher")
ORDERS = ("", "name", "hand")
MODES = ("", "cards", "ledger", "lanes", "density")
AXIS_MARKS = ("weekends", "published")
VIEWS = ("", "briefing")
MARKS = ("", "all")
"""Which quotes the open article marks: those of the open event, or all."""
PANES = ("", "open", "closed")
"""Whether its account stands beside it; "" where there is room."""
THEMES = ("", "light", "dark")
PICTURES = ("", "dark", "screen")
"""The theme of a picture that is taken away: light, dark, or as on the screen."""

RANGE = ("first", "last", "certainty")
PARTS = {"range": RANGE}
"""Fields that are set and set aside together, by the name they go by."""
OPPOSITES = {
    "countries": "not_countries",
    "actors": "not_actors",
    "publishers": "not_publishers",
    "kinds": "not_kinds",
}
"""The field that shuts out what the other one asks for."""


@dataclass(frozen=True, slots=True)
class Selection:
    """What is shown and how; every field has a default that shows all but background.

    countries are ISO 3166-1 alpha-3 codes, combined as `match` says (any, all or none of them).
    A country counts where it is involved; with stated_only only where its name or the name of
    its people is in the quote; with as_members besides where, on the event's days, it belonged
    to an organisation that acts. actors, publishers, articles (file names), kinds,
    date_sources and precisions are any of; the not_ fields shut out what has any of theirs.
    text holds typed words, looked for in text_in: the labels and quotes, and whole articles if
    asked. first and last bound the days an event can mean; certainty keeps only what lies wholly
    inside (certain) or only partly (possible). months (2022-10) are any of too: an event passes
    where it lies in one certainly or possibly, as in a range of its days. known_by looks back:
    only what had surely been published by that day is there, and events are made of nothing
    else. min_sources counts outlets. off names the filters set aside: a
    field ("countries", "range") or one value of it ("countries:FRA"). group makes lanes, the
    fullest first unless order says by name or by hand; lanes then holds their keys. mode asks
    for a way of drawing, hide switches marks of the axis off, breaks shortens long stretches
    without an event. event and article are the ones that are open, marks and account how the
    article is; view and theme say how to look, picture in which theme a picture is taken away.

    >>> Selection(countries=("FRA",), first=date(2022, 10, 4)).without("countries")
    ... # doctest: +ELLIPSIS
    Selection(countries=(), ... first=datetime.date(2022, 10, 4), ...)
    """

    countries: tuple[str, ...] = ()
    match: str = "any"
    not_countries: tuple[str, ...] = ()
    as_members: bool = False
    stated_only: bool = False
    actors: tuple[str, ...] = ()
    not_actors: tuple[str, ...] = ()
    publishers: tuple[str, ...] = ()
    not_publishers: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    kinds: tuple[str, ...] = DEFAULT_KINDS
    not_kinds: tuple[str, ...] = ()
    text: str = ""
    text_in: tuple[str, ...] = DEFAULT_PARTS
    first: date | None = None
    last: date | None = None
    certainty: str = ""
    months: tuple[str, ...] = ()
    known_by: date | None = None
    date_sources: tuple[str, ...] = ()
    precisions: tuple[str, ...] = ()
    min_sources: int = 1
    off: tuple[str, ...] = ()
    group: str = ""
    order: str = ""
    lanes: tuple[str, ...] = ()
    mode: str = ""
    hide: tuple[str, ...] = ()
    breaks: bool = False
    event: str = ""
    article: str = ""
    marks: str = ""
    account: str = ""
    view: str = ""
    theme: str = ""
    picture: str = ""

    def at_rest(self) -> "Selection":
        """Return the selection with nothing open."""
        return self.without("event", "article", "marks", "account")

    def without(self, *names: str) -> "Selection":
        """Return the selection with these fields back at their defaults, and not set aside."""
        plain = Selection()
        found = replace(self, **{name: getattr(plain, name) for name in names})
        return replace(found, off=tuple(entry for entry in found.off if is_set(found, entry)))


def picture_theme(selection: Selection) -> str:
    """Return the theme of a picture that is taken away: light unless asked for otherwise.

    >>> picture_theme(Selection(theme="dark")), picture_theme(Selection(picture="dark"))
    ('light', 'dark')
    >>> picture_theme(Selection(theme="dark", picture="screen"))
    'dark'
    """
    return (selection.theme if selection.picture == "screen" else selection.picture) or "light"


def is_set(selection: Selection, entry: str) -> bool:
    """Say whether the field, or the value of it, that `off` would name is in the selection."""
    name, _, value = entry.partition(":")
    if value:
        return value in getattr(selection, name)
    return any(_differs(selection, field) for field in PARTS.get(name, (name,)))


def _differs(selection: Selection, name: str) -> bool:
    return bool(getattr(selection, name) != getattr(Selection(), name))


def active(selection: Selection) -> Selection:
    """Return the selection without the filters that are set aside: what is in force.

    >>> active(Selection(countries=("BLR", "FRA"), off=("countries:FRA",))).countries
    ('BLR',)
    """
    if not selection.off:
        return selection
    found = replace(selection, off=())
    for entry in selection.off:
        name, _, value = entry.partition(":")
        if value:
            left: Any = tuple(one for one in getattr(found, name) if one != value)
            found = replace(found, **{name: left}) if left else found.without(name)
        else:
            found = found.without(*PARTS.get(name, (name,)))
    return found
