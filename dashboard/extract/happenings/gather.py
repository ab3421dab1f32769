"""Joins what one article tells twice: a speech in several sentences, a happening told again."""

from collections.abc import Sequence
from dataclasses import replace

from dashboard import edtf
from dashboard.extract.happenings.scene import Candidate, Scene, is_earlier
from dashboard.extract.likeness import common_share
from dashboard.extract.words import words_of
from dashboard.model import DATE_SOURCES, Step

_ALIKE = 0.5
_ANNOUNCED = 0.2
_OPENING = 1
_SPEECH_GAP = 3
_PLAIN = "say"


def gather(scene: Scene, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return one candidate a happening; the sentences of the others become its further ones."""
    groups: list[list[Candidate]] = []
    for candidate in candidates:
        home = next((g for g in groups if any(_same(scene, candidate, m) for m in g)), None)
        if home is None:
            groups.append([candidate])
        else:
            home.append(candidate)
    busy = {c.sentence for c in candidates}
    joined = [_with_content(scene, _joined(group), busy) for group in groups]
    return _with_headline(scene, joined)


def _with_content(scene: Scene, candidate: Candidate, busy: set[int]) -> Candidate:
    """Add to a speech what stands alone between two of its sentences: it goes on telling it."""
    if not candidate.is_speech or not candidate.further:
        return candidate
    told = {candidate.sentence, *candidate.further}
    between = {
        n
        for n, sentence in enumerate(scene.sentences)
        if n not in busy and sentence.part == "body" and {n - 1, n + 1} <= told
    }
    further = (told | between) - {candidate.sentence}
    return replace(candidate, further=tuple(sorted(further)))


def _with_headline(scene: Scene, candidates: list[Candidate]) -> list[Candidate]:
    """Add the headline to the happening of the opening that it announces, where one does."""
    headline = next((n for n, s in enumerate(scene.sentences) if s.part == "headline"), None)
    body = [n for n, s in enumerate(scene.sentences) if s.part == "body"]
    if headline is None or not body or headline > body[0]:
        return candidates
    words = scene.words(scene.sentences[headline].span)
    likeness = {
        n: common_share(words, scene.words(scene.sentences[c.sentence].span))
        for n, c in enumerate(candidates)
        if c.date and c.sentence in body[:_OPENING] and c.kind != "background"
    }
    best = max(likeness, key=lambda n: (likeness[n], -n), default=None)
    if best is None or likeness[best] < _ANNOUNCED:
        return candidates
    told = candidates[best]
    further = tuple(sorted({*told.further, headline}))
    return [*candidates[:best], replace(told, further=further), *candidates[best + 1 :]]


def _same(scene: Scene, one: Candidate, other: Candidate) -> bool:
    if one.kind != other.kind or not _compatible(one, other) or _is_another(scene, one):
        return False
    if one.is_speech and other.is_speech:
        return (
            bool(one.speaker)
            and one.speaker == other.speaker
            and is_earlier(one) == is_earlier(other)
            and abs(one.sentence - other.sentence) <= (_SPEECH_GAP if one.date else 0)
        )
    same_actor = one.actors[:1] == other.actors[:1] or not (one.actors and other.actors)
    alike = common_share(scene.words(one.label_span), scene.words(other.label_span))
    return (
        one.sentence != other.sentence
        and same_actor
        and one.family == other.family
        and alike >= _ALIKE
    )


def _is_another(scene: Scene, candidate: Candidate) -> bool:
    """Say whether "also" beside the verb tells that this happened beside what was told."""
    start = candidate.subject.end if candidate.subject else candidate.trigger.start
    between = scene.text[start : max(start, candidate.trigger.end)].split()
    return not candidate.is_speech and any(w.lower() in words_of("beside") for w in between)


def _compatible(one: Candidate, other: Candidate) -> bool:
    if not one.date or not other.date:
        return not one.date and not other.date
    return bool(edtf.intersection(one.date, other.date))


def _joined(group: Sequence[Candidate]) -> Candidate:
    """Return the most telling candidate of a group, best dated, with the others' sentences."""
    main = min(group, key=_rank)
    dated = min((c for c in group if c.date), key=_foundation, default=main)
    others = {c.sentence for c in group} - {main.sentence}
    narrow = replace(main, further=tuple(sorted(others)), actors=_actors(main, group))
    if dated is not main and _foundation(dated) < _foundation(main):
        return _dated_like(narrow, dated)
    return narrow


def _dated_like(candidate: Candidate, dated: Candidate) -> Candidate:
    """Give a candidate the day of another telling of the same."""
    read = dated.steps[-1]
    reason = f"The same is told where “{read.words}” dates it."
    step = Step("same_event", read.words, reason, read.span)
    return candidate.dated(dated.date, "same_event", dated.date_span, step, read)


def _rank(candidate: Candidate) -> tuple[bool, int]:
    """Put telling verbs before plain saying, then the order of the text."""
    return candidate.family == _PLAIN, candidate.sentence


def _foundation(candidate: Candidate) -> int:
    if candidate.date_source not in DATE_SOURCES:
        return len(DATE_SOURCES)
    return DATE_SOURCES.index(candidate.date_source)


def _actors(main: Candidate, group: Sequence[Candidate]) -> tuple[str, ...]:
    first = main.actors[:1]
    return tuple(dict.fromkeys([*first, *main.actors, *(a for c in group for a in c.actors)]))
