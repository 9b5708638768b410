"""What is left behind the end of an article: told by the lines of several rules, so no one rule's page can show it."""

from pathlib import Path

import pytest

from dechrome import Marks, clean, default
from dechrome.rules.related.behind import behind
from dechrome.testing import Example, check_example, read_examples
from helpers import PROSE, document, mark

_PAGE = (Path(__file__).parent / "data" / "behind.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("example", read_examples(_PAGE), ids=lambda e: f"{e.lang}-{e.line}")
def test_the_end_of_an_article(example: Example) -> None:
    check_example(default.cleaner(), example, "with all rules")


def test_a_teaser_in_one_line_goes_as_a_whole_and_not_just_the_label_at_its_end() -> None:
    story = [
        "The keeper opened the old lock at six on Monday, and by noon forty boats had passed through, the office said.",
        "Nobody on the quay could remember when that had happened last, although several of the skippers said so.",
        "The lock will be open every weekend until October, and the keeper has asked for a second pair of hands.",
    ]
    furniture = ["Share this", "Facebook", "Twitter", "Report a typo", "Latest headlines from Harwig"]
    teasers = [
        "Snow closes the northern schools Heavy snow and strong winds have forced the closing of ten schools. more »",
        "Baker to retire after fifty years Ada Lund has sold her shop on Elm Street and will move to the coast. more »",
    ]
    closing = ["Sign up for our newsletter", "Most viewed", "Terms of use"]
    text = "\n".join([*story, *furniture, *teasers, *closing])
    rules = ["related", "also_read", "share_bar", "page_tools", "newsletter"]
    assert clean(text, only=rules).split("\n") == story


@pytest.mark.parametrize(("why", "first"), [("under a heading of other stories", 3), ('markup says "sidebar"', 9)])
def test_what_markup_alone_calls_another_story_ends_no_article(why: str, first: int) -> None:
    story = [PROSE, PROSE.replace("river", "lake"), PROSE.replace("Tuesday", "Friday")]
    titles = [f"Nine thousand {who} look for another hall" for who in ("swimmers", "divers", "rowers", "bakers")]
    last = "Whoever owns a key should bring it back before noon, says its keeper, who has a drawer full of them."
    text = document(*story, *titles, "All rights reserved", last, "Tags: swimming", "Comments are closed.")
    cards = [mark(i, 0, len(text.lines[i].text), 0.61, "related", why=why) for i in range(3, 7)]
    rest = [(7, "legal"), (9, "tags"), (10, "comments")]
    seen = Marks([*cards, *(mark(i, 0, len(text.lines[i].text), 0.9, rule) for i, rule in rest)])
    assert behind(text, seen).start == first
