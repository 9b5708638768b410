"""The articles of `samples/` against what must come out of them, in `tests/samples/`.

A sample that does not come out exactly yet is named in `tests/samples/KNOWN.toml`, with the reason. That excuses
chrome that was left in, and nothing else: no sample, known or not, may lose a sentence of its article.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path

import pytest

from dechrome import Result, clean, explain
from dechrome.options import Options
from dechrome.plan import Plan

WANTED = Path(__file__).parent / "samples"
SAMPLES = WANTED.parents[1] / "samples"
PAGE = WANTED.parents[1] / "docs" / "samples.md"
NAMES = sorted(path.stem for path in SAMPLES.glob("*.txt"))
KNOWN: dict[str, str] = tomllib.loads((WANTED / "KNOWN.toml").read_text(encoding="utf-8"))


@cache
def result(name: str) -> Result:
    return explain(read(SAMPLES / f"{name}.txt"))


def read(path: Path) -> str:
    """The text of a file with its own line ends."""
    return path.read_bytes().decode("utf-8")


def wanted(name: str) -> str:
    return read(WANTED / f"{name}.txt")


def sentences(text: str) -> list[str]:
    """The lines of a text, cut after each sentence mark, since chrome may still stand between two sentences."""
    return [part for line in text.splitlines() for part in re.split(r"(?<=[.!?।؟])\s+|(?<=[。！？])", line) if part]


def listed() -> dict[str, list[str]]:
    """The rows of the table in `docs/samples.md`: the chrome classes by the name of the sample."""
    rows = re.findall(r"^\| \[(.+?)\.txt\]\(\S+\) \|.*\| (.*) \|$", read(PAGE), re.MULTILINE)
    return {name: re.findall(r"`(\w+)`", classes) for name, classes in rows}


def exact(name: str) -> object:
    """A test's parameter: a sample, marked as failing if it is a known one."""
    if name not in KNOWN:
        return name
    reason = f"{KNOWN[name]} (if it comes out right now, take its entry out of tests/samples/KNOWN.toml)"
    return pytest.param(name, marks=pytest.mark.xfail(strict=True, raises=AssertionError, reason=reason))


def test_every_sample_has_its_expected_text() -> None:
    assert len(NAMES) >= 24
    assert sorted(path.stem for path in WANTED.glob("*.txt")) == NAMES


def test_every_known_failure_names_a_sample_and_a_reason() -> None:
    assert set(KNOWN) <= set(NAMES)
    assert all(reason.strip() for reason in KNOWN.values())


def test_the_table_lists_every_sample() -> None:
    assert sorted(listed()) == NAMES


def test_the_samples_hold_every_class_several_times() -> None:
    classes = [name for row in listed().values() for name in row]
    # What is printed twice, and what only the body model finds, is no class of its own.
    assert set(classes) == {rule.name for rule in Plan.of(Options(plugins=False)).rules} - {"repeated", "off_body"}
    assert min(map(classes.count, classes)) >= 3


@pytest.mark.parametrize("name", NAMES)
def test_expected_texts_are_tidy(name: str) -> None:
    text = wanted(name)
    assert text == text.strip() + "\n"
    assert "\n\n\n" not in text
    assert all(line == " ".join(line.split()) for line in text.splitlines())


@pytest.mark.parametrize("name", [exact(name) for name in NAMES])
def test_the_article_comes_out_exactly(name: str) -> None:
    assert clean(read(SAMPLES / f"{name}.txt")).strip() == wanted(name).strip()


@pytest.mark.parametrize("name", NAMES)
def test_no_sentence_of_the_article_is_lost(name: str) -> None:
    text, at = result(name).text, 0
    for sentence in sentences(wanted(name)):
        found = text.find(sentence, at)
        assert found >= 0, f"lost, changed or moved: {sentence!r}"
        at = found + len(sentence)


@pytest.mark.parametrize("name", NAMES)
def test_cleaning_again_changes_nothing(name: str) -> None:
    text = result(name).text
    assert clean(text) == text


@pytest.mark.parametrize("name", NAMES)
def test_an_expected_text_stays_as_it_is(name: str) -> None:
    assert clean(wanted(name)).strip() == wanted(name).strip()


@pytest.mark.parametrize("name", NAMES)
def test_the_sample_can_be_restored(name: str) -> None:
    assert result(name).restore() == read(SAMPLES / f"{name}.txt")
