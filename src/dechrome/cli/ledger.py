"""The ledger: a file of JSON lines with everything that was removed, and from where."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, BinaryIO

import click

from dechrome.cli.work import Outcome
from dechrome.files.writing import whole


class Ledger:
    """Writes a record for each file, followed by one for each of its removals."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def add(self, outcome: Outcome) -> None:
        """Write the records of one outcome."""
        path = outcome.source.shown
        failed = bool(outcome.error)
        self._write(
            {
                "record": "file",
                "path": path,
                "encoding": outcome.encoding or None,
                "broken": outcome.broken,
                "chars_in": None if failed else outcome.chars_in,
                "chars_out": None if failed else outcome.chars_out,
                "article": None if failed else outcome.has_article,
                "removals": len(outcome.removals),
                "error": outcome.error or None,
                "metadata": outcome.metadata or None,
            }
        )
        for removal in outcome.removals:
            self._write(
                {
                    "record": "removal",
                    "path": path,
                    "line": removal.line,
                    "start": removal.start,
                    "end": removal.end,
                    "text": removal.text,
                    **({"element": removal.path} if removal.path else {}),
                    "rule": removal.rule,
                    "why": removal.why,
                    "confidence": round(removal.confidence, 4),
                    "evidence": [
                        {"rule": one.rule, "why": one.why, "confidence": round(one.confidence, 4)}
                        for one in removal.evidence
                    ],
                }
            )

    def _write(self, record: Mapping[str, Any]) -> None:
        # A file name that is no UTF-8 keeps its odd bytes as JSON escapes.
        self._stream.write(json.dumps(record, ensure_ascii=False).encode("utf-8", "backslashreplace") + b"\n")


@contextmanager
def open_ledger(path: str | None) -> Iterator[Ledger | None]:
    """The ledger at `path`, which is there when the block ends, and not if it fails; None without a path."""
    if path is None:
        yield None
        return
    if Path(path).is_dir():
        raise click.UsageError(f"--ledger {path}: this is a folder; name a file, as in removals.jsonl")
    with ExitStack() as stack:
        try:
            stream = stack.enter_context(whole(Path(path)))
        except OSError as error:
            raise click.UsageError(f"--ledger {path}: cannot be written ({error.strerror})") from error
        yield Ledger(stream)
