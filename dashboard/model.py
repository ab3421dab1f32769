"""The values that travel through Dateline: frozen, compared by content, knowing no library.

Offsets count code points of `Article.text`, from zero, end not included (W3C
TextPositionSelector). Dates are EDTF strings as described in `edtf`; an empty
string means that no day is known.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256

from dashboard.errors import ArticleError

CONTEXT = 32
"""Characters kept before and after a quote (W3C TextQuoteSelector)."""

KINDS = ("happened", "planned", "conditional", "alleged", "denied", "background")
"""What a report says of its happening; the best known first."""

DATE_SOURCES = ("stated", "relative", "governed", "same_event", "article_day", "publication")
"""Where a report's day comes from, best first; undated reports have an empty string."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of an article's text: code points from start up to, not including, end."""

    start: int
    end: int

    def within(self, other: "Span") -> bool:
        """Say whether this span lies wholly inside the other."""
        return other.start <= self.start and self.end <= other.end

    def overlaps(self, other: "Span") -> bool:
        """Say whether the two share at least one character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Article:
    """A document as read (schema.org NewsArticle); its text is never changed again.

    encoding_from is bom, utf-8 (both certain), chardet or fallback (both guessed);
    nul_replaced counts the NUL characters that became U+FFFD on reading. narrative says
    whether the text is a history, whose dates follow its story, and day_first which way it
    writes days in figures; None leaves that to be seen from the text.
    """

    file: str
    text: str
    headline: str = ""
    publisher: str = ""
    author: str = ""
    published_on: str = ""
    published_from: str = ""
    url: str = ""
    language: str = "en"
    encoding: str = "utf-8"
    encoding_from: str = "utf-8"
    nul_replaced: int = 0
    narrative: bool | None = None
    day_first: bool | None = None

    @property
    def sha256(self) -> str:
        """The hash of the text in UTF-8, as 64 hexadecimal digits."""
        return sha256(self.text.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Folder:
    """What was read from one folder, in order of file name.

    problems name the files that were left out and why; raw holds the bytes of each article
    by file name; fingerprint changes whenever a file of the folder does.
    """

    articles: tuple[Article, ...]
    problems: tuple[ArticleError, ...] = ()
    raw: Mapping[str, bytes] = field(default_factory=dict)
    fingerprint: str = ""


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of an article with their place and context (W3C TextQuoteSelector)."""

    exact: str
    prefix: str
    suffix: str
    span: Span


def quote_at(text: str, span: Span) -> Quote:
    """Return the words at a span, with up to 32 characters of context on each side.

    >>> quote_at("On Monday, talks began.", Span(11, 22))
    Quote(exact='talks began', prefix='On Monday, ', suffix='.', span=Span(start=11, end=22))
    """
    if not 0 <= span.start < span.end <= len(text):
        raise ValueError(f"{span} lies outside a text of {len(text)} characters")
    return Quote(
        exact=text[span.start : span.end],
        prefix=text[max(0, span.start - CONTEXT) : span.start],
        suffix=text[span.end : span.end + CONTEXT],
        span=span,
    )


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a reasoning: the rule, the words it rests on, one sentence of why."""

    rule: str
    words: str
    reason: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A date word with what it means (TimeML TIMEX3).

    kind is DATE, TIME, DURATION or SET; value is the TIMEX3 value; date is the same as
    EDTF, empty where no calendar day follows. anchor names what a relative expression
    counts from: "publication", "mention" or "" (it stands on its own). bound is "since",
    "until", "before" or "after" where the words say so, and relative is True for words that
    mean another day on another day ("Monday", "last week", "4 October" without a year).
    """

    span: Span
    text: str
    kind: str
    value: str
    date: str
    anchor: str
    rule: str
    reason: str
    relative: bool = False
    bound: str = ""
    alternative: str = ""


@dataclass(frozen=True, slots=True)
class CountryMention:
    """A word that stands for a country (ISO 3166-1 alpha-3) or for an organisation.

    kind is name, demonym, capital, place or organisation; country_code is empty for an
    organisation, whose canonical name is in `name`.
    """

    span: Span
    text: str
    country_code: str
    name: str
    kind: str
    rule: str


@dataclass(frozen=True, slots=True)
class CountryRole:
    """What a country has to do with a report: actor, target, location, involved or mentioned."""

    country_code: str
    role: str
    words: str
    span: Span
    reason: str


@dataclass(frozen=True, slots=True)
class Report:
    """What one article says about one happening.

    `trigger` is the span of the words that name the happening and makes the id;
    `quote` holds the main sentence, `further` the others in which the telling goes on;
    `family` is the sort of happening (data/rules/verbs.csv), for comparing reports; `steps`
    say why this sentence, this kind and this label.
    """

    article: Article
    trigger: Span
    label: str
    kind: str
    date: str
    date_source: str
    date_words: str
    date_steps: tuple[Step, ...]
    quote: Quote
    further: tuple[Quote, ...] = ()
    roles: tuple[CountryRole, ...] = ()
    actors: tuple[str, ...] = ()
    speaker: str = ""
    event_id: str = ""
    merge_steps: tuple[Step, ...] = ()
    date_span: Span | None = None
    family: str = ""
    steps: tuple[Step, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a quote that is not, to the letter, what the article says at its offsets."""
        for quote in (self.quote, *self.further):
            if self.article.text[quote.span.start : quote.span.end] != quote.exact:
                raise ValueError(
                    f"{self.article.file}: the quote at {quote.span} is not in the text"
                )

    @property
    def report_id(self) -> str:
        """Sixteen hexadecimal digits from the article's hash and the trigger's span."""
        key = f"{self.article.sha256}:{self.trigger.start}:{self.trigger.end}"
        return sha256(key.encode()).hexdigest()[:16]

    @property
    def countries(self) -> tuple[str, ...]:
        """The countries involved, sorted."""
        return tuple(sorted({r.country_code for r in self.roles if r.role != "mentioned"}))

    @property
    def countries_mentioned(self) -> tuple[str, ...]:
        """The countries that are named but not involved, sorted."""
        mentioned = {r.country_code for r in self.roles if r.role == "mentioned"}
        return tuple(sorted(mentioned.difference(self.countries)))


@dataclass(frozen=True, slots=True)
class Accounted:
    """One recognised thing (a date word or a sentence) and what became of it.

    fate is used, bound, merged or unused; reason is one sentence.
    """

    span: Span
    text: str
    what: str
    fate: str
    reason: str


@dataclass(frozen=True, slots=True)
class Reading:
    """An article with everything that was found in it."""

    article: Article
    reports: tuple[Report, ...]
    expressions: tuple[TimeExpression, ...]
    mentions: tuple[CountryMention, ...]
    accounted: tuple[Accounted, ...]
