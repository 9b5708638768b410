"""What markup says of a line: evidence for rules, and never a verdict."""

from __future__ import annotations

import pytest

from dechrome import Cleaner, ConfigError, PhraseRule, clean, explain
from helpers import HALL


@pytest.fixture(scope="module")
def cleaner() -> Cleaner:
    return Cleaner(fast=True)


@pytest.mark.parametrize(
    ("box", "text"),
    [
        ('<nav class="menu"><a href="/g">Gardens</a></nav>', "Gardens"),
        ("<figure><figcaption>The hall in its last summer</figcaption></figure>", "The hall in its last summer"),
        ('<div style="display:none">Panel number nine</div>', "Panel number nine"),
        ('<div><span itemprop="author">Quill Marsh</span></div>', "Quill Marsh"),
        ('<div class="copyright"><footer>Marsh and Sons</footer></div>', "Marsh and Sons"),
    ],
)
def test_markup_tells_what_no_phrase_knows(box: str, text: str) -> None:
    other = HALL.replace("Tuesday", "Friday"), HALL.replace("river", "lake")
    source = f"<h1>The hall by the river closes</h1>{HALL}{other[0]}{{}}{other[1]}"
    assert text not in clean(source.format(box), off=["off_body"], fast=True)
    assert text in clean(source.format(f"<div>{text}</div>"), off=["off_body"], fast=True)


@pytest.mark.parametrize(
    "name", ["share", "menu", "caption", "related", "ads", "comments", "cookie", "copyright", "header"]
)
def test_a_name_alone_is_evidence_and_no_verdict(name: str) -> None:
    box = f'<div class="{name}">Nine thousand swimmers</div>'
    page = f"<h1>The hall closes</h1>{HALL}{box}{HALL.replace('river', 'lake')}"
    result = explain(page, off=["off_body"], fast=True)
    assert "Nine thousand swimmers" in result.text
    assert name == "header" or any(f'markup says "{name}"' == one.why for one in result.declined)


@pytest.mark.parametrize(
    "name",
    ["cookie-story", "newsletter-feature", "share-economy", "related", "comments", "advertisement", "sidebar", "nav"],
)
@pytest.mark.parametrize(
    "around", ['<body class="{}">{}</body>', '<article class="{}">{}</article>', '<div id="{}">{}</div>']
)
def test_a_name_around_the_article_takes_nothing(name: str, around: str, cleaner: Cleaner) -> None:
    body = "<h1>How the biscuit came to town</h1>" + "".join(
        f"<p>In the year {year} the baker put {n} trays of cookies into the window, and before the bells rang at "
        "noon the children had bought every single one of them.</p>"
        for year, n in ((1901, "two"), (1902, "three"), (1911, "nine"), (1925, "forty"))
    )
    text = cleaner.clean(around.format(name, body))
    assert text.count("trays of cookies") == 4
    assert "How the biscuit came to town" in text


def test_a_standfirst_in_an_articles_header_is_no_byline_and_no_menu() -> None:
    head = "<h1>The hall closes for good</h1><h2>Nine thousand swimmers have to look for another one</h2>"
    byline = '<div class="author"><p>By</p><p>Ana Lima</p></div><p>Published June 1, 2022 8:28pm</p></div></header>'
    page = f'<article><header class="article-meta">{head}{byline}{HALL}</article>'
    text = clean(page, off=["off_body"], fast=True)
    assert "Nine thousand swimmers" in text
    assert "Ana Lima" not in text


def test_what_only_markup_calls_related_heads_no_list() -> None:
    """Else the last line of a list would be a heading with nothing below it, and then the one above."""
    rows = "".join(f"<li>{place} {n}</li>" for place, n in (("Lowmark", 120), ("Port Arden", 87), ("Harwick", 31)))
    page = f'<h1>Where the swimmers live</h1>{HALL}<div class="sidebar"><p>In numbers</p><ul>{rows}</ul></div>'
    text = Cleaner(only=["related"], fast=True).clean(page)
    assert [place in text for place in ("In numbers", "Lowmark 120", "Port Arden 87", "Harwick 31")] == [True] * 4


def test_what_only_markup_calls_a_tool_is_none_beside_other_tools() -> None:
    box = '<div role="dialog"><p>Print</p><p>Why nine thousand swimmers have to look for another hall</p></div>'
    out = clean(f"<h1>The hall closes</h1>{HALL}{box}{HALL}", off=["off_body"], fast=True)
    assert "nine thousand swimmers" in out
    assert "Print" not in out


@pytest.mark.parametrize("name", ["cookie-story", "comment", "related", "caption", "ad", "widget", "footer", "menu"])
def test_a_paragraph_is_safe_whatever_its_class(name: str) -> None:
    odd = HALL.replace("<p>", f'<p class="{name}">').replace("river", "harbor wall")
    assert "harbor wall" in clean(f"<h1>The hall closes</h1>{HALL}{odd}{HALL.replace('river', 'lake')}", fast=True)


@pytest.mark.parametrize("name", ["teaser", "sidebar", "related", "carousel"])
def test_a_title_that_is_one_link_goes_from_a_box_of_other_stories(name: str) -> None:
    title = "Nine thousand swimmers look for another hall"
    page = f'<h1>The hall closes</h1>{HALL}<div class="{name}"><h4>{{}}</h4></div>{HALL.replace("river", "lake")}'
    assert title not in clean(page.format(f'<a href="/b">{title}</a>'), off=["off_body"], fast=True)
    assert title in clean(page.format(f'<a href="#b">{title}</a>'), off=["off_body"], fast=True)
    assert title in clean(page.format(f'{title} <a href="/b">here</a>'), off=["off_body"], fast=True)


def test_signs_add_up_and_take_no_sentence_alone() -> None:
    rule = PhraseRule.of(
        "box", {"en": {"anywhere": [{"text": "zap", "confidence": 0.3}]}, "html": {"tokens": ["zapper"]}}
    )
    cleaner = Cleaner(rules=[rule], only=["box"], fast=True)
    source = f'{HALL}<div class="zapper">{{}}</div>{HALL}'
    assert "Zap it now" not in cleaner.clean(source.format("Zap it now"))
    assert "Take it now" in cleaner.clean(source.format("Take it now"))
    assert "zap the plan" in cleaner.clean(source.format("Nobody wants to zap the plan, the mayor said."))


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ({"tokens": "share"}, r"\[html\] tokens must be a list"),
        ({"classes": ["share"]}, "unknown kind of sign 'classes'"),
        ({"tokens": [{"text": "share", "confidence": 2}]}, "must be a number from 0 to 1"),
        ({"tokens": [{"text": "share", "sure": 1}]}, "unknown key 'sure'"),
        ({"roles": [""]}, "a word that is not empty"),
        (["share"], "must be a table"),
    ],
)
def test_a_wrong_table_is_refused(table: object, message: str) -> None:
    with pytest.raises(ConfigError, match=message):
        PhraseRule.of("box", {"html": table})


def test_signs_of_ones_own() -> None:
    cleaner = Cleaner(
        phrases={"house_box": {"html": {"tokens": [{"text": "house-box", "confidence": 0.7}]}}}, fast=True
    )
    source = f'<h1>The hall closes</h1>{HALL}<div class="house-box"><p>A word from the house</p></div>{HALL}'
    assert "A word from the house" not in cleaner.clean(source)
