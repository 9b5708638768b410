"""What both looks of the body model together take: little of a text that is an article already."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

import numpy as np
import pytest

from dechrome import Cleaner, blocks
from dechrome.body.both import Seen, look_features
from dechrome.body.decode import Policy
from dechrome.looks import Look, Looks, agreed, at_odds
from dechrome.rules.off_body.twice import both
from dechrome.types import Document, Hit, Mark, Marks
from helpers import document, mark

LONG = "The bridge was closed for a year, and everybody had to take the ferry. " * 20


@dataclass(frozen=True)
class Whole:
    """A rule that judges the text as a whole, of which only the name counts here."""

    name: str = "whole"

    def mark(self, document: Document, seen: Marks) -> Iterator[Mark]:  # noqa: ARG002 - it has nothing to say
        return iter(())


@dataclass(frozen=True)
class Surer(Whole):
    """One that says itself what both its looks make: here the surer of them."""

    def agree(self, looks: Looks) -> Sequence[float]:
        return [max(both) for both in zip(looks.first, looks.second, strict=True)]


def off(line: int, confidence: float, *, keep: bool = False) -> Mark:
    return mark(line, 0, 4, confidence, "whole", keep=keep)


PAGE = document("Menu", "The council met.", "Read on", "It adjourned.")
LEFT = Document(PAGE.source, PAGE.lines[1:])


def together(rule: Whole, first: list[Mark], second: list[Mark]) -> dict[str, float]:
    """How sure both looks are of each line that is left, as they were of the page and of what is left of it."""
    marks = agreed([rule], Look(PAGE, first), Look(LEFT, second), Marks(()))
    return {LEFT.lines[m.line].text: round(m.hit.confidence, 3) for m in marks if not m.hit.keep}


@dataclass(frozen=True)
class SureOfLabels(Whole):
    """One that is sure of all lines without a full stop."""

    whole: ClassVar[bool] = True

    def mark(self, document: Document, seen: Marks) -> Iterator[Mark]:  # noqa: ARG002 - it goes by the lines alone
        for i, line in enumerate(document.lines):
            if line.text and not line.text.endswith("."):
                yield Mark(i, self.name, Hit(0, len(line.text), 0.99, "a label"))


class Watcher:
    """A rule that writes down what it is shown."""

    name = "watcher"

    def __init__(self) -> None:
        self.shown: list[list[str]] = []

    def mark(self, document: Document, seen: Marks) -> Iterator[Mark]:  # noqa: ARG002 - it only looks
        self.shown.append([line.text for line in document.lines if line.text])
        return iter(())


def test_a_line_that_a_rule_knows_stays_until_the_rules_are_asked() -> None:
    watcher = Watcher()
    cleaner = Cleaner(rules=[SureOfLabels(), watcher], only=["whole", "watcher", "related"])
    text = (
        "The council met on Monday and adjourned at noon.\nRelated stories\nA menu's words\nIt will meet again in May."
    )
    cleaner.clean(text)
    assert watcher.shown[0] == [line for line in text.split("\n") if line != "A menu's words"]


@dataclass(frozen=True)
class DoubtsTeasers(Whole):
    """One that takes teasers for no article, but is not sure of them."""

    whole: ClassVar[bool] = True

    def mark(self, document: Document, seen: Marks) -> Iterator[Mark]:  # noqa: ARG002 - it goes by the lines alone
        for i, line in enumerate(document.lines):
            if line.text.startswith("Teaser"):
                yield Mark(i, self.name, Hit(0, len(line.text), 0.8, "a teaser"))


class Reader:
    """A rule that writes down where it is told that the running text is."""

    name = "reader"

    def __init__(self) -> None:
        self.told: list[list[str]] = []

    def mark(self, document: Document, seen: Marks) -> Iterator[Mark]:
        told = [blocks.lead(document, seen), *blocks.running_text(document, seen), blocks.last_sentence(document, seen)]
        self.told.append([document.lines[i].text for i in told])
        return iter(())


def test_rules_are_told_where_the_article_is_without_what_the_first_look_doubts() -> None:
    first, last = "The council met on Monday and adjourned at noon.", "It will meet again in the second week of May."
    teasers = ["Teaser: a bridge was closed for a year.", "Teaser: everybody had to take the ferry."]
    story = [teasers[0], first, last, teasers[1]]
    flat, marked_up = Reader(), Reader()
    Cleaner(rules=[DoubtsTeasers(), flat], only=["whole", "reader"]).clean("\n".join(story))
    assert flat.told[0] == [first, first, last, last]
    page = "<html><body>" + "".join(f"<p>{line}</p>" for line in story) + "</body></html>"
    Cleaner(rules=[DoubtsTeasers(), marked_up], only=["whole", "reader"]).clean(page)
    assert marked_up.told[0] == [teasers[0], *story, teasers[1]]


def test_a_menu_with_a_section_of_comments_opens_no_thread() -> None:
    menu = [
        "Teaser: a bridge was closed for a year.",
        "Teaser: everybody had to take the ferry.",
        "Comments",
        "What the toll is for",
        "2 May 2024, 15:19",
        "Teaser: nobody drives there to save money.",
        "1 May 2024, 11:58",
        "Teaser: the ferry has a new bell.",
    ]
    story = ["The council met on Monday and adjourned at noon.", "It will meet again in the second week of May."]
    text = "\n".join([*menu, *story])
    known = Cleaner(rules=[DoubtsTeasers()], only=["whole", "comments"]).clean(text)
    assert known.split("\n")[-2:] == story
    unknown = Cleaner(only=["comments"]).explain(text)
    assert any("What the toll is for" in removal.text for removal in unknown.removals)


def test_lines_are_known_again_and_the_mean_of_both_looks_counts() -> None:
    found = together(Whole(), [off(0, 0.99), off(1, 0.2), off(2, 0.9)], [off(1, 0.6)])
    assert found == {"The council met.": 0.1, "Read on": 0.75}


def test_what_must_stay_the_second_look_says() -> None:
    marks = agreed([Whole()], Look(PAGE, [off(2, 0.9)]), Look(LEFT, [off(0, 0.97, keep=True)]), Marks(()))
    assert [m.line for m in marks if m.hit.keep] == [0]


def test_of_what_the_first_look_said_nothing_nothing_goes() -> None:
    assert together(Whole(), [off(0, 0.99)], [off(1, 0.9)]) == {}


def test_a_rule_may_say_itself_what_both_looks_make() -> None:
    assert together(Surer(), [off(1, 0.3), off(2, 0.9)], [off(1, 0.1)]) == {"The council met.": 0.3, "Read on": 0.9}


def test_where_the_first_look_finds_no_article_it_counts_alone() -> None:
    found = together(Whole(), [off(i, 0.8) for i in range(4)], [])
    assert found == {"The council met.": 0.8, "Read on": 0.8, "It adjourned.": 0.8}


@pytest.mark.parametrize(("sure", "goes"), [(0.9, False), (0.98, True)])
def test_a_paragraph_that_is_much_of_the_text_needs_more(sure: float, goes: bool) -> None:
    text = document("The council met.", LONG.strip(), "It adjourned.")
    look = Look(text, [off(1, sure)])
    assert bool(agreed([Whole()], look, look, Marks(()))) == goes


def seen(place: list[int], widths: list[int]) -> Seen:
    """Lines that stood at these places among lines of these widths; the first look doubts none, nor does the second."""
    count = len(place)
    nothing, no = np.zeros(count, np.int64), np.zeros(count, bool)
    width = np.array([widths[i] for i in place])
    return Seen(nothing, nothing, nothing, no, width, no, no, np.array(place), np.array(widths))


def test_what_went_between_the_looks_is_known_of_each_line() -> None:
    left = seen([1, 2, 5], [10, 100, 200, 7, 8, 90])
    features = look_features(left)
    assert features["gap_b"].tolist() == [10, 0, 15]
    assert features["gap_a"].tolist() == [0, 15, 0]
    assert features["gone_b"].tolist() == [1, 0, 2]
    assert features["far_b"].tolist() == [1_000_000, 100, 215]
    assert left.frame == pytest.approx(25 / 415)


def test_labels_that_both_looks_drop_are_a_frame_too_and_say_less() -> None:
    whole = seen([0, 1, 2], [100, 100, 200])
    assert whole.frame == 0
    dropped = replace(whole, first=np.array([900, 900, 0]), second=np.array([800, 100, 0]))
    assert dropped.frame == 0
    assert 0 < replace(dropped, label=np.array([True, True, False])).frame < 0.25


def test_a_single_line_has_features_too() -> None:
    assert {values.shape for values in look_features(seen([0], [80])).values()} == {(1,)}


def test_what_is_asked_of_a_line_depends_on_both_looks_and_on_what_went() -> None:
    policy = Policy(bare=10, frame=64, agreed=20, apart=60, midst=15)
    first, second = np.array([True, True, False, False]), np.array([True, False, True, False])
    outside = np.zeros(4, bool)
    assert policy.asked_of_both(first, second, outside, 0.0).tolist() == [10, 10, 10, 10]
    assert policy.asked_of_both(first, second, outside, 0.125).tolist() == [15, 35, 35, 69]
    assert policy.asked_of_both(first, second, outside, 0.9).tolist() == [20, 60, 60, 128]
    assert policy.asked_of_both(first, second, ~outside, 0.9).tolist() == [15, 60, 15, 128]


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


@dataclass(frozen=True)
class Told:
    """A model that says of each line what it was told to."""

    sure: Sequence[float]
    last: ClassVar[bool] = True

    def agree(self, seen: Seen) -> Sequence[float]:  # noqa: ARG002 - whatever both looks said
        return self.sure


FIRST = "The hall by the river closes at the end of the month, the council said on Tuesday."
LAST = "A new one opens in three years at the earliest, said the mayor, who swims there herself."
PARAGRAPH = (
    "Its roof, which has let in the rain since the great storm of the winter before last, cannot be mended for the "
    "money that the town has put aside for it."
)
PIECES = (
    "Its roof, which was built a century ago by",
    "Ana Lima",
    "and has let in the rain since the great storm of the last winter but one,",
    "cannot be mended for the money that the town has put aside for it in all these years.",
)


def taken(lines: Sequence[str], sure: Sequence[float]) -> list[str]:
    """The lines that go by what a model makes of both looks."""
    looked = document(*lines)
    places = range(len(lines))
    looks = Looks(looked, looked, places, sure, sure, frozenset(), Marks(()))
    going = both(looks, Told(sure))  # type: ignore[arg-type] # all that is asked of a model here
    return [line for line, share in zip(lines, going, strict=True) if share >= 0.5]


def test_between_sentences_that_stay_a_paragraph_goes_only_on_the_surest_signs() -> None:
    assert taken((FIRST, PARAGRAPH, LAST), (0.0, 0.8, 0.0)) == []
    assert taken((FIRST, PARAGRAPH, LAST), (0.0, 0.95, 0.0)) == [PARAGRAPH]
    assert taken((FIRST, *PIECES, LAST), (0.0, 0.8, 0.8, 0.8, 0.8, 0.0)) == []
    assert taken((FIRST, "Read this too", LAST), (0.0, 0.8, 0.0)) == ["Read this too"]


def test_a_paragraph_goes_beside_the_article_as_before() -> None:
    assert taken((FIRST, LAST, PARAGRAPH), (0.0, 0.0, 0.8)) == [PARAGRAPH]
    menu = [f"Label {n}" for n in range(12)]
    far = taken((FIRST, *menu, PARAGRAPH, LAST), (0.0, *[0.9] * 12, 0.8, 0.0))
    assert PARAGRAPH in far


def test_a_short_sentence_closes_the_article_unless_it_is_sure_to_go() -> None:
    short = "The report is due in two weeks."
    assert taken((FIRST, LAST, short, "Share"), (0.0, 0.0, 0.8, 0.9)) == ["Share"]
    assert taken((FIRST, LAST, short, "Share"), (0.0, 0.0, 0.95, 0.9)) == [short, "Share"]
    assert taken((FIRST, "Ten walks along the river", short), (0.0, 0.9, 0.8)) == ["Ten walks along the river", short]
    assert taken((FIRST, LAST, "The report is due in ..."), (0.0, 0.0, 0.8)) == ["The report is due in ..."]


def test_a_look_at_another_text_is_none_at_what_is_left() -> None:
    """What a rule took was all that the first look found, and what it let go is an article."""
    article = [PARAGRAPH.replace("roof", part) for part in ("roof", "floor", "wall")]
    page = document("Of the archive. " + LONG, *article)
    left = Document(page.source, page.lines[1:])
    wrong = [off(i, 0.8) for i in (1, 2, 3)]
    assert at_odds(Look(page, wrong), Look(left, []))
    assert not at_odds(Look(page, wrong), Look(left, [off(0, 0.8)]))  # not enough for an article
    assert not at_odds(Look(page, wrong), Look(page, []))  # what it found is there
    assert not at_odds(Look(page, []), Look(left, []))
