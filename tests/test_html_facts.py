"""What a page states of its article."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from dechrome import explain
from dechrome.html.reader import read_page

HARBOR = (Path(__file__).parent / "data" / "pages" / "harbor.html").read_text(encoding="utf-8")


def test_facts_of_a_page_are_in_its_metadata() -> None:
    found = explain(HARBOR, fast=True).metadata
    assert found.title == "Bridge over the harbor opens after nine years"
    assert found.authors == ("Ana Lima", "Bo Ek")
    assert found.published == datetime(2024, 3, 3, 9, 30, tzinfo=UTC)
    assert found.modified == date(2024, 3, 4)
    assert (found.site, found.language, found.url) == ("Harbor News", "en", "https://harbor.example/news/bridge-opens")
    assert found.as_dict()["title"] == found.title


def test_facts_of_a_text_are_as_before() -> None:
    found = explain("By Ana Lima\nThe vote is on Tuesday.").metadata
    assert found.title is None
    assert "title" not in found.as_dict()


@pytest.mark.parametrize(
    ("head", "meta"),
    [
        ('<meta name="description" content="Nine years late.">', {"description": "Nine years late."}),
        ("<title>The bridge | Harbor</title><meta property=og:site_name content=Harbor>",
         {"title": "The bridge", "site": "Harbor"}),
        ("<title>A - B</title>", {"title": "A - B"}),
        ('<meta name=author content="Ana Lima and Bo Ek">', {"authors": "Ana Lima; Bo Ek"}),
        ('<meta name=author content="https://x.example/ana">', {}),
        ('<meta name=author content="admin">', {}),
        ('<meta property="article:published_time" content="2024-03-03T10:00:00Z">',
         {"published": "2024-03-03T10:00:00+00:00"}),
        ('<meta name="date" content="2024-03-03">', {"published": "2024-03-03"}),
        ('<meta name="date" content="2024-13-43">', {}),
        ('<meta name="date" content="last spring">', {}),
        ('<meta http-equiv="content-language" content="pt-BR">', {"language": "pt"}),
        ('<link rel="canonical" href="javascript:alert(1)">', {}),
        ('<meta property="og:title" content="Tom &amp;amp; Ann">', {"title": "Tom & Ann"}),
        ('<script type="application/ld+json">{"@type":["Article"],"headline":"One","author":"Ana Lima"}</script>'
         '<meta property="og:title" content="Two"><title>Three</title>', {"title": "One", "authors": "Ana Lima"}),
        ('<script type="application/ld+json">{"@type":"Organization","name":"Harbor"}</script>', {}),
        ('<script type="application/ld+json">{"@type": broken</script>', {}),
    ],
)  # fmt: skip
def test_facts_by_source(head: str, meta: dict[str, str]) -> None:
    assert read_page(f"<html><head>{head}</head><body><p>x</p></body></html>").meta == meta


def test_microdata_states_facts() -> None:
    page = (
        '<div itemscope><h1 itemprop="headline">The bridge</h1><span itemprop="author">Ana Lima</span>'
        '<time itemprop="datePublished" datetime="2024-03-03">Sunday</time></div>'
    )
    assert read_page(page).meta == {"title": "The bridge", "authors": "Ana Lima", "published": "2024-03-03"}


def test_the_stated_language_counts_where_the_text_does_not_tell() -> None:
    assert explain('<html lang="da"><p>Bro</p><p>Havn</p></html>', fast=True).metadata.language == "da"
