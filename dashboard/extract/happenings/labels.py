"""Makes a headline for a happening from its own sentence, by leaving words out.

Left out, in this order: date words and the small word before them, asides between commas,
what follows "according to", and then whatever stands behind the last place where the
clause can be cut. A pronoun is replaced by the name it stands for. No word is added
beside that name and the verb's own words stay, so that "could" never becomes "did".
"""

import re
from dataclasses import replace

from dashboard.extract.happenings.cues import cue
from dashboard.extract.happenings.omitted import dates_in, left_out
from dashboard.extract.happenings.scene import Candidate, Scene
from dashboard.extract.happenings.shorten import LONGEST, MOST_WORDS, shorten, tidy
from dashboard.extract.happenings.spoken import is_tag, spoken_label
from dashboard.extract.sentences import dateline_end
from dashboard.extract.words import words_of
from dashboard.model import Span

_FEWEST = 4
_LONG_SUBJECT = 9
_OF_WHAT = re.compile(r" (?:of|from|in|on|at)(?: [^\s,]+){1,6}$")
_ENCLOSED = re.compile(r" \([^()]+\)| [–—] [^–—]+ [–—](?= )")
_WHICH = re.compile(r" (?:on|against|in|at|near|of|between)(?: [^\W\d][\w’'-]*){1,6}")
_CLOCK = re.compile(r"^\d{1,2}[.:]\d\d ?(?:[ap]\.?m\.?)?:? +")
_CITY = re.compile(r"^[A-ZÀ-Þ][^:;.]{1,40},\s?: (?=[A-ZÀ-Þ])")
_JOINED = re.compile(r",? and |,? but |; ")
_ASIDE = re.compile(
    r"^([A-Z][^,]{2,60}), [^\s,]+ [^,]+(?:,(?= )(?! [^,]{1,20},)|(?= (?:said|says|told)\b))"
)


def make_label(scene: Scene, candidate: Candidate) -> str:
    """Return the label of a candidate, at most 90 characters, no full stop."""
    label = spoken_label(scene, candidate) or _tag_label(scene, candidate)
    label = label or _told_label(scene, candidate)
    if any(step.rule == "first_since" for step in candidate.steps):
        return f"Earlier: {label}"
    first, _, rest = label.partition(" ")
    if first.lower() in words_of("pointing_word") and len(label.split()) >= _FEWEST:
        label = rest
    label = _CITY.sub("", _CLOCK.sub("", label))
    label = label[:1].upper() + label[1:]
    if candidate.kind == "alleged" and candidate.speaker and not candidate.is_speech:
        verb = scene.words(candidate.verb.head) if candidate.verb else ""
        return shorten(f"{candidate.speaker}: {label}", verb)
    return label


def _tag_label(scene: Scene, candidate: Candidate) -> str:
    """Return "The navy said: a ferry sank", for a saying that only closes its sentence, else ""."""
    if candidate.subject is None or not is_tag(scene, candidate):
        return ""
    start = dateline_end(scene.text, scene.sentences[candidate.sentence])
    told = replace(candidate, subject=None, speaker="", actors=())
    said = _clause_label(scene, told, Span(start, candidate.subject.start))
    return shorten(f"{scene.words(candidate.subject)} {scene.words(candidate.trigger)}: {said}")


def _told_label(scene: Scene, candidate: Candidate) -> str:
    """Return the label of a clause; one too short to tell anything takes its whole sentence."""
    label = _clause_label(scene, candidate, _noun_phrase(scene, candidate))
    fewest = _FEWEST if candidate.is_speech else _FEWEST - 1
    verb = candidate.verb
    fewest = fewest - 1 if verb and verb.lead == "relative" else fewest
    if len(label.split()) >= fewest or verb is None or verb.lead == "aside":
        return label
    sentence = scene.sentences[candidate.sentence].span
    longer = Span(candidate.label_span.start, sentence.end)
    if candidate.label_span.start == candidate.trigger.start and verb.lead != "main":
        longer = Span(sentence.start, sentence.end)
    return max(label, _clause_label(scene, candidate, longer), key=len)


def _noun_phrase(scene: Scene, candidate: Candidate) -> Span:
    """Return the words a label is made from; a noun alone takes what says which one is meant."""
    span = candidate.label_span
    sentence = scene.sentences[candidate.sentence].span
    alone = candidate.trigger.end == span.end and len(scene.words(candidate.trigger).split()) == 1
    if candidate.verb or not alone:
        return span
    more = _WHICH.match(scene.text, span.end, sentence.end)
    return Span(span.start, more.end()) if more else span


def _clause_label(scene: Scene, candidate: Candidate, span: Span) -> str:
    span = _of_one_day(scene, candidate, span)
    pieces = _keep(span, list(left_out(scene, candidate, span)))
    aside = candidate.verb is not None and candidate.verb.lead == "aside"
    if candidate.subject and (candidate.subject.end <= span.start or aside):
        helped = candidate.verb.helped if candidate.verb else None
        opening = [
            *_keep(candidate.subject, dates_in(scene, candidate)),
            *([helped] if helped else []),
        ]
        pieces = [*opening, *pieces]
    words = " ".join(scene.words(piece) for piece in pieces)
    source = cue("attributes").search(words)
    words = words[: source.start()] if source and source.start() else words
    label = _named(scene, candidate, tidy(words))
    verb = _last_needed(scene, candidate, label)
    label = _fullest(_forms(scene, candidate, _plain_organisations(scene, label)), verb)
    if candidate.verb is None:
        blamed = cue("opens_blame").match(label)
        label = label[blamed.end() :].lstrip() if blamed else label
        label = re.sub(r"^(?:the|an?)\s+", "", label, flags=re.I)
    return label


def _of_one_day(scene: Scene, candidate: Candidate, span: Span) -> Span:
    """Cut a stretch before "and" or ";", where what follows has another day."""
    own = candidate.date_span
    first = max(candidate.trigger.end, own.end) if own else span.end
    if own is None or not own.within(span):
        return span
    for expression in scene.expressions:
        place = expression.span
        other = place.within(span) and place.start > first and expression.date
        quoted = scene.quoted(place, candidate.sentence)
        if not other or quoted or expression.date == candidate.date:
            continue
        cuts = list(_JOINED.finditer(scene.text, first, place.start))
        if cuts and cuts[-1].end() < place.start:
            return Span(span.start, cuts[-1].start())
    return span


def _last_needed(scene: Scene, candidate: Candidate, label: str) -> str:
    """Return the verb that a label must reach: that of what is said, where there is room."""
    if candidate.verb is None:
        return ""
    own = scene.words(candidate.verb.head)
    said = [
        scene.words(v.head)
        for v in scene.verbs[candidate.sentence]
        if v.lead == "content" and v.clause.start >= candidate.trigger.end
    ]
    reach = label.find(said[0], label.find(own) + len(own)) if candidate.is_speech and said else -1
    words = len(label[: max(reach, 0)].split())
    fits = 0 < reach <= LONGEST - len(said[0]) - 1 and words < MOST_WORDS
    return said[0] if fits else own


def _forms(scene: Scene, candidate: Candidate, label: str) -> list[str]:
    """Return the label with people in full, without their titles, and by surname alone."""
    length = candidate.subject.end - candidate.subject.start if candidate.subject else 0
    people = [n for n in scene.people.full if 0 <= label.find(n) <= length]
    bare = brief = label
    for name in people:
        at = bare.find(name)
        first = at <= bare.find(people[-1]) and not re.search(r"\band\b|,", bare[:at])
        titles = r"^.*?" if first else r"(?:\b[A-Z][\w-]+\s+)+"
        bare = re.sub(rf"{titles}(?={re.escape(name)})", "", bare, count=1)
    brief = bare
    for name in people:
        brief = brief.replace(name, name.split()[-1], 1)
    return [
        label,
        bare,
        brief,
        *_headed(scene, candidate, label),
        _ASIDE.sub(r"\1", label),
        _ENCLOSED.sub("", label),
    ]


def _headed(scene: Scene, candidate: Candidate, label: str) -> list[str]:
    """Return the label without what a long subject ends with ("a wing of the northern unions").

    It must fit as it is then.
    """
    subject = scene.words(candidate.subject) if candidate.subject else ""
    head = _OF_WHAT.sub("", subject)
    long = len(subject.split()) >= _LONG_SUBJECT and len(head.split()) >= _FEWEST
    short = head + label[len(subject) :]
    fits = len(short) <= LONGEST and len(short.split()) <= MOST_WORDS
    return [short] if long and fits and label.startswith(subject) else []


def _fullest(forms: list[str], verb: str) -> str:
    """Return the form that keeps its verb and loses the fewest words when cut to length."""
    cut = [(form, shorten(form, verb)) for form in forms]
    return min(cut, key=lambda p: (verb not in p[1], len(p[0].split()) - len(p[1].split())))[1]


def _plain_organisations(scene: Scene, label: str) -> str:
    """Write an organisation that is given as "Long Name (LN)" by its short name alone."""
    for mention in scene.mentions:
        if not mention.country_code and mention.name != mention.text:
            label = label.replace(f"{mention.text} ({mention.name})", mention.name)
    return label


def _keep(span: Span, left_out: list[Span]) -> list[Span]:
    kept, at = [], span.start
    for out in sorted(left_out):
        if out.start > at:
            kept.append(Span(at, min(out.start, span.end)))
        at = max(at, out.end)
    if at < span.end:
        kept.append(Span(at, span.end))
    return kept


def _named(scene: Scene, candidate: Candidate, label: str) -> str:
    """Put the name in place of a pronoun, and in front of a saying that names nobody."""
    subject = scene.words(candidate.subject) if candidate.subject else ""
    name = candidate.speaker or candidate.named
    if name and re.fullmatch(r"he|she|it|they|its \w+|their \w+", subject, re.I):
        return re.sub(rf"\b{re.escape(subject)}\b", name, label, count=1)
    return label
