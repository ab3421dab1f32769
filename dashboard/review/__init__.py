"""What a person set right, laid over what was found; the extraction knows nothing of it.

values        the fields that can be corrected, and what each may hold
corrections   one correction, and which of many hold
fitting       which report a correction is meant for, after articles were read anew
groups        reports moved from event to event
lay           report rows in, corrected report rows out
words         a correction in one line
"""

from dashboard.review.corrections import (
    CORRECTED,
    Correction,
    clean_name,
    clean_reason,
    effective,
    standing,
)
from dashboard.review.fitting import attach, find_log
from dashboard.review.lay import REVIEWED, review
from dashboard.review.values import (
    ALONE,
    ARTICLE_FIELDS,
    ASIDE,
    NONE,
    REPORT_FIELDS,
    UNDATED,
    check_day,
    value_of,
)
from dashboard.review.words import correction_words, original_words

__all__ = [
    "ALONE",
    "ARTICLE_FIELDS",
    "ASIDE",
    "CORRECTED",
    "NONE",
    "REPORT_FIELDS",
    "REVIEWED",
    "UNDATED",
    "Correction",
    "attach",
    "check_day",
    "clean_name",
    "clean_reason",
    "correction_words",
    "effective",
    "find_log",
    "original_words",
    "review",
    "standing",
    "value_of",
]
