"""What is left of a page, as Markdown and as HTML that cannot do anything."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from dechrome import Cleaner, clean, explain
from dechrome.html.reader import read_page
from dechrome.render import render

HARBOR = (Path(__file__).parent / "data" / "pages" / "harbor.html").read_text(encoding="utf-8")


def as_markdown(page: str) -> str:
    document = read_page(page)
    return render(document, document, "markdown")


def as_html(page: str) -> str:
    document = read_page(page)
    return render(document, document, "html")


@pytest.mark.parametrize(
    ("page", "markdown", "html"),
    [
        ("<h2>Cost</h2><p>Much.", "## Cost\n\nMuch.", "<h2>Cost</h2>\n<p>Much.</p>"),
        ("<p>It <b>is</b> <i>so</i>.", "It **is** *so*.", "<p>It <strong>is</strong> <em>so</em>.</p>"),
        ("<p><b>It <i>is</i></b> so", "**It *is*** so", "<p><strong>It <em>is</em></strong> so</p>"),
        ('<p>See <a href="/b(1)">this</a>.', "See [this](/b%281%29).", '<p>See <a href="/b(1)">this</a>.</p>'),
        ("<p>one<br>two", "one  \ntwo", "<p>one<br>two</p>"),
        ("<ul><li>a<ul><li>b</ul><li>c</ul>", "- a\n    - b\n- c",
         "<ul>\n<li>a\n<ul>\n<li>b\n</li></ul>\n</li>\n<li>c\n</li></ul>"),
        ('<ol start="3"><li>a<li>b</ol>', "3. a\n4. b", '<ol start="3">\n<li>a\n</li>\n<li>b\n</li></ol>'),
        ("<blockquote><p>a<p>b</blockquote><p>c", "> a\n>\n> b\n\nc",
         "<blockquote>\n<p>a</p>\n<p>b</p>\n</blockquote>\n<p>c</p>"),
        ("<table><tr><th>a<th>b<tr><td>1<td>2</table>", "| a | b |\n| --- | --- |\n| 1 | 2 |",
         "<table>\n<tr><td>a</td><td>b</td></tr>\n<tr><td>1</td><td>2</td></tr>\n</table>"),
        ("<pre>if a &lt; b:\n    c\n\nd</pre>", "```\nif a < b:\n    c\n\nd\n```",
         "<pre><code>if a &lt; b:\n    c\n\nd</code></pre>"),
        ("<p>Use <code>a < b</code>", "Use `a < b`", "<p>Use <code>a &lt; b</code></p>"),
        ("<p>H<sub>2</sub>O", "H<sub>2</sub>O", "<p>H<sub>2</sub>O</p>"),
        ("<p># 1 *not* _so_ [x]", "\\# 1 \\*not\\* \\_so\\_ \\[x\\]", "<p># 1 *not* _so_ [x]</p>"),
        ("<p>1. not a list", "1\\. not a list", "<p>1. not a list</p>"),
        ("<p>a_b &lt;b", "a_b \\<b", "<p>a_b &lt;b</p>"),
    ],
)  # fmt: skip
def test_blocks(page: str, markdown: str, html: str) -> None:
    assert as_markdown(page) == markdown
    assert as_html(page) == html


@pytest.mark.parametrize(
    "evil",
    [
        '<a href="javascript:alert(1)">x</a>',
        '<a href=" java\tscript:alert(1)">x</a>',
        '<a href="JaVaScRiPt:alert(1)">x</a>',
        '<a href="data:text/html,<script>alert(1)</script>">x</a>',
        '<a href="vbscript:x">x</a>',
        '<a href="&#106;avascript:alert(1)">x</a>',
        '<a href="https://a.example/&quot; onclick=&quot;alert(1)">x</a>',
        '<img src="javascript:alert(1)">',
        '<img src=x onerror="alert(1)">',
        '<img src="x" alt="&quot; onerror=&quot;alert(1)">',
        '<p onclick="alert(1)" style="background:url(javascript:alert(1))">x</p>',
        "<script>alert(1)</script>",
        "&lt;script&gt;alert(1)&lt;/script&gt;",
        "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
        "<svg onload=alert(1)><script>alert(1)</script></svg>",
        "<pre>&lt;/code&gt;&lt;script&gt;alert(1)&lt;/script&gt;</pre>",
        "<math><mtext><script>alert(1)</script></mtext></math>",
        "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>",
    ],
)
def test_nothing_comes_through_that_could_run(evil: str) -> None:
    page = f"<p>One</p>{evil}<p>Two <b>three</b></p>"
    written = as_html(page)
    tags = re.findall(r"<([^<>]*)>", written)
    assert {re.split(r"[\s/]", tag.strip("/"))[0] for tag in tags} <= {"p", "strong", "a", "img", "pre", "code"}
    assert not any(re.search(r"\son\w+\s*=|style=|srcdoc", re.sub(r'"[^"]*"', '""', tag)) for tag in tags)
    assert not re.search(r'(?:href|src)="\s*(?:javascript|vbscript|data)', written, re.IGNORECASE)
    shown = MarkdownIt("commonmark").render(as_markdown(page))
    assert "<script" not in shown
    assert not re.search(r'(?:href|src)="\s*(?:javascript|vbscript|data)', shown, re.IGNORECASE)


def test_an_article_keeps_its_form() -> None:
    text = clean(HARBOR, output="markdown", fast=True)
    for kept in (
        "# Bridge over the harbor opens after nine years",
        "**nine years**",
        "[report of 2015](https://harbor.example/reports/2015.pdf)",
        "![The new bridge from the north](https://harbor.example/pictures/bridge.jpg)",
        "## What it cost",
        "| Foundations | 12 million | 31 million |",
        "1. a toll for lorries,\n2. a loan over thirty years,",
        "> A bridge is a promise to the other side.",
    ):
        assert kept in text
    for gone in ("Weather", "newsletter", "Port workers", "Photo:"):
        assert gone not in text


def test_html_is_a_fragment_that_reads_as_the_text_does() -> None:
    cleaner = Cleaner(fast=True)
    result = cleaner.explain(HARBOR)
    fragment = result.render("html")
    again = [line.text for line in read_page(fragment).lines if line.text]
    assert again == [line.text for line in result.kept.lines if line.text]


def test_of_plain_text_markdown_is_the_text_and_html_its_paragraphs() -> None:
    text = "The bridge <is> open & new.\nAdvertisement\n\nIt will be long."
    assert clean(text, output="markdown") == clean(text) == "The bridge <is> open & new.\n\nIt will be long."
    assert clean(text, output="html") == "<p>The bridge &lt;is&gt; open &amp; new.</p>\n<p>It will be long.</p>"


def test_a_line_that_lost_a_part_keeps_its_links() -> None:
    link = '<a href="https://a.example/">open</a>'
    page = f"<p>The bridge is {link}, the mayor says. Read more</p><p>It is new, and long.</p>"
    result = explain(page, fast=True)
    assert "Read more" not in result.text
    assert "[open](https://a.example/), the mayor says." in result.render("markdown")
