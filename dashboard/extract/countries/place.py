"""Decides the role of one mention: modifier, quoted, subject, doer, or governed by a word."""

import re
from collections.abc import Sequence

from dashboard.extract.countries.governed import as_governed
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
from dashboard.model import CountryMention, Span

_HYPHENED = re.compile(r"[-‑–](\w+)")


def decide(scene: Scene, mention: CountryMention) -> Decision:
    """Return the role of a mention and the reason, as the end of a sentence."""
    return (
        _as_modifier(scene, mention)
        or _as_quoted(scene, mention)
        or _as_subject(scene, mention)
        or _as_doer(scene, mention)
        or as_governed(scene, mention)
    )


def _as_modifier(scene: Scene, mention: CountryMention) -> Decision | None:
    """Countries that only say where a thing or a reporter comes from, or name a matter."""
    made = _HYPHENED.match(scene.text, mention.span.end)
    if made and made[1] in role_words("made"):
        return "mentioned", f"only says where something comes from (“{made[1]}”)"
    after = words_after(scene, mention)[:3]
    for token in after[:2]:
        if token.lower in role_words("outlet"):
            return "mentioned", "belongs to the name of who reports it"
        if not token.text.islower():
            break
    if mention.kind in ("name", "place") and _names_a_matter(scene, mention, after):
        return "mentioned", f"only tells which {after[0].text} is meant"
    return None


def _names_a_matter(scene: Scene, mention: CountryMention, after: Sequence[Token]) -> bool:
    if not after or scene.text[mention.span.end : after[0].span.start] != " ":
        return False
    noun = after[0]
    if noun.lower in role_words("matter"):
        before = words_before(scene, mention.span.start)
        return bool(before) and "determiner" in before[-1].jobs
    return False


def _as_quoted(scene: Scene, mention: CountryMention) -> Decision | None:
    for token in scene.tokens:
        if "quotation" in token.jobs and mention.span.within(token.span):
            return "involved", "is spoken of in the quoted words"
    return None


def _as_subject(scene: Scene, mention: CountryMention) -> Decision | None:
    for verb in scene.verbs:
        described = verb.lead == "relative" and verb.subject and verb.subject < verb.clause
        if verb.subject and mention.span.within(verb.subject) and not described:
            return _in_subject(scene, mention, verb, verb.subject)
    return None


def _in_subject(
    scene: Scene, mention: CountryMention, verb: Verb, subject: Span
) -> Decision | None:
    words = scene.text[verb.span.start : verb.span.end]
    before = [t for t in words_before(scene, mention.span.start) if t.span.start >= subject.start]
    if _is_apposition(scene, mention, before):
        return "mentioned", "only says more of the subject"
    if verb.form == "modal" and verb.span == verb.head:
        return "target", f"is what is asked to “{words}”"
    link = next((t for t in reversed(before) if "preposition" in t.jobs), None)
    if link and not _acts_for(before, link):
        head = before[before.index(link) - 1] if before.index(link) else link
        if (
            head.lower in role_words("office")
            and verb.lead not in SIDE_CLAUSES
            and not verb.passive
        ):
            return "actor", f"is where those are from who act (“{words}”)"
        if link.lower == "from" and mention.kind == "demonym" and not verb.passive:
            return "actor", f"is the home of who acts (“{words}”)"
        if link.lower in role_words("location"):
            return "location", f"is where “{words}” starts or happens (“{link.text}”)"
        if link.lower == "by":
            return "actor", "did it (“by”)"
        if _is_aimed(before, link):
            return "target", f"is what the subject of “{words}” is aimed at (“{link.text}”)"
        return "involved", f"belongs to the subject of “{words}”"
    if verb.lead in SIDE_CLAUSES:
        return "involved", f"is the subject of the side clause with “{words}”"
    if verb.lead == "content" and _is_demanded(scene, verb):
        return "target", f"is asked to do something (“{words}”)"
    if verb.lead == "content" and _has_speaker(scene, verb):
        return "involved", f"is what the statement is about (“{words}”)"
    if verb.passive and scene.text[verb.head.start : verb.head.end] not in role_words("stative"):
        return "target", f"has it done to it (“{words}”)"
    return "actor", f"is the subject of “{words}”"


def _is_aimed(before: Sequence[Token], link: Token) -> bool:
    """Say whether a subject is aimed at what follows ("Sanctions on Chile", "Talks with Peru")."""
    if link.lower in role_words("aim"):
        return True
    happening = any(t.lower in event_nouns() for t in before if t.span.end <= link.span.start)
    return happening and link.lower in role_words("target")


def _is_apposition(scene: Scene, mention: CountryMention, before: Sequence[Token]) -> bool:
    """Say whether the mention stands in ", a close Danish ally," after another name."""
    commas = [n for n, token in enumerate(before) if token.text == ","]
    if not commas or mention.kind == "person" or commas[-1] + 1 >= len(before):
        return False
    opening = before[commas[-1] + 1]
    names = any(t.text[:1].isupper() for t in before[: commas[-1]] if "determiner" not in t.jobs)
    return (
        names
        and opening.lower in ("a", "an", "the", "one")
        and not _is_office_ahead(scene, mention)
    )


def _is_office_ahead(scene: Scene, mention: CountryMention) -> bool:
    return any(t.lower in role_words("person_office") for t in words_after(scene, mention)[:4])


def _is_demanded(scene: Scene, verb: Verb) -> bool:
    words = scene.text[verb.span.start : verb.span.end].lower().split()
    if words[0] in role_words("duty"):
        return True
    earlier = [v for v in scene.verbs if v.span.end <= verb.span.start]
    return bool(earlier) and earlier[-1].lemma in role_words("demand")


def _acts_for(before: Sequence[Token], link: Token) -> bool:
    """Say whether "of" follows an office, as in "the president of"."""
    if link.lower != "of":
        return False
    left = [t for t in before if t.span.end <= link.span.start][-3:]
    return any(t.lower in role_words("office") or t.text[:1].isupper() for t in left)


def _has_speaker(scene: Scene, verb: Verb) -> bool:
    speakers = [
        v for v in scene.verbs if v.span.end <= verb.span.start and v.verb_class == "speech"
    ]
    return any(v.subject and _names_country(scene, v.subject) for v in speakers)


def _names_country(scene: Scene, span: Span) -> bool:
    words = scene.text[span.start : span.end]
    return any(w[:1].isupper() for w in words.split()[:4])


def _as_doer(scene: Scene, mention: CountryMention) -> Decision | None:
    """Read "Russian attacks", "Ukraine's drone strike" and "an attack by Russia"."""
    owned = re.match(r"['’]s?\s", scene.text[mention.span.end :])
    before = words_before(scene, mention.span.start)
    if any(token.lower == "by" for token in before[-2:]):
        return "actor", "did it (“by”)"
    if mention.kind != "demonym" and not owned:
        return None
    for token in words_after(scene, mention)[:5]:
        if token.lower in event_nouns():
            return "actor", f"does the “{token.text}”"
        if token.jobs & {"preposition", "coordinator"} - {"of"} and token.lower != "of":
            return None
        if token.text[:1] in ",.;:" or (token.lower in verb_forms() and token.lower.endswith("ed")):
            return None
    return None
