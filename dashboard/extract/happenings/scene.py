"""Everything that was recognised in one article, gathered before happenings are chosen."""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, replace

from dashboard.extract.countries import find_countries, find_people
from dashboard.extract.dates import find_dates
from dashboard.extract.grammar import Verb, find_entry_verbs, find_verbs
from dashboard.extract.happenings.entries import find_entries
from dashboard.extract.names import People
from dashboard.extract.names import find_people as find_named_people
from dashboard.extract.sentences import Sentence, dateline_end, find_marked, split_sentences
from dashboard.model import Article, CountryMention, Span, Step, TimeExpression


@dataclass(frozen=True, slots=True)
class Scene:
    """An article with its sentences, verbs, date words, countries and people.

    verbs[n] belong to sentences[n]; nationals maps a surname to the country its bearer
    stands for, as the article itself says ("the Belarusian president …"); entries are the days
    that open the paragraphs of a chronology, by their numbers.
    """

    article: Article
    sentences: tuple[Sentence, ...]
    verbs: tuple[tuple[Verb, ...], ...]
    quotations: tuple[tuple[Span, ...], ...]
    expressions: tuple[TimeExpression, ...]
    mentions: tuple[CountryMention, ...]
    people: People
    nationals: dict[str, str]
    entries: dict[int, TimeExpression]

    @property
    def text(self) -> str:
        """The article's text."""
        return self.article.text

    def words(self, span: Span) -> str:
        """Return the words at a span."""
        return self.article.text[span.start : span.end]

    def sentence_at(self, place: int) -> int:
        """Return the number of the sentence that a place of the text stands in."""
        return max(0, bisect_right(self.sentences, place, key=lambda s: s.span.start) - 1)

    def quoted(self, span: Span, sentence: int) -> bool:
        """Say whether a span stands inside direct speech of its sentence."""
        return any(span.within(q) for q in self.quotations[sentence])


@dataclass(frozen=True, slots=True)
class Candidate:
    """A happening that an article may report, on its way to becoming a Report.

    `label_span` is the stretch the label is made from; `named` is whom the subject names;
    `after` and `before` are days (EDTF) that the happening is said to follow or precede
    without being dated by them.
    """

    sentence: int
    trigger: Span
    label_span: Span
    family: str
    kind: str
    verb: Verb | None = None
    is_speech: bool = False
    subject: Span | None = None
    speaker: str = ""
    named: str = ""
    actors: tuple[str, ...] = ()
    date: str = ""
    date_source: str = ""
    date_span: Span | None = None
    steps: tuple[Step, ...] = ()
    after: str = ""
    before: str = ""
    further: tuple[int, ...] = ()

    def dated(self, date: str, source: str, span: Span | None, *steps: Step) -> "Candidate":
        """Return the candidate with its day, where that comes from, and why.

        The last step is the reading of the date word itself, where there is one.
        """
        return replace(self, date=date, date_source=source, date_span=span, steps=steps)


def is_earlier(candidate: Candidate) -> bool:
    """Say whether the pluperfect sets a happening before another one ("he had said last week")."""
    return candidate.verb is not None and candidate.verb.form == "pluperfect"


def read_scene(article: Article, nationals: Mapping[str, str]) -> Scene:
    """Recognise sentences, verbs, date words, countries and people of an article."""
    text = article.text
    sentences = split_sentences(text)
    expressions = find_dates(
        text,
        article.published_on,
        article.language,
        narrative=article.narrative,
        day_first=article.day_first,
    )
    entries = find_entries(article, sentences, expressions)
    told = set(entries) - {0}
    sentences = tuple(
        replace(s, part="body") if s.part == "headline" and s.paragraph in told else s
        for s in sentences
    )
    verbs = tuple(_verbs(text, sentence, entries.get(sentence.paragraph)) for sentence in sentences)
    mentions = find_countries(text)
    speakers = [
        v.subject for found in verbs for v in found if v.verb_class == "speech" and v.subject
    ]
    return Scene(
        article=article,
        sentences=sentences,
        verbs=verbs,
        quotations=tuple(find_marked(text, sentence.span) for sentence in sentences),
        expressions=expressions,
        mentions=mentions,
        people=find_named_people(text, mentions, speakers),
        nationals={**nationals, **find_people(text)},
        entries=entries,
    )


def _verbs(text: str, sentence: Sentence, entry: TimeExpression | None) -> tuple[Verb, ...]:
    if sentence.part != "body":
        return ()
    if entry:
        start = max(sentence.span.start, entry.span.end)
        return find_entry_verbs(text, Span(start, sentence.span.end))
    return find_verbs(text, Span(dateline_end(text, sentence), sentence.span.end))
