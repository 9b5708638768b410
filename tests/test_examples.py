"""Every example on every installed rule's pages: alone, beside all other rules, and without the gate."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

import dechrome.rules
from dechrome import PhraseRule
from dechrome.discovery import installed_rules
from dechrome.testing import HEADINGS, Example, check_example, read_examples, ways

FOLDER = Path(dechrome.rules.__file__).parent
PAGES = sorted([*FOLDER.glob("*/rule.md"), *FOLDER.glob("*/languages.md")])
LANGUAGES = frozenset("ar cs da de el en es fi fr hi id it ja ko nl no pl pt ru sv tr uk vi zh".split())
RULES = {rule.name: rule for rule in installed_rules(plugins=False)}
WORDY = {name: rule for name, rule in RULES.items() if isinstance(rule, PhraseRule) and rule.phrases}
WAYS = {name: dict(ways(rule)) for name, rule in RULES.items()}
CASES = [
    pytest.param(
        page.parent.name, way, example, id=f"{page.parent.name}-{page.stem}-{example.line}-{way.replace(' ', '_')}"
    )
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
    page = (FOLDER / name / "rule.md").read_text(encoding="utf-8")
    titles = [line.removeprefix("## ") for line in page.splitlines() if line.startswith("## ")]
    assert tuple(titles) == HEADINGS
    assert page.startswith(f"# `{name}`\n")


@pytest.mark.parametrize("name", sorted(RULES))
def test_page_says_what_counts_in_html(name: str) -> None:
    page = (FOLDER / name / "rule.md").read_text(encoding="utf-8")
    phrases = FOLDER / name / "phrases.toml"
    has_signs = phrases.exists() and "html" in tomllib.loads(phrases.read_text(encoding="utf-8"))
    assert ("html.md#what-markup-says" in page) == has_signs


@pytest.mark.parametrize("name", sorted(RULES))
def test_rule_has_hits_and_near_misses(name: str) -> None:
    examples = read_examples((FOLDER / name / "rule.md").read_text(encoding="utf-8"))
    assert sum(e.near_miss for e in examples) >= 3
    assert sum(not e.near_miss for e in examples) >= 3


@pytest.mark.parametrize("name", sorted(WORDY))
def test_rule_with_words_has_a_hit_and_a_near_miss_in_every_language(name: str) -> None:
    pages = [page for page in PAGES if page.parent.name == name]
    examples = [e for page in pages for e in read_examples(page.read_text(encoding="utf-8")) if e.heading != "Not yet"]
    assert LANGUAGES - {e.lang for e in examples if not e.near_miss} == set()
    assert LANGUAGES - {e.lang for e in examples if e.near_miss} == set()
    assert LANGUAGES - {phrase.lang for phrase in WORDY[name].phrases} == set()
