"""Every example on every installed rule's page: alone, beside all other rules, and without the gate."""

from __future__ import annotations

from pathlib import Path

import pytest

import dechrome.rules
from dechrome.cleaner import Cleaner
from dechrome.discovery import installed_rules
from dechrome.testing import HEADINGS, Example, check_example, read_examples, ways

PAGES = sorted(Path(dechrome.rules.__file__).parent.glob("*/rule.md"))
RULES = {rule.name: rule for rule in installed_rules(plugins=False)}
WAYS = {name: dict(ways(rule)) for name, rule in RULES.items()}
CASES = [
    pytest.param(page.parent.name, way, example, id=f"{page.parent.name}-{example.line}-{way.replace(' ', '_')}")
    for page in PAGES
    for example in read_examples(page.read_text(encoding="utf-8"))
    for way in ("alone", "beside all others", "without the gate")
]


@pytest.mark.parametrize(("rule", "way", "example"), CASES)
def test_example(rule: str, way: str, example: Example, request: pytest.FixtureRequest) -> None:
    if example.heading == "Not yet":
        request.applymarker(pytest.mark.xfail(reason="a known limit", strict=way == "beside all others"))
    check_example(WAYS[rule][way], example, f"{rule}, {way}")


@pytest.mark.parametrize("name", sorted(RULES))
def test_page_is_whole(name: str) -> None:
    page = (Path(dechrome.rules.__file__).parent / name / "rule.md").read_text(encoding="utf-8")
    titles = [line.removeprefix("## ") for line in page.splitlines() if line.startswith("## ")]
    assert tuple(titles) == HEADINGS
    assert page.startswith(f"# `{name}`\n")


@pytest.mark.parametrize("name", sorted(RULES))
def test_rule_has_hits_and_near_misses(name: str) -> None:
    examples = read_examples((Path(dechrome.rules.__file__).parent / name / "rule.md").read_text(encoding="utf-8"))
    assert sum(e.near_miss for e in examples) >= 3
    assert sum(not e.near_miss for e in examples) >= 3
