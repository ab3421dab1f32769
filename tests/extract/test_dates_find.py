"""What is found and how it is read, when published on Tuesday 11 October 2022."""

from itertools import pairwise

import pytest

from dashboard.extract.dates import find_dates, find_mentions

TUESDAY = "2022-10-11"

# text, words found, EDTF
DAYS = [
    # in full, in the usual orders
    ("The pact of 4 October 2022 held.", "4 October 2022", "2022-10-04"),
    ("The pact of October 4, 2022, held.", "October 4, 2022", "2022-10-04"),
    ("The pact of Oct. 4, 2022 held.", "Oct. 4, 2022", "2022-10-04"),
    ("The pact of the 4th of October 2022 held.", "the 4th of October 2022", "2022-10-04"),
    ("The pact of 2022-10-04 held.", "2022-10-04", "2022-10-04"),
    ("The pact of 4.10.2022 held.", "4.10.2022", "2022-10-04"),
    ("The pact of 10/13/2021 held.", "10/13/2021", "2021-10-13"),
    ("MONDAY, 10 OCTOBER 2022 - RIGA", "MONDAY, 10 OCTOBER 2022", "2022-10-10"),
    # day and month
    ("Shells fell on 6 October.", "6 October", "2022-10-06"),
    ("Shells fell on Tues., Oct. 4, in the port.", "Tues., Oct. 4", "2022-10-04"),
    ("The pact was signed on 24 February.", "24 February", "2022-02-24"),
    ("The court sits on 20 October.", "20 October", "2022-10-20"),
    ("The summit will be held on 3 January.", "3 January", "2023-01-03"),
    ("It rained on Sunday, 3 October.", "Sunday, 3 October", "2021-10-03"),
    ("It closed on 29 February.", "29 February", "2020-02-29"),
    # months, seasons, quarters, years
    ("The road has been shut since August.", "August", "2022-08"),
    ("The road was opened in November.", "November", "2021-11"),
    ("The road will open in November.", "November", "2022-11"),
    ("Prices fell in March 2021.", "March 2021", "2021-03"),
    ("Rivers rose last spring.", "last spring", "2022-21"),
    ("Rivers rose in the winter of 2020.", "the winter of 2020", "2020-24"),
    ("Sales fell in Q2 2022.", "Q2 2022", "2022-34"),
    ("Sales fell in the third quarter.", "the third quarter", "2022-35"),
    ("Her 2019 report was right.", "2019", "2019"),
    ("The 1864 treaty was kept.", "1864", "1864"),
    ("Mills closed in the 1980s.", "the 1980s", "198X"),
    ("Mills opened in the 19th century.", "the 19th century", "1800/1899"),
    ("The bridge was built circa 1864 by monks.", "1864", "1864~"),
    ("The bridge (c. 1864) was built by monks.", "1864", "1864~"),
    ("The map, ca. 1650, was lost.", "1650", "1650~"),
    ("The 2012/13 season was dry.", "2012/13", "2012-01-01/2013-12-31"),
    (
        "They lived in the late 20th centuries of three calendars.",
        "the late 20th centuries",
        "1967/1999",
    ),
    ("Sales fell in the first half of the year.", "the first half of the year", "2022-01/2022-06"),
    ("Sales fell in the second half of 2021.", "the second half of 2021", "2021-07/2021-12"),
    ("The third-quarter loss was small.", "third-quarter", "2022-35"),
    # weekdays
    ("The mayor resigned on Monday.", "Monday", "2022-10-10"),
    ("The mayor resigned on Tuesday.", "Tuesday", "2022-10-11"),
    ("The mayor resigned on Wednesday.", "Wednesday", "2022-10-05"),
    ("The mayor will resign on Wednesday.", "Wednesday", "2022-10-12"),
    ("The mayor is on leave until Friday.", "Friday", "2022-10-14"),
    ("The mayor resigned last Tuesday.", "last Tuesday", "2022-10-04"),
    ("The mayor resigned next Tuesday.", "next Tuesday", "2022-10-18"),
    ("The mayor spoke this Friday.", "this Friday", "2022-10-14"),
    ("The show ends Monday week.", "Monday week", "2022-10-24"),
    ("The show ends a week on Friday.", "a week on Friday", "2022-10-21"),
    ("It rained on the last Sunday in March.", "the last Sunday in March", "2022-03-27"),
    ("It rained on the first Monday of May 2021.", "the first Monday of May 2021", "2021-05-03"),
    ("It rained on Wednesday, 3 October.", "Wednesday, 3 October", "2022-10-03?"),
    ("It rained on Monday, 29 February.", "Monday, 29 February", "2016-02-29"),
    ("It rained on Wednesday, Oct. 4-5.", "Wednesday, Oct. 4-5", "2022-10-04/2022-10-05"),
    ("The law takes effect next Jan. 1.", "next Jan. 1", "2023-01-01"),
    ("The bridge fell on this day in 1979.", "this day in 1979", "1979-10-11"),
    # counted from the publication day
    ("Talks began yesterday.", "yesterday", "2022-10-10"),
    ("Talks begin the day after tomorrow.", "the day after tomorrow", "2022-10-13"),
    ("Shells fell last night.", "last night", "2022-10-10"),
    ("They met earlier this week.", "earlier this week", "2022-10-10/2022-10-11"),
    ("They met earlier this month.", "earlier this month", "2022-10-01/2022-10-11"),
    ("They meet later this week.", "later this week", "2022-10-11/2022-10-16"),
    ("They met last week.", "last week", "2022-10-03/2022-10-09"),
    ("They met last month.", "last month", "2022-09"),
    ("They meet next year.", "next year", "2023"),
    ("They met over the weekend.", "the weekend", "2022-10-08/2022-10-09"),
    ("They met in the week of 3 May 2022.", "the week of 3 May 2022", "2022-05-02/2022-05-08"),
    (
        "They met on the weekend of 1 May 2022.",
        "the weekend of 1 May 2022",
        "2022-04-30/2022-05-01",
    ),
    ("They met three days ago.", "three days ago", "2022-10-08"),
    ("They met eleven days ago.", "eleven days ago", "2022-09-30"),
    ("They met five years ago.", "five years ago", "2017"),
    ("Hundreds fled in the past two weeks.", "the past two weeks", "2022-09-27/2022-10-11"),
    ("They met earlier in the week.", "earlier in the week", "2022-10-10/2022-10-11"),
    ("They meet later in the year.", "later in the year", "2022-10-11/2022-12-31"),
    ("They met earlier in the day.", "earlier in the day", "2022-10-11"),
    ("The index ended the day at a low.", "the day", "2022-10-11"),
    ("They met this past Friday.", "this past Friday", "2022-10-07"),
    ("They fled over this past week.", "this past week", "2022-10-04/2022-10-11"),
    ("They met a month ago today.", "a month ago today", "2022-09-11"),
    ("They met two years ago this month.", "two years ago this month", "2020-10"),
    ("They met half a century ago.", "half a century ago", "1972"),
    ("They met a quarter of a century ago.", "a quarter of a century ago", "1997"),
    ("They meet two weeks from today.", "two weeks from today", "2022-10-24/2022-10-30"),
    ("Sales beat those of the year-ago quarter.", "the year-ago quarter", "2021"),
    ("Sales beat those of the same period last year.", "the same period last year", "2021"),
    ("They met on the last day of February 2022.", "the last day of February 2022", "2022-02-28"),
    # parts
    ("They met at the end of August.", "the end of August", "2022-08-21/2022-08-31"),
    ("They met in early March 2021.", "early March 2021", "2021-03-01/2021-03-10"),
    ("They met in mid-September.", "mid-September", "2022-09-11/2022-09-20"),
    ("They met in late 2021.", "late 2021", "2021-09/2021-12"),
    ("They met in the early 1990s.", "the early 1990s", "1990/1993"),
    ("It rained in the last week of August.", "the last week of August", "2022-08-25/2022-08-31"),
    ("They met in October of last year.", "October of last year", "2021-10"),
    ("It was the first quarter of 2021.", "the first quarter of 2021", "2021-33"),
    # ranges
    ("The fair ran from Monday to Friday.", "Monday to Friday", "2022-10-03/2022-10-07"),
    ("The fair ran 5–9 March.", "5–9 March", "2022-03-05/2022-03-09"),
    ("The fair ran March 5-9, 2021.", "March 5-9, 2021", "2021-03-05/2021-03-09"),
    ("It ran between 2003 and 2005.", "2003 and 2005", "2003-01-01/2005-12-31"),
    ("It ran from 28 December to 2 January.", "28 December to 2 January", "2021-12-28/2022-01-02"),
    ("It fell in August and September 2021.", "August and September 2021", "{2021-08,2021-09}"),
    (
        "They met on the 4th and 6th of May 2021.",
        "the 4th and 6th of May 2021",
        "{2021-05-04,2021-05-06}",
    ),
    ("They met on 4 and 6 October.", "4 and 6 October", "{2022-10-04,2022-10-06}"),
    ("It rained between 4 and 6 October.", "4 and 6 October", "2022-10-04/2022-10-06"),
    ("It rained between May 4 and 6, 2021.", "May 4 and 6, 2021", "2021-05-04/2021-05-06"),
    ("They fled in the three previous weeks.", "the three previous weeks", "2022-09-20/2022-10-11"),
    ("Sales were poor in September-November.", "September-November", "2022-09-01/2022-11-30"),
    # times of day
    (
        "They left in the early morning hours of 14 June.",
        "the early morning hours of 14 June",
        "2022-06-14",
    ),
    ("He came at 3 p.m. on Monday.", "3 p.m. on Monday", "2022-10-10"),
    ("He came on Monday night.", "Monday night", "2022-10-10"),
    ("Updated 10 Oct 2022 09:15", "10 Oct 2022 09:15", "2022-10-10"),
    ("Updated at 14.22 BST.", "14.22 BST", "2022-10-11"),
    ("He came at dawn on Monday.", "dawn on Monday", "2022-10-10"),
    ("He came at ten o'clock.", "ten o'clock", "2022-10-11"),
    ("He came at noon EST on Monday.", "noon EST on Monday", "2022-10-10"),
    # hours and their zones
    ("He came at 7:20 p.m. (GMT +3).", "7:20 p.m. (GMT +3)", "2022-10-11"),
    ("He came at 14:00 UTC+3 on Monday.", "14:00 UTC+3 on Monday", "2022-10-10"),
    ("He came at 3:16.", "3:16", "2022-10-11"),
    # fiscal years and halves
    ("The firm lost money in fiscal 2021.", "fiscal 2021", "2021~"),
    ("The firm lost money in FY22.", "FY22", "2022~"),
    (
        "It fell in the third quarter of fiscal year 2021.",
        "the third quarter of fiscal year 2021",
        "2021~",
    ),
    ("It fell in H1 2021.", "H1 2021", "2021-01/2021-06"),
    ("It fell in the latter half of 2021.", "the latter half of 2021", "2021-07/2021-12"),
    # feasts
    ("It closed on Good Friday.", "Good Friday", "2022-04-15"),
    ("It closed on Easter Monday.", "Easter Monday", "2022-04-18"),
    ("It closed at Easter 2024.", "Easter 2024", "2024-03-31"),
    ("It closed on Orthodox Easter.", "Orthodox Easter", "2022-04-24"),
    ("It closed on Thanksgiving 2021.", "Thanksgiving 2021", "2021-11-25"),
    ("It closed on Memorial Day.", "Memorial Day", "2022-05-30"),
    ("It closed for Eid al-Fitr.", "Eid al-Fitr", "2022-05-02~"),
    ("It closed on the eve of 9/11.", "9/11", "2001-09-11"),
    ("It changed everything after the Sept. 11 attacks.", "Sept. 11 attacks", "2001-09-11"),
    ("It changed everything after the September 11 attacks.", "September 11 attacks", "2001-09-11"),
    ("It closed on New Year's Eve.", "New Year's Eve", "2021-12-31"),
]

VALUES = [
    ("The siege took three days.", "P3D"),
    ("The siege took a fortnight.", "P2W"),
    ("The siege took several months.", "PXM"),
    ("The siege took 48 hours.", "PT48H"),
    ("The siege took two and a half years.", "P2.5Y"),
    ("The market opens every Monday.", "XXXX-WXX-1"),
    ("The court sits on the first Monday of each month.", "XXXX-WXX-1"),
    ("The court sits every second Tuesday.", "XXXX-WXX-2"),
    ("The fair will last two weeks.", "P2W"),
    ("The market opens twice a week.", "P1W"),
    ("The annual fair opened.", "P1Y"),
    ("The port is now closed.", "PRESENT_REF"),
    ("The port was recently closed.", "PAST_REF"),
    ("The port closed a few months ago.", "PAST_REF"),
    ("The port closed a year and a half ago.", "PAST_REF"),
    ("The port may grow in the near future.", "FUTURE_REF"),
    ("The yard makes 15 a year.", "P1Y"),
    ("It failed. Months of talks were lost.", "PXM"),
    ("The port grew over the years.", "PXY"),
    ("They met on the night of the vote.", "XXXX-XX-XXTNI"),
    ("They left on the following Monday.", "XXXX-WXX-1"),
    ("A century later it fell.", "FUTURE_REF"),
    ("The following year it fell.", "FUTURE_REF"),
    ("Rivers freeze as winter comes.", "XXXX-WI"),
    ("Buses do not run at night.", "XXXX-XX-XXTNI"),
]

NOTHING = [
    "A 44-year-old driver, aged 60, was held.",
    "She is 60 years old and he is 12 years of age.",
    "He sold a 30-year bond and a 10-year Treasury note.",
    "She was on 60 Minutes and writes for the Sunday Times.",
    "It cost $2000, up 1950% on the plan.",
    "He may march in the sun; a second later the august guest may leave.",
    "May I? Before May resigned, Theresa May met April Jones and John March.",
    "Some 1500 cars and 2,000 troops passed.",
    "Shops were full on Black Friday.",
    "Nothing happened on 31 February.",
    "A man in his 40s flew a KC-30 with AD36 on board, the DEC said.",
    "Some 1920 people came, and the 1855 soldiers left for the Summer Olympics.",
    "He left before the fall of Rome.",
    "Flight 447 took gate 22 with 183 people.",
    "She read John 3:16 and Romans 12:10; they won 3:16.",
    "It lost money in the last fiscal year.",
    "It lost money in the fiscal first quarter, and they paid circa 1200 dollars.",
    "They hired c. 1864 painters, and Sam scored twice in the first half, past the keeper.",
    "They ended the day he had feared.",
    "It was the second Sunday of Advent.",
    "They led by 6 in the third quarter of the game.",
    "Her last day was hard, and she sang on Saturday Night Live and Monday Night Football.",
]


@pytest.mark.parametrize(("text", "words", "date"), DAYS)
def test_date_is_found_and_read(text, words, date):
    """The words are found whole and mean these days."""
    assert [(d.text, d.date) for d in find_dates(text, TUESDAY)] == [(words, date)]


@pytest.mark.parametrize(("text", "value"), VALUES)
def test_time_without_a_day_has_a_value_and_no_date(text, value):
    """Lengths, repeated and vague times carry a TIMEX3 value, and no day is made up."""
    assert [(d.value, d.date) for d in find_dates(text, TUESDAY)] == [(value, "")]


@pytest.mark.parametrize("text", NOTHING)
def test_words_that_are_no_dates_are_left_alone(text):
    """Ages, prices, names and papers are no dates."""
    assert [d.text for d in find_dates(text, TUESDAY)] == []


@pytest.mark.parametrize("text", [row[0] for row in DAYS])
def test_spans_are_the_words_in_order_and_apart(text):
    """Offsets point at the words; mentions come in order and do not overlap."""
    twice = f"{text} \n\n{text}"
    found = find_dates(twice, TUESDAY)
    assert [twice[d.span.start : d.span.end] for d in found] == [d.text for d in found]
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))


def test_ranges_can_be_had_as_their_two_ends():
    """With ranges=False the ends of a range stand apart, each with its own words."""
    found = find_dates(
        "The fair ran from Monday to Friday, and on 5–9 March.", TUESDAY, ranges=False
    )
    assert [d.text for d in found] == ["Monday", "Friday", "5", "9 March"]


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("He has led it since 2014.", "since"),
        ("He stays until Friday.", "until"),
        ("He must go by the end of the year.", "until"),
        ("He left before 5 October.", "before"),
        ("He left after 5 October.", "after"),
        ("He left on 5 October.", ""),
    ],
)
def test_word_before_a_date_makes_it_a_bound(text, bound):
    """Since, until, by, before and after say which side of the date is meant."""
    assert [d.bound for d in find_dates(text, TUESDAY)] == [bound]


def test_finding_needs_no_publication_day():
    """Mentions carry what the words say; a forward cue is noticed with them."""
    [mention] = find_mentions("The vote will be held on Friday.")
    assert (mention.text, mention.ahead, mention.rule) == ("Friday", True, "weekday")


def test_a_cue_in_another_sentence_does_not_count():
    """Only words in the date's own sentence, close before it, turn it ahead."""
    [found] = find_dates("He will stay. The vote was held on Friday.", TUESDAY)
    assert found.date == "2022-10-07"


def test_had_puts_a_cue_in_the_past():
    """A forward cue after "had" looked ahead from a day that is over."""
    [found] = find_dates("The vote had been due on Friday.", TUESDAY)
    assert found.date == "2022-10-07"


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("The vote will be held on 5 September.", "2023-09-05"),
        ("“We’ll meet on 5 September,” she said.", "2023-09-05"),
        ("The fair is due to open on 5 September.", "2023-09-05"),
        ("The fair was due to open on 5 September.", "2022-09-05"),
        ("The vote was to be held on 5 September.", "2022-09-05"),
        ("They will name those who were killed on 5 September.", "2022-09-05"),
        ("The fair, which will close soon, was opened on 5 September.", "2022-09-05"),
        ("They will meet on Monday, 5 September.", "2022-09-05"),
        ("The deadline is 5 September.", "2022-09-05"),
        ("The deadline is 20 December.", "2022-12-20"),
        ("The fair opens on Friday.", "2022-10-14"),
        ("The fair opened on Friday.", "2022-10-07"),
        ("Talks resume at 10 a.m. (0800 GMT) on Friday.", "2022-10-14"),
        ("The fair runs through Friday.", "2022-10-14"),
        ("The best was, and is, Friday’s show.", "2022-10-07"),
        ("The man of the day is Friday’s guest.", "2022-10-07"),
        ("The next fair is in November.", "2022-11"),
        ("The fair opens on Friday, and all was dry.", "2022-10-14"),
        ("The verdict is expected in the summer.", "2023-22"),
        ("The road will open in September.", "2023-09"),
        ("Oil for November delivery fell.", "2022-11"),
        ("Oil for November fell.", "2021-11"),
        ("Will Jones resigned on Friday.", "2022-10-07"),
        ("Will the mayor resign on Friday?", "2022-10-14"),
        ("Mayor Will Resign On Friday", "2022-10-14"),
    ],
)
def test_a_verb_that_looks_ahead_decides(text, date):
    """ "Will … on 5 September" is ahead in October, unless a clause of the past is between."""
    assert [d.date for d in find_dates(text, TUESDAY) if d.date] == [date]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("By Friday the town had fallen.", "2022-10-07"),
        ("By Friday, rebels were inside the walls.", "2022-10-07"),
        ("The town must be left by Friday.", "2022-10-14"),
        ("The road will be shut by Friday, said a man who was there.", "2022-10-14"),
    ],
)
def test_by_a_weekday_is_past_where_its_clause_is(text, date):
    """ "By Friday" looks ahead, unless what follows in the clause tells that it is over."""
    [found] = find_dates(text, TUESDAY)
    assert found.date == date


def test_a_paragraph_ends_a_date():
    """Words of two paragraphs are never joined into one date."""
    found = find_dates("They met on 4\n\nOctober was cold.", TUESDAY)
    assert [d.text for d in found] == ["October"]


@pytest.mark.parametrize(
    ("text", "date", "value"),
    [
        ("The pact was signed around 4 March 2019.", "2019-03-04~", "2019-03-04"),
        ("The pact was signed on about 4 March 2019.", "2019-03-04~", "2019-03-04"),
        ("The pact was signed about 4 March 2019.", "2019-03-04~", "2019-03-04"),
        ("The pact was signed some time around 4 March 2019.", "2019-03-04~", "2019-03-04"),
        ("The pact was signed on or around 4 March 2019.", "2019-03-04~", "2019-03-04"),
        ("The pact was signed circa March 2019.", "2019-03~", "2019-03"),
        ("The fort was built circa May 1864.", "1864-05~", "1864-05"),
        ("The pact was signed roughly in or about 2019.", "2019~", "2019"),
        ("The pact was signed about three days ago.", "2022-10-08~", "2022-10-08"),
        ("It rained between around 3 and 5 March 2019.", "2019-03-03~/2019-03-05~",
         "2019-03-03/2019-03-05"),
        ("They wrote about Monday.", "2022-10-10", "2022-10-10"),
        ("They came around 8 pm on Monday.", "2022-10-10", "2022-10-10T20:00"),
        ("They walked around on 4 March 2019.", "2019-03-04", "2019-03-04"),
        ("They met on 3 or 5 March 2019.", "[2019-03-03,2019-03-05]", "2019-03-03/2019-03-05"),
        ("They met on March 3 or 5, 2019.", "[2019-03-03,2019-03-05]", "2019-03-03/2019-03-05"),
        ("They met on 3 March or 5 March 2019.", "[2019-03-03,2019-03-05]",
         "2019-03-03/2019-03-05"),
        ("They met in August or September 2021.", "[2021-08,2021-09]", "2021-08/2021-09"),
        ("They met on 3 and 5 March 2019.", "{2019-03-03,2019-03-05}", "2019-03-03/2019-03-05"),
    ],
)  # fmt: skip
def test_what_is_only_roughly_or_one_of_two_is_not_called_exact(text, date, value):
    """Around makes a day approximate, or makes it one of two; the TIMEX3 value stays."""
    [found] = find_dates(text, TUESDAY)
    assert (found.date, found.value) == (date, value)
    assert ("not exact" in found.reason) is ("~" in date)


def test_ukrainian_words_make_a_date_approximate():
    """Близько does in Ukrainian what around does."""
    [found] = find_dates("Міст відкрили близько 4 березня 2019 року.", TUESDAY, "uk")
    assert found.date == "2019-03-04~"
