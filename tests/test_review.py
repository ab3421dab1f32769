"""Corrections laid over report rows: values, groups, what fits after articles were read anew."""

from dataclasses import replace
from typing import Any

import pytest

from dashboard import edtf
from dashboard.errors import DateError, StoreError, TimelineError
from dashboard.events import to_events
from dashboard.frame import stamp, to_frame
from dashboard.review import (
    REPORT_FIELDS,
    Correction,
    attach,
    correction_words,
    effective,
    review,
    standing,
    value_of,
)
from dashboard.review.groups import regroup
from tests.factories import make_article, make_frame, make_report

ROWS = make_frame(40, 3).to_dict("records")
ONE = next(row for row in ROWS if row["date_source"] == "relative" and row["countries_mentioned"])
FIRST = "2022-01-02T03:04:05Z"


def correction(field: str, after: str, row: Any = ONE, **more: Any) -> Correction:
    """Return a correction of a report row."""
    plain: dict[str, Any] = {"id": 1, "reason": "Seen in print.", "who": "Anna", "at": FIRST}
    return Correction(
        article=row["article_sha256"],
        field=field,
        before=value_of(field, row),
        after=after,
        report_id=row["report_id"],
        start_char=row["start_char"],
        quote=row["quote"],
        **{**plain, **more},
    )


def laid(*corrections: Correction, rows: Any = ROWS) -> dict[str, Any]:
    """Return the first row with the corrections laid over; all others must stay."""
    after = review(rows, corrections)
    place = [row["report_id"] for row in rows].index(corrections[0].report_id)
    assert [row for n, row in enumerate(after) if n != place] == [
        row for n, row in enumerate(rows) if n != place
    ]
    return after[place]


def test_nothing_changes_without_corrections() -> None:
    """The very same rows come back."""
    assert all(a is b for a, b in zip(review(ROWS, ()), ROWS, strict=True))


@pytest.mark.parametrize(
    ("after", "source"),
    [("2022-10-07", "stated"), ("2022-10", "stated"), ("[2022-10-10,2022-10-11]", "stated"),
     ("2022-10-04/..", "stated"), ("undated", "")],
)  # fmt: skip
def test_corrected_day_has_its_bounds_and_keeps_what_was_found(after: str, source: str) -> None:
    """The words of the article do not give it any more, and the reason says who does."""
    row = laid(correction("date", after))
    day = "" if after == "undated" else after
    assert (row["date"], row["date_source"]) == (day, source)
    assert str(row["earliest"]) == str(stamp(edtf.earliest(day)))
    assert str(row["latest"]) == str(stamp(edtf.latest(day)))
    assert (row["date_words"], row["date_start"]) == ("", -1)
    assert row["date_reason"] == (
        f"A reader corrected it from {edtf.in_words(ONE['date'])}. Reason: Seen in print."
    )
    assert row["corrected"] == (("date", ONE["date"]),)


def test_reason_to_join_is_older_than_a_corrected_day() -> None:
    """Days were compared as they were found; where one was corrected since, each reason says so."""
    first = next(row for row in ROWS if row["event_id"] != row["report_id"])["event_id"]
    told = [row | {"merge_reason": "Both allow it."} for row in ROWS if row["event_id"] == first]
    assert len(told) > 1
    for moved in told:
        after = review(told, [correction("date", "2031", moved)])
        said = {row["merge_reason"] for row in after}
        assert said == {"Both allow it. A reader corrected a day since."}
    after = review(told, [correction("label", "Fleets return", told[0])])
    assert {row["merge_reason"] for row in after} == {"Both allow it."}


@pytest.mark.parametrize(
    ("field", "after"), [("label", "Fleets return"), ("kind", "denied")]
)  # fmt: skip
def test_corrected_label_or_kind_is_shown_by_the_event(field: str, after: str) -> None:
    """Whichever of its reports was corrected speaks for the event."""
    row = laid(correction(field, after))
    assert row[field] == after
    assert row["corrected"] == ((field, ONE[field]),)
    rows = review(ROWS, [correction(field, after)])
    frame = make_frame(40, 3).assign(
        **{name: [row[name] for row in rows] for name in (field, "corrected")}
    )
    events = to_events(frame).set_index("event_id")
    assert events.loc[ONE["event_id"], field] == after
    assert events.loc[ONE["event_id"], "corrected"] == (field,)


def test_corrected_countries_keep_their_evidence() -> None:
    """What was mentioned can become involved with its words; what is added says who added it."""
    named, mentioned = ONE["countries"][0], ONE["countries_mentioned"][0]
    new = next(code for code in ("PER", "NOR", "KEN") if code not in (named, mentioned))
    row = laid(correction("countries", " ".join(sorted((mentioned, new)))))
    assert row["countries"] == tuple(sorted((mentioned, new)))
    assert mentioned not in row["countries_mentioned"]
    evidence = {entry[0]: entry for entry in row["country_evidence"]}
    assert evidence[mentioned][1:3] == ("involved", _words(mentioned))
    assert evidence[new][1:] == (
        "involved", "", -1, -1, "A reader says that it is involved. Reason: Seen in print.",
    )  # fmt: skip
    assert named not in evidence
    none = laid(correction("countries", "none"))
    assert none["countries"] == ()
    assert none["countries_mentioned"] == ONE["countries_mentioned"]


def _words(code: str) -> str:
    return next(str(entry[2]) for entry in ONE["country_evidence"] if entry[0] == code)


def test_correction_to_what_was_found_corrects_nothing() -> None:
    """A report that is back as it was is not marked."""
    for field in ("date", "label", "kind", "countries"):
        assert laid(correction(field, value_of(field, ONE))) == ONE


def test_last_one_that_was_not_undone_holds() -> None:
    """Undoing brings back the value before; taking back brings back what was found."""
    first, second = correction("label", "One"), correction("label", "Two", id=2)
    undo = correction("label", "One", id=3, undoes=2)
    assert laid(first, second)["label"] == "Two"
    assert laid(first, second, undo)["label"] == "One"
    again = correction("label", "", id=4, undoes=1)
    assert laid(first, second, undo, again) == ONE
    assert laid(first, second, correction("label", "", id=5)) == ONE
    assert effective((first, second, undo, again)) == ()
    assert standing((first, second, undo, again)) == {}


def row_of(key: str, event: str, **more: Any) -> dict[str, Any]:
    """Return what regrouping needs of a row; rows are in the order of their ids."""
    plain = {"report_id": key, "event_id": event, "published_on": "", "article": key}
    return {**plain, "start_char": 0, "trigger_start": 0, **more}


FOUND = tuple(row_of(key, event) for key, event in zip("abcde", "aaadd", strict=True))


@pytest.mark.parametrize(
    ("moves", "events"),
    [
        ((), "aaadd"),
        # A report leaves: the event keeps its name, or takes that of the first that stays.
        ((("b", ""),), "abadd"),
        ((("a", ""),), "abbdd"),
        ((("a", ""), ("b", "")), "abcdd"),
        # A report joins another event, named by any of its reports.
        ((("d", "a"),), "aaaae"),
        ((("d", "c"),), "aaaae"),
        ((("a", "d"),), "dbbdd"),
        # Moves come one after the other.
        ((("d", "a"), ("d", "")), "aaade"),
        ((("d", "a"), ("a", "")), "abbbe"),
        ((("a", "d"), ("d", "a")), "dbbdd"),
        # What is so already moves nothing.
        ((("d", "e"), ("a", "b")), "aaadd"),
        ((("d", ""), ("d", "e")), "aaaee"),
    ],
)
def test_reports_move_from_event_to_event(moves: tuple[tuple[str, str], ...], events: str) -> None:
    """Every event is named after one of its reports, whatever moved."""
    found = regroup(FOUND, moves)
    assert "".join(found[key] for key in "abcde") == events
    assert all(found[event] == event for event in found.values())
    shuffled = regroup(FOUND[::-1], moves)
    assert shuffled == found


def place(row: Any) -> str:
    """Return how a report of the event to join is named."""
    return f"{row['report_id']} {row['article_sha256']} {row['start_char']}"


ALONE_IN_IT = [r for r in ROWS if sum(o["event_id"] == r["event_id"] for o in ROWS) == 1]


def test_join_then_split_restores_the_very_rows() -> None:
    """Not one value differs from what was found."""
    one, other = ALONE_IN_IT[0], ALONE_IN_IT[1]
    joined = correction("event", place(other), one)
    rows = {row["report_id"]: row for row in review(ROWS, [joined])}
    assert rows[one["report_id"]]["event_id"] == other["event_id"]
    assert rows[one["report_id"]]["merge_reason"] == (
        "A reader joined it with this event. Reason: Seen in print."
    )
    assert rows[one["report_id"]]["corrected"] == (("event", one["event_id"]),)
    assert rows[other["report_id"]] == other
    assert review(ROWS, [joined, correction("event", "alone", one, id=2)]) == ROWS
    assert review(ROWS, [joined, correction("event", "", one, id=2, undoes=1)]) == ROWS


def told_by_three() -> list[dict[str, Any]]:
    """Return three reports that the rules joined."""
    reports = [
        make_report(make_article(file=f"{n}.txt", publisher=f"Outlet {n}", text=f"Oslo spoke. {n}"))
        for n in range(3)
    ]
    rows = to_frame([replace(r, event_id=reports[0].report_id) for r in reports])
    reasons = ["", "Joined with the first.", "Joined with the first."]
    return list(rows.assign(merge_reason=reasons).to_dict("records"))


def test_event_without_the_report_it_was_named_after_says_so() -> None:
    """What is left of a split event has a name, and no reason that speaks of who left."""
    rows = told_by_three()
    parted = review(rows, [correction("event", "alone", rows[0])])
    assert [row["event_id"] for row in parted] == [rows[n]["report_id"] for n in (0, 1, 1)]
    assert [row["merge_reason"] for row in parted] == [
        "", "", "The rules joined it with others; a reader took the first of them out.",
    ]  # fmt: skip
    assert [len(row["corrected"]) for row in parted] == [1, 0, 0]
    both = correction("event", "alone", rows[0]), correction("aside", "aside", rows[1], id=2)
    rest = review(rows, both)
    assert [row["merge_reason"] for row in rest] == ["", "", ""]


def test_report_that_is_set_aside_has_no_event() -> None:
    """The others of its event stay together."""
    rows = told_by_three()
    left = review(rows, [correction("aside", "aside", rows[0])])
    assert [row["event_id"] for row in left] == ["", rows[1]["report_id"], rows[1]["report_id"]]
    assert left[0]["corrected"] == (("aside", ""),)
    back = correction("aside", "", rows[0], id=2)
    assert review(rows, [correction("aside", "aside", rows[0]), back]) == rows


def test_correction_is_found_again_by_its_quote() -> None:
    """Another id for the same words takes it along; the same words twice, or none, do not."""
    one = correction("label", "Fleets return")
    renamed = [row | {"report_id": "new"} if row is ONE else row for row in ROWS]
    fits, lost = attach([one], renamed)
    assert ([c.report_id for c in fits], lost) == (["new"], ())
    assert next(r for r in review(renamed, [one]) if r["report_id"] == "new")["label"] == one.after
    twice = [*renamed, ONE | {"report_id": "newer"}]
    gone = [row for row in ROWS if row is not ONE]
    moved = [row | {"start_char": 1} if row["report_id"] == "new" else row for row in renamed]
    for rows in (twice, gone, moved):
        assert attach([one], rows) == ((), (one,))
        assert review(rows, [one]) == rows


def test_join_with_a_report_that_is_gone_fits_nothing() -> None:
    """The report stays where the rules have it; found under another id it takes the other in."""
    one, other = ALONE_IN_IT[0], ALONE_IN_IT[1]
    joined = correction("event", place(other), one)
    gone = [row for row in ROWS if row is not other]
    assert attach([joined], gone) == ((), (joined,))
    assert review(gone, [joined]) == gone
    renamed = [row | {"report_id": "b1", "event_id": "b1"} if row is other else row for row in ROWS]
    rows = {row["report_id"]: row["event_id"] for row in review(renamed, [joined])}
    assert rows[one["report_id"]] == "b1"


def test_what_was_undone_does_not_come_back() -> None:
    """Not even where the value it was set back to does not fit any more."""
    one, other = ALONE_IN_IT[0], ALONE_IN_IT[1]
    log = (
        correction("event", place(other), one),
        correction("event", place(ROWS[0]), one, id=2),
        correction("event", place(other), one, id=3, undoes=2),
    )
    gone = [row for row in ROWS if row is not other]
    assert review(gone, log) == gone


@pytest.mark.parametrize(
    ("field", "value", "error"),
    [
        ("date", "soon", DateError),
        ("date", "2022-02-30", DateError),
        ("date", "", DateError),
        ("label", "", StoreError),
        ("label", " \u200b\n", StoreError),
        ("label", "x" * 91, StoreError),
        ("kind", "weird", StoreError),
        ("countries", "QQQ", StoreError),
        ("countries", "NOR none", StoreError),
        ("countries", "", StoreError),
        ("aside", "yes", StoreError),
        ("event", "somewhere", StoreError),
        ("event", "ab12 xyz 3", StoreError),
    ],
)
def test_what_no_field_can_hold_is_refused(
    field: str, value: str, error: type[TimelineError]
) -> None:
    """The message says what, the remedy what to write."""
    with pytest.raises(error) as caught:
        REPORT_FIELDS[field](value)
    assert caught.value.message.endswith(".")
    assert caught.value.remedy.endswith(".")


@pytest.mark.parametrize(
    ("field", "value", "kept"),
    [
        ("date", " 2022-10-04 ", "2022-10-04"),
        ("date", "undated", "undated"),
        ("label", " Fleets\n return ", "Fleets return"),
        ("countries", "PER NOR PER", "NOR PER"),
        ("countries", "none", "none"),
        ("event", "alone", "alone"),
    ],
)
def test_values_are_kept_in_one_way(field: str, value: str, kept: str) -> None:
    """Spaces go, codes are sorted; what is kept can be kept again."""
    assert REPORT_FIELDS[field](value) == kept
    assert REPORT_FIELDS[field](kept) == kept


@pytest.mark.parametrize(
    ("field", "before", "after", "undoes", "words"),
    [
        ("date", "undated", "2022-10-07", 0, "day corrected from date not stated to Fri 7 Oct"),
        ("date", "2022-10-07", "", 0, "day correction to Fri 7 Oct 2022 taken back"),
        (
            "date",
            "2022-10-04/..",
            "2022-10-04/2022-10-06",
            0,
            "day corrected from “from Tue 4 Oct 2022” to “4 to 6 Oct 2022”.",
        ),
        ("label", "One", "From A to B", 0, "label corrected from “One” to “From A to B”"),
        ("label", "Two", "One", 1, "label set back from “Two” to “One”"),
        ("countries", "none", "NOR PER", 0, "countries corrected from none to Norway and Peru"),
        ("aside", "", "aside", 0, "set aside"),
        ("aside", "aside", "", 1, "undone: put back on the timeline"),
        ("event", "ab12", "alone", 0, "parted from its event: not the same happening"),
        ("event", "ab12", "ab13 x 1", 0, "joined with another event"),
    ],
)
def test_log_says_what_was_done(
    field: str, before: str, after: str, undoes: int, words: str
) -> None:
    """When, by whom, from what, to what, and why."""
    row = replace(correction(field, after, undoes=undoes), before=before)
    said = correction_words(row)
    assert said.startswith(f"{FIRST} by Anna: {words}")
    assert said.endswith(". Reason: Seen in print.")
