"""From an article to its reports: which clauses tell of a happening, when it was, who and where.

scene     what was recognised          choice     which clauses count
attach    candidates of each sentence  place      date words to nouns, verbs, limits
nominals  nouns that name happenings   unfit      date words that date nothing
inherit   days for the rest            news       what is news of the day
actors    who acts                     gather     what is told twice
asides    participles with a date      limits     limits that are days
plans     sentences that go on         attribute  sayings that only report
salience  what there is room for       passages   the words that report it
labels    headlines (spoken, shorten)  roles      countries
reasons   why this entry               cues       patterns of the rule table
ahead     days to come                  known      days that are names
denials   what somebody denies          entries    lines of a chronology
hanging   date words of other words     omitted    words a label does without
setting   where the telling goes on
"""

from collections.abc import Mapping, Sequence

from dashboard.extract.happenings.actors import name_actors
from dashboard.extract.happenings.attach import attach
from dashboard.extract.happenings.attribute import attribute
from dashboard.extract.happenings.gather import gather
from dashboard.extract.happenings.inherit import inherit
from dashboard.extract.happenings.labels import make_label
from dashboard.extract.happenings.passages import told_in
from dashboard.extract.happenings.plans import go_on
from dashboard.extract.happenings.reasons import reasons
from dashboard.extract.happenings.roles import roles_of
from dashboard.extract.happenings.salience import least_telling
from dashboard.extract.happenings.scene import Candidate, Scene, read_scene
from dashboard.extract.happenings.setting import setting_of
from dashboard.model import Accounted, Article, Reading, Report, quote_at


def read_article(article: Article, nationals: Mapping[str, str] | None = None) -> Reading:
    """Return the reports of one article, with what became of every date word and sentence.

    `nationals` maps surnames to the countries their bearers stand for, as other articles
    say; what this one says comes first.

    >>> reading = read_article(Article("a.txt", "Oslo signed the treaty on 4 May 2021."))
    >>> [(r.label, r.date) for r in reading.reports]
    [('Oslo signed the treaty', '2021-05-04')]
    """
    scene = read_scene(article, nationals or {})
    found = attach(scene)
    by_trigger = {c.trigger: c for c in reversed(found.candidates)}
    ordered = sorted(by_trigger.values(), key=lambda c: (c.sentence, c.trigger))
    every = inherit(scene, name_actors(scene, ordered))
    gathered = gather(scene, every)
    candidates = attribute(scene, go_on(scene, gathered))
    dropped = {c.trigger for c in gathered} - {c.trigger for c in candidates}
    every = [c for c in every if c.trigger not in dropped]
    spare = least_telling(scene, candidates)
    chosen = [c for n, c in enumerate(candidates) if n not in spare and _is_kept(c)]
    reports = tuple(_report(scene, c, every) for c in chosen)
    untold = [c for c in candidates if c not in chosen]
    accounted = [*found.accounted, *(a for c in untold for a in _left_out(scene, c))]
    return Reading(article, reports, scene.expressions, scene.mentions, _once(accounted, reports))


def _once(accounted: Sequence[Accounted], reports: Sequence[Report]) -> tuple[Accounted, ...]:
    """Return the accounts in order: of sentences only those no report quotes, each once."""
    told = [q.span for r in reports for q in (r.quote, *r.further)]
    kept: dict[tuple[int, int, str], Accounted] = {}
    for account in sorted(accounted, key=_place):
        quoted = account.what == "sentence" and any(account.span.overlaps(t) for t in told)
        if not quoted:
            kept.setdefault(_place(account), account)
    return tuple(kept.values())


def _is_kept(candidate: Candidate) -> bool:
    """Keep what has a day, and of the rest what was done or is planned by somebody named."""
    if candidate.date:
        return True
    led = candidate.verb is None or candidate.verb.lead == "main"
    return candidate.kind in ("happened", "planned", "alleged") and led and bool(candidate.actors)


def _left_out(scene: Scene, candidate: Candidate) -> list[Accounted]:
    """Say of each sentence of a candidate that became no report why it did not."""
    words = scene.words(candidate.trigger)
    reason = f"The article tells much; “{words}” is among its least."
    if not _is_kept(candidate):
        reason = f"“{words}” has no day and nobody named acts."
    spans = [scene.sentences[n].span for n in (candidate.sentence, *candidate.further)]
    return [Accounted(span, scene.words(span), "sentence", "unused", reason) for span in spans]


def _place(accounted: Accounted) -> tuple[int, int, str]:
    return accounted.span.start, accounted.span.end, accounted.what


def _report(scene: Scene, candidate: Candidate, every: Sequence[Candidate]) -> Report:
    label = make_label(scene, candidate)
    quote = told_in(scene, candidate, every)
    return Report(
        article=scene.article,
        trigger=candidate.trigger,
        label=label,
        kind=candidate.kind,
        date=candidate.date,
        date_source=candidate.date_source,
        date_words=scene.words(candidate.date_span) if candidate.date_span else "",
        date_steps=candidate.steps,
        quote=quote_at(scene.text, quote),
        further=tuple(quote_at(scene.text, scene.sentences[n].span) for n in candidate.further),
        roles=roles_of(scene, candidate, quote, every) or setting_of(scene, candidate),
        actors=candidate.actors,
        speaker=candidate.speaker,
        date_span=candidate.date_span,
        family=candidate.family,
        steps=reasons(scene, candidate, label),
    )
