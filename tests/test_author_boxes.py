"""Boxes about the author that only the byline gives away, so that no rule can be tested on them alone."""

from __future__ import annotations

import pytest

from dechrome import clean

STORY = """Harbor wall vote divides the lower town
The council voted on Tuesday to raise the harbor wall by two meters, ending a dispute that had gone on for a decade.
Residents of the lower town had asked for the wall after three floods in five years, and the mayor called it overdue.
"""
GERMAN = """Streit um die Hafenmauer spaltet die Unterstadt
Der Gemeinderat hat am Dienstag beschlossen, die Hafenmauer um zwei Meter zu erhöhen, und damit einen Streit beendet.
Die Anwohner der Unterstadt hatten nach drei Überschwemmungen in fünf Jahren darauf gedrängt, sagte der Bürgermeister.
"""


@pytest.mark.parametrize(
    ("story", "byline", "box"),
    [
        (
            STORY,
            "By Ana Lima",
            "Ana Lima joined the Harbor Post in 2011.\nWhen she isn't writing she repairs old engines.\n",
        ),
        (STORY, "By Ana Lima", "Ana Lima is a reporter who covers the coast.\nRelated articles\nLock keeper retires\n"),
        (GERMAN, "Von Jana Vogt", "Jana Vogt arbeitet seit 2011 für den Hafenboten. Am liebsten fährt sie Rad.\n"),
    ],
)
def test_a_sentence_about_the_name_in_the_byline_goes(story: str, byline: str, box: str) -> None:
    headline, _, paragraphs = story.partition("\n")
    assert clean(f"{headline}\n{byline}\n{paragraphs}{box}") == story.strip()


def test_the_author_may_be_in_the_story() -> None:
    headline, first, second = STORY.strip().split("\n")
    told = (
        "Ana Lima was eight when the water first came over the wall, and this is what her mother wrote down that night."
    )
    assert told in clean("\n".join([headline, "By Ana Lima", first, told, second]))


def test_a_share_bar_parts_no_byline() -> None:
    headline, _, paragraphs = STORY.partition("\n")
    assert clean(f"{headline}\n3 hours ago\nShare\nAna Lima\n{paragraphs}") == STORY.strip()


def test_a_name_behind_a_share_bar_may_be_a_heading() -> None:
    headline, _, paragraphs = STORY.partition("\n")
    told = "Ana Lima was eight when the water first came over the wall, and she remembers the sound of it to this day."
    assert "\nAna Lima\n" in clean(f"{headline}\n3 hours ago\nShare\nAna Lima\n{told}\n{paragraphs}")
