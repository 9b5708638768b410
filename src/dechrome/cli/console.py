"""Writing to the terminal or down a pipe: UTF-8 everywhere, colors where someone looks."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable

import click

_COLORS = {"---": {"bold": True}, "+++": {"bold": True}, "@@": {"fg": "cyan"}, "-": {"fg": "red"}, "+": {"fg": "green"}}


def say(text: str) -> None:
    """Write to standard output, as UTF-8 whatever the platform thinks."""
    if os.name == "nt" and sys.stdout.isatty():
        click.echo(text, nl=False)  # a Windows console takes characters, not bytes
        return
    stream = sys.stdout.buffer
    stream.write(text.encode("utf-8", "surrogateescape"))
    stream.flush()


def tell(text: str) -> None:
    """Write a line to standard error, where it does not mix with the text."""
    click.echo(text, err=True)


def say_diff(lines: Iterable[str]) -> None:
    """Write the lines of a unified diff, colored on a terminal."""
    colored = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    say("".join((_colored(line) if colored else line) + "\n" for line in lines))


def _colored(line: str) -> str:
    for lead, style in _COLORS.items():
        if line.startswith(lead):
            return click.style(line, **style)  # type: ignore[arg-type]
    return line


def counted(number: int, noun: str) -> str:
    """A number with its noun, in the plural where it is one.

    >>> counted(1, "file"), counted(1200, "file")
    ('1 file', '1,200 files')
    """
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
