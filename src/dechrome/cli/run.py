"""A run: every source through a worker, in order, and what comes of it to where it belongs."""

from __future__ import annotations

import sys
from collections.abc import Generator, Sequence
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing
from dataclasses import dataclass, replace

import click

from dechrome.cli.console import counted, say, say_diff, tell
from dechrome.cli.inputs import Source
from dechrome.cli.ledger import Ledger
from dechrome.cli.report import Tally, preview
from dechrome.cli.work import Outcome, Worker
from dechrome.files.writing import write_whole
from dechrome.parallel import ordered_map


@dataclass(frozen=True, slots=True)
class Manner:
    """How a run shows its work."""

    text: bool = False
    """Write the cleaned text to standard output."""
    diff: bool = False
    report: bool = False
    """Say of each file what would go."""
    in_place: bool = False
    quiet: bool = False
    verbose: bool = False


def run(sources: Sequence[Source], worker: Worker, jobs: int, manner: Manner, ledger: Ledger | None) -> Tally:
    """Clean every source and give the count of what was done.

    Interrupted, it says how far it came and raises KeyboardInterrupt again.
    """
    tally = Tally()
    hidden = manner.quiet or len(sources) == 1 or not sys.stderr.isatty() or _shown_on_terminal(manner)
    try:
        with closing(_outcomes(sources, worker, jobs)) as outcomes:
            if hidden:
                for outcome in outcomes:
                    _finish(outcome, manner, ledger, tally)
            else:
                with click.progressbar(length=len(sources), label="Cleaning", file=sys.stderr, show_pos=True) as bar:
                    for outcome in outcomes:
                        _finish(outcome, manner, ledger, tally)
                        bar.update(1)
    except KeyboardInterrupt:
        tell(f"\nInterrupted: {tally.files:,} of {counted(len(sources), 'file')} done, {tally.written:,} written.")
        raise
    except BrokenProcessPool:
        raise click.ClickException(
            f"a worker process died after {counted(tally.files, 'file')}, probably for want of memory; use fewer --jobs"
        ) from None
    return tally


def _shown_on_terminal(manner: Manner) -> bool:
    return sys.stdout.isatty() and (manner.text or manner.diff or manner.report or manner.verbose)


def _outcomes(sources: Sequence[Source], worker: Worker, jobs: int) -> Generator[Outcome]:
    jobs = min(jobs, len(sources))
    yield from map(worker, sources) if jobs <= 1 else ordered_map(worker, sources, jobs)


def _finish(outcome: Outcome, manner: Manner, ledger: Ledger | None, tally: Tally) -> None:
    """Write what is to be written of one outcome, and count it."""
    outcome = _written(outcome, manner, tally)
    if ledger is not None:
        ledger.add(outcome)
    tally.add(outcome)
    if outcome.error:
        return
    if manner.diff:
        say_diff(outcome.diff)
    elif manner.text:
        say(outcome.data.decode("utf-8"))
    elif manner.report:
        say("".join(f"{line}\n" for line in preview(outcome)))
    if manner.verbose:
        tell(_account(outcome))


def _written(outcome: Outcome, manner: Manner, tally: Tally) -> Outcome:
    """The outcome with its file written; where that fails, an outcome with the error."""
    target = outcome.source.target
    if target is None or outcome.error or (manner.in_place and outcome.same):
        return outcome
    try:
        write_whole(target, outcome.data, durable=manner.in_place)
    except OSError as error:
        reason = f"{target.as_posix()} cannot be written ({error.strerror})"
        return replace(outcome, error=reason, removals=(), metadata={})
    tally.written += 1
    return outcome


def _account(outcome: Outcome) -> str:
    source = outcome.source
    where = f", written to {source.target.as_posix()}" if source.target else ""
    counts = f"{counted(outcome.chars_in, 'character')}, {outcome.chars_out:,} left"
    return f"{source.shown}: read as {outcome.encoding}, {counts}{where}"
