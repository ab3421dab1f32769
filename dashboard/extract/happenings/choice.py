"""Chooses the clauses that report a happening, says what kind each is, and why others are not.

Only what a sentence tells in its own words counts: direct speech is content of its
saying. States, habits, denials and comment are no happenings.
"""

import re
from collections.abc import Iterator
from functools import cache

from dashboard.extract.grammar import Verb
from dashboard.extract.happenings.scene import Candidate, Scene
from dashboard.extract.likeness import is_telling
from dashboard.model import Span
from dashboard.rules import read_table

_FIRST_SINCE = re.compile(r"\b(?:for the )?first\b[^.;]{0,60}\bsince\s+(?:the\s+)?$")
_NOMINAL_WORDS = 12


def judge(verb: Verb, has_day: bool) -> tuple[str, str]:
    """Return (kind, "") for a verb that reports a happening, or ("", why not).

    A verb with a day of its own passes where one without it would not: a dated state is
    background, a dated "will" a plan.
    """
    if verb.negated:
        return (
            ("denied", "")
            if has_day and verb.form == "past"
            else ("", "It says what did not happen.")
        )
    if verb.habitual and not has_day:
        return "", "It tells of something that happens again and again, without a day."
    if verb.form in ("present", "progressive"):
        return _judge_present(verb, has_day)
    if verb.form == "modal":
        return (
            ("conditional", "")
            if has_day
            else ("", "It tells what could or should be, without a day.")
        )
    if verb.form == "future":
        return (
            ("planned", "")
            if has_day or verb.lead == "main"
            else ("", "It only speaks of a future.")
        )
    if verb.verb_class in ("state", "light", "aspect"):
        return ("background", "") if has_day else ("", "It describes a state, not a happening.")
    if verb.form == "pluperfect" and not has_day:
        return "", "It looks back to something earlier and names no day."
    return ("alleged" if verb.alleged else "happened"), ""


def _judge_present(verb: Verb, has_day: bool) -> tuple[str, str]:
    if verb.form == "progressive" and has_day and verb.verb_class == "event":
        return "planned", ""
    if verb.verb_class == "speech" and verb.form == "present" and not verb.passive:
        return "happened", ""
    return "", "It describes what is so or goes on, not a happening with a day."


def find_nominals(scene: Scene, sentence: int) -> Iterator[tuple[Span, str]]:
    """Yield (span, family) of the nouns in a sentence that name a happening."""
    span = scene.sentences[sentence].span
    for match in _nouns()[0].finditer(scene.text, span.start, span.end):
        if not scene.quoted(Span(*match.span()), sentence):
            yield Span(*match.span()), _nouns()[1][match.group().lower()]


@cache
def _nouns() -> tuple[re.Pattern[str], dict[str, str]]:
    families: dict[str, str] = {}
    for row in read_table("event_nouns", ("noun", "family", "plural"), ("noun",)):
        families[row["noun"]] = row["family"]
        families[row["plural"] or _plural(row["noun"])] = row["family"]
    words = "|".join(re.escape(w) for w in sorted(families, key=len, reverse=True))
    return re.compile(rf"\b(?:{words})\b", re.I), families


def _plural(noun: str) -> str:
    if re.search(r"[^aeiou]y$", noun):
        return noun[:-1] + "ies"
    return noun + ("es" if re.search(r"(?:s|x|ch|sh)$", noun) else "s")


def nominal_of(scene: Scene, sentence: int, place: Span) -> tuple[Span, str, Span] | None:
    """Return (noun, family, phrase) of the happening that a date word at a place belongs to.

    The noun stands right after the date word ("Monday's attacks", "the 5 May attack"), or
    before it in a phrase that "after", "following", "before" or "during" opens and that
    no verb or comma cuts ("following attacks on the city on Monday").
    """
    for noun, family in find_nominals(scene, sentence):
        if noun.start > place.end and _qualifies(scene.text[place.end : noun.start]):
            return noun, family, Span(place.start, noun.end)
        between = scene.text[noun.end : place.start]
        if noun.end <= place.start and not re.search(r"[,;:]", between):
            phrase = _opened_phrase(scene, sentence, noun)
            busy = any(noun.end <= v.head.start < place.start for v in scene.verbs[sentence])
            if phrase and not busy and len(between.split()) <= _NOMINAL_WORDS:
                return noun, family, Span(phrase.start, place.end)
    return None


def _qualifies(between: str) -> bool:
    """Say whether the words between a date and a noun let the date qualify the noun."""
    match = re.fullmatch(r"(['’]s?)?\s+((?:[\w-]+\s+){0,2})", between)
    if not match:
        return False
    return bool(match.group(1)) or all(is_telling(word) for word in match.group(2).split())


_OPENERS = re.compile(r"\b(after|following|before|ahead of|during|amid|since)\s", re.I)


def _opened_phrase(scene: Scene, sentence: int, noun: Span) -> Span | None:
    start = scene.sentences[sentence].span.start
    found = [m for m in _OPENERS.finditer(scene.text, start, noun.start)]
    if not found or re.search(r"[,;:]", scene.text[found[-1].end() : noun.start]):
        return None
    opener = found[-1]
    if any(opener.end() <= v.head.start < noun.start for v in scene.verbs[sentence]):
        return None
    return Span(opener.start(), noun.end)


def opener_of(scene: Scene, phrase: Span) -> str:
    """Return after, before or during for the word that opens a phrase, "" for none."""
    match = _OPENERS.match(scene.text, phrase.start)
    word = match.group(1).lower() if match else ""
    return {"following": "after", "ahead of": "before", "amid": "during", "since": "after"}.get(
        word, word
    )


def first_since(scene: Scene, sentence: int, place: Span) -> Span | None:
    """Return the words "for the first time since …" that a date word at a place ends, if it does."""
    start = scene.sentences[sentence].span.start
    match = _FIRST_SINCE.search(scene.text, start, place.start)
    return Span(match.start(), place.end) if match else None


def speech_candidate(scene: Scene, sentence: int, verb: Verb, kind: str) -> Candidate:
    """Make the candidate of a clause: its trigger, the words for its label, its subject."""
    end = verb.clause.end
    for other in scene.verbs[sentence]:
        if other.clause.start >= end and other.lead in ("content", "condition"):
            end = max(end, other.clause.end)
        elif other.clause.start >= end:
            break
    start = (
        verb.subject.start
        if verb.subject and verb.subject.start <= verb.span.start
        else verb.clause.start
    )
    if verb.lead == "relative":
        start = verb.span.start
    return Candidate(
        sentence=sentence,
        trigger=verb.span,
        label_span=Span(min(start, verb.span.start), end),
        family=verb.family,
        kind=kind,
        verb=verb,
        is_speech=verb.verb_class == "speech",
        subject=verb.subject,
    )
