"""From what stands on the command line to the files that are meant, and where each one goes."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePath

import click

from dechrome.files.decoding import FileError
from dechrome.files.walking import PATTERNS, Unreadable, walk
from dechrome.formats import HTML, MARKDOWN, TEXT

STDIN = "-"
# What endings say of a file, and the endings of what is written of it.
FORMATS = {".html": HTML, ".htm": HTML, ".xhtml": HTML}
ENDINGS = {TEXT: ".txt", MARKDOWN: ".md", HTML: ".html"}


@dataclass(frozen=True, slots=True)
class Source:
    """One text to clean: its name as the user knows it, its name below the output folder, and its place.

    `data` is standard input's content, `problem` says why there is nothing to read,
    `target` is where the cleaned text goes, if into a file.
    """

    shown: str
    inside: str
    path: Path | None = None
    data: bytes | None = None
    problem: str = ""
    target: Path | None = None

    @property
    def format(self) -> str:
        """What its name says of its format; empty where that is nothing."""
        return FORMATS.get(PurePath(self.inside).suffix.lower(), "")

    def read(self) -> bytes:
        """The bytes. Raises FileError that says why there are none."""
        if self.problem:
            raise FileError(self.problem)
        if self.data is not None or self.path is None:
            return self.data or b""
        try:
            return self.path.read_bytes()
        except OSError as error:
            raise FileError(f"cannot be read ({error.strerror})") from error


def collect(inputs: Sequence[str], patterns: Sequence[str], skip: Path | None) -> list[Source]:
    """The sources that `inputs` name, each once, in the order given and within a folder in order of name.

    Files of the folder `skip` are left out. Raises click.UsageError where nothing is left to do.
    """
    several = len(inputs) > 1
    found: dict[str, Source] = {}
    for name in inputs:
        for source in _sources(name, patterns or PATTERNS, skip, several=several):
            key = os.path.normcase(source.path.absolute()) if source.path else STDIN
            found.setdefault(os.path.normpath(key), source)
    if not found:
        wanted = ", ".join(patterns or PATTERNS)
        raise click.UsageError(f"no file in {' or '.join(inputs)} is named {wanted}; name others with --glob PATTERN")
    return list(found.values())


def _sources(name: str, patterns: Sequence[str], skip: Path | None, *, several: bool) -> Iterator[Source]:
    if name == STDIN:
        yield Source(STDIN, "stdin.txt", data=sys.stdin.buffer.read())
        return
    if not name.strip():
        raise click.UsageError("a name is empty; for the folder you are in write .")
    path = Path(name)
    if not path.is_dir():
        problem = "" if path.exists() else "there is no such file"
        yield Source(path.as_posix(), path.name, path, problem=problem)
        return
    head = f"{path.resolve().name}/" if several else ""
    for found in walk(path, patterns, skip):
        place, problem = (found.path, found.reason) if isinstance(found, Unreadable) else (found, "")
        yield Source(place.as_posix(), head + place.relative_to(path).as_posix(), place, problem=problem)


def into(sources: Sequence[Source], out: str, *, one_file: bool, output: str = TEXT) -> list[Source]:
    """The sources, each with its file in or at `out`: a file for one file, else a folder.

    A page's name ends as the form that is written of it does.

    Raises click.UsageError where two would become one, or one would overwrite an input.
    """
    folder = Path(out)
    if one_file and not folder.is_dir() and not out.endswith(("/", os.sep)):
        placed = [replace(sources[0], target=folder)]
    elif folder.exists() and not folder.is_dir():
        raise click.UsageError(f"-o {out}: this is a file; several texts need a folder")
    else:
        placed = [replace(source, target=folder / _named(source, output)) for source in sources]
    _check(placed)
    return placed


def _named(source: Source, output: str) -> PurePath:
    inside = PurePath(source.inside)
    return inside.with_suffix(ENDINGS[output]) if source.format == HTML else inside


def in_place(sources: Sequence[Source], output: str = TEXT) -> list[Source]:
    """The sources, each its own target; a file that is named twice, through a link, comes once."""
    for source in sources:
        if source.format == HTML and output != HTML:
            raise click.UsageError(
                f"--in-place would make {source.shown} something else than a page; use -o, or --to html"
            )
    once: dict[str, Source] = {}
    for source in sources:
        if source.path is None:
            raise click.UsageError("--in-place cannot rewrite standard input; leave it out, or name a file")
        once.setdefault(os.path.realpath(source.path), replace(source, target=source.path))
    return list(once.values())


def check_ledger(ledger: str, sources: Sequence[Source]) -> None:
    """Raise click.UsageError where the ledger would overwrite a text."""
    identity = _identity(Path(ledger))
    for source in sources:
        if any(path and _identity(path) == identity for path in (source.path, source.target)):
            raise click.UsageError(f"--ledger {ledger}: this would overwrite {source.shown}; choose another name")


def _check(placed: Sequence[Source]) -> None:
    inputs = {_identity(source.path) for source in placed if source.path}
    owners: dict[str, Source] = {}
    for source in placed:
        if source.target is None:
            continue
        identity = _identity(source.target)
        if other := owners.get(identity):
            raise click.UsageError(
                f"{other.shown} and {source.shown} would both become {source.target.as_posix()}; "
                "clean them one at a time, or give the folders they are in"
            )
        if identity in inputs:
            raise click.UsageError(
                f"{source.target.as_posix()} would be overwritten, and it is an input; "
                "choose another -o, or rewrite with --in-place"
            )
        owners[identity] = source


def _identity(path: Path) -> str:
    # Two names that differ in case alone are one file on many systems.
    return os.path.realpath(path).lower()
