"""The command itself: its options, and what each combination of them does."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

import click

import dechrome
from dechrome.cli.codes import CLOSED, INTERRUPTED
from dechrome.cli.completion import SHELLS, RuleNames, script
from dechrome.errors import DechromeError

_EPILOG = """Exit codes: 0 all is well, 1 --check found something, 2 a wrong option or configuration,
3 a file failed. Folders are searched for *.txt, *.text, *.md, *.html, *.htm and *.xhtml; hidden files are left out."""


FORMATS, OUTPUTS = ("auto", "text", "markdown", "html"), ("text", "markdown", "html")
MODES = ("gentle", "balanced", "thorough")
_CONTRADICTIONS = (
    ("output", "in_place"), ("check", "in_place"), ("check", "output"),
    ("config_file", "no_config"), ("quiet", "verbose"),
)  # fmt: skip


class _Clean(click.Command):
    """A command that ends as people expect when it is interrupted, or when nobody reads on."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            with _terminated_as_interrupted():
                return super().invoke(ctx)
        except DechromeError as error:
            raise click.UsageError(str(error), ctx) from error
        except KeyboardInterrupt:
            ctx.exit(INTERRUPTED)
        except BrokenPipeError:
            _silence_stdout()
            ctx.exit(CLOSED)


@click.command(
    cls=_Clean, epilog=_EPILOG, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@click.argument("inputs", nargs=-1, type=click.Path(), metavar="[FILE | FOLDER | -]...")
@click.option(
    "-o", "--output", type=click.Path(), metavar="OUT", help="Write to this file, or the tree into this folder."
)
@click.option("--in-place", is_flag=True, help="Rewrite the files themselves.")
@click.option("--diff", is_flag=True, help="Show what changes as a unified diff.")
@click.option("--check", is_flag=True, help="Write nothing; exit with 1 if anything would be removed.")
@click.option("--ledger", type=click.Path(), metavar="FILE", help="Write every removal to this file, as JSON lines.")
@click.option("--only", multiple=True, type=RuleNames(), metavar="RULES", help="Use these rules and no others.")
@click.option("--off", multiple=True, type=RuleNames(), metavar="RULES", help="Do without these rules.")
@click.option("--on", multiple=True, type=RuleNames(), metavar="RULES", help="Use these rules too, as headline.")
@click.option("--mode", type=click.Choice(MODES), help="How much to risk; balanced by default.")
@click.option("--threshold", type=click.FloatRange(0, 1), help="The least confidence to remove at; see --mode.")
@click.option("--lang", metavar="CODE", help="The texts' language, as de; found out for each text by default.")
@click.option("--format", type=click.Choice(FORMATS), help="What the files are; found out for each by default.")
@click.option("--to", type=click.Choice(OUTPUTS), help="What to write; plain text by default.")
@click.option("--fast", is_flag=True, help="Judge pages without trafilatura, which takes a quarter less time.")
@click.option("--protect", multiple=True, metavar="PHRASE", help="Never remove a line that holds this phrase.")
@click.option("--glob", "patterns", multiple=True, metavar="PATTERN", help="Take files like this from folders.")
@click.option(
    "--jobs", type=click.IntRange(0), default=1, show_default=True, metavar="N", help="Processes; 0: all cores."
)
@click.option("--config", "config_file", type=click.Path(), metavar="FILE", help="Read options from this file.")
@click.option("--no-config", is_flag=True, help="Read no configuration file.")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but what was asked for, and what failed.")
@click.option("-v", "--verbose", is_flag=True, help="Say which configuration is used, and how each file was read.")
@click.option("--list-rules", is_flag=True, help="List the rules and exit.")
@click.option("--list-languages", is_flag=True, help="List what each rule knows in each language, and exit.")
@click.option("--show-rule", type=RuleNames(), metavar="RULE", help="Show the page of a rule and exit.")
@click.option("--completion", type=click.Choice(SHELLS), help="Print the shell's completion script and exit.")
@click.version_option(dechrome.__version__, message="dechrome %(version)s")
@click.pass_context
def main(ctx: click.Context, /, **given: Any) -> None:
    """Remove site chrome from the text of web articles.

    One file, or standard input (-), is cleaned to standard output. For a folder, or several
    files, say where the texts go (-o, --in-place); without it you see what would be removed.
    """
    _check_together(given)
    if given["completion"]:
        from dechrome.cli.console import say

        say(script(ctx.command, given["completion"]) + "\n")
        return
    from dechrome.cli.session import clean_inputs, describe_rules

    if given["list_rules"] or given["list_languages"] or given["show_rule"]:
        describe_rules(given)
        return
    if not given["inputs"]:
        if sys.stdin.isatty():
            raise click.UsageError("name a file, a folder, or - for standard input", ctx)
        given["inputs"] = ("-",)
    ctx.exit(clean_inputs(given))


def _check_together(given: dict[str, Any]) -> None:
    """Refuse options that contradict each other."""
    for one, other in _CONTRADICTIONS:
        if given[one] and given[other]:
            first, second = (f"--{name.removesuffix('_file').replace('_', '-')}" for name in (one, other))
            raise click.UsageError(f"{first} and {second} exclude each other; leave one out")
    if given["output"] is not None and not given["output"].strip():
        raise click.UsageError("-o needs a name; here it is empty")


@contextmanager
def _terminated_as_interrupted() -> Iterator[None]:
    """A block in which a polite request to end tidies up as Ctrl-C does."""

    def stop(_number: int, _frame: object) -> None:
        raise KeyboardInterrupt

    try:
        before = signal.signal(signal.SIGTERM, stop)
    except ValueError:  # not in the main thread
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _silence_stdout() -> None:
    """Let what is still to be flushed go nowhere."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
