"""An environment of its own for each tool, made once and kept; and what a tool is."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

LIST = Path(__file__).with_name("peers.toml")
_THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "RAYON_NUM_THREADS")
_STAMP = "installed.json"
_VERSION = "import sys; from importlib.metadata import version; print(version(sys.argv[1]))"


@dataclass(frozen=True)
class Tool:
    """A row of the comparison, as `peers.toml` describes it."""

    name: str
    ask: str
    install: tuple[str, ...] = ()
    input: str = "html"
    options: Mapping[str, Any] = field(default_factory=dict)

    @property
    def package(self) -> str:
        """The package that holds the tool.

        >>> Tool("newspaper4k", "newspaper4k", ("newspaper4k[all]==0.9.6", "lxml")).package
        'newspaper4k'
        """
        return self.install[0].partition("==")[0].partition("[")[0] if self.install else self.ask

    @property
    def is_own(self) -> bool:
        """Whether it is dechrome itself."""
        return not self.install


def tools(names: Sequence[str] = (), path: Path = LIST) -> list[Tool]:
    """The tools of a list, or those of them that are named. Raises ValueError for a name that is not there."""
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    found = [_tool(name, **table) for name, table in tables.items()]
    if unknown := set(names) - {tool.name for tool in found}:
        raise ValueError(f"no such tool: {', '.join(sorted(unknown))}; there are {', '.join(t.name for t in found)}")
    return [tool for tool in found if not names or tool.name in names]


def _tool(name: str, *, install: Sequence[str] = (), **table: Any) -> Tool:
    return Tool(name, install=tuple(install), **table)


def interpreter(tool: Tool, folder: Path) -> Path:
    """The Python of the tool's environment, which is made below `folder` where it is not there yet or is another.

    Raises subprocess.CalledProcessError where pip fails.
    """
    if tool.is_own:
        return Path(sys.executable)
    home = folder / tool.name
    python = home / ("Scripts" if os.name == "nt" else "bin") / "python"
    stamp, wanted = home / _STAMP, json.dumps([sys.version, *tool.install])
    if not stamp.exists() or stamp.read_text(encoding="utf-8") != wanted:
        print(f"installing {tool.name} into {home}", file=sys.stderr)
        subprocess.run([sys.executable, "-m", "venv", "--clear", home], check=True)
        quiet = ["--quiet", "--disable-pip-version-check", "--no-input"]
        subprocess.run([python, "-m", "pip", "install", *quiet, *tool.install], check=True)
        stamp.write_text(wanted, encoding="utf-8")
    return python


def surroundings(tool: Tool) -> dict[str, str]:
    """The environment variables of the tool's process: one core, and nothing of this process's own packages."""
    kept = {name: value for name, value in os.environ.items() if tool.is_own or name != "PYTHONPATH"}
    return kept | dict.fromkeys(_THREADS, "1") | {"PYTHONHASHSEED": "0"}


def version(tool: Tool, python: Path) -> str:
    """The version of the tool that is installed there."""
    return subprocess.check_output([python, "-c", _VERSION, tool.package], text=True).strip()
