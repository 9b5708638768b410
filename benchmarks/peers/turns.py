"""The tools at work: a process for each, asked in turn about one page after the other."""

from __future__ import annotations

import json
import statistics
import subprocess
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Timer
from typing import Any, Self

WORKER = Path(__file__).with_name("worker.py")
_PATIENCE = 5  # seconds for a process to end by itself


@dataclass(frozen=True)
class Answer:
    """What a tool made of a page, and the CPU time it took; an `error` goes with an empty text."""

    text: str
    seconds: float
    error: str = ""


class Worker:
    """A tool in a process of its own, which is started anew when it dies or takes too long over a page.

    `command` runs worker.py with the environment variables `env`; `log` gets what it prints beside its answers. Raises
    RuntimeError if it does not start.
    """

    def __init__(self, command: Sequence[str | Path], env: Mapping[str, str], log: Path, limit: float) -> None:
        self._command, self._env, self._log, self._limit = command, env, log, limit
        self._process = self._start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        _end(self._process)

    def ask(self, page: Mapping[str, Any]) -> Answer:
        """The tool's answer; a page that it dies of, or is still busy with after the limit, is an error."""
        reply = self._reply(self._process, json.dumps(page) + "\n")
        if not reply:
            _end(self._process)
            self._process = self._start()
            return Answer("", self._limit, f"no answer within {self._limit:g} s")
        found = json.loads(reply)
        return Answer(found.get("text", ""), found["seconds"], found.get("error", ""))

    def _start(self) -> subprocess.Popen[str]:
        with self._log.open("a", encoding="utf-8") as log:
            process = subprocess.Popen(
                self._command, env=self._env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log,
                encoding="utf-8",
            )  # fmt: skip
        if not self._reply(process, ""):
            _end(process)
            raise RuntimeError(f"{self._command[0]} does not start; see {self._log}")
        return process

    def _reply(self, process: subprocess.Popen[str], line: str) -> str:
        """The next line that the process prints; nothing if it dies or has to be killed."""
        source, target = process.stdout, process.stdin
        if not source or not target:
            raise TypeError("a process without pipes")
        timer = Timer(self._limit, process.kill)
        timer.start()
        try:
            target.write(line)
            target.flush()
            return source.readline()
        except BrokenPipeError:
            return ""
        finally:
            timer.cancel()


def _end(process: subprocess.Popen[str]) -> None:
    """Let a process end by itself, as nothing more comes; or kill it."""
    try:
        process.communicate(timeout=_PATIENCE)
    except subprocess.TimeoutExpired:
        process.kill()
        process.communicate()


def in_turn(
    workers: Mapping[str, Worker], pages: Iterable[Mapping[str, Mapping[str, Any]]], repeats: int
) -> Iterator[dict[str, Answer]]:
    """For each page the tools' answers by name: the first answer, with the median of the times of all.

    `pages` has for each page what each tool is given. The tools take turns page by page, as a busy machine then slows
    all alike.
    """
    for page in pages:
        found: dict[str, list[Answer]] = {name: [] for name in workers}
        for _ in range(repeats):
            for name, worker in workers.items():
                found[name].append(worker.ask(page[name]))
        yield {
            name: Answer(answers[0].text, statistics.median(a.seconds for a in answers), answers[0].error)
            for name, answers in found.items()
        }
