"""Frames of invented events for tests of pictures, and what is asked of every picture."""

import random
from datetime import date, timedelta

import pandas as pd

from dashboard.frame import to_frame
from dashboard.model import Article, CountryRole, Report, Span, Step, quote_at
from dashboard.view import Disc, Path, Rect, Text, TimelineView
from dashboard.view.measure import width

COUNTRIES = ("NOR", "FIN", "PER", "JPN", "KEN", "CHL", "EGY", "GHA")
OUTLETS = ("Harbour Gazette", "Inland Courier", "Weekly Compass")
TITLES = (
    "Rail link opens",
    "Fishing fleets return to port",
    "Ministers sign an accord on the shared waters of the upper lake",
    "Storm damages the eastern breakwater and leaves nine villages on the coast without power",
)
QUOTES = (
    "The link is open.",
    "“We shall fish again,” said the harbour master, and the boats put out before noon.",
    "After nine hours the ministers signed an accord that shares the waters of the upper lake "
    "between both banks, with a joint commission to watch over the locks until the spring.",
)
KINDS = ("happened", "happened", "happened", "planned", "conditional", "alleged", "denied")


def report(number: int, day: str, **fields: object) -> Report:
    """Return one report, told by the outlet `outlet` (0, 1 or 2)."""
    quote = str(fields.pop("quote", QUOTES[number % len(QUOTES)]))
    outlet = int(str(fields.pop("outlet", 0)))
    countries = tuple(str(fields.pop("countries", "NOR")).split())
    lead = f"Item {number}. "
    article = Article(
        file=f"{outlet}.txt",
        text=f"{lead}{quote} So ends item {number} of {OUTLETS[outlet]}.",
        headline="Notes from the coast",
        publisher=OUTLETS[outlet],
        published_on="2031-03-20",
    )
    roles = tuple(CountryRole(code, "actor", code, Span(0, 4), "named") for code in countries)
    plain: dict[str, object] = {
        "label": TITLES[number % len(TITLES)],
        "kind": "happened",
        "date_source": "stated" if day else "",
        "date_words": "",
    }
    return Report(
        article=article,
        trigger=Span(len(lead), len(lead) + 3),
        date=day,
        date_steps=(Step("rule", "", "Because it says so."),),
        quote=quote_at(article.text, Span(len(lead), len(lead) + len(quote))),
        roles=roles if countries != ("-",) else (),
        **{**plain, **fields},  # type: ignore[arg-type]
    )


def frame_of(*days: str, **fields: object) -> pd.DataFrame:
    """Return a frame of one report a date."""
    return to_frame(report(number, day, **fields) for number, day in enumerate(days))


def burst(seed: int, most: int = 24) -> pd.DataFrame:
    """Return some events in bursts, of mixed precision, kind, country and number of sources."""
    rng = random.Random(seed)
    length = rng.choice((1, 3, 8, 30, 400, 4000))
    hot = [rng.randrange(length) for _ in range(3)]
    reports = []
    for number in range(rng.randint(1, most)):
        at = rng.choice(hot) if rng.random() < 0.6 else rng.randrange(length)
        day = date(2031, 1, 1) + timedelta(at)
        fields = {
            "kind": rng.choice(KINDS),
            "countries": " ".join(rng.sample(COUNTRIES, rng.choice((1, 1, 2, 3)))),
            "date_source": rng.choice(("stated", "relative", "article_day")),
            "date_words": "Tuesday",
        }
        written = _written(day, rng)
        for outlet in range(rng.choice((1, 1, 1, 2))):
            reports.append(
                report(number, written, outlet=outlet, event_id=f"{number:04x}", **fields)
            )
    return to_frame(reports)


def _written(day: date, rng: random.Random) -> str:
    later = day + timedelta(rng.randint(1, 9))
    ways = (
        f"{day}", f"{day}", f"{day}", f"{day}", f"{day}/{later}", f"{day:%Y-%m}", f"{day}~",
        f"[{day},{later}]", f"{day}/..", f"../{day}",
    )  # fmt: skip
    return rng.choice(ways)


Box = tuple[float, float, float, float]


def box(text: Text) -> Box:
    """Return left, top, right and bottom of a line of text."""
    room = width(text.text, text.role, text.size)
    left = text.x - {"start": 0.0, "middle": room / 2, "end": room}[text.anchor]
    return left, text.y - 0.76 * text.size, left + room, text.y + 0.22 * text.size


def overlaps(view: TimelineView) -> list[tuple[str, str]]:
    """List the pairs of texts of a picture whose boxes meet."""
    texts = sorted((box(s), s.text) for s in view.shapes if isinstance(s, Text))
    found = []
    for at, (a, one) in enumerate(texts, 1):
        # They are sorted by their left edges: what begins behind this one cannot meet it.
        for b, other in texts[at:]:
            if b[0] >= a[2]:
                break
            if a[1] < b[3] and b[1] < a[3]:
                found.append((one, other))
    return found


def outside(view: TimelineView) -> list[object]:
    """List the shapes of a picture that reach beyond its edges."""
    found: list[object] = []
    for shape in view.shapes:
        left, top, right, bottom = _bounds(shape)
        if left < -0.01 or top < -0.01 or right > view.width + 0.01 or bottom > view.height + 0.01:
            found.append(shape)
    return found


def _bounds(shape: Rect | Disc | Path | Text) -> Box:
    if isinstance(shape, Text):
        return box(shape)
    if isinstance(shape, Disc):
        return shape.x - shape.r, shape.y - shape.r, shape.x + shape.r, shape.y + shape.r
    if isinstance(shape, Rect):
        return shape.x, shape.y, shape.x + shape.w, shape.y + shape.h
    xs = [x for line in shape.lines for x, _ in line]
    ys = [y for line in shape.lines for _, y in line]
    return min(xs), min(ys), max(xs), max(ys)
