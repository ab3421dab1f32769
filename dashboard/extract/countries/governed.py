"""Follows the words to the left of a mention to what governs it: a preposition or a verb."""

from collections.abc import Sequence

from dashboard.extract.countries.scene import (
    SIDE_CLAUSES,
    Decision,
    Scene,
    words_after,
    words_before,
)
from dashboard.extract.countries.table import role_words
from dashboard.extract.grammar import Token, Verb, verb_forms
from dashboard.extract.words import event_nouns
from dashboard.model import CountryMention


def as_governed(scene: Scene, mention: CountryMention) -> Decision:
    """Return what the governing word, or else the verb of the clause, makes of a mention."""
    clause = _clause_verb(scene, mention)
    left = words_before(scene, mention.span.start)
    for at in range(len(left) - 1, -1, -1):
        token = left[at]
        if clause and token.span.start <= clause.head.start:
            break
        if token.lower in role_words("symmetric"):
            return _between(scene, token)
        if _is_infinitive(left, at):
            return _done_to(left[at].text, clause)
        if "preposition" in token.jobs or token.lower in role_words("background"):
            decision = _after_preposition(scene, mention, token, clause)
            if decision:
                return decision
        elif token.text in (";", ":"):
            break
    if not clause and _opens(left):
        return "actor", "opens a sentence and so does what it tells"
    if not clause:
        return "involved", "is named without a verb that tells its part"
    return _done_to(scene.text[clause.span.start : clause.span.end], clause)


def _done_to(words: str, clause: Verb | None) -> Decision:
    if clause and clause.lead in SIDE_CLAUSES:
        return "involved", f"stands in the side clause with “{words}”"
    return "target", f"is what “{words}” is aimed at"


def _is_infinitive(left: Sequence[Token], at: int) -> bool:
    """Say whether the word is a verb without a subject: "to help", "aiding"."""
    form = verb_forms().get(left[at].text)
    if not form or left[at].jobs:
        return False
    if "gerund" in form.tenses:
        return at > 0 and "determiner" not in left[at - 1].jobs
    return "base" in form.tenses and at > 0 and left[at - 1].lower == "to"


def _opens(left: Sequence[Token]) -> bool:
    """Say whether nothing but small words and adjectives stands before."""
    return len(left) <= 3 and not any(t.jobs & {"preposition", "quotation"} for t in left)


def _clause_verb(scene: Scene, mention: CountryMention) -> Verb | None:
    left = [v for v in scene.verbs if v.span.end <= mention.span.start]
    return left[-1] if left else None


def _between(scene: Scene, link: Token) -> Decision:
    left = words_before(scene, link.span.start)[-3:]
    if any(t.lower in role_words("talks") for t in left):
        return "actor", "is one of the two sides (“between”)"
    return "location", "is one of the two sides of a place (“between”)"


def _is_land(scene: Scene, mention: CountryMention) -> bool:
    after = words_after(scene, mention)[:3]
    glued = scene.text[mention.span.end : mention.span.end + 40].split()
    return any(t.lower in role_words("place_noun") for t in after) or any(
        w.strip(".,;’'") in role_words("place_noun") for w in glued[:3]
    )


def _after_preposition(
    scene: Scene, mention: CountryMention, link: Token, clause: Verb | None
) -> Decision | None:
    """Return what a preposition makes of the mention; None to look further left."""
    word = link.lower
    left = words_before(scene, link.span.start)[-1:]
    if left and left[0].lower in role_words("source"):
        return "mentioned", "is only the source of the report"
    if word == "of":
        if left and left[0].lower in event_nouns():
            return "target", f"is what the “{left[0].text}” is aimed at"
        return None
    if clause and clause.lead in SIDE_CLAUSES:
        return "involved", "stands in a side clause"
    if word == "on" and _is_land(scene, mention):
        return "location", f"is where it happens (“{link.text}”)"
    if word == "at" and any(t.lower in role_words("aimed") for t in scene.tokens):
        return "target", "is what it is aimed at (“at”)"
    if word in role_words("location"):
        return "location", f"is where it happens (“{link.text}”)"
    if word in role_words("target"):
        return "target", f"is what it is aimed at (“{link.text}”)"
    if word in role_words("background"):
        return "mentioned", f"belongs to the circumstances (“{link.text}”)"
    return None
