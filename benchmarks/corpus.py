"""Writes a store of invented events, a million in a few minutes; the same seed, the same store.

Reading articles and finding events in them is not what is measured with it, so the rows go
into the tables as they are: articles of six sentences, each a report of one event, every
quote to the letter.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256
from itertools import accumulate
from pathlib import Path
from typing import Any

from dashboard import edtf
from dashboard.countries import all_country_codes, country_name
from dashboard.forms import precision_of
from dashboard.frame import to_json
from dashboard.model import KINDS, Folder
from dashboard.search import index_text
from dashboard.store import build
from dashboard.store import tables as t
from dashboard.store.days import AFTER_ALL, BEFORE_ALL, day_bounds
from dashboard.store.engine import connect

FIRST_DAY = date(2004, 1, 1)
DAYS = 8035
SENTENCES = 6
BATCH = 20_000
FIRST_NAMES = "Ada Bruno Carla Dario Elin Farid Greta Hanno Ines Jonas Kaya Leo Mira Nils".split()
LAST_NAMES = [
    f"{start}{end}"
    for start in "Voss Hallo Night Quist Mar Oster Pall Har Riv Stone Wood Lark".split()
    for end in "way fell row man ister bour beck field".split()
]
BODIES = ("Council", "Board", "Commission", "Authority", "Chamber")
PLACES = "Harbour Inland Northern Southern River Valley Island Coastal Upper Lower".split()
PAPERS = ("Gazette", "Ledger", "Courier", "Compass", "Herald", "Post", "Observer", "Bulletin")
ACTS = (
    "signed a fishing agreement with", "recalled its ambassador from", "opened a rail link to",
    "lent two rescue ships to", "lifted a tariff on steel from",
    "protested against a new dam built by", "sent flood relief and a mobile hospital to",
    "met trade officials from", "shared a weather satellite with", "bought two ferries from",
)  # fmt: skip
KIND_WEIGHTS = (66, 10, 6, 8, 3, 7)


@dataclass(slots=True)
class Article:
    """An article while it is written."""

    number: int
    publisher: str
    text: str
    published: date

    @property
    def file(self) -> str:
        return f"{self.number:06}.txt"


def write(path: Path, count: int, seed: int = 1) -> None:
    """Write a store of so many events."""
    build(path, Folder(()), ())
    engine = connect(path, writes=True)
    raw = engine.raw_connection()
    cursor = raw.cursor()
    for pragma in ("synchronous = OFF", "foreign_keys = OFF", "cache_size = -800000"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.execute("BEGIN IMMEDIATE")
    batch: dict[str, list[tuple[Any, ...]]] = {}
    waiting = 0
    for name, row in _rows(count, random.Random(seed)):
        batch.setdefault(name, []).append(row)
        waiting += 1
        if waiting >= BATCH:
            _flush(cursor, batch)
            waiting = 0
    _flush(cursor, batch)
    cursor.execute("UPDATE state SET generation = generation + 1")
    cursor.execute("COMMIT")
    raw.close()
    engine.dispose()


def _flush(cursor: Any, batch: dict[str, list[tuple[Any, ...]]]) -> None:
    for name, rows in batch.items():
        columns = COLUMNS[name]
        marks = ", ".join("?" * len(columns))
        cursor.executemany(f"INSERT INTO {name} ({', '.join(columns)}) VALUES ({marks})", rows)
    batch.clear()


COLUMNS: dict[str, Sequence[str]] = {
    **{
        name: [column.name for column in t.metadata.tables[name].columns]
        for name in (
            *("articles", "reports", "report_quotes", "events"),
            *("event_country", "event_actor", "event_publisher", "event_article"),
        )
    },
    "events_fts": ("rowid", "label", "quotes"),
    "articles_fts": ("rowid", "file", "words"),
}


def _rows(count: int, rng: random.Random) -> Iterator[tuple[str, tuple[Any, ...]]]:
    """Yield the rows of all tables, each with the name of its table."""
    codes = list(all_country_codes())
    rng.shuffle(codes)
    weights = [*accumulate(1 / (place + 3) for place in range(len(codes)))]
    people = [f"{first} {last}" for first in FIRST_NAMES for last in LAST_NAMES]
    people += [f"{place} {body}" for place in PLACES for body in BODIES]
    rng.shuffle(people)
    outlets = [f"The {place} {paper}" for place in PLACES for paper in PAPERS]
    days = sorted(_day(rng) for _ in range(count))
    numbers = iter(range(1, 10 * count + 10))
    open_articles: list[Article | None] = [None, None, None]
    sentences = [0, 0, 0]
    for position, day in enumerate(days, 1):
        event_id = sha256(f"event {position}".encode()).hexdigest()[:16]
        chosen = list(
            dict.fromkeys(rng.choices(codes, cum_weights=weights, k=rng.choice((1, 2, 2, 2, 3))))
        )
        names = [country_name(code) for code in chosen]
        act = rng.choice(ACTS)
        label = f"{names[0]} {act} {' and '.join(names[1:]) or 'its neighbours'}"
        stated = _date(day, rng)
        kind = rng.choices(KINDS, KIND_WEIGHTS)[0]
        first, last = day_bounds(stated)
        place = min(int(rng.expovariate(6) * len(people)), len(people) - 1)
        actors = [people[place]] if rng.random() < 0.8 else []
        said = f"({edtf.in_words(stated, weekday=False)})" if stated else "lately"
        source = rng.choice(("stated", "relative", "governed")) if stated else ""
        quotes, publishers, files = [], [], []
        for stream in range(rng.choices((1, 2, 3), (76, 18, 6))[0]):
            article = open_articles[stream]
            if article is None:
                number = next(numbers)
                headline = f"News in brief, number {number}\n\n"
                outlet = outlets[min(int(rng.expovariate(4) * len(outlets)), len(outlets) - 1)]
                article = open_articles[stream] = Article(number, outlet, headline, day)
            speaker = f", {rng.choice(people)} said"
            quote = f"{label} {said} near kilometre {rng.randrange(10**6)}{speaker}."
            start = len(article.text)
            article.text += quote + "\n"
            article.published = max(article.published, day) + timedelta(1)
            report_id = sha256(f"{position} {stream}".encode()).hexdigest()[:16]
            values: dict[str, Any] = {
                **dict.fromkeys(t.REPORT_TEXTS, ""),
                "label": label, "kind": kind, "date": stated, "date_source": source,
                "date_reason": f"The sentence says “{said}”." if stated else "",
                "date_words": said.strip("()") if stated else "",
            }  # fmt: skip
            lists = dict.fromkeys(t.REPORT_LISTS, "[]") | {
                "countries": to_json(sorted(chosen)),
                "actors": to_json(actors),
                "country_evidence": to_json(
                    [[c, "target" if at else "actor", n, start, start + len(n), "It is named."]
                     for at, (c, n) in enumerate(zip(chosen, names, strict=True))]
                ),
            }  # fmt: skip
            at = start + quote.index(said) + (1 if stated else 0)
            ints = (at, at + len(values["date_words"])) if stated else (-1, -1)
            trigger = start + len(names[0]) + 1
            bounds = (
                first if BEFORE_ALL < first < AFTER_ALL else None,
                last if BEFORE_ALL < last < AFTER_ALL else None,
            )
            texts = (*(values[name] for name in t.REPORT_TEXTS),
                     *(lists[name] for name in t.REPORT_LISTS))  # fmt: skip
            yield "reports", (
                report_id, article.file, event_id, *texts, *ints, trigger, trigger + 5, *bounds, ""
            )  # fmt: skip
            yield "report_quotes", (
                report_id, 0, start, start + len(quote), quote,
                article.text[max(0, start - 32) : start], "\n",
            )  # fmt: skip
            quotes.append(quote)
            publishers.append(article.publisher)
            files.append(article.file)
            sentences[stream] += 1
            if sentences[stream] == SENTENCES:
                yield from _article(article)
                open_articles[stream], sentences[stream] = None, 0
        known = day + timedelta(1)
        outlets_told = len(dict.fromkeys(publishers))
        told = index_text((", ".join([*names, *actors]),))
        yield "events", (
            position, event_id, position * t.ROOM, label, kind, stated,
            precision_of(stated, said, False), source, first, last, 0,
            outlets_told, known.toordinal(), AFTER_ALL, told
        )  # fmt: skip
        for code in chosen:
            yield "event_country", (code, first, last, position, int(rng.random() < 0.9))
        for name, values_of in (
            ("event_actor", actors), ("event_publisher", publishers), ("event_article", files)
        ):  # fmt: skip
            for value in dict.fromkeys(values_of):
                yield name, (value, position)
        yield "events_fts", (position, index_text((label,)), index_text(quotes))
    for article in filter(None, open_articles):
        yield from _article(article)


def _article(article: Article) -> Iterator[tuple[str, tuple[Any, ...]]]:
    digest = sha256(article.text.encode()).hexdigest()
    fields = {
        "file": article.file, "text": article.text,
        "headline": article.text.split("\n", 1)[0], "publisher": article.publisher,
        "published_on": str(article.published), "published_from": "sources.toml",
        "language": "en", "encoding": "utf-8", "encoding_from": "utf-8", "nul_replaced": 0,
        **dict.fromkeys(t.ARTICLE_SWITCHES),
        "sha256": digest, "out_day": article.published.toordinal(),
        "blob_sha256": None, "digest": digest[:32],
    }  # fmt: skip
    yield "articles", tuple(fields.get(name, "") for name in COLUMNS["articles"])
    words = index_text((article.text,))
    yield "articles_fts", (t.index_id(digest), article.file, words)


def _day(rng: random.Random) -> date:
    if rng.random() < 0.2:  # News comes in bursts.
        centre = rng.choice((900, 2600, 2610, 5400, 7300))
        return FIRST_DAY + timedelta(min(max(round(rng.gauss(centre, 12)), 0), DAYS))
    return FIRST_DAY + timedelta(rng.randrange(DAYS))


def _date(day: date, rng: random.Random) -> str:
    """Return a date around a day, as EDTF."""
    chance = rng.random()
    if chance < 0.78:
        return str(day)
    if chance < 0.86:
        return f"{day:%Y-%m}"
    if chance < 0.93:
        return f"{day}/{day + timedelta(rng.randint(1, 6))}"
    if chance < 0.95:
        return f"{day}~"
    if chance < 0.96:
        return f"{day}/.."
    return f"{day:%Y}" if chance < 0.97 else ""
