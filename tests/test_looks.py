"""What both looks of the body model together take: little of a text that is an article already."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from dechrome import Cleaner
from dechrome.looks import agreed, for_certain, is_framed
from dechrome.removal import Removal
from dechrome.types import Document, Hit, Line, Mark, Marks

LONG = "The bridge was closed for a year, and everybody had to take the ferry. " * 20


def mark(confidence: float, *, line: int = 0, keep: bool = False) -> Mark:
    return Mark(line, "off_body", Hit(0, 10, confidence, "its shape", keep=keep))


def removals(count: int, confidence: float) -> list[Removal]:
    return [Removal(k, k, k + 1, "x", "share_bar", "a label", confidence) for k in range(count)]


@pytest.mark.parametrize(
    ("first", "taken", "framed"),
    [
        ([], [], False),
        ([mark(0.94)], removals(1, 0.95), False),
        ([mark(0.97, keep=True)], removals(5, 0.8), False),
        ([mark(0.95)], [], True),
        ([], removals(2, 0.9), True),
    ],
)
def test_chrome_around_a_text_for_certain(first: list[Mark], taken: list[Removal], framed: bool) -> None:
    assert is_framed(first, taken) == framed


def test_without_it_only_what_is_sure_goes_and_all_that_stays_is_said() -> None:
    assert for_certain([mark(0.89), mark(0.9), mark(0.6, keep=True)]) == [mark(0.9), mark(0.6, keep=True)]


@pytest.mark.parametrize(("sure", "goes"), [(0.9, False), (0.98, True)])
def test_a_paragraph_that_is_much_of_the_text_needs_more(sure: float, goes: bool) -> None:
    texts = ["The council met.", LONG.strip(), "It adjourned."]
    lines, at = [], 0
    for number, text in enumerate(texts, start=1):
        lines.append(Line(text, number, at, at + len(text)))
        at += len(text) + 1
    document = Document("\n".join(texts), tuple(lines))
    said = [mark(sure, line=1)]
    assert bool(agreed(document, said, document, said, Marks(()))) == goes


def test_what_is_left_of_a_page_is_looked_at_as_plain_text_too() -> None:
    looks: list[bool] = []

    class Spy:
        name = "spy"
        whole = True

        def mark(self, document: Document, seen: Marks) -> Iterator[Mark]:  # noqa: ARG002 - it only looks
            looks.append(document.page is not None)
            return iter(())

    Cleaner(plugins=False, rules=[Spy()], only=["spy"]).clean(f"<h1>A bridge</h1><p>{LONG}</p>")
    assert looks == [True, False]


def test_lists_at_the_end_of_an_article_stay() -> None:
    article = [
        "We walked the whole ridge in four days in fall, from the dam to the old customs house, and slept in huts.",
        "The path is easy to follow in good weather, but in fog the cairns on the plateau are hard to find.",
        "Water is no problem before the second pass; after it there is none until the lake, so carry two liters.",
        "What we carried",
        *("Tent", "Two sleeping bags", "Gas stove", "Rain jackets", "Map and compass", "Bread", "Cheese", "Apples"),
        "What we missed",
        *("Gloves", "A second map", "Dry socks", "Salt", "A whistle"),
    ]
    assert Cleaner(plugins=False).clean("\n".join(article)).split("\n") == article
