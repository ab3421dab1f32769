"""Says which clauses report a happening, of what kind, and why others do not.

Only what a sentence tells in its own words counts: direct speech is content of its
saying. States, habits, denials and comment are no happenings.
"""

from dashboard import edtf
from dashboard.extract.grammar import Verb
from dashboard.extract.happenings.cues import cue
from dashboard.extract.happenings.denials import denial_of
from dashboard.extract.happenings.nominals import is_event
from dashboard.extract.happenings.scene import Candidate, Scene
from dashboard.extract.words import words_of
from dashboard.model import Span, TimeExpression


def judge_clause(
    scene: Scene, verb: Verb, own: TimeExpression | None, governed: bool
) -> tuple[str, str]:
    """Return (kind, "") for a clause that reports a happening, or ("", why not).

    own: the date word that dates it; governed: it happened during something dated.
    """
    has_day = own is not None
    barred = _barred(verb, has_day or governed)
    if _is_asked(scene, verb):
        barred = "It is a question."
    if not barred and not (has_day or governed) and _has_gone_on(scene, verb):
        barred = "It tells of something that has gone on for a time, and names no day of it."
    if not barred and not has_day and _is_comment(scene, verb):
        barred = "It is comment: people who are not named say what they think."
    if not barred and not (has_day or governed) and _only_refuses(scene, verb):
        barred = "It says what somebody will not do, not what happened."
    if _is_supposed(scene, verb):
        barred = "It is a condition."
    if barred:
        return "", barred
    if has_day and denial_of(scene, verb):
        return "denied", ""
    if _are_few(scene, verb):
        return "", "It says that hardly any did so."
    if own and verb.form in ("present", "past") and _is_named_happening(scene, verb, own):
        return ("planned" if verb.form == "present" else "happened"), ""
    if own and edtf.is_day(own.date) and _is_turn(verb):
        return "happened", ""
    if own and verb.lemma in words_of("proposing") and _is_made_future(verb):
        return "conditional", ""
    if own and (_is_awaited(scene, verb, own) or _is_told_ahead(scene, verb, own)):
        return "planned", ""
    timed = verb.form == "present" and verb.verb_class in ("event", "aspect")
    if own and timed and is_ahead(scene, own):
        return "planned", ""
    return judge(verb, has_day or governed)


def _is_asked(scene: Scene, verb: Verb) -> bool:
    """Say whether a verb stands in a question."""
    return scene.words(scene.sentences[scene.sentence_at(verb.span.start)].span).endswith("?")


def _is_supposed(scene: Scene, verb: Verb) -> bool:
    """Say whether a verb stands in a condition without "if" ("Had the talks failed, …")."""
    number = scene.sentence_at(verb.span.start)
    start = scene.sentences[number].span.start
    comma = scene.text.find(",", start, scene.sentences[number].span.end)
    first = scene.words(scene.sentences[number].span).split(maxsplit=1)[0].lower()
    rest = (v for v in scene.verbs[number] if v.span.start > comma)
    opens = first in words_of("supposing") and verb.span.start < comma
    return opens and any(v.form in ("modal", "future") for v in rest)


def _is_named_happening(scene: Scene, verb: Verb, own: TimeExpression) -> bool:
    """Say whether "is" or "was" right before a date says when a happening is ("The vote is …")."""
    between = scene.text[verb.span.end : own.span.start].split()
    named = verb.lemma == "be" and len(between) <= 1 and not verb.negated
    return named and verb.subject is not None and is_event(scene, verb.subject)


def _is_turn(verb: Verb) -> bool:
    """Say whether something became another thing ("She became prime minister on Monday")."""
    return verb.lemma in words_of("becoming") and verb.form == "past" and not verb.negated


def _is_awaited(scene: Scene, verb: Verb, own: TimeExpression) -> bool:
    """Say whether a verb tells what is meant to come ("was due to land", "plans to open")."""
    behind = scene.text[verb.span.end : verb.span.end + len(" for ")].strip().lower()
    meant = verb.passive and scene.words(verb.head).lower() in words_of("planning")
    if meant and verb.form in ("past", "pluperfect") and behind.startswith("to "):
        return not verb.negated
    plans = verb.family == "plan" and verb.form == "present" and behind.startswith("to ")
    return plans and not verb.negated and is_ahead(scene, own)


def _is_made_future(verb: Verb) -> bool:
    """Say whether a plain form was read as future for its day ("proposed 4 June as the date")."""
    return verb.form == "future" and verb.span == verb.head


def _is_told_ahead(scene: Scene, verb: Verb, own: TimeExpression) -> bool:
    """Say whether "would" tells what was said to come ("She said it would open next week").

    It does not where a condition stands in the sentence.
    """
    would = verb.lead == "content" and scene.words(verb.span).lower().startswith("would ")
    beside = scene.verbs[scene.sentence_at(verb.span.start)]
    bound = verb.negated or any(v.lead == "condition" for v in beside)
    return would and not bound and is_ahead(scene, own)


def is_ahead(scene: Scene, own: TimeExpression) -> bool:
    """Say whether a date word names a day after the publication ("The law applies from …")."""
    published, first = edtf.latest(scene.article.published_on), edtf.earliest(own.date)
    return bool(published and first and first > published)


def _has_gone_on(scene: Scene, verb: Verb) -> bool:
    """Say whether a perfect tells of a length of time ("has coached the side since 2018")."""
    end = verb.clause.end + len(" since")
    lasting = cue("lasting").search(scene.text, verb.clause.start, end)
    return verb.form == "perfect" and not verb.passive and bool(lasting)


def _are_few(scene: Scene, verb: Verb) -> bool:
    """Say whether a subject tells that hardly any did something ("Few people celebrated")."""
    words = scene.words(verb.subject).split() if verb.subject else []
    return bool(words) and words[0].lower() in words_of("scarce")


def _is_comment(scene: Scene, verb: Verb) -> bool:
    """Say whether a saying is that of unnamed watchers ("Analysts have suggested …")."""
    if verb.verb_class != "speech" or verb.subject is None:
        return False
    words = scene.words(verb.subject).split()
    named = any(w[:1].isupper() for w in words[1:])
    return bool(words) and not named and words[-1].lower() in words_of("watcher")


def _only_refuses(scene: Scene, verb: Verb) -> bool:
    """Say whether a plain saying tells what will not be ("Costa says she will never sell it")."""
    if verb.lemma not in words_of("plain_saying"):
        return False
    said = (
        v
        for verbs in scene.verbs
        for v in verbs
        if verb.clause.end <= v.clause.start <= verb.clause.end + 1 and v.lead == "content"
    )
    first = next(said, None)
    return first is not None and first.negated and first.form in ("future", "modal")


def _barred(verb: Verb, has_day: bool) -> str:
    """Say why a clause is not looked at further: it hangs on another one."""
    hanging = ("condition", "content", "subordinator", "before", "during")
    if verb.lead in hanging and not has_day:
        return "It is part of what another clause says."
    if verb.lead == "condition":
        return "It is a condition."
    if verb.lead == "content" and verb.verb_class != "event":
        return "It is what somebody says, not a happening."
    if verb.lead in ("after", "relative") and not has_day and verb.verb_class != "event":
        return "It only describes somebody or something."
    return ""


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
    if verb.form == "imperfect" and not has_day:
        return "", "It describes what went on, not a happening with a day."
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
    if verb.family == "plan" and verb.passive and has_day:
        return "planned", ""
    if verb.form == "progressive" and has_day and verb.verb_class == "event":
        return "planned", ""
    if verb.verb_class == "speech" and verb.form == "present" and not verb.passive:
        return "happened", ""
    return "", "It describes what is so or goes on, not a happening with a day."


def _is_restricting(scene: Scene, verb: Verb) -> bool:
    """Say whether a relative clause says which thing is meant ("the shops that were closed")."""
    return verb.lead == "relative" and scene.words(verb.clause).lower().startswith("that ")


def _with_all_but(scene: Scene, start: int) -> int:
    """Return where a verb begins with the word before it that turns its sense ("nearly fell")."""
    before = scene.text[:start].rsplit(maxsplit=1)[-1:]
    turns = bool(before) and before[0].lower() in words_of("all_but")
    return scene.text.rindex(before[0], 0, start) if turns else start


def clause_candidate(scene: Scene, sentence: int, verb: Verb, kind: str) -> Candidate:
    """Make the candidate of a clause: its trigger, the words for its label, its subject."""
    end = verb.clause.end
    aside = verb.lead == "relative" and verb.verb_class != "speech"
    for other in () if aside else scene.verbs[sentence]:
        goes_on = other.lead in ("content", "condition") or _is_restricting(scene, other)
        if other.clause.start >= end and goes_on:
            end = max(end, other.clause.end)
        elif other.clause.start >= end:
            break
    start = verb.clause.start
    if verb.subject and verb.subject.start <= verb.span.start:
        between = Span(verb.subject.end, verb.span.start)
        detached = any(v.head.within(between) for v in scene.verbs[sentence])
        start = verb.span.start if detached or verb.lead == "relative" else verb.subject.start
    if start == verb.span.start:
        start = _with_all_but(scene, start)
    denial = denial_of(scene, verb) if kind == "denied" else None
    return Candidate(
        sentence=sentence,
        trigger=verb.span,
        label_span=denial or Span(min(start, verb.span.start), end),
        family=verb.family,
        kind=kind,
        verb=verb,
        is_speech=verb.verb_class == "speech",
        subject=verb.subject,
    )
