"""Gives a day to happenings whose clause has none, and says where it comes from.

In order: the clause it is coordinated with; the same happening or speech told elsewhere in
the article; the article's day (the first past day its opening names); the publication day
for news of the day. Where none of them is sure, the happening stays undated.
"""

from collections.abc import Sequence
from datetime import timedelta

from dashboard import edtf
from dashboard.extract.happenings.scene import Candidate, Scene
from dashboard.model import Step

_LEAD_SENTENCES = 5
_NEWS_DAYS = 7
_SAME_SPEECH = 3


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
    return same_subject and at_end and other.verb is not None and other.verb.lead == "main"


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
    if not scene.article.published_on or not _in_opening(scene, candidate):
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

    It must be told in the main line as done, and not follow, in its own paragraph, a
    happening of another day.
    """
    verb = candidate.verb
    if verb is None or candidate.subject is None or candidate.kind != "happened":
        return False
    if verb.lead not in ("main", "relative") or verb.form not in ("past", "perfect", "present"):
        return False
    opening = _in_opening(scene, candidate) and verb.lead == "main"
    if verb.form != "past" and not opening:
        return False
    before = _dated_before(scene, candidate, dated)
    if before is None or candidate.after or candidate.before:
        return True
    return day is not None and before.date == day.date


def _dated_before(
    scene: Scene, candidate: Candidate, dated: Sequence[Candidate]
) -> Candidate | None:
    """Return the last dated happening that a verb tells before it in its paragraph."""
    paragraph = scene.sentences[candidate.sentence].paragraph
    found = None
    for other in dated:
        if other.sentence > candidate.sentence:
            break
        same = scene.sentences[other.sentence].paragraph == paragraph
        if same and other.date and other.verb and other.trigger != candidate.trigger:
            found = other
    return found


def _in_opening(scene: Scene, candidate: Candidate) -> bool:
    body = [n for n, s in enumerate(scene.sentences) if s.part == "body"]
    return candidate.sentence in body[: max(_LEAD_SENTENCES, len(body) // 2)]
