"""Which files of a folder are meant."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

PATTERNS = ("*.txt", "*.text", "*.md", "*.html", "*.htm", "*.xhtml")


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A folder that cannot be read, and why."""

    path: Path
    reason: str


def walk(folder: Path, patterns: Sequence[str] = PATTERNS, skip: Path | None = None) -> Iterator[Path | Unreadable]:
    """The files below `folder` whose names match a pattern, in order of name.

    A pattern with a `/` is held against the path below `folder`; capital letters do not matter.
    Hidden files and folders, links to folders, and the folder `skip` are left out.
    """
    lowered = [pattern.lower().removeprefix("**/").removeprefix("./") for pattern in patterns]
    avoid = os.path.realpath(skip) if skip else None
    yield from _walk(folder, "", lowered, avoid)


def _walk(folder: Path, below: str, patterns: Sequence[str], avoid: str | None) -> Iterator[Path | Unreadable]:
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError as error:
        yield Unreadable(folder, f"cannot be read ({error.strerror})")
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        path, inside = folder / entry.name, f"{below}{entry.name}"
        # A link to a folder is not followed: it may lead back here.
        if entry.is_dir(follow_symlinks=False):
            if avoid is None or os.path.realpath(path) != avoid:
                yield from _walk(path, f"{inside}/", patterns, avoid)
        elif _meant(entry.name.lower(), inside.lower(), patterns) and not path.is_dir():
            if entry.is_file():
                yield path
            elif entry.is_symlink():
                yield Unreadable(path, "is a link to nothing")


def _meant(name: str, inside: str, patterns: Sequence[str]) -> bool:
    return any(fnmatchcase(inside if "/" in pattern else name, pattern) for pattern in patterns)
