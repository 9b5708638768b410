"""The public surface: what can be imported, what it costs, and how a cleaner behaves."""

from __future__ import annotations

import pickle
import subprocess
import sys
from typing import Any

import pytest

import dechrome
from dechrome import Cleaner, ConfigError, Document, Hit, Mark, Marks, PhraseRule, RuleError, default
from helpers import DocumentRuleOf, LineRuleOf

TEXT = "The vote is on Tuesday.\nComments are closed.\nIt will be close.\nAll about our site"
LABELS = (
    "advertisement also_read author_bio byline comments consent legal media_player metadata navigation newsletter "
    "official_banner page_tools paywall photo_caption placeholder related share_bar tags"
).split()


def test_every_public_name_is_there() -> None:
    assert all(getattr(dechrome, name) is not None for name in dechrome.__all__)
    assert dir(dechrome) == sorted(dechrome.__all__)
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = dechrome.nothing


def test_all_rules_are_there() -> None:
    # Beside a rule for each class of chrome: whatever a page prints twice, and whatever no phrase names.
    assert [rule.name for rule in Cleaner(plugins=False).rules] == sorted([*LABELS, "off_body", "repeated"])


def test_import_brings_nothing_heavy() -> None:
    heavy = "ahocorasick bs4 charset_normalizer click ftfy html lxml numpy regex tomli tomllib trafilatura concurrent"
    program = f"import sys, dechrome; print([m for m in {heavy.split()!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_pickled_cleaner_does_the_same() -> None:
    cleaner = Cleaner(off=["comments"], protect=["our site"], phrases={"site_footer": {"line": ["it will be close"]}})
    again = pickle.loads(pickle.dumps(cleaner))  # noqa: S301
    assert (
        again.clean(TEXT) == cleaner.clean(TEXT) == "The vote is on Tuesday.\nComments are closed.\nAll about our site"
    )


def test_clean_many_gives_the_same_with_any_number_of_workers() -> None:
    texts = [f"Story {i}.\nComments are closed." for i in range(50)]
    cleaner = Cleaner()
    one = list(cleaner.clean_many(texts))
    assert one == [f"Story {i}." for i in range(50)]
    assert list(cleaner.clean_many(iter(texts), workers=2)) == one


def test_clean_many_is_lazy() -> None:
    def endless() -> object:
        while True:
            yield "Comments are closed."

    assert next(Cleaner().clean_many(endless())) == ""  # type: ignore[arg-type]


def test_only_and_off() -> None:
    assert "Comments are closed." in dechrome.clean(TEXT, off=["comments"])
    assert "Comments are closed." in dechrome.clean(TEXT, only=["tags"])
    assert "Comments are closed." not in dechrome.clean(TEXT, only=["comments"])


def test_options_of_one_call_are_kept_for_the_next_and_for_no_other() -> None:
    assert default.cleaner(off=["comments"]) is default.cleaner(off=("comments",))
    assert default.cleaner(off=["comments"]) is not default.cleaner(off=["tags"])
    mine = {"site_footer": {"line": ["it will be close"]}}
    assert "It will be close." not in dechrome.clean(TEXT, phrases=mine)
    mine["site_footer"]["line"] = ["comments are closed"]
    assert "It will be close." in dechrome.clean(TEXT, phrases=mine)


def test_a_kept_cleaner_goes_when_others_come() -> None:
    first = default.cleaner(cap=0.1)
    for cap in (0.2, 0.3, 0.4, 0.5):
        default.cleaner(cap=cap, only=["tags"])
    assert default.cleaner(cap=0.1) is not first


def test_threshold_of_all_rules_and_of_one() -> None:
    assert "Comments are closed." in dechrome.clean(TEXT, threshold=1.0)
    assert "Comments are closed." in dechrome.clean(TEXT, settings={"comments": {"threshold": 1.0}})


def test_phrases_for_a_rule_of_the_package_and_for_a_new_one() -> None:
    assert dechrome.clean(TEXT, phrases={"legal": {"en": {"line": ["all about our site"]}}}).endswith("close.")
    result = dechrome.explain(TEXT, phrases={"site_footer": {"prefix": ["all about"]}})
    assert result.removals[-1].rule == "site_footer"


def test_protected_phrase_never_goes() -> None:
    assert "Comments are closed." in dechrome.clean(TEXT, protect=["COMMENTS ARE"])
    assert "All about our site" in dechrome.clean(
        TEXT,
        protect=["our site"],
        phrases={"site_footer": {"line": [{"text": "all about our site", "confidence": 1.0}]}},
    )


def test_rule_objects_of_ones_own() -> None:
    shouted = LineRuleOf("shouted", frozenset(["vote"]), lambda line: [Hit(0, len(line), 0.9, "a vote")])
    assert dechrome.clean(TEXT, rules=[shouted]).startswith("It will")

    def last(document: Document, seen: Marks) -> list[Mark]:
        assert seen.lines("comments") or len(document.lines) < 4
        end = len(document.lines) - 1
        return [Mark(end, "last_line", Hit(0, len(document.lines[end].text), 0.9, "last"))] if end > 1 else []

    assert dechrome.clean(TEXT, rules=[DocumentRuleOf("last_line", last)]).endswith("close.")


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"of": ["x"]}, "unknown option 'of': did you mean 'off'?"),
        ({"off": ["sharebar"]}, "off: unknown rule 'sharebar': did you mean 'share_bar'?"),
        ({"only": ["tag"]}, "only: unknown rule 'tag': did you mean 'tags'?"),
        ({"off": "tags"}, "off must be a list of words, not 'tags'"),
        ({"threshold": 2}, "threshold must be a number from 0 to 1, not 2"),
        ({"threshold": True}, "threshold must be a number from 0 to 1, not True"),
        ({"phrases": {"mine": {"regex": [{"text": "x", "triggers": "x"}]}}}, "the triggers of 'x' must be a list"),
        ({"phrases": {"mine": {"line": [{"text": "x", "local": 1}]}}}, "local must be true or false for 'x', not 1"),
        ({"plugins": 1}, "plugins must be true or false, not 1"),
        ({"settings": {"tag": {}}}, "settings: unknown rule 'tag': did you mean 'tags'?"),
        ({"settings": {"tags": {"treshold": 1}}}, "unknown setting 'treshold': did you mean 'threshold'?"),
        ({"phrases": {"tags": {"lines": ["x"]}}}, "must be a table of lists by kind"),
        ({"phrases": {"tags": {"en": {"lines": ["x"]}}}}, "unknown kind of phrase 'lines': did you mean 'line'?"),
        ({"phrases": {"tags": {"line": [""]}}}, "a phrase must be text that is not empty, not ''"),
        ({"phrases": {"tags": {"line": ["by {nme}"]}}}, "unknown blank {nme}"),
        ({"phrases": {"two words": {"line": ["x"]}}}, "a rule's name must be a word like 'site_footer'"),
        ({"protect": [""]}, "protect must hold words that are not empty"),
    ],
)  # fmt: skip
def test_wrong_option_is_told_at_once(options: dict[str, Any], message: str) -> None:
    with pytest.raises(ConfigError) as caught:
        Cleaner(**options)
    assert message in str(caught.value)


def test_rule_of_the_wrong_shape_is_told_at_once() -> None:
    with pytest.raises(RuleError, match="needs `triggers` and `match"):
        Cleaner(rules=[type("Empty", (), {"name": "empty"})()])
    with pytest.raises(RuleError, match="there is a rule 'tags' already"):
        Cleaner(rules=[PhraseRule.of("tags", {"en": {"line": ["x"]}})])


def test_rule_that_never_has_enough_is_stopped() -> None:
    def last(document: Document, _: Marks) -> list[Mark]:
        end = len(document.lines) - 1
        return [Mark(end, "greedy", Hit(0, len(document.lines[end].text), 0.95, "the last"))] if end > 0 else []

    result = dechrome.explain("\n".join(f"Line {i}." for i in range(200)), rules=[DocumentRuleOf("greedy", last)])
    assert 0 < len(result.removals) < 199
    assert result.text.startswith("Line 0.")
