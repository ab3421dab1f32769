"""Joins what one article tells twice: a speech in several sentences, a happening told again."""

from collections.abc import Sequence
from dataclasses import replace

from dashboard import edtf
from dashboard.extract.happenings.scene import Candidate, Scene
from dashboard.extract.likeness import common_share
from dashboard.model import DATE_SOURCES

_ALIKE = 0.5
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
    return [_joined(group) for group in groups]


def _same(scene: Scene, one: Candidate, other: Candidate) -> bool:
    if one.kind != other.kind or not _compatible(one, other):
        return False
    if one.is_speech and other.is_speech:
        return (
            bool(one.speaker)
            and one.speaker == other.speaker
            and (bool(one.date) or one.sentence == other.sentence)
        )
    same_actor = one.actors[:1] == other.actors[:1] or not (one.actors and other.actors)
    alike = common_share(scene.words(one.label_span), scene.words(other.label_span))
    return (
        one.sentence != other.sentence
        and same_actor
        and one.family == other.family
        and alike >= _ALIKE
    )


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
    step = dated.steps[-1]
    reason = f"The same is told where “{step.words}” dates it. {step.reason}"
    undated = replace(candidate, steps=())
    return undated.dated(dated.date, "same_event", dated.date_span, replace(step, reason=reason))


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
