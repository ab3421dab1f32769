"""Makes invented articles, reports and frames for tests; the same arguments give the same values.

make_article(text, **fields)   an article of any text
make_report(**fields)          one report whose quote stands in its article
make_frame(n, seed)            a data frame of n events, some told by several outlets
make_readings(n, seed)         the same as readings, to build a store from
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from itertools import groupby
from typing import Any

import pandas as pd

from dashboard import edtf
from dashboard.frame import to_frame
from dashboard.model import (
    Accounted,
    Article,
    CountryRole,
    Reading,
    Report,
    Span,
    Step,
    quote_at,
)

COUNTRIES = (
    ("ARG", "Argentina"), ("AUT", "Austria"), ("BRA", "Brazil"), ("CAN", "Canada"),
    ("CHL", "Chile"), ("DNK", "Denmark"), ("EGY", "Egypt"), ("FIN", "Finland"),
    ("GHA", "Ghana"), ("IND", "India"), ("IDN", "Indonesia"), ("JPN", "Japan"),
    ("KEN", "Kenya"), ("MEX", "Mexico"), ("NOR", "Norway"), ("PER", "Peru"),
    ("PRT", "Portugal"), ("KOR", "South Korea"), ("ESP", "Spain"), ("VNM", "Vietnam"),
)  # fmt: skip
PEOPLE = (
    "Ada Voss", "Bruno Halloway", "Carla Nightfell", "Dario Quist", "Elin Marrow",
    "Farid Osterman", "Greta Pallister", "Harbour Council", "Northern Fisheries Board",
    "River Commission",
)  # fmt: skip
OUTLETS = ("The Morning Ledger", "Harbour Gazette", "Inland Courier", "Weekly Compass")
ACTS = (
    "signed a fishing agreement with", "recalled its ambassador from",
    "opened a rail link to", "lent two rescue ships to", "lifted a tariff on steel from",
    "protested against a new dam built by", "sent flood relief, including tents, "
    "field kitchens and a mobile hospital, to", "met trade officials from",
)  # fmt: skip
KIND_WEIGHTS = {
    "happened": 66, "planned": 10, "conditional": 6, "alleged": 8, "denied": 3, "background": 7
}  # fmt: skip
FIRST_DAY = date(2016, 1, 1)
DAYS = 3650


def make_article(text: str = "", **fields: Any) -> Article:
    """Return an article; without a text it has one sentence of ours."""
    plain: dict[str, Any] = {
        "file": "harbour.txt",
        "text": text or "Norway opened a rail link to Finland on 4 March 2019.",
        "headline": "Rail link opens",
        "publisher": "Harbour Gazette",
        "published_on": "2019-03-05",
        "published_from": "sources.toml",
    }
    return Article(**{**plain, **fields})


def make_report(article: Article | None = None, exact: str = "", **fields: Any) -> Report:
    """Return a report that quotes `exact` (all of the article where it is not given)."""
    article = article or make_article()
    start = article.text.index(exact)
    span = Span(start, start + len(exact or article.text))
    day = str(fields.get("date", "2019-03-04"))
    plain: dict[str, Any] = {
        "trigger": Span(span.start, min(span.end, span.start + 6)),
        "label": "Norway opened a rail link to Finland",
        "kind": "happened",
        "date": day,
        "date_source": "stated" if day else "",
        "date_words": "",
        "date_steps": (Step("test", "", "The sentence says so."),) if day else (),
        "quote": quote_at(article.text, span),
        "roles": (_role("NOR", "Norway", "actor", span.start),),
        "actors": (),
    }
    return Report(article, **{**plain, **fields})


def make_frame(n: int = 1000, seed: int = 1) -> pd.DataFrame:
    """Return a report frame of n invented events over 20 countries and ten years."""
    return to_frame(make_reports(n, seed))


def make_readings(n: int = 1000, seed: int = 1) -> tuple[Reading, ...]:
    """Return the articles of `make_reports`, each with its reports, in order of file name."""
    reports = sorted(make_reports(n, seed), key=lambda r: (r.article.file, r.quote.span))
    grouped = groupby(reports, key=lambda r: r.article)
    return tuple(make_reading(article, tuple(found)) for article, found in grouped)


def make_reading(article: Article, reports: Sequence[Report]) -> Reading:
    """Return a reading in which the headline is accounted for as not used."""
    head = article.text.split("\n", 1)[0]
    headline = Accounted(Span(0, len(head)), head, "sentence", "unused", "It is the headline.")
    return Reading(article, tuple(reports), (), (), (headline,))


@dataclass(frozen=True)
class _Telling:
    event: int
    day: date
    date: str
    words: str
    kind: str
    countries: tuple[tuple[str, str], ...]
    act: str
    actor: str
    source: str


@cache
def make_reports(n: int = 1000, seed: int = 1) -> tuple[Report, ...]:
    """Return the reports of n invented events; about a quarter have two or three of them."""
    rng = random.Random(seed)
    tellings = sorted(
        (t for event in range(n) for t in _tellings(event, rng)), key=lambda t: (t.day, t.event)
    )
    size = 6
    chunks = [tellings[i : i + size] for i in range(0, len(tellings), size)]
    found = [pair for number, chunk in enumerate(chunks) for pair in _article(number, chunk)]
    first: dict[int, str] = {}
    for event, report in found:
        first.setdefault(event, report.report_id)
    return tuple(replace(report, event_id=first[event]) for event, report in found)


def _tellings(event: int, rng: random.Random) -> list[_Telling]:
    day = _day(rng)
    kind = rng.choices(list(KIND_WEIGHTS), list(KIND_WEIGHTS.values()))[0]
    countries = tuple(rng.sample(_skewed(rng), k=rng.choices((1, 2, 3), (2, 7, 1))[0]))
    act, actor = rng.choice(ACTS), rng.choice(("", *PEOPLE))
    tellings = []
    for number in range(rng.choices((1, 2, 3), (76, 18, 6))[0]):
        stated, words = _date(day, rng)
        if number and rng.random() < 0.1:  # Outlets disagree now and then.
            stated, words = _date(day + timedelta(rng.randint(1, 3)), rng)
        source = rng.choice(("stated", "relative", "governed")) if stated else ""
        later = day + timedelta(number * 9)
        tellings.append(_Telling(event, later, stated, words, kind, countries, act, actor, source))
    return tellings


def _day(rng: random.Random) -> date:
    if rng.random() < 0.3:  # News comes in bursts.
        centre = rng.choice((400, 1200, 1210, 2600))
        return FIRST_DAY + timedelta(round(rng.gauss(centre, 4)))
    return FIRST_DAY + timedelta(rng.randrange(DAYS))


def _skewed(rng: random.Random) -> list[tuple[str, str]]:
    half = len(COUNTRIES) // 4
    return list(COUNTRIES[:half] if rng.random() < 0.4 else COUNTRIES)


def _date(day: date, rng: random.Random) -> tuple[str, str]:
    """Return a date around a day, as EDTF and as it stands in the sentence."""
    later = day + timedelta(rng.randint(1, 6))
    forms = (
        (70, str(day)),
        (7, f"{day:%Y-%m}"),
        (6, f"{day}/{later}"),
        (2, f"{day:%Y}"),
        (1, f"{day:%Y}-{33 + (day.month - 1) // 3}"),
        (2, f"{day}/.."),
        (2, f"../{day}"),
        (2, f"[{day},{day + timedelta(1)}]"),
        (1, f"{day}~"),
        (1, f"XXXX-{day:%m-%d}"),
        (6, ""),
    )
    text = rng.choices([f for _, f in forms], [w for w, _ in forms])[0]
    return text, f"({edtf.in_words(text, weekday=False)})" if text else ""


def _article(number: int, tellings: Sequence[_Telling]) -> list[tuple[int, Report]]:
    outlet = OUTLETS[number % len(OUTLETS)]
    headline = f"News of the {number + 1}. week"
    sentences = [_sentence(t) for t in tellings]
    article = make_article(
        f"{headline}\n\n" + "\n".join(sentences) + "\n",
        file=f"{number:04d}.txt",
        headline=headline,
        publisher=outlet,
        published_on=str(max(t.day for t in tellings) + timedelta(1)),
    )
    reports, start = [], len(headline) + 2
    for telling, sentence in zip(tellings, sentences, strict=True):
        reports.append(
            (telling.event, _report(article, telling, Span(start, start + len(sentence))))
        )
        start += len(sentence) + 1
    return reports


def _sentence(telling: _Telling) -> str:
    return f"{_clause(telling)}{' ' + telling.words if telling.words else ''}, officials said."


def _clause(telling: _Telling) -> str:
    names = [name for _, name in telling.countries]
    return f"{names[0]} {telling.act} {' and '.join(names[1:]) or 'its neighbours'}"


def _report(article: Article, telling: _Telling, span: Span) -> Report:
    clause, words = _clause(telling), telling.words.strip("()")
    words_at = article.text.index(words, span.start + len(clause)) if words else -1
    trigger = span.start + len(telling.countries[0][1]) + 1
    roles = tuple(
        _role(code, name, ("actor", "target", "mentioned")[place], span.start + clause.index(name))
        for place, (code, name) in enumerate(telling.countries)
    )
    return Report(
        article=article,
        trigger=Span(trigger, trigger + len(telling.act.split()[0])),
        label=clause,
        kind=telling.kind,
        date=telling.date,
        date_source=telling.source,
        date_words=words,
        date_steps=(Step("test", words, f"The sentence says “{words}”."),) if words else (),
        quote=quote_at(article.text, span),
        roles=roles,
        actors=(telling.actor,) if telling.actor else (),
        date_span=Span(words_at, words_at + len(words)) if words else None,
    )


def _role(code: str, name: str, role: str, start: int) -> CountryRole:
    return CountryRole(code, role, name, Span(start, start + len(name)), f"“{name}” is named.")
