"""Gives a day to happenings whose clause has none, and says where it comes from.

In order: the clause it is coordinated with; the same happening or speech told elsewhere in
the article; the article's day (the first past day its opening names); the publication day
for news of the day. Where none of them is sure, the happening stays undated.
"""

import re
from collections.abc import Sequence
from datetime import timedelta

from dashboard import edtf
from dashboard.extract.happenings.scene import Candidate, Scene
from dashboard.model import Step

_LEAD_SENTENCES = 5
_NEWS_DAYS = 7
_SAME_SPEECH = 3
_THREAD = 1
_BACK = re.compile(
    r"\b(?:previously|earlier(?! in the day| today| on the day)|formerly|in the past|at the time|originally|initially|historically|"
    r"since then|years? (?:ago|before|earlier)|once)\b",
    re.I,
)


def inherit(scene: Scene, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the candidates, those without a day dated where the article allows it."""
    dated = _coordinate(scene, list(candidates))
    dated = _same_speech(scene, dated)
    day = article_day(scene, dated)
    return [c if c.date else _by_the_day(scene, c, dated, day) for c in dated]


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
                    f"“{words}” dates both verbs. {other.steps[-1].reason}",
                    other.date_span,
                )
                shared[n] = candidate.dated(other.date, "governed", other.date_span, step)
                break
    return shared


def _coordinated(scene: Scene, one: Candidate, other: Candidate) -> bool:
    same_subject = one.subject is not None and one.subject == other.subject
    at_end = other.date_span is not None and other.date_span.start > other.trigger.end
    same_kind = one.kind == other.kind
    return same_subject and same_kind and at_end and other.verb is not None and other.verb.lead == "main"


def _same_speech(scene: Scene, candidates: list[Candidate]) -> list[Candidate]:
    """Date a saying by another saying of the same speaker close by that has a day."""
    result = list(candidates)
    for n, candidate in enumerate(candidates):
        if (
            candidate.date
            or not candidate.is_speech
            or not candidate.speaker
            or candidate.kind != "happened"
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
        ]
        if near:
            other = min(near, key=lambda o: abs(o.sentence - candidate.sentence))
            result[n] = _from_other(scene, candidate, other, "same speech")
    return result


def _from_other(scene: Scene, candidate: Candidate, other: Candidate, what: str) -> Candidate:
    words = scene.words(other.date_span) if other.date_span else ""
    reason = f"The {what} is dated elsewhere in the article by “{words}”. {other.steps[-1].reason}"
    return candidate.dated(
        other.date,
        "same_event",
        other.date_span,
        Step("same_event", words, reason, other.date_span),
    )


def article_day(scene: Scene, candidates: Sequence[Candidate]) -> Candidate | None:
    """Return the happening whose day is the article's: the first day its opening names.

    It must be one exact day, past, and within a week before publication.
    """
    body = [n for n, s in enumerate(scene.sentences) if s.part == "body"]
    opening = set(body[:_LEAD_SENTENCES])
    latest = edtf.latest(scene.article.published_on)
    for candidate in candidates:
        day = edtf.latest(candidate.date) if edtf.is_day(candidate.date) else None
        if (
            candidate.sentence not in opening
            or day is None
            or candidate.kind not in ("happened", "alleged")
        ):
            continue
        if latest is None or timedelta(0) <= latest - day <= timedelta(_NEWS_DAYS):
            return candidate
    return None


def _by_the_day(
    scene: Scene, candidate: Candidate, dated: Sequence[Candidate], day: Candidate | None
) -> Candidate:
    """Give the article's day or the publication day to news of the day."""
    if not _is_news(scene, candidate, dated, day):
        return candidate
    if day is not None:
        return _on_article_day(scene, candidate, day)
    if not scene.article.published_on:
        return candidate
    words = edtf.in_words(scene.article.published_on)
    reason = (
        f"No day is named; it is told as news of the day, and the article was published on {words}."
    )
    return candidate.dated(
        scene.article.published_on, "publication", None, Step("publication", "", reason)
    )


def _on_article_day(scene: Scene, candidate: Candidate, day: Candidate) -> Candidate:
    if not _fits_bounds(candidate, day.date):
        return candidate
    words = scene.words(day.date_span) if day.date_span else ""
    reasons = [f"No day is named; “{words}” gives the day of the news in this article."]
    if candidate.after:
        reasons.append(f"It came after {edtf.in_words(candidate.after)}, which that day fits.")
    reason = " ".join([*reasons, day.steps[-1].reason])
    step = Step("article_day", words, reason, day.date_span)
    return candidate.dated(day.date, "article_day", day.date_span, step)


def _fits_bounds(candidate: Candidate, date: str) -> bool:
    day = edtf.earliest(date)
    after, before = edtf.earliest(candidate.after), edtf.latest(candidate.before)
    return day is not None and (after is None or after < day) and (before is None or day < before)


def _is_news(
    scene: Scene, candidate: Candidate, dated: Sequence[Candidate], day: Candidate | None
) -> bool:
    """Say whether an undated happening belongs to the day of the news.

    It must be told in the main line as done, and not go on with a happening of another day
    that was told right before it.
    """
    verb = candidate.verb
    if verb is None or candidate.subject is None or candidate.kind != "happened":
        return False
    if verb.lead not in ("main", "relative") or verb.form not in ("past", "perfect", "present"):
        return False
    limited = bool(candidate.after or candidate.before)
    told_aside = verb.lead == "relative" and not (limited or candidate.is_speech)
    so_far = verb.form == "perfect" and verb.passive and not _in_opening(scene, candidate)
    if told_aside or so_far or _looks_back(scene, candidate):
        return False
    before = _told_before(scene, candidate, dated)
    if before is None or limited:
        return True
    return _is_news_day(scene, before, day)


def _is_news_day(scene: Scene, told: Candidate, day: Candidate | None) -> bool:
    """Say whether a happening told before has the day of the news, or another one."""
    first, last = edtf.earliest(told.date), edtf.latest(told.date)
    for news in (day.date if day else "", scene.article.published_on):
        when = edtf.earliest(news)
        if when and first and last and first <= when <= last and (last - first).days <= _NEWS_DAYS:
            return True
    return False


def _looks_back(scene: Scene, candidate: Candidate) -> bool:
    """Say whether the words before the verb set the happening back in time ("Previously, …")."""
    start = scene.sentences[candidate.sentence].span.start
    return bool(_BACK.search(scene.text, start, candidate.trigger.start))


def _told_before(
    scene: Scene, candidate: Candidate, dated: Sequence[Candidate]
) -> Candidate | None:
    """Return the happening whose thread a candidate takes up, where that one has a day.

    A saying takes up another one of its own speaker or its own sentence only; a happening
    the last one that a verb dates within two sentences of its paragraph.
    """
    paragraph = scene.sentences[candidate.sentence].paragraph
    found = None
    for other in dated:
        distance = candidate.sentence - other.sentence
        if distance < 0:
            break
        if distance > _THREAD or scene.sentences[other.sentence].paragraph != paragraph:
            continue
        own = other.date_source in ("stated", "relative", "governed")
        if own and other.verb and other.kind != "planned" and other.trigger != candidate.trigger:
            if not candidate.is_speech or _goes_on(scene, candidate, other):
                found = other
    return found


def _goes_on(scene: Scene, saying: Candidate, other: Candidate) -> bool:
    """Say whether a saying goes on with what was told right before it."""
    if other.is_speech:
        return bool(saying.speaker) and saying.speaker == other.speaker
    main = other.verb is not None and other.verb.lead == "main"
    return main and saying.sentence == other.sentence and other.trigger < saying.trigger


def _in_opening(scene: Scene, candidate: Candidate) -> bool:
    body = [n for n, s in enumerate(scene.sentences) if s.part == "body"]
    return candidate.sentence in body[: max(_LEAD_SENTENCES, len(body) // 2)]
