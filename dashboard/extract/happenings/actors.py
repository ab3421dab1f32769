"""Says who acts in each candidate: people by their full names, organisations by their usual one."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from dashboard.extract.grammar import Verb
from dashboard.extract.happenings.cues import cue
from dashboard.extract.happenings.scene import Candidate, Scene
from dashboard.extract.words import words_of
from dashboard.model import Span
from dashboard.rules import made_of_rules

_LONGEST_THING = 6


def name_actors(scene: Scene, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the candidates in text order with actors and, for sayings, the speaker filled in.

    "He" is the last person who acted, "its statement" the last organisation; a subject
    that names nobody known leaves both empty.
    """
    named: list[Candidate] = []
    person = organisation = ""
    before: Span | None = None
    called: dict[str, str] = {}
    for candidate in candidates:
        thing = _thing(scene, candidate, before)
        before = thing if _is_it(scene, candidate.subject) else None
        about = thing or candidate.subject
        person = "" if _is_unexplained(scene, about) else person
        clear = _is_called_so(scene, about, person, called)
        who = _subject_names(scene, about, person if clear else "", organisation)
        people = [n for n in who if n in scene.people.full or n in scene.people.by_surname.values()]
        person = people[0] if people else person
        organisation = next((n for n in who if n not in people), organisation)
        others = _organisations(scene, _told_in(candidate), candidate.sentence)
        actors = tuple(dict.fromkeys([*who, *others]))
        speaker = who[0] if who and candidate.is_speech else ""
        first = who[0] if who else scene.words(thing) if thing else ""
        named.append(replace(candidate, actors=actors, speaker=speaker, named=first))
    return named


def _is_called_so(scene: Scene, subject: Span | None, person: str, called: dict[str, str]) -> bool:
    """Say whether a pronoun is the one that the article has for a person, and note the first."""
    words = scene.words(subject).lower() if subject else ""
    if not person or words not in words_of("person_pronoun"):
        return True
    return called.setdefault(person, words) == words


def _is_unexplained(scene: Scene, subject: Span | None) -> bool:
    """Say whether a subject is the last name of somebody who may be a person: "he" is not clear.

    The full name stands in the article, though nothing tells that it is a person's.
    """
    words = scene.words(subject) if subject else ""
    if not re.fullmatch(r"[A-ZÀ-Þ][\w’'-]+", words) or _people_in(scene, words):
        return False
    place = any(subject and m.span.overlaps(subject) for m in scene.mentions)
    return words in _last_words(scene.text) and not place


@made_of_rules
@lru_cache(maxsize=4)
def _last_words(text: str) -> frozenset[str]:
    """Return the words that close a name of several words somewhere in a text."""
    return frozenset(re.findall(r"\b[A-ZÀ-Þ][\w’'-]* (?=([A-ZÀ-Þ][\w’'-]+))", text))


def _is_it(scene: Scene, subject: Span | None) -> bool:
    return subject is not None and scene.words(subject).lower() in ("it", "they")


def _thing(scene: Scene, candidate: Candidate, before: Span | None) -> Span | None:
    """Return the words that "it" or "they" stands for: what the clause before is about.

    One thing is "it", several are "they"; a person is neither. before is what the last "it"
    stood for, which the next one goes on with.
    """
    if candidate.subject is None or not _is_it(scene, candidate.subject):
        return None
    words = scene.words(candidate.subject).lower()
    subjects = [
        verb.subject
        for n in (candidate.sentence - 1, candidate.sentence)
        for verb in scene.verbs[max(n, 0)]
        if verb.lead in ("main", "content")
        and verb.subject
        and verb.subject.end <= candidate.subject.start
        and not _is_asked(scene, verb, candidate.subject)
    ]
    if not subjects or _apart(scene, subjects[-1], candidate.subject):
        return None
    if _is_it(scene, subjects[-1]):
        return before
    thing = scene.words(subjects[-1])
    last = thing.split()[-1].lower()
    several = last.endswith("s") or " and " in thing or last in words_of("several")
    small = len(thing.split()) <= _LONGEST_THING and thing.lower() not in words_of("same_again")
    return subjects[-1] if small and several == (words == "they") else None


def _is_asked(scene: Scene, verb: Verb, told: Span) -> bool:
    """Say whether somebody without a name speaks ("A spokesman said it …"), who is not "it"."""
    words = scene.words(verb.subject).split() if verb.subject else []
    unnamed = bool(words) and words[0].lower() in words_of("indefinite")
    between = scene.text[verb.span.end : told.start].split()
    return verb.verb_class == "speech" and unnamed and len(between) <= 1


def _apart(scene: Scene, one: Span, other: Span) -> bool:
    """Say whether another paragraph begins, or a person is named, between two subjects."""
    person = any(n in scene.words(one) for n in scene.people.full)
    one_of_them = scene.words(other).lower() == "it"
    person = person or (one_of_them and scene.text.startswith(", who ", one.end))
    return person or "\n\n" in scene.text[one.end : other.start]


def _told_in(candidate: Candidate) -> Span:
    return candidate.verb.clause if candidate.verb else candidate.label_span


def _subject_names(scene: Scene, subject: Span | None, person: str, organisation: str) -> list[str]:
    if subject is None:
        return []
    words = scene.words(subject)
    if words.lower() in words_of("person_pronoun"):
        return [person] if person else []
    if cue("its_own").match(words) and not _organisations(scene, subject):
        return [organisation] if organisation else []
    return [*_people_in(scene, words), *_organisations(scene, subject)]


def _people_in(scene: Scene, words: str) -> list[str]:
    found = [(words.find(name), name) for name in scene.people.full if name in words]
    taken = " ".join(name for _, name in found)
    for match in re.finditer(r"[^\W\d_][\w’'-]*", words):
        surname = re.sub(r"['’]s$", "", match.group())
        full = scene.people.by_surname.get(surname)
        owner = surname != match.group() and match.end() < len(words)
        if full and not owner and surname not in taken.split():
            found.append((match.start(), full))
    return list(dict.fromkeys(name for _, name in sorted(found)))


def _organisations(scene: Scene, span: Span, sentence: int | None = None) -> list[str]:
    return [
        m.name
        for m in scene.mentions
        if not m.country_code
        and m.span.within(span)
        and (sentence is None or not scene.quoted(m.span, sentence))
    ]
