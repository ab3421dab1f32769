"""The house around the code: what the documents promise is there, and nothing else is."""

import ast
import re
import subprocess
import sys
import tomllib
from hashlib import sha256
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).resolve().parents[1]
LOCKS = ("requirements.txt", "requirements-dev.txt")
FOLDERS = {".ci", "assets", "benchmarks", "dashboard", "data", "docs", "seeds", "tests"}
FILES = {
    ".gitattributes",
    ".gitignore",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "LICENSE",
    "Makefile",
    "README.md",
    "SECURITY.md",
    "pyproject.toml",
    *LOCKS,
}
DOCUMENTS = sorted(name for name in FILES if name.endswith(".md"))
SEEDS = {
    "000_28d59b21a6814628.txt": "4d857931d1ba73cf035b607f4caccf862b6c646aa10fbb99a3097bac4f6cb4dc",
    "001_f927863d51ab1c4e.txt": "db92a7d46f7b9c6980abbc02a61f2098530e5c9f8beb3013a450c5e738bd91a6",
}
NEVER = {
    "a path of somebody's machine": r"(?<![\w.~:/-])/(?:root|tmp|work|home|Users|mnt|workspace)/\w",
    "a path of somebody's Windows": r"[A-Z]:\\Users\\",
    "the host of a package registry": r"\b(?:pypi|npmjs)\.(?:org|com)|pythonhosted\.org",
    "a mark of an unfinished merge": r"^(?:<{7} |>{7} |={7}$)",
    "a note to come back": r"\bTO[D]O\b|\bFIX[M]E\b",
}


def text_of(name: str) -> str:
    """Return a file of the project as text."""
    return (ROOT / name).read_text(encoding="utf-8")


def project() -> dict[str, Any]:
    """Return pyproject.toml."""
    return tomllib.loads(text_of("pyproject.toml"))


def pins(lock: str) -> dict[str, list[Version]]:
    """Return the versions that a lock gives for each package; one a marker."""
    found: dict[str, list[Version]] = {}
    for name, version in re.findall(r"^([\w.-]+)==([^\s;]+)", text_of(lock), re.MULTILINE):
        found.setdefault(canonicalize_name(name), []).append(Version(version))
    return found


def wanted(lock: str) -> list[Requirement]:
    """Return the direct dependencies that a lock is made from."""
    table = project()
    groups = table["dependency-groups"]
    lines = {
        "requirements.txt": [*table["project"]["dependencies"], *groups["test"]],
        "requirements-dev.txt": groups["dev"],
    }
    return [Requirement(line) for line in lines[lock]]


def tracked() -> list[str]:
    """Return the names of the files under version control; skip where there is no checkout."""
    command = ["git", "-C", str(ROOT), "ls-files", "-z"]
    try:
        names = subprocess.run(command, capture_output=True, check=True).stdout.decode()
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("not a git checkout")
    if not names:
        pytest.skip("nothing is under version control yet")
    return [name for name in names.split("\0") if name and (ROOT / name).is_file()]


def imported(path: Path) -> set[str]:
    """Return the top names of the modules that a Python file imports."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_bytes())):
        if isinstance(node, ast.Import):
            names.update(alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module.split(".")[0])
    return names


@pytest.mark.parametrize("lock", LOCKS)
def test_lock_pins_every_direct_dependency_within_its_range(lock: str) -> None:
    """What pyproject.toml asks for stands in the lock, at a version that it allows."""
    pinned = pins(lock)
    for want in wanted(lock):
        versions = pinned.get(canonicalize_name(want.name))
        assert versions, f"{want.name} is missing in {lock}: run make lock"
        wrong = [str(version) for version in versions if version not in want.specifier]
        assert not wrong, f"{lock} pins {want.name} {wrong}, not {want.specifier}: run make lock"


@pytest.mark.parametrize("lock", LOCKS)
def test_lock_gives_hashes_for_every_package_and_no_address(lock: str) -> None:
    """Each pin is followed by a hash, and nothing in the lock says where to download from."""
    blocks = re.split(r"^(?=\w)", text_of(lock), flags=re.MULTILINE)[1:]
    assert [block.split()[0] for block in blocks if "--hash=sha256:" not in block] == []
    assert not re.search(r"://|--(?:index|extra-index|find-links|trusted)", text_of(lock))


def test_locks_agree_where_both_pin_a_package() -> None:
    """Installing the second lock never changes what the first one installed."""
    app, dev = (pins(lock) for lock in LOCKS)
    assert {name: dev[name] for name in dev.keys() & app.keys() if dev[name] != app[name]} == {}


def test_package_imports_only_declared_dependencies() -> None:
    """Every foreign library that dashboard/ imports is a direct dependency in pyproject.toml."""
    names = set().union(*(imported(path) for path in (ROOT / "dashboard").rglob("*.py")))
    foreign = names - set(sys.stdlib_module_names) - {"dashboard"}
    owners = packages_distributions()
    declared = {
        canonicalize_name(Requirement(d).name) for d in project()["project"]["dependencies"]
    }
    undeclared = {
        name
        for name in foreign
        if not declared.intersection(canonicalize_name(d) for d in owners.get(name, [name]))
    }
    assert undeclared == set()


def test_python_versions_agree() -> None:
    """The same oldest Python is asked for by the project, the linter, the types and make."""
    table = project()
    assert table["project"]["requires-python"] == ">=3.11"
    assert table["tool"]["ruff"]["target-version"] == "py311"
    assert table["tool"]["mypy"]["python_version"] == "3.11"
    assert "sys.version_info < (3, 11)" in text_of("Makefile")


def test_version_is_the_same_everywhere() -> None:
    """The package and pyproject.toml give one version."""
    import dashboard

    assert dashboard.__version__ == project()["project"]["version"]


def test_top_level_is_as_drawn() -> None:
    """Only the known files and folders stand at the top of the repository."""
    tops = {(name.split("/")[0], "/" in name) for name in tracked()}
    assert {name for name, is_folder in tops if is_folder} <= FOLDERS
    assert {name for name, is_folder in tops if not is_folder} == FILES


@pytest.mark.parametrize(("what", "pattern"), NEVER.items(), ids=list(NEVER))
def test_no_tracked_text_holds_what_belongs_elsewhere(what: str, pattern: str) -> None:
    """No file that we write names a machine, a registry or unfinished work."""
    never, found = re.compile(pattern, re.MULTILINE), []
    for name in tracked():
        content = (ROOT / name).read_bytes()
        if b"\0" in content or name.startswith("seeds/") or name.endswith(".min.js"):
            continue
        found += [f"{name}: {hit[0]}" for hit in never.finditer(content.decode(errors="replace"))]
    assert found == [], what


def test_scripts_of_the_page_share_no_name() -> None:
    """What two scripts call the same would silently be that of the last one only."""
    begin = r"^(?:window\.dateline = )?Object\.assign\(window\.dateline.*?^\}\);"
    named: list[str] = []
    for script in sorted((ROOT / "assets").glob("*.js")):
        blocks = re.findall(begin, script.read_text(), re.MULTILINE | re.DOTALL)
        for block in blocks:
            named += re.findall(r"^  (?:async )?(\w+)(?::|\()", block, re.MULTILINE)
    assert len(named) > 100
    assert {name for name in named if named.count(name) > 1} == set()


@pytest.mark.parametrize(("name", "digest"), SEEDS.items(), ids=list(SEEDS))
def test_seed_articles_are_untouched(name: str, digest: str) -> None:
    """The seed articles are byte for byte what was received."""
    assert sha256((ROOT / "seeds" / name).read_bytes()).hexdigest() == digest


def test_licence_covers_the_code_and_not_the_articles() -> None:
    """LICENSE is the one named in pyproject.toml, and seeds/NOTICE excepts both articles."""
    assert text_of("LICENSE").startswith(f"{project()['project']['license']} License")
    notice = text_of("seeds/NOTICE")
    assert all(name in notice for name in SEEDS)
    assert "seeds/NOTICE" in text_of("README.md")


@pytest.mark.parametrize("document", DOCUMENTS)
def test_links_between_documents_lead_somewhere(document: str) -> None:
    """Every local file or picture that a document links to is there."""
    targets = re.findall(r"\]\((?!https?:|#)([^)#]+)", text_of(document))
    assert [target for target in targets if not (ROOT / target).exists()] == []


@pytest.mark.parametrize("document", DOCUMENTS)
def test_make_targets_in_documents_exist(document: str) -> None:
    """Every `make …` that a document names is a target of the Makefile."""
    targets = re.search(r"^\.PHONY: (.+)$", text_of("Makefile"), re.MULTILINE)
    assert targets
    named = set(re.findall(r"(?:`|^\$ )make (\w+)", text_of(document), re.MULTILINE))
    assert named <= set(targets[1].split())


def test_every_make_target_is_explained() -> None:
    """`make help` prints the head of the Makefile, and each target stands there."""
    head, _, rest = text_of("Makefile").partition("PYTHON ?=")
    targets = re.findall(r"^\.PHONY: (.+)$", rest, re.MULTILINE)[0].split()
    assert [target for target in targets if f"# make {target} " not in head] == []


def test_commands_in_documents_exist(capsys: pytest.CaptureFixture[str]) -> None:
    """Every `python -m dashboard …` that a document names is a command with a help text."""
    from dashboard.cli import main

    documents = "\n".join(map(text_of, DOCUMENTS))
    named = set(re.findall(r"python -m dashboard ([a-z]\w*)", documents))
    assert {"serve", "build", "export", "explain", "check"} <= named
    for command in sorted(named):
        with pytest.raises(SystemExit) as stop:
            main([command, "--help"])
        assert stop.value.code == 0, command
        assert command in capsys.readouterr().out


def test_changelog_begins_with_what_is_not_released() -> None:
    """The newest block is Unreleased, and every entry is a full sentence."""
    changelog = text_of("CHANGELOG.md")
    assert re.findall(r"^## (.+)$", changelog, re.MULTILINE)[0] == "[Unreleased]"
    entries = re.findall(r"^- (.+)$", changelog, re.MULTILINE)
    assert [entry for entry in entries if not (entry[0].isupper() or entry[0] == "`")] == []
    assert [entry for entry in entries if not entry.endswith(".")] == []
