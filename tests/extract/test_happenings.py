"""From sentences to reports: what is chosen, when it was, who acts, what it is called."""

import pytest
from gold_measures import Case, articles

from dashboard.extract.happenings import read_article
from dashboard.extract.happenings.cues import check_cues
from dashboard.extract.sentences import split_sentences
from dashboard.model import Article, Reading

PUBLISHED = "2021-03-10"  # a Wednesday


def read(text: str, published_on: str = PUBLISHED) -> Reading:
    """Read an invented article."""
    return read_article(Article("test.txt", text, published_on=published_on))


DATED = [
    # the date in the happening's own clause
    ("The army seized the port on 2 March 2021.", [("2021-03-02", "stated")]),
    ("The army seized the port on Monday.", [("2021-03-08", "relative")]),
    ("The army seized the port on 2 March.", [("2021-03-02", "stated")]),
    ("The army seized the port in January.", [("2021-01", "stated")]),
    # the date belongs to a noun, and only limits the verb
    ("The council met after the bombing of the port on Monday.", [("2021-03-08", "relative")]),
    ("Monday's attack shook the port.", [("2021-03-08", "relative")]),
    (
        "Ana Costa called a meeting in response to the bombing of the port on Monday.",
        [("2021-03-08", "relative")],
    ),
    # a year in a name gives way to the day
    ("The 2020 Harbour Games opened on Monday.", [("2021-03-08", "relative")]),
    ("The army seized the port at the 2020 Harbour Games.", [("2020", "stated")]),
    # a clause with "when" shares its day
    (
        "When rebels seized the port on Monday, the mayor fled.",
        [("2021-03-08", "relative"), ("2021-03-08", "governed")],
    ),
    # a saying without a day gives way to what it tells, where that has one
    (
        "Rebels left the port on Sunday. The navy said the ship passed a test in March 2020.",
        [("2021-03-07", "relative"), ("2020-03", "stated")],
    ),
    # "after dawn on Monday" is on that day; an aim has no earlier happening of its own
    ("Rebels landed after dawn on Monday.", [("2021-03-08", "relative")]),
    (
        "Ghana beat Mali on Monday to reach a final for the first time since 2010.",
        [("2021-03-08", "relative")],
    ),
    # a year dates the action that hangs on the verb, not the verb
    (
        "A court met on Monday. Teles was found guilty of taking 4,000 euros in 2009.",
        [("2021-03-08", "relative"), ("2021-03-08", "article_day")],
    ),
    # what went on is dated by its own day alone
    ("Divers were digging on Monday. The ship was sinking.", [("2021-03-08", "relative")]),
    # "was" before a date says when a happening was
    ("The first flight was in 1998.", [("1998", "stated")]),
    # what happened during a dated happening has its day
    (
        "During the siege on 2 March, two bridges collapsed.",
        [("2021-03-02", "stated"), ("2021-03-02", "governed")],
    ),
    # one closing date for two verbs
    (
        "The mayor resigned and left the city on Monday.",
        [("2021-03-08", "governed"), ("2021-03-08", "relative")],
    ),
    # an earlier happening of the same sort
    (
        "On 2 March, shells hit the port for the first time since January.",
        [("2021-03-02", "stated"), ("2021-01", "governed")],
    ),
    # news of the day
    ("The council has approved the plan.", [("2021-03-10", "publication")]),
    # present perfect after news of today; a day ahead dates no past verb
    (
        "Rebels left the port on Sunday. The army said on Wednesday that it was calm. "
        "Norway has sent a ship.",
        [("2021-03-07", "relative"), ("2021-03-10", "relative"), ("2021-03-10", "article_day")],
    ),
    ("The firm signed a contract for 2024.", [("2021-03-10", "publication")]),
    # the noun in a subject that is not its head; "at" a dated meeting
    (
        "Anger over Friday's vote grew.",
        [("2021-03-05", "relative"), ("2021-03-10", "publication")],
    ),
    (
        "At Monday's summit, the two states agreed on a truce.",
        [("2021-03-08", "relative"), ("2021-03-08", "governed")],
    ),
    # a participle in an aside has its own day, and the verb beside it another
    (
        "The ferry, built in 2003, sank on Monday.",
        [("2003", "stated"), ("2021-03-08", "relative")],
    ),
    ("Born in Lima in 1950, the poet died.", [("1950", "stated"), ("2021-03-10", "publication")]),
    (
        "The court annulled the law passed in 2010.",
        [("2021-03-10", "publication"), ("2010", "stated")],
    ),
    (
        "Police freed a man arrested on 3 March.",
        [("2021-03-10", "publication"), ("2021-03-03", "stated")],
    ),
    ("The blast left two people injured on Monday.", [("2021-03-08", "relative")]),
    ("Asked on Monday about the fire, Ana Costa said it was out.", [("2021-03-08", "relative")]),
    # limits that are days
    ("The road did not reopen until Monday.", [("2021-03-08", "relative")]),
    ("The vote was postponed to 3 May.", [("2021-05-03", "stated")]),
    ("Ana Costa has been detained since 3 February.", [("2021-02-03", "stated")]),
    ("By Friday, hundreds fled the town.", []),
    ("The vote, meant for May, was delayed until 3 September.", [("2021-09-03", "stated")]),
    # a clause with "when" behind the main one shares its day too
    (
        "Police opened fire when rebels stormed the port on Monday.",
        [("2021-03-08", "governed"), ("2021-03-08", "relative")],
    ),
    # a month and a day that are a name, long after it
    ("The 7 June riots killed ten people.", []),
    ("The 7 March riots killed ten people.", [("2021-03-07", "stated")]),
    ("The February 3 riots killed ten people.", []),
    ("The port marked the 9 March fire anniversary on Monday.", [("2021-03-08", "relative")]),
    ("Ana Costa praised the March 8 strikers.", [("2021-03-10", "publication")]),
    (
        "Riots broke out on 3 February. The 3 February riots hurt ten people.",
        [("2021-02-03", "stated"), ("2021-02-03", "stated")],
    ),
    ("On the 3 February he died.", [("2021-02-03", "stated")]),
    # the name of a happening dates no other one, unless that was part of it
    ("A film of the 9/11 attacks opened on Monday.", [("2021-03-08", "relative")]),
    ("The 9/11 attacks changed the land.", []),
    ("He died in the 9/11 attacks.", [("2001-09-11", "stated")]),
    ("On 9/11 the guard saved ten people.", [("2001-09-11", "stated")]),
    # the new day is that of what was moved, the old one is none; a firm that moves has its day
    ("The vote was put off to 30 March from 3 March.", [("2021-03-30", "stated")]),
    ("The vote was postponed from 3 March to 30 March.", [("2021-03-30", "stated")]),
    ("The fair was brought forward to 1 April.", [("2021-04-01", "stated")]),
    ("The vote was postponed to Monday.", [("2021-03-15", "relative")]),
    ("The court put back a trial, planned for 12 March, to 30 May.", [("2021-05-30", "stated")]),
    ("The council put off the vote on 3 March.", [("2021-03-03", "stated")]),
    ("The firm moved to Oslo on 3 March.", [("2021-03-03", "stated")]),
    ("The ferry was delayed on Monday.", [("2021-03-08", "relative")]),
    # what is called, set or announced for a day is a plan of that day
    ("Unions called a strike for 20 March.", [("2021-03-20", "stated")]),
    ("A trial date was set for 20 March.", [("2021-03-20", "stated")]),
    ("The club announced a meeting for Tuesday.", [("2021-03-16", "relative")]),
    ("The mayor called a doctor on 3 March.", [("2021-03-03", "stated")]),
    ("The bank set 30 June as the deadline.", [("2021-06-30", "stated")]),
    ("The court announced Monday as its verdict.", [("2021-03-15", "relative")]),
    ("The firm announced Monday that it was sold.", [("2021-03-08", "relative")]),
    ("The firm announced a deal on Monday as talks ended.", [("2021-03-08", "relative")]),
    (
        "The strike, called for 20 March, was lost.",
        [("2021-03-20", "stated"), ("2021-03-10", "publication")],
    ),
    ("The judge set bail on Monday.", [("2021-03-08", "relative")]),
    ("The firm set a record for February.", [("2021-02", "stated")]),
    # a cause has its own day, and what it brought about came after it
    ("Oil rose due to the strike on Monday.", [("2021-03-08", "relative")]),
    ("Prices fell because of the storm on Sunday.", [("2021-03-07", "relative")]),
    ("Flights will stop due to the strike on Monday.", [("2021-03-15", "relative")]),
    ("Prices fell on Sunday because of the storm.", [("2021-03-07", "relative")]),
    ("The port shut because of fog on Sunday.", [("2021-03-07", "relative")]),
    # a date in front of what will be lies ahead
    ("On Monday, the council will vote.", [("2021-03-15", "relative")]),
    ("Starting Monday, shops will close at six.", [("2021-03-15", "relative")]),
    ("Beginning in May, the ferry will run.", [("2021-05", "stated")]),
    ("On Monday the council voted.", [("2021-03-08", "relative")]),
    ("Beginning in May, the ferry ran at night.", [("2020-05", "stated")]),
    # a form that is past and present alike looks ahead beside "will", but not behind "after"
    ("Mali will rest before buses set off on Monday.", [("2021-03-15", "relative")]),
    ("Mali rested before buses set off on Monday.", [("2021-03-08", "relative")]),
    ("Mali will rest after floods hit the port on Monday.", []),
    # a time of day may say which thing is meant
    ("The 5 p.m. bulletin told of a flood.", [("2021-03-10", "publication")]),
    ("Police came at 5 p.m. on Sunday.", [("2021-03-07", "relative")]),
    # who says what was not, what will be, or on which day, is news, as is what is revealed
    ("Ana Costa says the port has not closed.", [("2021-03-10", "publication")]),
    ("Ana Costa says she will sail to Mali.", [("2021-03-10", "publication")]),
    ("On Monday Ana Costa said she would not sail.", [("2021-03-08", "relative")]),
    ("Ana Costa revealed that she would not sail.", [("2021-03-10", "publication")]),
    # a year dates what was found, a day the finding
    (
        "Divers found a ship sunk in 1943.",
        [("2021-03-10", "publication"), ("1943", "stated")],
    ),
    ("Police found a man killed on Monday.", [("2021-03-08", "relative")]),
    (
        "At hearings held on Monday in Rome, the two states agreed.",
        [("2021-03-08", "relative"), ("2021-03-08", "governed")],
    ),
    # a repetition, what a charge is about, and the time of figures date nothing
    ("Ana Costa bought a boat, which sank each August.", [("2021-03-10", "publication")]),
    ("Keller admitted theft between 2009 and 2014.", [("2021-03-10", "publication")]),
    ("Keller was convicted of theft in 2012.", [("2012", "stated")]),
    ("Keller was held between 2009 and 2014.", [("2009-01-01/2014-12-31", "stated")]),
    ("The firm told of third-quarter sales on Monday.", [("2021-03-08", "relative")]),
    # what was moved to a time did not happen then by being moved
    ("The fair, moved to this year, was lost.", [("2021-03-10", "publication")]),
    # the time before an entry of a live report is of the day of the report, and of no plan
    (
        "18:40 The port will open on Thursday.\n\n17:15 Mali sent a ship.",
        [("2021-03-11", "relative"), ("2021-03-10", "relative")],
    ),
    ("16:10 The port will stay shut.", []),
    ("The fair opened on Sunday. At 17:15 a mill burnt.", [("2021-03-07", "relative")] * 2),
    # what was agreed to be done on a day nearer ahead than behind is no news of that day
    ("Envoys agreed to reopen the road on 1 July.", [("2021-03-10", "publication")]),
    ("Rebels vowed to take the port on 3 May.", [("2021-03-10", "publication")]),
    ("Envoys agreed to reopen the road on 3 March.", [("2021-03-03", "stated")]),
    ("Mali voted to ban the party on Monday.", [("2021-03-08", "relative")]),
    ("Rebels took the port on 3 November.", [("2020-11-03", "stated")]),
    # what somebody is fined or jailed for has an older day of its own
    ("A firm has been fined over the fire on 4 October 2014.", [("2014-10-04", "stated")]),
    (
        "Keller was charged on Monday with the murder of Ana Costa on 3 January.",
        [("2021-03-08", "relative"), ("2021-01-03", "stated")],
    ),
    ("Keller was jailed for the murder of Ana Costa on Monday.", [("2021-03-08", "relative")]),
    ("Envoys spoke of the raid on 4 October 2014.", [("2014-10-04", "stated")]),
    (
        "She had been due to travel to Peru in May 2020 for a vote that runs until Thursday.",
        [("2020-05", "stated")],
    ),
    # what the subject is about has its own day, the verb the one behind it
    (
        "The inquest into the death of Ana Costa on 2 May 2019 opened on Monday.",
        [("2019-05-02", "stated"), ("2021-03-08", "relative")],
    ),
    ("The attack on 3 March killed ten people.", [("2021-03-03", "stated")]),
    (
        "The boat, due for release on 1 April, was sold on Monday.",
        [("2021-04-01", "stated"), ("2021-03-08", "relative")],
    ),
    # of two date words the exact one
    ("A decade ago, on 11 March 2011, a wave hit Mali.", [("2011-03-11", "stated")]),
    # the end of a length of time, and what is denied, date nothing
    ("Nordkyst grew in the three months to January.", [("2021-03-10", "publication")]),
    ("Ana Costa denied meeting Keller on 3 January.", [("2021-03-10", "publication")]),
    ("Ana Costa admitted stealing a car on Monday.", [("2021-03-08", "relative")]),
    # a saying behind a plan looks back
    (
        "Exports will be banned from Friday, the ministry said on Monday.",
        [("2021-03-12", "relative"), ("2021-03-08", "relative")],
    ),
    # a present form that is no noun tells a plan
    (
        "The bridge reopens on 4 April, the council said on Monday.",
        [("2021-04-04", "stated"), ("2021-03-08", "relative")],
    ),
    # a plan that was called off is no news of its day
    ("The strike, due on Friday, was scrapped on Monday.", [("2021-03-08", "relative")]),
    (
        "The strike, due on Friday, was praised on Monday.",
        [("2021-03-12", "relative"), ("2021-03-08", "relative")],
    ),
    ("The strike planned for Friday was called off on Monday.", [("2021-03-08", "relative")]),
    # what is asked is not done, and one of several is no news
    (
        "Norway proposed that both sides send monitors on 4 May.",
        [("2021-03-10", "publication"), ("2021-05-04", "stated")],
    ),
    (
        "Rebels attacked on Monday. Two truces failed in 2019. The latest one was made in Peru.",
        [("2021-03-08", "relative"), ("2019", "stated")],
    ),
    ("When Ana Costa first saw the port, she praised it.", []),
    # a year alone is precise to the year
    ("The army seized the port in 1998.", [("1998", "stated")]),
]


@pytest.mark.parametrize(("text", "expected"), DATED)
def test_each_happening_has_its_own_day(text: str, expected: list[tuple[str, str]]) -> None:
    """The day is the happening's, with where it comes from; limits are not days."""
    found = [(r.date, r.date_source) for r in read(text).reports]
    assert [pair for pair in found if pair[0]] == expected


UNKNOWN = [
    # (text without a publication day, the days of its reports)
    ("The ferry sank on 3 May 2019. Last week the owner sold the wreck.", ["2019-05-03"]),
    ("The ferry sank on 3 May 2019. On Monday the owner sold the wreck.", ["2019-05-03"]),
    ("The court met on 2 June 2020. Ana Costa fell ill last month.", ["2020-06-02", ""]),
    ("The court met on 2 June 2020. The judge recently fell ill.", ["2020-06-02"]),
    ("The court met on 2 June 2020. Envoys spoke some days ago.", ["2020-06-02"]),
    # a day that counts from one that is told, no time at all, and a recent thing
    (
        "The court met on 2 June 2020. Two days later the judge fell ill.",
        ["2020-06-02", "2020-06-04"],
    ),
    ("The ferry sank on 3 May 2019. Divers found the wreck.", ["2019-05-03", "2019-05-03"]),
    ("The ferry sank on 3 May 2019. Mali ended night trips.", ["2019-05-03", "2019-05-03"]),
    ("The ferry sank on 3 May 2019. On Monday morning divers came.", ["2019-05-03"]),
    ("The ferry sank on 3 May 2019. A recent storm broke it.", ["2019-05-03", "2019-05-03"]),
    (
        "The ferry sank on 3 May 2019. Earlier in the day it left Oban.",
        ["2019-05-03", "2019-05-03"],
    ),
]


@pytest.mark.parametrize(("text", "days"), UNKNOWN)
def test_what_names_a_time_of_its_own_takes_no_other_day(text: str, days: list[str]) -> None:
    """Without a publication day "last week" stays open; the article's day is not its day."""
    assert [r.date for r in read(text, "").reports] == days


def test_a_meeting_after_an_attack_takes_the_day_of_the_news_not_of_the_attack() -> None:
    """ "Following the attack on Monday" is a limit: the opening's day dates the meeting."""
    text = (
        "Ana Costa spoke to the council on Tuesday.\n\n"
        "The African Union convened following the attack on the port on Monday."
    )
    reports = {r.article.text[r.trigger.start : r.trigger.end]: r for r in read(text).reports}
    assert reports["attack"].date == "2021-03-08"
    assert reports["convened"].date == "2021-03-09"
    assert reports["convened"].date_source == "article_day"
    assert "came after" in reports["convened"].date_steps[0].reason


UNDATED = [
    "The port has never closed.",
    "Shells often hit the port.",
    "It is unclear who fired.",
    "The army could seize the port.",
    "The city is an old port.",
    "Rebels control the port.",
    "The mayor did not resign.",
    "If the talks failed, the army would move.",
    "If the talks fail on Monday, the army will move.",
    "No one was hurt.",
    "The mayor has led the city since 2009.",
    "The quarrel has simmered since the war of 1972.",
    "Analysts have suggested a coup.",
    "The embassy stays shut.",
    "Few people celebrated.",
    "Few people celebrated on Monday.",
    "Ana Costa has coached the side since 2018.",
    "Visitors can walk there every day from May to September.",
    "About the Lake Group: It was founded in 1998.",
    "The vote comes as envoys from Ghana and Mali met in Accra.",
    "Since 2011 the bridge has carried no trains.",
    "Ana Costa says she will never sail again.",
    "The mayor said the port would not close.",
    "Keller insists he will not pay.",
]


@pytest.mark.parametrize("text", UNDATED)
def test_states_habits_denials_and_comment_get_no_day(text: str) -> None:
    """What is no happening is in the accounting with a reason, and nowhere else."""
    reading = read(f"The council met on Monday.\n\n{text}")
    assert [r.quote.exact for r in reading.reports] == ["The council met on Monday."]
    unused = [a for a in reading.accounted if a.what == "sentence"]
    assert [a.text for a in unused] == [text]
    assert unused[0].reason.endswith(".")


def test_what_an_older_paper_says_is_no_news_of_the_day() -> None:
    """A saying in the present tense of what an aside dates is not dated by the publication."""
    claims = read("Ana Costa's suit, filed in May 2019, claims that the port is hers.").reports
    assert [(r.date, r.label) for r in claims] == [
        ("2019-05", "Ana Costa's suit filed"),
        ("", "Ana Costa's suit claims that the port is hers"),
    ]


def test_a_label_keeps_the_day_that_turns_its_sense() -> None:
    """Without "until Monday", "did not reopen" would deny what was done."""
    (reopened,) = read("The road did not reopen until Monday.").reports
    assert (reopened.label, reopened.kind) == ("The road did not reopen until Monday", "happened")


def test_what_could_come_has_no_day_that_is_past() -> None:
    """A weekday read as past does not date what a verb looks ahead to; it is not reported."""
    reading = read("Ana Costa said that it would meet the union on Tuesday.")
    assert [r.label for r in reading.reports] == ["Ana Costa said that it would meet the union"]
    assert reading.reports[0].date_source == "publication"


KINDS = [
    ("Rebels seized the port on Monday.", "happened"),
    ("The council will meet on Friday.", "planned"),
    ("The trial begins on 4 May.", "planned"),
    ("The vote is on Friday.", "planned"),
    ("Elections are due on 20 August.", "planned"),
    ("Deliveries are not due until October.", "planned"),
    ("The vote was postponed to 3 May.", "planned"),
    ("The ship was due to land on Monday.", "planned"),
    ("Port Wind plans to open a yard in 2023.", "planned"),
    ("Deaths due to the storm rose on Monday.", "happened"),
    ("The army could move on 19 March.", "conditional"),
    ("Rebels allegedly seized the port on Monday.", "alleged"),
    ("The mayor did not resign on Monday.", "denied"),
    ("The port was a ruin in 1998.", "background"),
]


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_a_thing_not_done_never_reads_as_done(text: str, kind: str) -> None:
    """Plans, conditions, allegations and denials are marked as such."""
    assert [r.kind for r in read(text).reports] == [kind]


def test_one_speech_in_several_sentences_is_one_report() -> None:
    """Sayings of one speaker on one day are one report with further quotes."""
    text = (
        "Mayor Ana Costa urged the council to rebuild the bridge.\n\n"
        "“It fell at dawn on a cold day,” Costa said on Monday in a speech. "
        "“Nobody was on it at the time,” she added.\n\nShe recalled that the bridge was old."
    )
    reports = read(text).reports
    assert len(reports) == 1
    assert reports[0].speaker == "Ana Costa"
    assert reports[0].date == "2021-03-08"
    assert len(reports[0].further) == 3


def test_a_plan_in_several_sentences_is_one_report() -> None:
    """What is to come and about the same goes on with a dated plan; another thing does not."""
    text = (
        "The ship will reach Lima on Friday. It will be carrying 500 people. "
        "The ship will then sail to Arica. Ministers will raise taxes."
    )
    (plan,) = read(text).reports
    assert plan.label == "The ship will reach Lima"
    assert [q.exact for q in plan.further] == [
        "It will be carrying 500 people.",
        "The ship will then sail to Arica.",
    ]


def test_a_happening_told_twice_is_one_report() -> None:
    """The lead and the body that tell the same thing on the same day are one report."""
    text = (
        "President Ana Costa signed a grain treaty with Norway on Monday.\n\n"
        "Prices had risen.\n\nPresident Ana Costa signed the grain treaty on Monday in Oslo."
    )
    assert len(read(text).reports) == 1


LABELS = [
    ("The firm, whose boss fled in May 2019, was sold.", "Boss fled"),
    ("The boss, who left the firm in May 2019, was jailed.", "The boss left the firm"),
    ("The quake hit at 5 a.m. (0900 GMT) near Oban.", "The quake hit near Oban"),
    ("A court jailed Ana Costa for the murder of a guard on 3 May 2014.", "Murder of a guard"),
    ("Oslo, 2 March 2021: Nordkyst has sold a boat.", "Nordkyst has sold a boat"),
    ("Work on the pier began in about 1955.", "Work on the pier began"),
    ("The law changed circa 1850.", "The law changed"),
    # an aside keeps who did it and where, up to its own end
    (
        "The ferry, built in 2003 in Gdansk by a state yard, sank on Monday.",
        "The ferry built in Gdansk by a state yard",
    ),
    (
        "Meetings held on Monday in Lima with both sides brought no truce.",
        "Meetings held in Lima with both sides",
    ),
    ("Divers found a ship sunk in 1943 by a mine.", "A ship sunk by a mine"),
    ("A court freed a man held on 3 March by guards.", "A court freed a man"),
    ("The law, passed in 2010 when Costa was mayor, was annulled.", "The law passed"),
    ("The ferry, built in 2003 and rebuilt in 2010, sank.", "The ferry built"),
    ("On 2 March, the army seized the port.", "The army seized the port"),
    (
        "The army seized the port on Monday, according to the Harbour Post.",
        "The army seized the port",
    ),
    ("The mayor, who won in spring, resigned on Monday.", "The mayor resigned"),
    ("“We open the bridge,” Ana Costa said on Monday.", "Ana Costa said: “We open the bridge”"),
    ("The council met on Monday. They approved the plan.", "Approved the plan"),
    (
        "The bridge fell on Sunday. It is expected to reopen on 4 May.",
        "The bridge is expected to reopen",
    ),
    ("Ghana will play Mali in Friday’s final.", "Ghana will play Mali in final"),
    ("The ferry, built in 2003, sank on Monday.", "The ferry sank"),
    ("The ferry, built in 2003, sank on Monday.", "The ferry built"),
    ("The vote was postponed to 3 May.", "The vote was postponed to 3 May"),
    (
        "On Monday Norway proposed that the UN and the EU send monitors to the border.",
        "Norway proposed that the UN and the EU send monitors to the border",
    ),
    ("The vote on aid is on Friday.", "The vote on aid"),
    ("The port was dug between 1931 and 1936 by 4,000 men.", "The port was dug by 4,000 men"),
    ("The strike began on Monday, hours after talks collapsed.", "The strike began"),
    ("The yard sold a bus that burnt in May.", "A bus burnt"),
    (
        "The bridge fell on Monday, leaving 4,000 people stranded.",
        "The bridge fell, leaving 4,000 people stranded",
    ),
    ("“We won,” said Dr. Grace Phiri on Monday.", None),
    ("Ana Costa praised the port, which burnt in May.", "The port burnt"),
    ("Rebels left on Sunday, the army said on Monday.", "The army said: Rebels left"),
    (
        "The North Harbour Fire Service (NHFS) — also called the Guard — closed a station "
        "on Monday because the roof had been leaking for years.",
        "The North Harbour Fire Service closed a station",
    ),
    (
        "A gathering of ministers from many far states in the hall of the old port called the "
        "treaty of the sea void on Monday.",
        "A gathering of ministers from many far states in the hall of the old port called",
    ),
    ("The blaze killed three sailors and destroyed the pier on Monday.", None),
    ("Ana Costa resigned on 2 March. “I am tired of it,” she said on Monday.", None),
]


@pytest.mark.parametrize(("text", "label"), LABELS)
def test_labels_are_made_by_leaving_words_out(text: str, label: str | None) -> None:
    """A label has no date word, no aside, no pronoun, and only words of the article."""
    reports = read(text).reports
    assert label is None or label in {r.label for r in reports}
    for report in reports:
        words = report.label.lower().split()
        assert words[0] not in ("he", "she", "it", "they")
        assert "monday" not in words
        assert all(word.strip("“”,:…") in text.lower() for word in words)


def test_quotes_are_the_article_s_own_characters() -> None:
    """Every quote equals its slice, with CRLF, accents and surrogate pairs in the text."""
    text = "Café 🙂 news\r\n\r\nThe Café council met on Monday.\r\n\r\nIt rose “fast”.\r\n"
    for report in read(text).reports:
        assert text[report.quote.span.start : report.quote.span.end] == report.quote.exact


def test_every_date_word_is_accounted_for_once() -> None:
    """Each recognised date word is used, a bound, merged or unused, with a reason."""
    text = (
        "Storm closes port in May\n\n"
        "The council met on Monday. It has met every Friday since 2015. "
        "“We open on 4 May,” Ana Costa said on Tuesday. Until June, ships wait. "
        "He was 44 days at sea in 1998.\n\nUpdated on 10 March 2021"
    )
    reading = read(text)
    fates = [a for a in reading.accounted if a.what == "date"]
    assert sorted(a.span for a in fates) == sorted(e.span for e in reading.expressions)
    assert {a.fate for a in fates} <= {"used", "bound", "merged", "unused"}
    assert all(a.reason for a in fates)


@pytest.mark.parametrize("case", list(articles()), ids=lambda case: case.name)
def test_every_sentence_is_told_or_left_out_with_a_reason(case: Case) -> None:
    """Each sentence stands in a report's quotes, or one account says why it is not used."""
    reading = read(case.text, case.published)
    told = [q.span for r in reading.reports for q in (r.quote, *r.further)]
    left = [a for a in reading.accounted if a.what == "sentence"]
    for sentence in split_sentences(case.text):
        used = any(sentence.span.overlaps(span) for span in told)
        accounts = [a for a in left if a.span == sentence.span and a.reason]
        assert len(accounts) == (0 if used else 1), sentence.of(case.text)


def test_every_report_gives_its_reasons() -> None:
    """A date comes with the steps that led to it, a country with why it is there."""
    for case in articles():
        for report in read(case.text, case.published).reports:
            assert bool(report.date) == bool(report.date_steps)
            assert all(step.reason for step in (*report.date_steps, *report.merge_steps))
            assert all(role.reason for role in report.roles)


def test_without_a_publication_day_nothing_is_placed_by_guess() -> None:
    """Relative dates stay unresolved; a day without a year keeps its year unknown."""
    text = "The council met on Monday. The army seized the port on 2 March. It has begun."
    dates = {r.date for r in read(text, published_on="").reports}
    assert dates <= {"", "XXXX-03-02"}


def test_a_second_reading_gives_the_same_answer() -> None:
    """Reading is a pure function of the article."""
    text = "The council met on Monday after the attack on the port on 2 March."
    assert read(text) == read(text)


def test_comment_in_direct_speech_is_short_of_room() -> None:
    """Of many people who are only quoted, an article of this length tells the first."""
    quoted = "“It is the worst thing that I have ever seen in this whole town,” said {} Lee.\n\n"
    names = ("Ann", "Bob", "Cleo", "Dan", "Eve")
    text = "A wave struck the port on Monday.\n\n" + "".join(quoted.format(n) for n in names)
    reading = read(text)
    assert [r.speaker for r in reading.reports] == ["", "Ann Lee"]
    assert sum("among its least" in a.reason for a in reading.accounted) == len(names) - 1


def test_a_happening_that_somebody_tells_has_its_speaker_and_its_whole_sentence() -> None:
    """The source of a happening stays in its quote and is its speaker."""
    told = read("Rebels left on Sunday. Ana Costa said the ship passed a test in March 2020.")
    report = told.reports[-1]
    assert report.label == "The ship passed a test"
    assert report.speaker == "Ana Costa"
    assert report.quote.exact == "Ana Costa said the ship passed a test in March 2020."


REASONS = [
    ("The army seized the port on Monday.", "“seized” tells in a main clause what happens.",
     "“seized” is in the past tense.", "Left out: “on Monday”."),
    ("The council will meet on Friday.", "“will meet” tells in a main clause what happens.",
     "“will meet” tells what is to come.", "Left out: “on Friday”."),
    ("The trial opens on 4 May.", "“opens” tells in a main clause what happens.",
     "“opens” is in the present tense, and its day lies ahead.", "Left out: “on 4 May”."),
    ("The mayor did not resign on Monday.", "“did not resign” tells in a main clause what happens.",
     "“did not resign” is negated.", "Left out: “on Monday”."),
    ("Rebels allegedly seized the port on Monday.",
     "“seized” tells in a main clause what happens.",
     "A word by “seized” says that it is not certain.", "Left out: “on Monday”."),
    ("Anger over Friday's vote grew.", "“vote” names a happening.",
     "“vote” names something done, not something to come.", "Left out: “Friday's”."),
]  # fmt: skip


@pytest.mark.parametrize(("text", "sentence", "kind", "label"), REASONS)
def test_each_report_says_why(text: str, sentence: str, kind: str, label: str) -> None:
    """A report has one step for its sentence, its kind and its label, in this order."""
    report = next(r for r in read(text).reports if r.date)
    assert [step.rule for step in report.steps] == ["sentence", "kind", "label"]
    assert [step.reason for step in report.steps] == [sentence, kind, label]


def test_a_label_says_whom_it_names_for_a_pronoun() -> None:
    """A name put for a pronoun is told with the pronoun it stands for."""
    reports = read("Ana Costa resigned on Monday. She left the city on Tuesday.").reports
    assert reports[-1].steps[-1].reason.endswith("“Ana Costa” stands for “She”.")


def test_a_tag_of_the_same_day_is_no_report_of_its_own() -> None:
    """ "…, the navy said" only names the source of what the sentence tells."""
    reports = read("A ferry sank off Lamu on Monday, Ana Costa said.").reports
    assert [(r.label, r.speaker) for r in reports] == [("A ferry sank off Lamu", "Ana Costa")]


def test_every_cue_matches_its_example_only() -> None:
    """Every row of happening_cues.csv matches its example and not its counter-example."""
    assert check_cues() == []
