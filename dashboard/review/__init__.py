"""What a person set right, laid over what was found; nothing of it is known to the extraction.

corrections   one correction, what its fields may hold, and which of many hold
words         a correction in one line
"""

from dashboard.review.corrections import (
    CORRECTED,
    FIELDS,
    Correction,
    check_day,
    clean_name,
    clean_reason,
    standing,
)
from dashboard.review.words import correction_words

__all__ = [
    "CORRECTED",
    "FIELDS",
    "Correction",
    "check_day",
    "clean_name",
    "clean_reason",
    "correction_words",
    "standing",
]
