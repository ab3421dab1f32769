"""How the screen says a kind, a source of a day, a role, a citation."""

from collections.abc import Mapping, Sequence
from typing import Any

from dashboard import edtf
from dashboard.members import Membership
from dashboard.quotation import in_marks

KIND_LABELS = {
    "happened": "Happened",
    "planned": "Planned",
    "conditional": "Conditional or proposed",
    "alleged": "Alleged",
    "denied": "Denied",
    "background": "Background",
}
KIND_MEANINGS = {
    "happened": "reported as having happened",
    "planned": "announced or planned, not reported as done",
    "conditional": "proposed, or depending on something else",
    "alleged": "claimed by someone, not reported as fact",
    "denied": "reported as denied",
    "background": "a state, a habit or history",
}
DATE_SOURCE_MEANINGS = {
    "stated": "The day stands in the words that tell of it.",
    "relative": "Worked out from words such as a weekday, counted from the day of publication.",
    "governed": "The day stands in another part of the same sentence.",
    "same_event": "The day stands in another report of the same event.",
    "article_day": "The day is the main day of the article.",
    "publication": "The day is the day of publication, as for news of the day.",
    "": "No words give a day, so none is shown.",
}
ROLE_MEANINGS = {
    "actor": "acts",
    "target": "is acted upon",
    "location": "is where it happens",
    "involved": "is involved",
    "mentioned": "is only mentioned",
}
REASON_LABELS = {"sentence": "This sentence", "kind": "This kind", "label": "This label"}
GROUP_LABELS = {"": "None", "country": "Country", "kind": "Kind", "publisher": "Publisher"}
ORDER_LABELS = {"": "Count", "name": "Name", "hand": "By hand"}
MODE_LABELS = {
    "": "Auto",
    "cards": "Cards",
    "ledger": "Ledger",
    "lanes": "Lanes",
    "density": "Density",
}
AXIS_LABELS = {"weekends": "Weekends", "published": "Days of publication"}
DAY_LABELS = {
    "stated": "Stated in the same words",
    "relative": "Worked out from a relative date",
    "governed": "Stated elsewhere in the sentence",
    "same_event": "From another report of the event",
    "article_day": "The main day of the article",
    "publication": "The day of publication",
    "none": "No day is known",
}
PRECISION_LABELS = {
    "day": "Exact day",
    "span": "From day to day",
    "interval": "Week, month or year",
    "around": "Around a day",
    "open": "Before or after a day",
    "uncertain": "Uncertain",
    "differ": "One of several days",
    "each": "Each of several days",
    "none": "Not stated",
}
PART_LABELS = {"label": "Labels", "quote": "Quotes", "article": "Whole articles"}
PICTURE_LABELS = {"": "Light", "dark": "Dark", "screen": "As on the screen"}
MATCH_WORDS = {"certain": "Certain", "possible": "Possible"}
MEMBERS_LABEL = "Also by membership"
MATCH_LABELS = {"any": "any of", "all": "all of", "none": "none of"}


CORRECTED_LABELS = {
    "date": "day",
    "event": "event it belongs to",
    "published_on": "publication day",
}
"""How a thing that a reader corrected is called, where not as its column."""


def corrected_words(names: Sequence[str]) -> str:
    """Say which things of an event a reader corrected, "" where none.

    >>> corrected_words(["date", "label", "kind"])
    'day, label and kind corrected by a reader'
    """
    things = [CORRECTED_LABELS.get(name, name) for name in names]
    listed = " and ".join(filter(None, [", ".join(things[:-1]), *things[-1:]]))
    return f"{listed} corrected by a reader" if listed else ""


def plural(count: int, noun: str) -> str:
    """Say a count with its noun.

    >>> plural(1, "source"), plural(1200, "source")
    ('1 source', '1,200 sources')
    """
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def place_words(start: int, end: int) -> str:
    """Say where words stand in an article.

    >>> place_words(1204, 1311)
    'characters 1,204 to 1,311'
    """
    return f"characters {start:,} to {end:,}"


def citation(row: Mapping[str, Any]) -> str:
    """Return the quote of a report row with outlet, headline, day and place.

    A headline that is not known is left out.
    """
    parts = [row["publisher"]]
    if row["headline"]:
        parts.append(f'"{row["headline"]}"')
    if row["published_on"]:
        parts.append(edtf.in_words(row["published_on"], weekday=False))
    parts.append(place_words(row["start_char"], row["end_char"]))
    return f"{in_marks(row['quote'])} - {', '.join(parts)}"


def member_role(membership: Membership) -> str:
    """Say as what a country belongs to an event in which an organisation takes part."""
    return f"as a member of an organisation on that day: {membership.organisation}"


def member_since(membership: Membership) -> str:
    """Say since when, and who says so.

    >>> from datetime import date
    >>> member_since(Membership("EU", "GBR", date(1973, 1, 1), date(2020, 1, 31), "A list"))
    'Member from 1 Jan 1973 to 31 Jan 2020 (A list).'
    """
    first = edtf.in_words(membership.first.isoformat(), weekday=False)
    if membership.last is None:
        return f"Member since {first} ({membership.source})."
    last = edtf.in_words(membership.last.isoformat(), weekday=False)
    return f"Member from {first} to {last} ({membership.source})."
