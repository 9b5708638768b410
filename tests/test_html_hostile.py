"""Pages that nobody should serve and somebody will: a result or a clear error, in bounded time."""

from __future__ import annotations

import time

import pytest

from dechrome import Cleaner, PageError, clean
from dechrome.html import reader
from dechrome.html.reader import read_page

SENTENCE = "The ferry did not run for a third day, and the shop was out of bread. "


@pytest.fixture(scope="module")
def cleaner() -> Cleaner:
    return Cleaner(format="html", fast=True)


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 10_000 + "{}" + "</div>" * 10_000,
        "<b>" * 10_000 + "{}",
        "".join(f'<div class="a{n} b{n}">' for n in range(10_000)) + "{}",
        "<table><tr><td>" * 3_000 + "{}",
        "<ul><li>" * 10_000 + "{}",
        "<blockquote>" * 10_000 + "{}",
        "<a href=x>" * 10_000 + "{}",
    ],
    ids=["div", "b", "classes", "tables", "lists", "quotations", "links"],
)
def test_depth_is_no_matter(page: str, cleaner: Cleaner) -> None:
    start = time.process_time()
    result = cleaner.explain(page.format(SENTENCE))
    assert "ran out of" in result.text or SENTENCE.strip() in result.text
    assert result.render("markdown")
    assert result.render("html")
    assert result.document.lines[0].block is not None
    assert len(result.document.lines[0].block.path) < 20_000
    assert time.process_time() - start < 20


def test_trafilatura_is_not_asked_of_what_it_cannot_read() -> None:
    assert SENTENCE.strip() in clean("<div>" * 10_000 + SENTENCE)


@pytest.mark.parametrize(
    "page", ["", " \n ", "<html></html>", "<script>var a = '<p>no</p>'</script>", "<!-- -->", "<!--", "<"]
)
def test_nothing_to_read_gives_nothing_or_itself(page: str, cleaner: Cleaner) -> None:
    assert cleaner.clean(page) in ("", "<")


@pytest.mark.parametrize(
    "page",
    [
        f"<html><body><p>{SENTENCE * 3}<p>{SENTENCE}<a href='x",
        f"<p>{SENTENCE * 3}</p></body></html><p>{SENTENCE}",
        f"<table><td>{SENTENCE * 3}</table></table></div></p>",
        f"<p>{SENTENCE * 3}\x00\x01\x0c\ud800</p>",
        f"<html amp><body><amp-sidebar><ul><li>Menu</ul></amp-sidebar><p>{SENTENCE * 3}</p></body></html>",
        f'<?xml version="1.0" encoding="utf-16"?><html xmlns="x"><body><p>{SENTENCE * 3}</p></body></html>',
        f'<?xml version="1.0"?><rss><channel><item><description>{SENTENCE * 3}</description></item></channel></rss>',
        f"<frameset><noframes><body><p>{SENTENCE * 3}</p></body></noframes></frameset>",
        f"<p><p><p></div></ul>{SENTENCE * 3}<li></p>",
        f"<DIV CLASS=a CLASS=b>{SENTENCE * 3}</DIV >",
    ],
)
def test_broken_pages_are_read_as_far_as_they_go(page: str, cleaner: Cleaner) -> None:
    text = cleaner.clean(page)
    assert "out of bread" in text
    assert text.encode("utf-8")


def test_a_large_page_takes_time_in_proportion() -> None:
    def seconds(count: int) -> float:
        page = f"<p>{SENTENCE}</p>\n" * count
        start = time.process_time()
        assert len(read_page(page).lines) == 2 * count - 1
        return time.process_time() - start

    seconds(100)
    assert seconds(40_000) < 40 * max(0.05, seconds(4_000))


def test_a_page_beyond_measure_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "LARGEST", 1000)
    with pytest.raises(PageError, match="the page has 1,011 characters"):
        clean("<p>" + "x" * 1004 + "</p>", format="html")


def test_json_that_is_none_is_passed_over() -> None:
    nested = "[" * 20_000
    for script in (nested, '{"@type": 3}', '{"@type": "Article", "author": [[[]]], "headline": {}}', "null"):
        assert read_page(f'<script type="application/ld+json">{script}</script><p>x').meta == {}
