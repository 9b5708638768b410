"""The documentation says what is true, and the house keeps its own rules."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

import dechrome

ROOT = Path(__file__).resolve().parent.parent
PAGES = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").glob("*.md")), ROOT / "benchmarks" / "README.md"]
SOURCES = sorted((ROOT / "src").rglob("*.py"))
LINK = re.compile(r"\]\((?!https?:|#)([^)#\s]+)")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_leads_somewhere(page: Path) -> None:
    broken = [link for link in LINK.findall(page.read_text(encoding="utf-8")) if not (page.parent / link).exists()]
    assert broken == []


def test_tables_in_the_documentation_are_up_to_date() -> None:
    done = subprocess.run([sys.executable, ROOT / "docs" / "update.py", "--check"], check=False)
    assert done.returncode == 0, "run `python docs/update.py`"


def test_changelog_knows_the_version() -> None:
    assert f"## {dechrome.__version__}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("module", sorted((ROOT / "src" / "dechrome").glob("*.py")), ids=lambda path: path.name)
def test_architecture_names_every_module(module: Path) -> None:
    if module.name not in ("__init__.py", "__main__.py"):
        assert f"`{module.name}`" in (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: str(path.relative_to(ROOT / "src")))
def test_file_is_short_enough_to_read(source: Path) -> None:
    assert len(source.read_text(encoding="utf-8").splitlines()) <= 300


def test_documented_options_are_the_options() -> None:
    from dataclasses import fields

    from dechrome.options import Options

    page = (ROOT / "docs" / "configuration.md").read_text(encoding="utf-8")
    named = [f.name for f in fields(Options) if any(form.format(f.name) in page for form in ("`{}`", "{} =", "[{}"))]
    assert named == [f.name for f in fields(Options)]
