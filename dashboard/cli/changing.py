"""The command that says which reports are new, gone or different, and the line after a build."""

from argparse import Namespace

from dashboard.changes import SHOWN, Changes, change_lines, compare_readings, tally_words
from dashboard.cli.commands import ready_store, to_selection
from dashboard.cli.saying import visible
from dashboard.model import KINDS
from dashboard.selection import Selection


def changes(args: Namespace) -> int:
    """Print the reports gained, lost and changed since an export, or in the last build."""
    found = _since_build(args) if args.file is None else _since_export(args)
    print(f"{tally_words(found)} since {args.file or 'the build before the last'}.")
    if found:
        print(visible("\n".join(change_lines(found))))
    return 0


def _since_build(args: Namespace) -> Changes:
    store = ready_store(args)
    try:
        return store.changes()
    finally:
        store.close()


def _since_export(args: Namespace) -> Changes:
    from dashboard.export.reading import read_export

    before, selected = read_export(args.file)
    query = selected if args.select is None else args.select
    selection = Selection(kinds=KINDS) if query is None else to_selection(query)
    store = ready_store(args)
    try:
        after = store.select(selection)
    finally:
        store.close()
    rows = [frame[[*SHOWN]].to_dict("records") for frame in (before, after)]
    return compare_readings(*rows)
