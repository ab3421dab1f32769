"""Writes an article with what was recognised in it, by which rule, and what became of it."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from dashboard import edtf
from dashboard.accounting import told_how
from dashboard.countries import country_name
from dashboard.model import Accounted, Article, Reading, Report, TimeExpression
from dashboard.review import Correction, correction_words

if TYPE_CHECKING:
    from dashboard.extract.dates.mentions import Mention
    from dashboard.extract.publication import Inferred

MOST_DAYS = 8
"""Possible publication days that are listed at most."""

GUESSED = ("chardet", "fallback")


def explanation(
    reading: Reading,
    corrections: Sequence[Correction] = (),
    inferred: "Inferred | None" = None,
) -> str:
    """Return the whole explanation of an article as plain text.

    With it goes what was corrected in it, and what was inferred of its publication day.
    """
    parts = (_text, _dates, _countries, _reports, _unused)
    lines = [*_head(reading.article, corrections, inferred), ""]
    return "\n".join((*lines, *(line for part in parts for line in (*part(reading), ""))))


def _head(
    article: Article, corrections: Sequence[Correction], inferred: "Inferred | None"
) -> Iterator[str]:
    yield f"{article.file}: {article.headline or 'no headline'}"
    yield f"Published by {article.publisher or 'nobody named'}, {_published(article)}."
    yield from inference_words(inferred) if inferred else ()
    for one in corrections:
        of = f" (report {one.report_id})" if one.report_id else ""
        yield f"{correction_words(one)}{of}"
    yield from (f"{how[:1].upper()}{how[1:]} in sources.toml." for how in told_how(article))
    guessed = ", guessed" if article.encoding_from in GUESSED else ""
    yield f"Read as {article.encoding} (known from: {article.encoding_from}{guessed})."


def _published(article: Article) -> str:
    if not article.published_on:
        return (
            "day not known: words such as “on Monday” cannot be placed. "
            f"Declare published_on for {article.file} in sources.toml, or run: "
            f"python -m dashboard date {article.file} DAY"
        )
    return published_words(article)


def inference_words(found: "Inferred") -> Iterator[str]:
    """Say what an inference rests on, which days are left and what would settle it."""
    if found.date and not found.is_day:
        yield f"  Its year is inferred: {edtf.in_words(found.date)}."
    yield from (f"  [{step.rule}] {step.reason}" for step in found.reasons)
    if found.alternatives:
        days = [edtf.in_words(day) for day in found.alternatives]
        more = f" and {len(days) - MOST_DAYS:,} more" if len(days) > MOST_DAYS else ""
        yield f"  Possible: {', '.join(days[:MOST_DAYS])}{more}."
    if found.missing:
        yield f"  Would settle it: {found.missing}"


def published_words(article: Article) -> str:
    """Say when an article was published, and where that is known from.

    >>> published_words(Article("a.txt", "", published_on="2022-10-11", published_from="corrected"))
    'Tue 11 Oct 2022 (corrected)'
    """
    if not article.published_on:
        return "not known"
    said = {"corrected": "corrected", "inferred": "inferred from what it says", "": "declared"}
    known = said.get(article.published_from, f"from {article.published_from}")
    return f"{edtf.in_words(article.published_on)} ({known})"


def _text(reading: Reading) -> Iterator[str]:
    yield "Text"
    yield from (f"  {line}" for line in reading.article.text.splitlines())


def _dates(reading: Reading) -> Iterator[str]:
    from dashboard.extract.dates import find_mentions

    article = reading.article
    mentions = {m.span: m for m in find_mentions(article.text, article.language)}
    fates = {entry.span: entry for entry in reading.accounted if entry.what != "sentence"}
    lines = []
    for found in reading.expressions:
        place = f"{found.span.start}-{found.span.end}"
        meaning = f"{found.kind} {found.value}" + (f" = {found.date}" if found.date else "")
        lines.append(f"  {place} “{found.text}”: {meaning} [{found.rule}] {found.reason}")
        lines += _choice(mentions[found.span], found, article.published_on)
        fate = fates.get(found.span)
        if fate:
            lines.append(f"      {fate.fate}: {fate.reason}")
    yield from _section("Date words", len(reading.expressions), lines)


def _choice(mention: "Mention", found: TimeExpression, published_on: str) -> Iterator[str]:
    """Say how a date word was read, and which other day it could have been."""
    from dashboard.extract.dates.choice import explain_choice

    choice = explain_choice(mention, found, published_on)
    yield f"      says: {choice.expression}; counted from: {choice.counted_from}"
    yield f"      policy: {choice.policy}"
    if choice.not_taken:
        yield f"      not taken: {choice.not_taken}"


def _countries(reading: Reading) -> Iterator[str]:
    lines = [
        f"  {m.span.start}-{m.span.end} “{m.text}”: "
        f"{country_name(m.country_code) if m.country_code else m.name} ({m.kind}) [{m.rule}]"
        for m in reading.mentions
    ]
    yield from _section("Countries and organisations", len(lines), lines)


def _reports(reading: Reading) -> Iterator[str]:
    lines = [line for report in reading.reports for line in _report(report)]
    yield from _section("Reports", len(reading.reports), lines)


def _report(report: Report) -> Iterator[str]:
    day = edtf.in_words(report.date) if report.date else "no day"
    yield f"  {report.label} — {report.kind}, {day}"
    yield f"      report {report.report_id}, event {report.event_id or report.report_id}"
    for quote in (report.quote, *report.further):
        yield f"      {quote.span.start}-{quote.span.end} “{' '.join(quote.exact.split())}”"
    if report.speaker:
        yield f"      speaker: {report.speaker}"
    yield from (f"      {step.rule}: {step.reason}" for step in report.steps)
    for step in (*report.date_steps, *report.merge_steps):
        words = f"“{step.words}” " if step.words else ""
        yield f"      {words}[{step.rule}] {step.reason}"
    for role in report.roles:
        yield f"      {country_name(role.country_code)}: {role.role}, “{role.words}”. {role.reason}"


def _unused(reading: Reading) -> Iterator[str]:
    lines = [_unused_line(a) for a in reading.accounted if a.fate == "unused"]
    yield from _section("Not used", len(lines), lines)


def _unused_line(entry: Accounted) -> str:
    words = " ".join(entry.text.split())
    short = words if len(words) <= 70 else f"{words[:69]}…"
    return f"  {entry.span.start}-{entry.span.end} {entry.what} “{short}”: {entry.reason}"


def _section(title: str, number: int, lines: Sequence[str]) -> Iterator[str]:
    yield f"{title} ({number})"
    yield from lines or ["  none"]
