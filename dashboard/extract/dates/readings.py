"""What the words of a matched pattern say: one small function a reading, tokens → expression.

A reading returns None where the words cannot be what the pattern takes them for (31
February), and NoDate where they look like a date and are none (a 44-year-old).
"""

from dashboard.extract.dates import (
    read_counted,
    read_joined,
    read_lengths,
    read_named,
    read_times,
    read_yearly,
    read_years,
)
from dashboard.extract.dates.expressions import (
    Clock,
    Current,
    Deictic,
    Duration,
    EitherOrder,
    Expression,
    Feast,
    Fixed,
    InYear,
    Month,
    MonthDay,
    NoDate,
    Nth,
    NthWeekday,
    Part,
    Piece,
    Same,
    Season,
    Shift,
    Vague,
    Weekday,
    Weekend,
)

READINGS = (
    read_named.READINGS
    | read_years.READINGS
    | read_lengths.READINGS
    | read_yearly.READINGS
    | read_counted.READINGS
    | read_times.READINGS
    | read_joined.READINGS
)
"""Every reading under the name that date_rules.toml uses."""

_CLASSES: dict[type, str] = {
    MonthDay: "XMONTHDAY",
    Month: "XMONTH",
    Season: "XSEASON",
    Nth: "XNTH",
    Weekday: "XWEEKDAY",
    NthWeekday: "XWEEKDAY",
    Weekend: "XWEEKEND",
    Deictic: "XDEICTIC",
    Clock: "XCLOCK",
    Duration: "XDURATION",
    EitherOrder: "XDAY",
    NoDate: "XNONE",
    Feast: "XFEAST",
    Piece: "XPIECE",
    Part: "XPART",
    InYear: "XINYEAR",
}


CLASSES = tuple(
    dict.fromkeys(
        (
            *_CLASSES.values(),
            *("XFULLMONTH", "XYEAR", "XCURYEAR", "XCURRENT", "XSAME", "XDAYPART", "XYEARBACK"),
            "XOTHER",
        )
    )
)
"""Every token class under which a found expression can stand."""


def class_of(expression: Expression) -> str:
    """Name the token class under which later levels see an expression."""
    if isinstance(expression, Fixed):
        return {"D": "XDAY", "M": "XFULLMONTH", "Y": "XYEAR"}.get(expression.period.unit, "XOTHER")
    if isinstance(expression, Current):
        return "XCURYEAR" if expression.unit == "Y" else "XCURRENT"
    if isinstance(expression, Same):
        return "XCURYEAR" if expression.unit == "Y" else "XSAME"
    if isinstance(expression, Vague) and expression.value.startswith("XXXX-XX-XXT"):
        return "XDAYPART"
    if isinstance(expression, Shift):
        return "XYEARBACK" if expression.unit == "Y" else "XOTHER"
    return _CLASSES.get(type(expression), "XOTHER")
