"""A date with its precision, written as EDTF (ISO 8601-2, level 1 and four forms of level 2).

What is read, and what its bounds are:

    2022-10-04                    a day
    2022-10  2022  202X           a month, a year, a decade
    2022-21 … 2022-24             spring, summer, autumn, winter (northern, whole months)
    2022-33 … 2022-36             a quarter (level 2)
    2022-10-04/2022-10-06         an interval, both ends included
    2022-08-21/..  ../2022-10-10  open: only one bound is known
    XXXX-10-04                    a day whose year is unknown: no bounds
    [2022-10-10,2022-10-11]       one of these (level 2)
    {2022-06-03,2022-06-05}       all of these (level 2)
    …?                            uncertain: the bounds stay
    …~                            approximate: the bounds widen, a day by 2 days on each
                                  side, a month (season, quarter) by 10 days, a year or
                                  more by 3 months

Years run from 0001 to 9999 of the proleptic Gregorian calendar.
"""

from dashboard.edtf.days import intersection, months, of_days, one_of, possible_days, roughly
from dashboard.edtf.reading import Date, earliest, is_day, latest, parse
from dashboard.edtf.words import MONTHS, SEASONS, WEEKDAYS, in_words

__all__ = [
    "MONTHS",
    "SEASONS",
    "WEEKDAYS",
    "Date",
    "earliest",
    "in_words",
    "intersection",
    "is_day",
    "latest",
    "months",
    "of_days",
    "one_of",
    "parse",
    "possible_days",
    "roughly",
]
