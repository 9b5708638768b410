"""The stock phrases of the package's rules, hashed for the model: what the rules know, at the price of a look-up."""

from __future__ import annotations

from dechrome.body.known import Known
from dechrome.body.text import Alphabet, Text
from dechrome.options import Options
from dechrome.phrases import PhraseRule
from dechrome.plan import Plan

_SURE = 0.8


def known(alphabet: Alphabet) -> Known:
    """All lines that a rule is sure of, and how lines begin that it is sure of; blanks end a beginning."""
    lines, beginnings = set(), set()
    for rule in Plan.of(Options()).rules:
        for phrase in rule.phrases if isinstance(rule, PhraseRule) else ():
            if phrase.confidence < _SURE or phrase.kind not in ("line", "label", "prefix"):
                continue
            fixed = phrase.text.partition("{")[0].strip()
            if phrase.kind == "line" and fixed == phrase.text:
                lines.add(fixed)
            elif fixed:
                beginnings.add(fixed)
    return Known.of(Text(sorted(lines), alphabet), Text(sorted(beginnings), alphabet))
