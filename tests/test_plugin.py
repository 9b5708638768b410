"""A rule from another distribution: built, installed and found as a user's would be."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent / "plugin_package"


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder into which pip has installed the plugin."""
    target = tmp_path_factory.mktemp("site")
    source = tmp_path_factory.mktemp("source") / "plugin"
    subprocess.run(
        [sys.executable, "-c", f"import shutil; shutil.copytree({str(PACKAGE)!r}, {str(source)!r})"], check=True
    )
    subprocess.run(
        [
            sys.executable,
            "-m",
            "pip",
            "install",
            "--quiet",
            "--no-deps",
            "--no-build-isolation",
            "--target",
            target,
            source,
        ],
        check=True,
    )
    return target


def run(site: Path, *arguments: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(site), "PYTHONUTF8": "1"}
    return subprocess.run(
        [sys.executable, *arguments],
        input=stdin, env=environment, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip


def test_installed_rule_takes_part(site: Path) -> None:
    text = "The ferry did not run.\\nToday's weather\\nFeels like 3°C\\nNobody was surprised."
    done = run(site, "-c", f'import dechrome; print(dechrome.clean("{text}"))')
    assert done.stdout == "The ferry did not run.\nNobody was surprised.\n", done.stderr


def test_installed_rule_can_be_switched_off(site: Path) -> None:
    done = run(site, "-c", 'import dechrome; print(dechrome.clean("Today\'s weather", off=["weather_widget"]))')
    assert done.stdout == "Today's weather\n", done.stderr
    done = run(site, "-c", 'import dechrome; print(dechrome.clean("Today\'s weather", plugins=False))')
    assert done.stdout == "Today's weather\n", done.stderr


def test_installed_rule_is_checked_by_its_page(site: Path) -> None:
    program = (
        "from pathlib import Path; import dechrome_weather as w; from dechrome.testing import check_rule; "
        "print(check_rule(w.RULE, Path(w.__file__).with_name('rule.md')))"
    )
    done = run(site, "-c", program)
    assert done.stdout == "2\n", done.stderr


def test_command_knows_the_installed_rule(site: Path) -> None:
    done = run(site, "-m", "dechrome", "--list-rules")
    assert "weather_widget" in done.stdout, done.stderr
    done = run(site, "-m", "dechrome", "-", stdin="Today's weather\nIt rained.\n")
    assert done.stdout == "It rained.\n", done.stderr


def test_broken_rule_is_named_with_its_package(site: Path, tmp_path: Path) -> None:
    info = tmp_path / "broken-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: broken\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[dechrome.rules]\nno_rule = no_such_module:RULE\n")
    done = run(tmp_path, "-c", "import dechrome; dechrome.clean('x')")
    assert "RuleError: broken: rule 'no_rule' cannot be loaded (ModuleNotFoundError" in done.stderr


def test_name_that_is_taken_is_refused(tmp_path: Path) -> None:
    info = tmp_path / "twin-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: twin\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[dechrome.rules]\nshare_bar = dechrome.rules.share_bar:RULE\n")
    done = run(tmp_path, "-c", "import dechrome; dechrome.clean('x')")
    assert "twin: there is a rule 'share_bar' already, from dechrome" in done.stderr
