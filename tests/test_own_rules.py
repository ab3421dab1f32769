"""A user's own tables, laid over ours with --rules: what they change, and what is refused."""

import pkgutil
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import pytest

import dashboard
from dashboard import rules
from dashboard.cli import main
from dashboard.errors import RuleError
from dashboard.frame import from_csv
from dashboard.rules import folders
from dashboard.rules.check import check_file, extendable
from dashboard.rules.tables import header_of

TEXT = (
    "Zembla Signs\n\nZembla and Chile signed a treaty on 4 October 2022.\n\n"
    "Chile splung Norway on 5 October 2022.\n\n"
    "Chile sent observers to Kashmir on 6 October 2022.\n"
)
COUNTRIES = "surface,country_code,kind,case,context,note\n"
MEMBERS = "organisation,country_code,from,to,source\n"
VERBS = "lemma,class,family,past,participle\n"
RULE = """[[rule]]
id = "moons-ago"
pattern = "DAY31|HOUR12 WORD AGO"
reading = "year"
example = "It rained [two moons ago] in town."
value = "2022"
counter = ""
"""

Lay = Callable[..., Path]


@pytest.fixture
def lay(tmp_path: Path) -> Lay:
    """Write tables into a folder of the user's."""

    def write(**tables: str) -> Path:
        folder = tmp_path / "own"
        folder.mkdir(exist_ok=True)
        for name, text in tables.items():
            suffix = "toml" if "[[" in text else "csv"
            (folder / f"{name}.{suffix}").write_text(text, encoding="utf-8")
        return folder

    return write


@pytest.fixture
def where(tmp_path: Path) -> list[str]:
    """A folder with one article and a store, as options of the command line."""
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT)
    return ["--articles", str(folder), "--store", str(tmp_path / "a.db")]


def exported(tmp_path: Path, *options: str) -> dict[str, tuple[str, ...]]:
    """Return the countries of each report by its day."""
    made = tmp_path / "made.csv"
    assert main(["export", str(made), *options]) == 0
    frame = from_csv(made)
    return dict(zip(frame["date"], frame["countries"], strict=True))


def test_a_name_a_contested_place_and_a_verb_of_ones_own(
    lay: Lay, where: list[str], tmp_path: Path
) -> None:
    """New rows are added, and a row of the same surface takes the place of ours."""
    plain = exported(tmp_path, *where)
    assert plain["2022-10-04"] == ("CHL",)
    assert plain["2022-10-06"] == ("CHL", "IND")
    assert "2022-10-05" not in plain
    own = lay(
        countries=f"{COUNTRIES}Zembla,ISL,name,title,,\nKashmir,PAK,place,title,,\n",
        verbs=f"{VERBS}spling,event,,splung,splung\n",
    )
    laid = exported(tmp_path, *where, "--rules", str(own))
    assert laid["2022-10-04"] == ("CHL", "ISL")
    assert laid["2022-10-05"] == ("CHL", "NOR")
    assert laid["2022-10-06"] == ("CHL", "PAK")


def test_the_rules_of_a_command_end_with_it(lay: Lay, where: list[str], tmp_path: Path) -> None:
    """The next command in the same process reads by our tables alone, whatever went wrong."""
    own = lay(countries=f"{COUNTRIES}Zembla,ISL,name,title,,\n")
    assert exported(tmp_path, *where, "--rules", str(own))["2022-10-04"] == ("CHL", "ISL")
    assert rules.own_folder() is None
    assert exported(tmp_path, *where)["2022-10-04"] == ("CHL",)
    assert main(["explain", "none.txt", *where, "--rules", str(own)]) == 1
    assert rules.own_folder() is None


def test_a_store_of_other_rules_is_built_anew_and_that_is_said(
    lay: Lay, where: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A change in the user's tables is a change of rules; the same tables elsewhere are not."""
    own = lay(countries=f"{COUNTRIES}Zembla,ISL,name,title,,\n")
    assert main(["build", *where, "--rules", str(own)]) == 0
    moved = own.rename(tmp_path / "elsewhere")
    capsys.readouterr()
    exported(tmp_path, *where, "--rules", str(moved))
    assert "other rules" not in capsys.readouterr().out
    (moved / "countries.csv").write_text(f"{COUNTRIES}Zembla,NOR,name,title,,\n")
    assert exported(tmp_path, *where, "--rules", str(moved))["2022-10-04"] == ("CHL", "NOR")
    assert "a.db was built with other rules. It is built anew." in capsys.readouterr().out
    exported(tmp_path, *where)
    assert "a.db was built with other rules. It is built anew." in capsys.readouterr().out


def test_other_processes_are_told(lay: Lay, where: list[str], tmp_path: Path) -> None:
    """What several processes find is found by the user's rules too."""
    (tmp_path / "articles" / "b.txt").write_text("Norway met Zembla on 8 October 2022.\n")
    own = lay(countries=f"{COUNTRIES}Zembla,ISL,name,title,,\n")
    laid = ["--rules", str(own)]
    assert main(["build", *where, *laid, "--workers", "2"]) == 0
    assert exported(tmp_path, *where, *laid)["2022-10-08"] == ("ISL", "NOR")


def test_an_organisation_of_ones_own_has_members(
    lay: Lay, where: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its members are found by the country, on the days of the row, where that is asked for."""
    (tmp_path / "articles" / "a.txt").write_text(
        "Fishery Talks\n\nThe Harbour Union signed a treaty with Chile on 4 October 2022.\n"
    )
    own = lay(
        organisations='[[organisation]]\nname = "Harbour Union"\n',
        members=f"{MEMBERS}Harbour Union,ISL,2022-10-04,,Its own list\n",
    )
    made = tmp_path / "made.csv"
    for query, found in (("country=ISL", 1), ("country=ISL&members=1", 0), ("members=1", 0)):
        assert main(["export", str(made), *where, "--rules", str(own), "--select", query]) == found
        capsys.readouterr()


BAD = [
    ({"countries": f"{COUNTRIES}Zembla,QQQ,name,title,,\n"}, "line 2: the code QQQ is unknown"),
    ({"countries": f"{COUNTRIES}Zembla,ISL,river,title,,\n"}, "line 2: the kind river"),
    ({"countries": "surface,code\n"}, "line 1: the header is surface,code"),
    ({"countries": f"{COUNTRIES}\nZembla,ISL,name\n"}, "line 3: 3 cells"),
    (
        {"countries": f"{COUNTRIES}A,ISL,name,title,,\nA,NOR,name,title,,\n"},
        "line 3: A stands already in",
    ),
    ({"verbs": f"{VERBS}glorble,deed,,,\n"}, "line 2: the class deed is unknown"),
    ({"verbs": f"{VERBS},event,,,\n"}, "line 2: the lemma is empty"),
    ({"verbs": f"{VERBS}glorble,event,,,\n\nglorble,event,,,\n"}, "line 4: glorble stands already"),
    ({"boilerplate": "id,part,pattern,example,counter\nx,byline,(By,By me,No\n"}, "not compile"),
    ({"boilerplate": "id,part,pattern,example,counter\nx,byline,By,By me,\n"}, "the counter ''"),
    ({"boilerplate": "id,part,pattern,example,counter\nx,byline,By,Me,No\n"}, "match its example"),
    ({"date_holidays": "name,month,day,year,count\nTea Day,13,1,,\n"}, "the month '13'"),
    ({"date_words": "word,class,value,case,trigger\ngust,MONTH,13,,\n"}, "class and value MONTH"),
    ({"date_rules": RULE}, "moons-ago has no example or no counter-example"),
    ({"date_rules": RULE.replace("WORD AGO", "MOON")}, "line 1, rule moons-ago: 'MOON'"),
    ({"date_rules": RULE + RULE}, "moons-ago stands there twice"),
    (
        {"organisations": '[[organisation]]\nname = "Ob"\nmembers = ["CHL"]\n'},
        "members stand in members.csv",
    ),
    ({"members": f"{MEMBERS}EU,QQQ,2020,,A list\n"}, "line 2: the code QQQ is unknown"),
    ({"members": f"{MEMBERS}EU,CHL,soon,,A list\n"}, "line 2: the from 'soon' is not of its form"),
    ({"members": f"{MEMBERS}Ob,CHL,2020,,A list\n"}, "Ob is no name in organisations.toml"),
    ({"organisations": "[[organisation]]\naliases = []\n"}, "line 1: an organisation has a name"),
    ({"organisations": "[[organization]]\n"}, "organization that is none of ours"),
    ({"organisations": "[[organisation]\n"}, "cannot be read"),
    ({"cuntries": "a\n"}, "own/cuntries.csv is no table of the rules"),
    ({"palette": '[[light]]\nname = "x"\n'}, "own/palette.toml is no table of the rules"),
]


@pytest.mark.parametrize(("tables", "fact"), BAD, ids=[fact for _, fact in BAD])
def test_a_bad_row_is_refused_with_file_and_line(
    tables: dict[str, str],
    fact: str,
    lay: Lay,
    where: list[str],
    capsys: pytest.CaptureFixture[str],
) -> None:
    """One line of fact with file and line, one of what to do; nothing is built."""
    own = lay(**tables)
    assert main(["build", *where, "--rules", str(own)]) == 1
    said = capsys.readouterr().err.splitlines()
    assert len(said) == 2, said
    assert fact in said[0]
    assert f"own/{next(iter(tables))}." in said[0] or "rule " in said[0]
    assert said[1]


def test_a_file_of_another_name_lists_those_there_are(lay: Lay) -> None:
    """The remedy names every table that can be extended, and only those."""
    with pytest.raises(RuleError) as caught:
        rules.check_folder(lay(cuntries="a\n"))
    assert all(name in caught.value.remedy for name in extendable())
    assert not {"palette.toml", "tables.toml"} & {*extendable()}


@pytest.mark.parametrize("make", [lambda path: None, Path.mkdir], ids=["no folder", "no table"])
def test_a_folder_without_tables_is_refused(make: Callable[[Path], None], tmp_path: Path) -> None:
    """It would change nothing, and nobody would know why."""
    make(tmp_path / "own")
    with pytest.raises(RuleError):
        rules.check_folder(tmp_path / "own")


def test_check_lists_all_that_fails(
    lay: Lay, where: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """Every example of the user's rows is tried, and the exit code is 1."""
    own = lay(
        boilerplate="id,part,pattern,example,counter\nx,byline,By,Me,No\ny,byline,Of,Of me,Of\n"
    )
    assert main(["check", *where, "--rules", str(own)]) == 1
    said = capsys.readouterr().out
    assert "own/boilerplate.csv, line 2: byline does not match its example" in said
    assert "own/boilerplate.csv, line 3: byline matches its counter-example" in said
    assert said.endswith("2 failures.\n")


def test_a_table_may_begin_with_a_byte_order_mark(lay: Lay) -> None:
    """Spreadsheets write one."""
    rules.check_folder(lay(countries=f"\ufeff{COUNTRIES}Zembla,ISL,name,title,,\n"))


@pytest.mark.parametrize("name", extendable())
def test_our_own_tables_keep_to_the_same_rules(name: str) -> None:
    """What would be refused of a user is not in data/rules, and no column hides the place."""
    check_file(rules.FOLDER / name)
    assert name.endswith(".toml") or "where" not in header_of(rules.FOLDER / name)


def test_everything_made_of_rules_is_forgotten_with_them() -> None:
    """Every cache of the rooms that read rules is marked, so that none outlives them."""
    rooms = ("extract", "countries", "comparison", "accounting", "events", "reprints", "rules")
    names = [m.name for m in pkgutil.walk_packages(dashboard.__path__, "dashboard.")]
    modules = [import_module(name) for name in names if name.split(".")[1] in rooms]
    marked = {id(cached) for cached in folders._made}
    unmarked = [
        f"{module.__name__}.{key}"
        for module in modules
        for key, value in vars(module).items()
        if hasattr(value, "cache_clear") and value.__module__ == module.__name__
        if id(value) not in marked
    ]
    assert unmarked == ["dashboard.extract.countries.fold._letters"]  # It is made of Unicode.
