"""The gate never hides a line from a rule that would match it."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from dechrome import Cleaner, Hit, PhraseRule
from dechrome.gate import Gate
from dechrome.phrasebook import Phrase
from helpers import LineRuleOf, document

RULES = tuple(Cleaner(plugins=False)._plan.line_rules)
GATE = Gate(RULES)
PHRASES: list[Phrase] = [p for rule in RULES for p in getattr(rule, "phrases", ()) if p.kind != "regex"]
FILLERS = {"{n}": "12", "{name}": "Ana Lima", "{date}": "12 May 2020", "{few}": "two words", "{any}": "anything"}


def spoken(phrase: Phrase) -> str:
    text = phrase.text
    for blank, filler in FILLERS.items():
        text = text.replace(blank, filler)
    return text


LINES = st.builds(
    lambda lead, phrase, rest, case: case(lead + phrase + rest),
    st.sampled_from(["", "\u2022 ", "- ", "[", "\u00bb ", "He left. ", "\u201c"]),
    st.sampled_from(PHRASES).map(spoken),
    st.sampled_from(["", ":", ": A title of some words", ".", "]", " \u00bb", " and more", "\u2026"]),
    st.sampled_from([str, str.upper, str.title, str.capitalize]),
)


@settings(max_examples=200)
@given(st.lists(LINES, min_size=1, max_size=8))
def test_gate_lets_every_match_through(lines: list[str]) -> None:
    for line in document(*lines).lines:
        matching = {k for k, rule in enumerate(RULES) if list(rule.match(line.text))}
        assert matching <= set(GATE.asked(line)), line


def passed(gate: Gate, *texts: str) -> list[str]:
    """The lines that are asked about."""
    return [line.text for line in document(*texts).lines if gate.asked(line)]


def test_rule_without_triggers_sees_every_line() -> None:
    rule = LineRuleOf("all_lines", frozenset(), lambda line: [Hit(0, len(line), 0.9, "any line")])
    assert passed(Gate([rule]), "one", "", "two") == ["one", "two"]


def test_trigger_between_newlines_asks_for_the_line_itself() -> None:
    rule = LineRuleOf("tags", frozenset(["\ntags\n", "\nby "]), lambda _: [])
    given = "Tags", "all tags", "* Tags:", "stand by us", "By Ana"
    assert passed(Gate([rule]), *given) == ["Tags", "* Tags:", "By Ana"]


def test_trigger_that_is_a_question_asks_for_it_with_its_mark_and_without() -> None:
    rule = LineRuleOf("asks", frozenset(["\nwas this page useful?\n"]), lambda _: [])
    given = "Was this page useful?", "Was this page useful", "Useful?"
    assert passed(Gate([rule]), *given) == ["Was this page useful?", "Was this page useful"]


def test_closed_gate_lets_everything_through() -> None:
    rule = LineRuleOf("tags", frozenset(["\ntags\n"]), lambda _: [])
    assert passed(Gate([rule], enabled=False), "Tags", "other") == ["Tags", "other"]


def test_trigger_with_a_limit_asks_for_short_lines_only() -> None:
    rule = PhraseRule.of("pages", {"en": {"line": ["{n} of {n}"]}})
    assert passed(Gate([rule]), "2 of 14", "He ate two of the fourteen pies that she had made") == ["2 of 14"]
