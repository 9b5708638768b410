"""TODO."""

from __future__ import annotations

from dechrome.phrases import PhraseRule

RULE = PhraseRule.beside(__file__)
