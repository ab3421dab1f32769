"""Says which undated happenings are news of the day, and which go on with another day."""

from collections.abc import Sequence
from datetime import timedelta
from functools import lru_cache

from dashboard import edtf
from dashboard.extract.happenings.cues import cue
from dashboard.extract.happenings.known import counts_from, is_far_daypart
from dashboard.extract.happenings.scene import Candidate, Scene
from dashboard.extract.words import words_of
from dashboard.model import TimeExpression
from dashboard.rules import made_of_rules

LEAD_SENTENCES = 5
"""Sentences of an article that may name its day."""

_NEWS_DAYS = 7
_THREAD = 1
_OLD_THREAD = 2
_QUESTIONS = 3
_OLD = 365
_HISTORY = 4
_NOW = ("PRESENT_REF", "FUTURE_REF")


def is_recent(scene: Scene, candidate: Candidate) -> bool:
    """Say whether something happened on one exact day of the week before publication."""
    day = edtf.latest(candidate.date) if edtf.is_day(candidate.date) else None
    if day is None or candidate.kind not in ("happened", "alleged"):
        return False
    latest = edtf.latest(scene.article.published_on)
    return latest is None or timedelta(0) <= latest - day <= timedelta(_NEWS_DAYS)


def is_fresh(scene: Scene, candidate: Candidate, dated: Sequence[Candidate]) -> bool:
    """Say whether a happening is told in the present perfect in an article with news of today."""
    published = scene.article.published_on
    perfect = candidate.verb is not None and candidate.verb.form in ("perfect", "present")
    own = ("stated", "relative")
    return perfect and any(c.date == published and c.date_source in own for c in dated)


def paragraph_day(
    scene: Scene, candidate: Candidate, dated: Sequence[Candidate]
) -> Candidate | None:
    """Return what the sentence before, in a paragraph of a few, tells of a day in the news."""
    paragraph = scene.sentences[candidate.sentence].paragraph
    beside = [n for n, s in enumerate(scene.sentences) if s.paragraph == paragraph]
    if len(beside) > LEAD_SENTENCES:
        return None
    near = [
        c
        for c in dated
        if c.date_source in ("stated", "relative")
        and c.sentence == candidate.sentence - 1
        and c.sentence in beside
    ]
    return next((c for c in near if is_recent(scene, c)), None)


def is_news(
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
    if has_unknown_day(scene, candidate) or _tells_of_self(scene, candidate):
        return False
    if _is_interview(scene.text):
        return False
    limited = bool(candidate.after or candidate.before)
    told_aside = verb.lead == "relative" and not (limited or candidate.is_speech)
    so_far = verb.form == "perfect" and verb.passive and not _in_opening(scene, candidate)
    lasting = verb.form in ("perfect", "pluperfect") and cue("lasting").search(
        scene.text, verb.clause.start, verb.clause.end + len(" since")
    )
    if told_aside or so_far or lasting or _looks_back(scene, candidate):
        return False
    if verb.form == "past" and not candidate.is_speech and _is_history(scene, dated):
        return False
    before = told_before(scene, candidate, dated)
    if before is None or limited:
        return True
    return _is_news_day(scene, before, day)


def has_unknown_day(scene: Scene, candidate: Candidate) -> bool:
    """Say whether a clause names a time of its own that no day follows from ("last week").

    "Now" is the time of the news, as is "recently" in the present perfect; "a recent poll" is
    no time.
    """
    verb = candidate.verb
    clause = verb.clause if verb else candidate.label_span
    news = (*_NOW, "PAST_REF") if verb and verb.form == "perfect" else _NOW
    return any(
        e.kind in ("DATE", "TIME")
        and ((not e.date and e.value not in news) or _is_no_news(scene, candidate, e))
        for e in scene.expressions
        if e.span.within(clause)
        and not scene.quoted(e.span, candidate.sentence)
        and not cue("no_time").match(scene.text, e.span.start)
    )


def _is_no_news(scene: Scene, candidate: Candidate, expression: TimeExpression) -> bool:
    """Say whether a date word tells of another day than that of the news, though it dates nothing.

    "A day after leaving on Monday" does.
    """
    verb = candidate.verb
    counted = verb is not None and counts_from(scene, verb, expression.span)
    return counted or is_far_daypart(scene, expression)


def _tells_of_self(scene: Scene, candidate: Candidate) -> bool:
    """Say whether the one who writes or is asked tells of himself ("We walked for two days")."""
    subject = scene.words(candidate.subject) if candidate.subject else ""
    return not candidate.is_speech and subject.lower() in words_of("self")


@made_of_rules
@lru_cache(maxsize=4)
def _is_interview(text: str) -> bool:
    """Say whether an article goes by questions, each a line of its own."""
    lines = [line.strip() for line in text.split("\n")]
    return sum(line.endswith("?") for line in lines[1:]) >= _QUESTIONS


def _is_history(scene: Scene, dated: Sequence[Candidate]) -> bool:
    """Say whether an article tells mostly of what happened long before it was published."""
    own = [c for c in dated if c.date and c.date_source in ("stated", "relative")]
    old = [c for c in own if _is_old(scene, c)]
    return len(old) >= _HISTORY and len(old) * 2 > len(own)


def _is_old(scene: Scene, candidate: Candidate) -> bool:
    """Say whether a happening lies more than a year before the publication."""
    published, last = edtf.earliest(scene.article.published_on), edtf.latest(candidate.date)
    return bool(published and last and (published - last).days > _OLD)


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
    start = candidate.verb.clause.start if candidate.verb else candidate.trigger.start
    sentence = scene.sentences[candidate.sentence].span
    if cue("first_time").match(scene.text, sentence.start, candidate.trigger.start):
        return True
    return bool(cue("looks_back").search(scene.text, start, candidate.trigger.start))


def told_before(scene: Scene, candidate: Candidate, dated: Sequence[Candidate]) -> Candidate | None:
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
        reach = _OLD_THREAD if _stays_in(scene, candidate, other) else _THREAD
        if distance > reach or scene.sentences[other.sentence].paragraph != paragraph:
            continue
        own = other.date_source in ("stated", "relative", "governed")
        past = candidate.verb is not None and candidate.verb.form == "past"
        beside = other.verb is None or (other.verb.lead == "aside" and past)
        told = own and not beside and other.kind != "planned"
        if not told or other.trigger == candidate.trigger:
            continue
        if not candidate.is_speech or _goes_on(scene, candidate, other):
            found = other
    return found


def _stays_in(scene: Scene, candidate: Candidate, told: Candidate) -> bool:
    """Say whether a telling stays in the old year that a sentence begins with: all is past."""
    if candidate.actors or candidate.is_speech or not _opens_history(scene, told):
        return False
    between = scene.verbs[told.sentence + 1 : candidate.sentence + 1]
    return all(v.form == "past" for verbs in between for v in verbs)


def _opens_history(scene: Scene, told: Candidate) -> bool:
    """Say whether a sentence begins with a year long past, in which the next ones stay."""
    start = scene.sentences[told.sentence].span.start
    if told.date_span is None or not told.date.isdigit() or not _is_old(scene, told):
        return False
    return told.date_span.start - start <= len("In ")


def _goes_on(scene: Scene, saying: Candidate, other: Candidate) -> bool:
    """Say whether a saying goes on with what was told right before it."""
    if other.is_speech:
        return bool(saying.speaker) and saying.speaker == other.speaker
    main = other.verb is not None and other.verb.lead == "main"
    return main and saying.sentence == other.sentence and other.trigger < saying.trigger


def _in_opening(scene: Scene, candidate: Candidate) -> bool:
    body = [n for n, s in enumerate(scene.sentences) if s.part == "body"]
    return candidate.sentence in body[: max(LEAD_SENTENCES, len(body) // 2)]
