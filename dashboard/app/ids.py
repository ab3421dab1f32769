"""The ids of all components and elements, for Python, the stylesheets and the scripts alike.

A test compares them with what the scripts in assets/ ask for.
"""

# Dash's own: the theme, what tells of the controls, what went wrong in a callback.
PROVIDER = "provider"
WATCH = "watch"
FAILURE = "failure"

# The page and its panes.
APP = "app"
BAR = "bar"
TOOLS = "tools"
BANNER = "banner"
STAGE = "stage"
SENTENCE = "sentence"
STATUS = "status"
CHIPS = "chips"
TIMELINE = "timeline"
GRAPH = "graph"
MARKS = "marks"
TIP = "tip"
EMPTY = "empty"
UNDATED = "undated"
SET_ASIDE = "set-aside"
OVERVIEW = "overview"
OVERVIEW_BAR = "overview-bar"
OVERVIEW_GRAPH = "overview-graph"
OVERVIEW_LAYER = "overview-layer"
EVENTS = "events"
NOTES = "notes"
PAPER = "paper"
VIEWS = "views"
PUBLISHED = "published"
ACCOUNTS = "accounts"
DRAWER = "drawer"
READER = "reader"
BRIEFING = "briefing"

# The filter rail.
RAIL = "rail"
COUNTRIES = "countries"
MATCH = "match"
ACTORS = "actors"
FIRST = "first"
LAST = "last"
KNOWN_BY = "known-by"
MEMBERS = "members"
KINDS = "kinds"
GROUP = "group"
ORDER = "order"
MODE = "mode"
MODE_NOTE = "mode-note"
LANE_ORDER = "lane-order"
HIDE = "hide"
BREAKS = "breaks"
TEXT = "text"
MATCHES = "matches"
CERTAINTY = "certainty"
MORE = "more"
MORE_COUNT = "more-count"
STATED = "stated"
PUBLISHERS = "publishers"
ARTICLES = "articles"
MONTHS = "months"
DATE_SOURCES = "date-sources"
PRECISIONS = "precisions"
MIN_SOURCES = "min-sources"
TEXT_IN = "text-in"
RESET = "reset"


def kind_box(kind: str) -> str:
    """Return the id of the checkbox of a kind."""
    return f"kind-{kind}"


def match_box(certainty: str) -> str:
    """Return the id of the switch of certain or possible matches."""
    return f"match-{certainty}"


def axis_box(mark: str) -> str:
    """Return the id of the checkbox of a mark of the axis."""
    return f"axis-{mark}"


def part_box(part: str) -> str:
    """Return the id of the checkbox of a part in which words are looked for."""
    return f"part-{part}"


def found(picker: str) -> str:
    """Return the id of what holds the options that were found for a picker."""
    return f"{picker}-found"


def opened(picker: str) -> str:
    """Return the id of what says that a picker is about to be opened."""
    return f"{picker}-opened"
