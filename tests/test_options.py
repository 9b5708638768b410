"""Modes, languages, and rules that are used only where they are asked for."""

from __future__ import annotations

import pytest

from dechrome import Cleaner, ConfigError, PhraseRule, clean, explain
from dechrome.cli import command
from dechrome.options import MODES
from helpers import PROSE

TOWN = """{}

Byen fik i går en ny bro over fjorden, og det var borgmesteren selv, der klippede snoren over og holdt den første tale.
Der kom flere end tusind mennesker, og de fleste blev stående, til det blev mørkt."""


def test_modes_take_the_more_the_bolder() -> None:
    weak = PhraseRule.of("weak_sign", {"any": {"line": [{"text": "a weak sign", "confidence": 0.4}]}})
    likely = PhraseRule.of("likely_sign", {"any": {"line": [{"text": "a likely sign", "confidence": 0.6}]}})
    sure = PhraseRule.of("sure_sign", {"any": {"line": ["a sure sign"]}})
    text = f"A weak sign\nA likely sign\nA sure sign\n{PROSE}"
    left = {mode: Cleaner(rules=[weak, likely, sure], mode=mode).clean(text) for mode in MODES}
    assert left == {
        "gentle": f"A weak sign\nA likely sign\n{PROSE}",
        "balanced": f"A weak sign\n{PROSE}",
        "thorough": PROSE,
    }


def test_command_knows_the_modes() -> None:
    assert tuple(MODES) == command.MODES


def test_threshold_goes_over_the_mode() -> None:
    likely = PhraseRule.of("likely_sign", {"any": {"line": [{"text": "a likely sign", "confidence": 0.6}]}})
    assert Cleaner(rules=[likely], mode="gentle", threshold=0.5).clean(f"A likely sign\n{PROSE}") == PROSE


def test_unknown_mode_is_refused_with_the_nearest() -> None:
    with pytest.raises(ConfigError, match="unknown mode 'gentel': did you mean 'gentle'"):
        Cleaner(mode="gentel")


def test_opt_in_rules_are_used_only_where_they_are_asked_for() -> None:
    text = f"Council closes the swimming hall\n{PROSE}"
    assert clean(text) == text
    assert clean(text, on=["headline"]) == PROSE
    assert clean(text, only=["headline"]) == PROSE
    assert clean(text, on=["headline"], off=["headline"]) == text
    assert "headline" not in {rule.name for rule in Cleaner().rules}


def test_a_word_of_another_language_is_half_as_sure() -> None:
    by = PhraseRule.of("by_whom", {"en": {"line": ["by {name}"]}, "da": {"line": ["af {name}"]}})
    cleaner = Cleaner(rules=[by], only=["by_whom"])
    assert cleaner.clean(TOWN.format("By Havn")).startswith("By Havn")
    assert not cleaner.clean(TOWN.format("Af Ane Holm")).startswith("Af")


def test_a_given_language_is_believed() -> None:
    by = PhraseRule.of("by_whom", {"en": {"line": ["by {name}"]}})
    cleaner = Cleaner(rules=[by], only=["by_whom"], lang="en-GB")
    assert not cleaner.clean(TOWN.format("By Havn")).startswith("By Havn")
    assert cleaner.explain(TOWN.format("")).lang == "en"


def test_the_result_says_the_language() -> None:
    assert explain(TOWN.format("")).lang == "da"
    assert explain("12:30").lang is None


@pytest.mark.parametrize("wrong", ["english", "", "1", 7])
def test_a_language_that_is_none_is_refused(wrong: object) -> None:
    with pytest.raises(ConfigError, match="lang must be a language's code"):
        Cleaner(lang=wrong)


def test_a_phrase_can_say_that_it_is_no_false_friend() -> None:
    tables = {"en": {"prefix": [{"text": "whistleblower", "local": False}]}}
    rule = PhraseRule.of("tip_line", tables)
    assert not rule.foreign("da")
    assert PhraseRule.of("tip_line", {"en": {"prefix": ["whistleblower"]}}).foreign("da") == {0}


def test_evidence_says_what_each_rule_said() -> None:
    one = PhraseRule.of("one_sign", {"any": {"line": [{"text": "a weak sign", "confidence": 0.4}]}})
    two = PhraseRule.of("two_signs", {"any": {"prefix": [{"text": "a weak", "confidence": 0.3}]}})
    result = Cleaner(rules=[one, two]).explain(f"A weak sign\n{PROSE}")
    (removal,) = result.removals
    assert (removal.rule, round(removal.confidence, 2), removal.also) == ("one_sign", 0.58, ("two_signs",))
    assert [(e.rule, e.why) for e in removal.evidence] == [
        ("one_sign", 'line "a weak sign"'),
        ("two_signs", 'prefix "a weak"'),
    ]
