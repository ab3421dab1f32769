"""Says what became of everything recognised in an article, and counts it without remainder."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dashboard.countries import country_name
from dashboard.model import Accounted, Article, CountryMention, Reading, Report

FATES = ("used", "bound", "merged", "unused")


@dataclass(frozen=True, slots=True)
class Named:
    """A country, organisation or office holder named in an article, and what became of it.

    fate is used (it gives a report a country or an actor), merged (another word of the report
    gives the same country) or unused; reason is one sentence.
    """

    mention: CountryMention
    fate: str
    reason: str


@dataclass(frozen=True, slots=True)
class Account:
    """How many things of one sort were found in an article, and what became of them."""

    found: int
    used: int
    bound: int
    merged: int
    unused: int
    reasons: tuple[tuple[str, int], ...]
    """Why those not used were not, the most frequent reason first."""


def told_how(article: Article) -> tuple[str, ...]:
    """Say how an article is declared to be read, as ends of sentences; () where it is not.

    >>> told_how(Article("a.txt", "", narrative=True, day_first=False))
    ('read as a history, as is declared', 'days in figures read month first, as is declared')
    """
    return tuple(
        f"{words[value]}, as is declared"
        for value, words in (
            (article.narrative, {True: "read as a history", False: "read as news, no history"}),
            (article.day_first, {True: _FIGURES.format("day"), False: _FIGURES.format("month")}),
        )
        if value is not None
    )


_FIGURES = "days in figures read {} first"


def to_account(entries: Iterable[tuple[str, str]]) -> Account:
    """Count fates, and the reasons of what was not used; found is always their sum.

    >>> account = to_account([("used", "It dates it."), ("unused", "It is a headline.")])
    >>> account.found, account.used, account.unused, account.reasons
    (2, 1, 1, (('It is a headline.', 1),))
    """
    return sum_account((fate, reason, 1) for fate, reason in entries)


def sum_account(counted: Iterable[tuple[str, str, int]]) -> Account:
    """Add up fates and reasons that were counted.

    >>> sum_account([("used", "It dates it.", 2), ("unused", "It is a headline.", 3)]).reasons
    (('It is a headline.', 3),)
    """
    counts = dict.fromkeys(FATES, 0)
    reasons: dict[str, int] = {}
    for fate, reason, count in counted:
        counts[fate] += count
        if fate == "unused":
            reasons[reason] = reasons.get(reason, 0) + count
    ordered = sorted(reasons.items(), key=lambda pair: (-pair[1], pair[0]))
    return Account(sum(counts.values()), **counts, reasons=tuple(ordered))


def date_words(reading: Reading) -> tuple[Accounted, ...]:
    """Return what became of each recognised date word, once each, in order of place.

    A word that the accounting says nothing of is there as unused, so that none is missing.
    """
    known = {entry.span: entry for entry in reading.accounted if entry.what == "date"}
    for found in reading.expressions:
        known.setdefault(
            found.span,
            Accounted(found.span, found.text, "date", "unused", "No rule says what it dates."),
        )
    return tuple(known[span] for span in sorted(known))


def account_names(reading: Reading) -> tuple[Named, ...]:
    """Return what became of each country, organisation and office holder, in order of place."""
    given = {role.span: role for report in reading.reports for role in report.roles}
    named = [_named(mention, reading.reports) for mention in reading.mentions]
    places = {mention.span for mention in reading.mentions}
    people = [
        Named(
            CountryMention(
                span, role.words, role.country_code, country_name(role.country_code), "person", ""
            ),
            "used",
            role.reason,
        )
        for span, role in given.items()
        if span not in places
    ]
    return tuple(sorted((*named, *people), key=lambda one: one.mention.span))


def _named(mention: CountryMention, reports: Sequence[Report]) -> Named:
    here = [
        report
        for report in reports
        if any(mention.span.within(q.span) for q in (report.quote, *report.further))
    ]
    for report in reports:
        for role in report.roles:
            if role.span == mention.span and role.country_code == mention.country_code:
                return Named(mention, "used", role.reason)
    if not here:
        return Named(mention, "unused", "No report quotes this sentence.")
    if not mention.country_code:
        return _organisation(mention, here)
    for report in here:
        for role in report.roles:
            if role.country_code == mention.country_code:
                reason = f"“{role.words}” gives the report the same country."
                return Named(mention, "merged", reason)
    return Named(mention, "unused", "It has no part in what the report tells.")


def _organisation(mention: CountryMention, reports: Sequence[Report]) -> Named:
    for report in reports:
        if {mention.name, mention.text} & {*report.actors, report.speaker}:
            return Named(mention, "used", "It takes part in what the report tells.")
    return Named(mention, "unused", "It does not act in what the report tells.")
