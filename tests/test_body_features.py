"""What the body model reads off lines: pieces of a sentence, stock phrases, where the headline is."""

from __future__ import annotations

import numpy as np
import pytest

from dechrome.body import model
from dechrome.body.chains import Chains
from dechrome.body.known import BEGINS, NOTHING, WHOLE, Known
from dechrome.body.shapes import shapes
from dechrome.body.text import Text
from dechrome.body.title import heads
from dechrome.body.vocabulary import Vocabulary


def text(*lines: str) -> Text:
    return Text(list(lines), model.load().alphabet)


@pytest.mark.parametrize(
    ("lines", "chains"),
    [
        (["The mill, built by", "the monks of the valley", ", burned down in 1911.", "It was rebuilt."], [0, 0, 0, 1]),
        (["He wrote to", "Anna", ", who never answered", "."], [0, 1, 1, 1]),
        (["A first sentence.", "a second one in small letters."], [0, 1]),
        (["News", "Sport", "Weather"], [0, 1, 2]),
        (["Erst kam der Regen,", "Dann kam der Schnee."], [0, 0]),
        (["One line."], [0]),
    ],
)
def test_pieces_of_a_sentence_are_found(lines: list[str], chains: list[int]) -> None:
    assert Chains.of(shapes(text(*lines))).number.tolist() == chains


KNOWN = Known.of(
    text("comments are closed", "share", "评论已关闭"),
    text("read more about this", "sign up for our weekly newsletter", "tags"),
)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Comments are closed.", WHOLE),
        ("» COMMENTS ARE CLOSED «", WHOLE),
        ("Share", WHOLE),
        ("评论已关闭", WHOLE),
        ("Read more about this: The lost valley", BEGINS),
        ("Sign up for our summer school", BEGINS),
        ("Comments are closed on Sundays.", NOTHING),
        ("Shares fell", NOTHING),
        ("Sign up for the club", NOTHING),
        ("Tags of war", NOTHING),
        ("...", NOTHING),
    ],
)
def test_stock_phrases_are_known_whatever_stands_around_their_words(line: str, said: int) -> None:
    assert KNOWN.said(text("News", line)).tolist() == [NOTHING, said]


def test_a_model_without_stock_phrases_knows_none() -> None:
    nothing = np.zeros(0, dtype=np.uint32)
    assert Known(nothing, (nothing,) * 3).said(text("Share", "Comments are closed")).tolist() == [NOTHING] * 2


ARTICLE = [
    "The old observatory on the hill will open its dome to visitors again this summer, its director said on Tuesday.",
    "Volunteers have cleaned the great lens of the observatory and mended the dome, which had not turned since 1998.",
]


def found(lines: list[str], chances: list[int]) -> list[str]:
    read = text(*lines)
    kept = np.array([chance >= 128 and len(line) > 60 for chance, line in zip(chances, lines, strict=True)])
    _, out = heads(kept, np.array(chances), shapes(read), Vocabulary.of(read))
    return [line for line, yes in zip(lines, out, strict=True) if yes and line not in ARTICLE]


def test_the_headline_is_the_likeliest_line_whose_words_recur() -> None:
    above = ["Home of the Chronicle", "Observatory opens its dome to visitors", "Tuesday", "Said on Tuesday, again"]
    assert found([*above, *ARTICLE], [5, 70, 9, 40, 240, 250]) == [above[1]]


def test_of_lines_that_share_nothing_only_one_right_above_is_the_headline() -> None:
    above, between = ["Bakery fire closes high street", "Five walks for a wet weekend"], ["Home", "News"] * 3
    assert found([*above, *ARTICLE], [70, 60, 240, 250]) == above[1:]
    assert found([*above, *between, *ARTICLE], [70, 60, *[3] * 6, 240, 250]) == []


def test_a_page_without_running_text_has_no_headline() -> None:
    assert found(["Observatory opens its dome", "Home", "News"], [90, 3, 3]) == []
