"""What a page prints twice: what goes, what of it must stay, and the switch for tables of contents."""

from __future__ import annotations

from dechrome import Cleaner, clean

HEADLINE = "The old lock opens again after forty years"
PARAGRAPHS = (
    "The keeper opened the old lock at six on Monday, and by noon forty boats had passed through it without a scratch.",
    "Nobody on the quay could remember when that had happened last, although several of them said that they could.",
    "The town will decide in the spring whether the gates stay open for the whole summer, the mayor said on Friday.",
    "Until then the boats have to take the long way around the island, which the older skippers know by heart anyway.",
)
TABLE = ("Table of contents", "Who opened it", "What it costs")
SECTIONS = (TABLE[1], PARAGRAPHS[0], TABLE[2], *PARAGRAPHS[1:])


def test_the_headline_stays_where_only_the_title_of_the_page_holds_it() -> None:
    text = "\n".join([f"{HEADLINE} | The Harbor Post", "Harbor", *PARAGRAPHS])
    assert HEADLINE in Cleaner(only=["repeated"]).clean(text)


def test_of_title_and_headline_the_headline_stays() -> None:
    text = "\n".join([f"{HEADLINE} | The Harbor Post", HEADLINE, *PARAGRAPHS])
    assert clean(text) == "\n".join([HEADLINE, *PARAGRAPHS])


def test_a_passage_broken_into_other_lines_is_the_same_passage() -> None:
    words = " ".join(PARAGRAPHS[:3]).split()
    broken = [" ".join(words[i : i + 14]) for i in range(0, len(words), 14)]
    text = "\n".join([HEADLINE, *PARAGRAPHS, *broken])
    assert Cleaner(only=["repeated"]).clean(text) == "\n".join([HEADLINE, *PARAGRAPHS])


def test_a_quoted_paragraph_is_no_copy_of_a_passage() -> None:
    text = "\n".join([HEADLINE, *PARAGRAPHS, "The mayor's words were these:", *PARAGRAPHS[1:3]])
    assert Cleaner(only=["repeated"]).clean(text) == text


def test_a_table_of_contents_can_stay() -> None:
    text = "\n".join([HEADLINE, *TABLE, *SECTIONS])
    assert clean(text) == "\n".join([HEADLINE, *SECTIONS])
    kept = Cleaner(only=["navigation"], settings={"navigation": {"contents": False, "threshold": 0.7}})
    assert kept.clean(text) == text
