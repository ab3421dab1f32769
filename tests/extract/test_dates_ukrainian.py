"""Ukrainian, read end to end from its own tables, published on Tuesday 11 October 2022."""

import pytest

from dashboard.extract.dates import find_dates, find_mentions

DAYS = [
    ("Договір від 4 жовтня 2022 року чинний.", "4 жовтня 2022 року", "2022-10-04"),
    ("Договір від 04.10.2022 чинний.", "04.10.2022", "2022-10-04"),
    ("Снаряди впали 6 жовтня.", "6 жовтня", "2022-10-06"),
    ("Снаряди впали у четвер, 6 жовтня.", "четвер, 6 жовтня", "2022-10-06"),
    ("Саміт відбудеться 3 січня.", "3 січня", "2023-01-03"),
    ("Міст закрили в понеділок.", "понеділок", "2022-10-10"),
    ("Міст закрили у п’ятницю.", "п’ятницю", "2022-10-07"),
    ("Міст закрили у п'ятницю.", "п'ятницю", "2022-10-07"),
    ("Міст буде закрито в середу.", "середу", "2022-10-12"),
    ("Міст закрили минулої середи.", "минулої середи", "2022-10-05"),
    ("Переговори почалися вчора.", "вчора", "2022-10-10"),
    ("Переговори почалися позавчора.", "позавчора", "2022-10-09"),
    ("Дорогу закрито з серпня.", "серпня", "2022-08"),
    ("Дорогу відкрили в листопаді.", "листопаді", "2021-11"),
    ("Ціни впали у березні 2021 року.", "березні 2021 року", "2021-03"),
    ("Міст збудували 1893 року.", "1893 року", "1893"),
    ("Він помер торік.", "торік", "2021"),
    ("Він приїхав минулого тижня.", "минулого тижня", "2022-10-03/2022-10-09"),
    ("Він приїде наступного року.", "наступного року", "2023"),
    ("Він приїхав три дні тому.", "три дні тому", "2022-10-08"),
    ("Він приїхав рік тому.", "рік тому", "2021"),
    ("Дощило наприкінці серпня.", "наприкінці серпня", "2022-08-21/2022-08-31"),
    ("Дощило на початку березня 2021 року.", "початку березня 2021 року", "2021-03-01/2021-03-10"),
    ("Річки піднялися навесні.", "навесні", "2022-21"),
    ("Річки піднялися влітку 2021 року.", "влітку 2021 року", "2021-22"),
    ("Продажі впали у третьому кварталі.", "третьому кварталі", "2022-35"),
    ("Заводи закрили у 1980-х роках.", "1980-х роках", "198X"),
    ("Будинок XIX століття горів.", "XIX століття", "1800/1899"),
    ("Ярмарок тривав з понеділка до п'ятниці.", "понеділка до п'ятниці", "2022-10-03/2022-10-07"),
    ("Ярмарок тривав 5–9 березня.", "5–9 березня", "2022-03-05/2022-03-09"),
    ("Снаряди впали в ніч на 6 жовтня.", "ніч на 6 жовтня", "2022-10-06"),
    ("Він прийшов у понеділок о 16:08.", "понеділок о 16:08", "2022-10-10"),
    ("Було тихо на День Незалежності.", "День Незалежності", "2022-08-24"),
]

VALUES = [
    ("Облога тривала три дні.", "P3D"),
    ("Облога тривала кілька місяців.", "PXM"),
    ("Ринок працює щопонеділка.", "XXXX-WXX-1"),
    ("Щорічний ярмарок відкрився.", "P1Y"),
    ("Порт зараз закрито.", "PRESENT_REF"),
]


@pytest.mark.parametrize(("text", "words", "date"), DAYS)
def test_date_is_found_and_read(text, words, date):
    """The words are found whole, in the case in which they stand, and mean these days."""
    found = find_dates(text, "2022-10-11", "uk")
    assert [(d.text, d.date) for d in found] == [(words, date)]
    assert [text[d.span.start : d.span.end] for d in found] == [words]


@pytest.mark.parametrize(("text", "value"), VALUES)
def test_time_without_a_day_has_a_value_and_no_date(text, value):
    """Lengths, repeated and vague times have a TIMEX3 value and no day."""
    assert [(d.value, d.date) for d in find_dates(text, "2022-10-11", "uk")] == [(value, "")]


@pytest.mark.parametrize(
    "text", ["Затримали 44-річного водія.", "Прийшло 1920 людей.", "Він пішов."]
)
def test_words_that_are_no_dates_are_left_alone(text):
    """Ages and counts are no dates."""
    assert find_dates(text, "2022-10-11", "uk") == ()


@pytest.mark.parametrize(
    ("text", "bound"),
    [("Він керує з 2014 року.", "since"), ("Він лишиться до п'ятниці.", "until")],
)
def test_word_before_a_date_makes_it_a_bound(text, bound):
    """З and до say which side of the date is meant."""
    assert [d.bound for d in find_dates(text, "2022-10-11", "uk")] == [bound]


def test_told_days_count_from_the_last_mention():
    """Наступного дня and того ж дня count from what was mentioned before."""
    text = "Він приїхав 3 жовтня. Того ж дня дощило, а наступного дня він поїхав."
    assert [d.date for d in find_dates(text, "2022-10-11", "uk")] == [
        "2022-10-03",
        "2022-10-03",
        "2022-10-04",
    ]


def test_each_language_reads_its_own_words_only():
    """The tables of one language find nothing in the words of the other."""
    assert find_mentions("Снаряди впали в понеділок, 6 жовтня.", "en") == ()
    assert find_mentions("Shells fell on Monday, 6 October.", "uk") == ()


def test_a_language_without_tables_is_read_as_english():
    """An unknown language, or English of a country, is read by the English tables."""
    for language in ("en-GB", "xx", "", "../uk"):
        assert [m.text for m in find_mentions("on 4 October 2022", language)] == ["4 October 2022"]
