"""Every date word of an article is accounted for once: used, bound, merged or unused."""

from collections import Counter
from itertools import product

import pytest

from dashboard.extract import extract_readings
from dashboard.model import Article

FATES = ("used", "bound", "merged", "unused")

OPENINGS = [
    "Oslo signed the treaty on 4 October, after talks on Monday.",
    "OSLO, 11 October (Agency) — The council met on Tuesday.",
    "Updated on 10 October 2022\n\nThe court ruled yesterday that the ban of 2019 was void.",
    "By Anna Smith\n\nSince the end of August no ship has left the port.",
    "“We leave on Friday,” the minister said on Monday. “On 3 May we return.”",
]
MIDDLES = [
    "The bridge will open next year, by 3 May at the latest, and close every Sunday.",
    "On 6 October, the army shelled the port for the first time since the end of August.",
    "If the talks of Thursday fail, Riga may act in March; in 2014 it did not.",
    "The siege lasted three days, from Monday to Wednesday, and 5–9 March were quiet.",
    "Two days later he left; a year earlier, in May 2021, he had been jailed for two months.",
    "Inspectors were banned on 4 and 6 October. On Friday night, at 3 p.m., sirens rang.",
    "In the 1980s mills closed. Before 1990 nobody was tried, and until Friday nobody will be.",
    "The vote was due on 03/04/2022. It was the first quarter, then the third quarter of 2021.",
]
ENDINGS = [
    "Read more: what happened on 4 October",
    "Image: Agency, 3 May 2021.",
    "He is 44 years old and works daily. It is now closed, as it was on Good Friday.",
    "",
]
PUBLISHED = ["", "2022-10-11", "[2022-10-11,2022-10-12]"]


def article(parts, published):
    """Join parts to an article."""
    return Article("a.txt", "\n\n".join(p for p in parts if p), published_on=published)


@pytest.mark.parametrize("published", PUBLISHED)
@pytest.mark.parametrize("opening", OPENINGS)
def test_the_four_fates_add_up_to_the_date_words_found(opening, published):
    """Per article: date words found = used + bound + merged + unused, each word once."""
    for middle, other, ending in product(MIDDLES, MIDDLES[::3], ENDINGS):
        [reading] = extract_readings([article((opening, middle, other, ending), published)])
        accounted = [a for a in reading.accounted if a.what == "date"]
        assert Counter(a.span for a in accounted) == Counter(e.span for e in reading.expressions)
        fates = Counter(a.fate for a in accounted)
        assert sum(fates[fate] for fate in FATES) == len(reading.expressions)
        assert all(a.reason.endswith(".") for a in accounted)


def test_each_fate_occurs():
    """The sums are no empty promise: all four fates are met in these articles."""
    readings = [
        reading
        for opening, middle in product(OPENINGS, MIDDLES)
        for reading in extract_readings([article((opening, middle), "2022-10-11")])
    ]
    found = Counter(a.fate for r in readings for a in r.accounted if a.what == "date")
    assert set(FATES) <= set(found)
    assert set(found) <= set(FATES)
