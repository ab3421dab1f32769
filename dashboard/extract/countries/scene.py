"""A sentence as the role rules see it: its tokens, its finite verbs, the words beside a mention."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.extract.grammar import Token, Verb
from dashboard.model import CountryMention

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
