"""Says where the words looked for were found: in label, quote or article."""

from typing import Any

from sqlalchemy import Connection, Select, select

from dashboard.search import Term, parse_terms
from dashboard.selection import Selection, active
from dashboard.store import tables as t
from dashboard.store.query import COLUMNS, conditions, found_in, in_article


def read_hits(connection: Connection, selection: Selection) -> dict[str, tuple[str, ...]]:
    """Return for each event shown the parts in which its words are, in order of the parts.

    Label and quotes are named where together they have all the words, and that part has one
    of them; the article where one article has them all.
    """
    asked = active(selection)
    terms = parse_terms(asked.text)
    if not terms:
        return {}
    shown = set(connection.scalars(select(t.events.c.event_id).where(*conditions(asked))))
    found = _found(connection, terms, asked.text_in)
    return {
        event_id: tuple(part for part, events in found.items() if event_id in events)
        for event_id in sorted(shown)
    }


def _found(
    connection: Connection, terms: tuple[Term, ...], parts: tuple[str, ...]
) -> dict[str, set[str]]:
    def events(query: Select[Any]) -> set[str]:
        return set(connection.scalars(query))

    own = [part for part in parts if part in COLUMNS]
    whole = events(found_in(terms, own)) if own else set()
    found = {part: whole & events(found_in(terms, [part], "OR")) for part in own}
    return found | ({"article": events(in_article(terms))} if "article" in parts else {})
