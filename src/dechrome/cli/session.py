"""From checked options to a finished run."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dechrome.cleaner import Cleaner
from dechrome.cli.codes import FAILED, FOUND
from dechrome.cli.console import counted, say, tell
from dechrome.cli.inputs import STDIN, check_ledger, collect, in_place, into
from dechrome.cli.ledger import open_ledger
from dechrome.cli.report import Tally, summary
from dechrome.cli.rules import list_languages, list_rules, show_rule
from dechrome.cli.run import Manner, run
from dechrome.cli.setup import build, config_path, words
from dechrome.cli.work import Worker


def describe_rules(given: dict[str, Any]) -> None:
    """Print the list of rules, what they know by language, or the page of one."""
    cleaner = _cleaner(given)
    if given["show_rule"]:
        say(show_rule(cleaner, given["show_rule"]))
    else:
        lines = list_languages(cleaner) if given["list_languages"] else list_rules(cleaner)
        say("".join(f"{line}\n" for line in lines))


def clean_inputs(given: dict[str, Any]) -> int:
    """Clean what is named and give the exit code."""
    cleaner = _cleaner(given)
    out: str | None = given["output"]
    sources = collect(given["inputs"], given["patterns"], Path(out) if out else None)
    one_text = len(given["inputs"]) == 1 and (given["inputs"][0] == STDIN or not Path(given["inputs"][0]).is_dir())
    if out:
        sources = into(sources, out, one_file=one_text, output=cleaner.options.output)
    elif given["in_place"]:
        sources = in_place(sources, cleaner.options.output)
    if given["ledger"]:
        check_ledger(given["ledger"], sources)
    manner = _manner(given, one_text=one_text)
    worker = Worker(cleaner, with_removals=given["ledger"] is not None, with_diff=given["diff"])
    with open_ledger(given["ledger"]) as ledger:
        tally = run(sources, worker, given["jobs"] or os.cpu_count() or 1, manner, ledger)
    if given["quiet"]:
        for name, why in tally.failed:
            tell(f"{name}: {why}")
    else:
        for line in (*summary(tally), *_where(given, tally, one_text=one_text)):
            tell(line)
    if tally.failed:
        return FAILED
    return FOUND if given["check"] and tally.found else 0


def _cleaner(given: dict[str, Any]) -> Cleaner:
    path = config_path(given["config_file"], ignore=given["no_config"])
    if given["verbose"]:
        tell(f"configuration: {path}" if path else "configuration: none")
    flags = {name: given[name] for name in ("mode", "threshold", "lang", "protect", "format")}
    flags |= {"output": given["to"], "fast": given["fast"] or None}
    return build(path, flags | {name: words(given[name]) for name in ("only", "off", "on")})


def _manner(given: dict[str, Any], *, one_text: bool) -> Manner:
    writes = bool(given["output"] or given["in_place"])
    return Manner(
        text=one_text and not writes and not given["check"],
        diff=given["diff"],
        report=not writes and not given["quiet"],
        in_place=given["in_place"],
        quiet=given["quiet"],
        verbose=given["verbose"],
    )


def _where(given: dict[str, Any], tally: Tally, *, one_text: bool) -> Iterator[str]:
    """Where the texts are now, or how to have them written."""
    if given["output"]:
        yield f"{counted(tally.written, 'file')} written to {given['output']}"
    elif given["in_place"]:
        yield f"{counted(tally.written, 'file')} rewritten"
    elif not one_text and not given["check"]:
        look = "" if given["diff"] else "; see the lines with --diff"
        yield f"Nothing was written. Write with -o FOLDER or --in-place{look}."
