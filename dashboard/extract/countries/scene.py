"""A sentence as the role rules see it: its tokens, its finite verbs, the words beside a mention."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from dashboard.extract.grammar import Token, Verb
from dashboard.model import CountryMention
from dashboard.rules import made_of_rules, read_table

Decision = tuple[str, str]
SIDE_CLAUSES = ("condition", "after", "before", "during", "subordinator", "relative")
"""Leads of clauses whose countries are involved, but neither act nor are aimed at."""


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence with its tokens and finite verbs."""

    text: str
    tokens: Sequence[Token]
    verbs: Sequence[Verb]


def words_after(scene: Scene, mention: CountryMention) -> list[Token]:
    """Return the tokens that follow a mention."""
    return [t for t in scene.tokens if t.span.start >= mention.span.end]


def words_before(scene: Scene, at: int) -> list[Token]:
    """Return the tokens that end at or before an offset."""
    return [t for t in scene.tokens if t.span.end <= at]


@made_of_rules
@cache
def event_nouns() -> frozenset[str]:
    """Return the nouns that name a happening, singular and plural."""
    rows = read_table("event_nouns", ("noun", "family", "plural"), ("noun",))
    found = set()
    for row in rows:
        noun = row["noun"]
        found |= {noun, row["plural"] or noun + "s"}
    return frozenset(found)
