"""Infers when articles without a declared publication day came out, from what they say.

facts   what an article says of its own day    years   which years fit, and how well
decide  the day, or why it stays open          mark    readings that show what is inferred

Nothing here knows today's date. Where the evidence does not settle it, the day stays open
and the reason says which fact would settle it.
"""

from dashboard.extract.publication.decide import Inferred, infer_publication
from dashboard.extract.publication.mark import mark_inferred, with_inferred

__all__ = ["Inferred", "infer_publication", "mark_inferred", "with_inferred"]
