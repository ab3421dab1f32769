"""All events as columns in memory: answers to a selection at a million events.

Index(store)                      all of what follows, for one state of the store
to_columns(store.numbered.arrays())        the columns, in the order of the timeline
Masks(columns, words, selection)  the filters in force, as marks on the columns
count_facets(masks)               what each value of each control would show
choose(masks)                     the events chosen: how many, on which days, in which lanes

The answers are those of `Store.count`, `Store.facets` and of the frame, by test. Words are
looked for by the index of the store and come back as numbers of events.
"""

from dashboard.columns.arrays import Columns, Days, Mask, Places, Postings, to_columns
from dashboard.columns.chosen import Chosen, choose, lane_places, lanes, tally_of, tellers
from dashboard.columns.facets import Counts, count_facet, count_facets
from dashboard.columns.gaps import waits
from dashboard.columns.index import EVERYTHING, Index, Place
from dashboard.columns.masks import TESTS, Masks
from dashboard.columns.order import KEYS, in_order, ranks
from dashboard.columns.spans import Ends, Spans
from dashboard.columns.words import Words

__all__ = [
    "EVERYTHING",
    "KEYS",
    "TESTS",
    "Chosen",
    "Columns",
    "Counts",
    "Days",
    "Ends",
    "Index",
    "Mask",
    "Masks",
    "Place",
    "Places",
    "Postings",
    "Spans",
    "Words",
    "choose",
    "count_facet",
    "count_facets",
    "in_order",
    "lane_places",
    "lanes",
    "ranks",
    "tally_of",
    "tellers",
    "to_columns",
    "waits",
]
