"""What can go wrong, named for whose fault it is.

    TimelineError
    ├── ArticleError     an article is unreadable, empty, or undated where a day is needed
    ├── DateError        a date is not written in the EDTF subset that edtf reads
    ├── RuleError        a row in data/rules is wrong (file and line)
    ├── FrameError       a data frame breaks its contract (row and column)
    ├── StoreError       the store is missing, locked, or was built with other rules
    ├── SelectionError   a URL or a typed filter cannot be read
    └── ExportError      nothing to show, or a suffix nobody writes

Every error has a message (what, and where) and a remedy (what to do next). The
command line prints both, one line each; the screen shows both in one banner.
"""


class TimelineError(Exception):
    """Something is wrong; says what and where, and what to do next."""

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy

    def __reduce__(self) -> tuple[type["TimelineError"], tuple[str, str]]:
        """Make the error survive the trip between processes."""
        return type(self), (self.message, self.remedy)


class ArticleError(TimelineError):
    """An article cannot be read or lacks what is needed."""


class DateError(TimelineError):
    """A date is not in the EDTF subset."""


class RuleError(TimelineError):
    """A rule file has a bad row."""


class FrameError(TimelineError):
    """A data frame breaks its contract."""


class StoreError(TimelineError):
    """The store cannot be used."""


class SelectionError(TimelineError):
    """A selection cannot be read."""


class ExportError(TimelineError):
    """An export cannot be made."""
