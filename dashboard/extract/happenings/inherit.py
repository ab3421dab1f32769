"""Gives a day to happenings whose clause has none, and says where it comes from.

In order: the clause it is coordinated with; the same happening or speech told elsewhere in
the article; the article's day (the first past day its opening names); the publication day
for news of the day. Where none of them is sure, the happening stays undated.
"""

from collections.abc import Sequence

from dashboard import edtf
from dashboard.extract.happenings.ahead import is_moving
from dashboard.extract.happenings.news import (
    LEAD_SENTENCES,
    has_unknown_day,
    is_fresh,
    is_news,
    is_recent,
    paragraph_day,
    told_before,
)
from dashboard.extract.happenings.scene import Candidate, Scene, is_earlier
from dashboard.extract.words import words_of
from dashboard.model import Step

_SAME_SPEECH = 3
_LONG_AFTER = 31


def inherit(scene: Scene, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the candidates, those without a day dated where the article allows it."""
    dated = _coordinate(scene, list(candidates))
    dated = _same_speech(scene, dated)
    main = article_day(scene, [c for c in dated if c.verb and c.verb.lead == "main"])
    day = _opening_day(scene, dated) or main or article_day(scene, dated)
    return [c if c.date else _by_the_day(scene, c, dated, _day_for(c, main, day)) for c in dated]


def _day_for(
    candidate: Candidate, main: Candidate | None, day: Candidate | None
) -> Candidate | None:
    """Return what gives a candidate the article's day: for a saying only a main clause can.

    What a noun or a side clause of its own sentence dates is another happening's day.
    """
    beside = day is not None and day is not main and day.sentence == candidate.sentence
    return main if candidate.is_speech or beside else day


def _coordinate(scene: Scene, candidates: list[Candidate]) -> list[Candidate]:
    """Share a closing date with the verbs before it: "accused … and approved … on Friday"."""
    shared = list(candidates)
    for n, candidate in enumerate(candidates):
        if candidate.date or not candidate.verb or candidate.verb.lead != "main":
            continue
        for other in candidates[n + 1 :]:
            if other.sentence != candidate.sentence:
                break
            if other.verb and other.date_span and _coordinated(scene, candidate, other):
                words = scene.words(other.date_span)
                step = Step(
                    "coordinated",
                    words,
                    f"“{words}” dates both verbs.",
                    other.date_span,
                )
                shared[n] = candidate.dated(
                    other.date, "governed", other.date_span, step, other.steps[-1]
                )
                break
    return shared


def _coordinated(scene: Scene, one: Candidate, other: Candidate) -> bool:
    same_subject = one.subject is not None and one.subject == other.subject
    at_end = other.date_span is not None and other.date_span.start > other.trigger.end
    led = other.verb is not None and other.verb.lead == "main"
    moved = other.verb is not None and is_moving(scene, other.verb)
    between = scene.text[one.trigger.end : other.trigger.start].lower().split()
    if set(between) & words_of("afterwards"):
        return False
    return same_subject and one.kind == other.kind and at_end and led and not moved


def _same_speech(scene: Scene, candidates: list[Candidate]) -> list[Candidate]:
    """Date a saying by another saying of the same speaker close by that has a day."""
    result = list(candidates)
    for n, candidate in enumerate(candidates):
        if (
            candidate.date
            or not candidate.is_speech
            or not candidate.speaker
            or candidate.kind != "happened"
            or has_unknown_day(scene, candidate)
        ):
            continue
        near = [
            other
            for other in candidates
            if other.date
            and other.is_speech
            and other.speaker == candidate.speaker
            and abs(other.sentence - candidate.sentence) <= _SAME_SPEECH
            and other.date_source in ("stated", "relative", "governed")
            and is_earlier(other) <= is_earlier(candidate)
        ]
        if near:
            other = min(near, key=lambda o: abs(o.sentence - candidate.sentence))
            result[n] = _from_other(scene, candidate, other, "same speech")
    return result


def _from_other(scene: Scene, candidate: Candidate, other: Candidate, what: str) -> Candidate:
    words = scene.words(other.date_span) if other.date_span else ""
    reason = f"The {what} is dated elsewhere in the article by “{words}”."
    step = Step("same_event", words, reason, other.date_span)
    return candidate.dated(other.date, "same_event", other.date_span, step, other.steps[-1])


def article_day(scene: Scene, candidates: Sequence[Candidate]) -> Candidate | None:
    """Return the happening whose day is the article's: the first day its opening names.

    It must be one exact day, past, and within a week before publication.
    """
    body = [n for n, s in enumerate(scene.sentences) if s.part == "body"]
    opening = set(body[:LEAD_SENTENCES])
    told = (c for c in candidates if c.sentence in opening)
    return next((c for c in told if is_recent(scene, c)), None)


def _opening_day(scene: Scene, candidates: Sequence[Candidate]) -> Candidate | None:
    """Return what a clause with a verb tells in the first sentence, where that is recent."""
    first = next((n for n, s in enumerate(scene.sentences) if s.part == "body"), None)
    told = (c for c in candidates if c.sentence == first and c.verb and c.verb.lead != "relative")
    return next((c for c in told if is_recent(scene, c)), None)


def _by_the_day(
    scene: Scene, candidate: Candidate, dated: Sequence[Candidate], day: Candidate | None
) -> Candidate:
    """Give the article's day or the publication day to news of the day."""
    if not is_news(scene, candidate, dated, day):
        return candidate
    told = told_before(scene, candidate, dated) or paragraph_day(scene, candidate, dated)
    whose = "the day of the news in this article"
    if told and edtf.is_day(told.date) and told.verb and told.verb.lead == "main":
        if told.kind == "happened" and told != day:
            day, whose = told, "the day of what is told beside it"
    elif is_fresh(scene, candidate, dated):
        day = None
    if day is not None:
        fits = _fits_bounds(candidate, day.date)
        return _on_article_day(scene, candidate, day, whose) if fits else candidate
    if not scene.article.published_on or candidate.after or candidate.before:
        return candidate
    words = edtf.in_words(scene.article.published_on)
    reason = (
        f"No day is named; it is told as news of the day, and the article was published on {words}."
    )
    return candidate.dated(
        scene.article.published_on, "publication", None, Step("publication", "", reason)
    )


def _on_article_day(scene: Scene, candidate: Candidate, day: Candidate, whose: str) -> Candidate:
    words = scene.words(day.date_span) if day.date_span else ""
    reasons = [f"No day is named; “{words}” gives {whose}."]
    if candidate.after:
        reasons.append(f"It came after {edtf.in_words(candidate.after)}, which that day fits.")
    step = Step("article_day", words, " ".join(reasons), day.date_span)
    return candidate.dated(day.date, "article_day", day.date_span, step, day.steps[-1])


def _fits_bounds(candidate: Candidate, date: str) -> bool:
    """Say whether a day lies after what a happening followed, and not long after it."""
    day = edtf.earliest(date)
    after, before = edtf.earliest(candidate.after), edtf.latest(candidate.before)
    if day and after and (day - after).days > _LONG_AFTER:
        return False
    return day is not None and (after is None or after < day) and (before is None or day < before)
