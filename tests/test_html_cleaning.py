"""A page is cleaned as a text is, with what markup adds; and the promises made for text hold."""

from __future__ import annotations

import copy
import pickle
from pathlib import Path

import pytest

from dechrome import Cleaner, ConfigError, clean
from dechrome.formats import recognize
from dechrome.html.reader import read_page
from dechrome.rules import off_body
from dechrome.types import Marks
from helpers import HALL

PAGES = Path(__file__).parent / "data" / "pages"
HARBOR = (PAGES / "harbor.html").read_text(encoding="utf-8")
NAMES = ("harbor", "muehle", "chashi")


def page(name: str) -> str:
    return (PAGES / f"{name}.html").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def cleaner() -> Cleaner:
    return Cleaner(fast=True)


@pytest.mark.parametrize("fast", [True, False])
def test_the_article_comes_out_and_the_site_does_not(fast: bool) -> None:
    text = clean(HARBOR, fast=fast)
    for kept in (
        "The new bridge over the harbor was opened", "We were told it could not be done", "What it cost",
        "Foundations | 12 million | 31 million", "1. a toll for lorries,", "A bridge is a promise to the other side.",
        "Ferries will run until",
    ):  # fmt: skip
        assert kept in text
    for gone in (
        "Skip to content", "Weather", "Facebook", "Ana Lima", "Mia Holm", "newsletter", "Related stories",
        "Port workers", "session", "All rights reserved", "Privacy policy", "written by a script", "<",
    ):  # fmt: skip
        assert gone not in text


def test_articles_in_other_languages(cleaner: Cleaner) -> None:
    mill, tea = cleaner.clean(page("muehle")), cleaner.clean(page("chashi"))
    assert "Das Rad wurde neu gebaut" in mill
    assert not any(gone in mill for gone in ("Startseite", "Drucken", "Noch keine Kommentare", "Impressum"))
    assert "徒弟阿明是去年才从省城回来的" in tea
    assert not any(gone in tea for gone in ("首页", "版权所有"))


@pytest.mark.parametrize("name", NAMES)
def test_promises_for_text_hold_for_pages(name: str, cleaner: Cleaner) -> None:
    result = cleaner.explain(page(name))
    assert result.restore() == result.source
    assert all(result.source[r.start : r.end] == r.text for r in result.removals)
    assert cleaner.clean(result.text) == result.text
    assert cleaner.clean(page(name)) == result.text
    assert pickle.loads(pickle.dumps(result)).text == result.text  # noqa: S301 - it is our own


def test_removals_point_to_their_element(cleaner: Cleaner) -> None:
    removals = {removal.text: removal for removal in cleaner.explain(HARBOR).removals}
    assert removals["- Weather"].path == "html/body/header/nav/ul/li[4]/a"
    assert "footer" in removals["© 2024 Harbor News. All rights reserved."].path


def test_text_has_no_paths(cleaner: Cleaner) -> None:
    assert {removal.path for removal in cleaner.explain("It is open.\nAdvertisement\nIt is new.").removals} == {""}


def test_the_bar_of_a_web_archive_is_not_of_the_page(cleaner: Cleaner) -> None:
    bar = f'<div id="wm-ipp-base"><p>7 captures</p>{HALL.replace("river", "archive")}</div>'
    text = cleaner.clean(f"<html><body>{bar}<h1>The hall closes for good</h1>{HALL}</body></html>")
    assert "archive" not in text
    assert "river" in text


def test_the_heading_that_is_the_title_stays_though_no_word_of_it_recurs(cleaner: Cleaner) -> None:
    menu = "".join(f"<li><a href='/{name}'>{name}</a>" for name in "Home News Sport Culture Weather Jobs".split())
    cards = "".join(f"<div class=card><h3><a href='/{k}'>{text}</a></h3></div>" for k, text in enumerate(
        ["Never again in winter", "Bakery wins a prize", "Five walks for Sunday", "School gets a roof"]
    ))  # fmt: skip
    story = (
        "The ferry will stop running on Friday, the harbor office said, three weeks earlier than in any year before.",
        "Ines Duarte, who runs the only shop on the largest island, said that nobody had asked the people there.",
        "The office expects the line to open once more in April, when the new landing stage has been built.",
    )
    paragraphs = "".join(f"<p>{text}</p>" for text in story)
    page = (
        f"<html><head><title>Never again in winter | Coast News</title></head><body><nav><ul>{menu}</ul></nav>"
        f"<h1>Never again in winter</h1><p class=byline>By Ana Lima</p>{paragraphs}<section class=related>{cards}"
        f"</section><footer><ul>{menu}</ul></footer></body></html>"
    )
    assert cleaner.clean(page).split("\n\n") == ["Never again in winter", *story]


def test_a_page_of_few_lines_has_its_headline_too() -> None:
    story = "<p>The line opens once more in April.</p>" * 2
    document = read_page(f"<title>Never again in winter</title><p>Home</p><h1>Never again in winter</h1>{story}")
    kept = [document.lines[mark.line].text for mark in off_body.RULE.mark(document, Marks(())) if mark.hit.keep]
    assert kept == ["Never again in winter"]
    without = read_page(f"<title>Coast News</title><p>Home</p><h1>Never again in winter</h1>{story}")
    assert not [mark for mark in off_body.RULE.mark(without, Marks(())) if mark.hit.keep]


def test_a_page_without_an_article_gives_nothing(cleaner: Cleaner) -> None:
    links = "".join(f'<li><a href="/{n}">Section {n}</a></li>' for n in ("one", "two", "three", "four", "five", "six"))
    result = cleaner.explain(
        f"<html><body><nav><ul>{links}</ul></nav><footer>© 2024 Harbor News</footer></body></html>"
    )
    assert result.text == ""
    assert not result.has_article
    assert result.restore() == result.source


def test_verses_are_text_without_a_sentence(cleaner: Cleaner) -> None:
    verse = [
        "The tide comes up the harbor stair",
        "and takes the lantern from the wall",
        "and nobody is standing there",
    ]
    refrain = [
        "Oh carry me over the water, love",
        "oh carry me over again",
        "and I will be yours till the morning comes",
    ]
    menu = "".join(f'<li><a href="/{word}">{word}</a></li>' for word in ("Songs", "Poems", "Singers", "Charts"))
    lines = [*verse, *refrain, "The gulls are asleep on the ferry roof", "the mate is asleep below", *refrain, *refrain]
    page = f"<html><body><ul>{menu}</ul><h1>Over the Water</h1><p>{'<br>'.join(lines)}</p></body></html>"
    assert cleaner.clean(page).splitlines()[-len(lines) :] == lines


def test_footnotes_belong_to_the_article(cleaner: Cleaner) -> None:
    notes = ("The tide tables of 1931, page nine.", "Nobody has counted the boats since.")
    box = "".join(
        f'<div class="footnote"><a href="#r{n}">{n}</a><p>{note}</p></div>' for n, note in enumerate(notes, 1)
    )
    menu = "".join(f"<li><a href=/{word}>{word}</a></li>" for word in ("News", "Sport", "Culture", "Weather", "Jobs"))
    text = cleaner.clean(f"<ul class=menu>{menu}</ul><h1>The hall closes</h1>{HALL * 3}{box}<ul class=menu>{menu}</ul>")
    assert [note for note in notes if note not in text] == []
    assert "Weather" not in text


def test_a_fragment_is_no_empty_page(cleaner: Cleaner) -> None:
    assert cleaner.clean("<p>Hello there</p>") == "Hello there"


def test_format_may_be_said() -> None:
    text = "The <b>bridge</b> is open."
    assert clean(text, format="html") == "The bridge is open."
    assert clean("<p>The bridge is open.</p>", format="text") != ""
    with pytest.raises(ConfigError, match="unknown format 'htm': did you mean 'html'"):
        Cleaner(format="htm")
    with pytest.raises(ConfigError, match="unknown output"):
        Cleaner(output="pdf")


def test_options_are_not_shared() -> None:
    cleaner = Cleaner(fast=True)
    assert copy.deepcopy(cleaner).reading("html").options.format == "html"
    assert cleaner.options.format == "auto"


@pytest.mark.parametrize(
    "text",
    [
        "<!DOCTYPE html><p>The bridge is open.",
        "<!doctypehtml><html lang=en><p>The bridge is open.",
        "\ufeff  <!-- saved --><html><body>The bridge is open.",
        '<?xml version="1.0"?><!DOCTYPE html PUBLIC "x"><html></html>',
        "<div class='x'><p>The bridge is open.</p></div>",
        "<p>The bridge is open.</p><p>It is new.</p>",
        "<article><h1>The bridge</h1><p>It is open.<br>It is new.</article>",
        "Warning: include(x.php)\n<html><body><p>It is open.</p></body></html>",
        "<ul><li>One<li>Two</ul>",
        '<record id="7" source="crawl">\n\n<table><tr>' + "<td><p>It is open.</p></td>" * 12 + "</table></record>",
        "<br />\n<b>Deprecated</b>: x\n" + "<div><p>The bridge is open, and the ferry is gone.</p></div>" * 12,
    ],
)
def test_pages_and_fragments_are_recognized(text: str) -> None:
    assert recognize(text) == "html"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The bridge is open.<br>It is new.",
        "<p>The bridge is open.\nIt is new.\nIt is long.",
        "The <p> tag opens a paragraph, and </p> closes it.",
        "In HTML a list is written like this:\n\n<ul>\n  <li>One</li>\n</ul>\n\nA browser shows it with bullets.",
        "<b>The bridge</b> is open, and it is long, and nobody knows how it will be paid for in the end.",
        "<ul><li>One</li></ul>\nThis is what a list looks like, and a browser shows it with bullets in front of it.",
        "a < b and b > c",
        "<3 this bridge, says the mayor>",
        "<Component prop={x}>text</Component>",
        "<Page>" + "<Card><Title>One</Title><p>Two</p></Card>" * 12 + "</Page>",
        "<b>The bridge</b> is open.\n" + "And <i>this</i> is a long story of how it was paid for in the end.\n" * 12,
        "List<String> names = new ArrayList<>();",
        "<redacted> said that the bridge was open.",
        '{"html": "<p>The bridge</p>"}',
    ],
)
def test_text_is_no_page(text: str) -> None:
    assert recognize(text) == "text"
