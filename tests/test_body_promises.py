"""What the body model promises on texts that nobody trained it on."""

from __future__ import annotations

import random
import tomllib
from pathlib import Path

import pytest

from dechrome import clean, explain
from dechrome.body import model
from dechrome.body.reasons import REASONS
from dechrome.rules.off_body import RULE
from dechrome.types import Marks
from helpers import document

ARTICLES = tomllib.loads((Path(__file__).parent / "data" / "articles.toml").read_text(encoding="utf-8"))
MENU = "Home News Sport Business Culture Travel Weather Jobs Podcasts Events Photos Archive".split()
FOOT = (
    "About us", "Contact", "Advertise", "Terms of use", "Privacy", "Imprint", "Accessibility", "Help", "Careers",
    "Newsletters", "RSS", "Sitemap",
)  # fmt: skip
TEASERS = (
    "Bakery fire closes high street", "School wins prize for solar roof", "Five walks for a wet weekend",
    "Council to vote on parking fees", "Storm brings down trees", "Who will coach the rowing club?",
)  # fmt: skip


def lines_of(lang: str) -> list[str]:
    return str(ARTICLES[lang]).strip().split("\n")


def off(lines: list[str]) -> list[bool]:
    return [chance >= 0.5 for chance in model.load().judge(lines).off]


@pytest.mark.parametrize("lang", sorted(ARTICLES))
def test_a_clean_article_stays_whole(lang: str) -> None:
    text = str(ARTICLES[lang]).strip()
    assert clean(text, plugins=False) == text
    spaced = text.replace("\n", "\n\n")
    assert clean(spaced, plugins=False) == spaced


UNSEEN = pytest.mark.xfail(strict=True, reason="a script that training had none of: the last sentence goes")


@pytest.mark.parametrize("lang", sorted(ARTICLES))
def test_a_flattened_page_keeps_every_sentence(lang: str) -> None:
    article = lines_of(lang)
    page = "\n".join([*MENU, "Sign in", *article, *TEASERS, *FOOT])
    left = clean(page, plugins=False).split("\n")
    assert [line for line in article if line not in left] == []


@pytest.mark.parametrize("lang", [pytest.param(x, marks=UNSEEN) if x in {"bn", "ka"} else x for x in sorted(ARTICLES)])
def test_one_look_takes_the_frame_and_nothing_else(lang: str) -> None:
    article = lines_of(lang)
    lines = [*MENU, "Sign in", *article, *TEASERS, *FOOT]
    gone = off(lines)
    start = len(MENU) + 1
    assert not any(gone[start : start + len(article)])
    frame = [line for i, line in enumerate(lines) if gone[i]]
    assert len(frame) >= 0.9 * (len(lines) - len(article))


def test_the_order_of_a_menu_does_not_matter() -> None:
    article, words = lines_of("en"), [*MENU, *FOOT]
    random.Random(3).shuffle(words)  # noqa: S311
    gone = off([*words[:12], *article, *words[12:]])
    assert gone == [True] * 12 + [False] * len(article) + [True] * 12


def test_a_paragraph_broken_at_its_links_stays_whole() -> None:
    article = lines_of("en")
    pieces = [
        "A study by", "the university's institute of hydrology", ", published on Friday in",
        "the journal of the society", ", finds that the estuary has become",
        "two metres shallower", "since the last survey, which was made in 1988.",
    ]  # fmt: skip
    lines = [*MENU, *article[:3], *pieces, *article[3:], *TEASERS, *FOOT]
    start, stop = len(MENU), len(MENU) + len(article) + len(pieces)
    assert not any(off(lines)[start:stop])


@pytest.mark.parametrize("lines", [[*MENU, *FOOT], [*MENU, *TEASERS, *FOOT]])
def test_a_list_of_links_is_no_article(lines: list[str]) -> None:
    judged = model.load().judge(lines)
    assert judged.article < 0.5
    kept = [line for line, chance in zip(lines, judged.off, strict=True) if chance < 0.5]
    assert sum(map(len, kept)) <= 0.1 * sum(map(len, lines))


@pytest.mark.parametrize("lang", sorted(ARTICLES))
def test_an_article_is_one(lang: str) -> None:
    article = lines_of(lang)
    assert model.load().judge(article).article > 0.5
    page, frame = [*MENU, *article, *FOOT], [*MENU, *FOOT]
    assert model.load().judge(page).article > 2 * model.load().judge(frame).article


def test_the_same_text_gets_the_same_answer() -> None:
    lines = [*MENU, *lines_of("de"), *FOOT]
    with (Path(model.__file__).parent / "model.npz").open("rb") as file:
        again = model.BodyModel.read(file)
    assert again.judge(lines) == model.load().judge(lines) == model.load().judge(tuple(lines))


def test_blank_lines_get_an_answer_too() -> None:
    lines = ["", *MENU, "", *lines_of("en"), "", ""]
    judged = model.load().judge(lines)
    assert len(judged.off) == len(judged.why) == len(lines)
    assert [judged.off[i] for i, line in enumerate(lines) if not line] == [0.0] * 4


@pytest.mark.parametrize(
    "lines", [[], [""], ["One line."], ["\x00"] * 5, ["\ud800" * 4] * 6, ["🙂"] * 9, ["." * 5] * 5]
)
def test_odd_texts_do_no_harm(lines: list[str]) -> None:
    judged = model.load().judge(lines)
    assert len(judged.off) == len(lines)
    assert all(0 <= chance <= 1 for chance in (*judged.off, judged.article))


def test_a_removal_names_what_spoke() -> None:
    result = explain("\n".join([*MENU, *lines_of("en"), *FOOT]), plugins=False)
    found = [removal for removal in result.removals if removal.rule == "off_body"]
    assert found
    said = set(REASONS.values())
    for removal in found:
        assert set(removal.why.split(", ")) <= said, removal.why
        assert 0.5 <= removal.confidence <= 1


def test_nothing_is_said_against_a_dateline_that_was_broken_off() -> None:
    first, second, *rest = lines_of("en")
    page = [*MENU, first, *MENU[:4], "PORTO, May 3 (Reuters) —", second, *rest, *TEASERS, *FOOT]
    against = {mark.line for mark in RULE.mark(document(*page), Marks(()))}
    at = page.index(second) - 1
    assert at not in against
    assert at - 1 in against


def test_a_list_of_links_gives_nothing_and_says_so() -> None:
    names = "Lamps Chairs Tables Sofas Beds Shelves Rugs Mirrors Curtains Clocks Vases Pillows".split()
    shop = [f"{name} for the {room}" for name in names for room in ("kitchen", "hall", "bedroom", "garden", "office")]
    result = explain("\n".join([*MENU, "Sign in", *shop, *FOOT]), plugins=False)
    assert not result.has_article
    assert len(result.text) < 0.05 * len(result.source)
