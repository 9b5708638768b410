"""A rule for dechrome that removes weather widgets; an example of a package of one's own."""

from __future__ import annotations

from dechrome import PhraseRule

RULE = PhraseRule.beside(__file__, name="weather_widget")
