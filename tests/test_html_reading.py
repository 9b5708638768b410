"""Pages become lines, one a block, that know what markup said of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from dechrome import Line
from dechrome.block import Block
from dechrome.html.reader import read_page

PAGES = Path(__file__).parent / "data" / "pages"


def texts(page: str) -> list[str]:
    return [line.text for line in read_page(page).lines]


def block(page: str, text: str) -> Block:
    found: Line = next(line for line in read_page(page).lines if line.text == text)
    assert found.block is not None
    return found.block


@pytest.mark.parametrize(
    ("page", "lines"),
    [
        ("<p>One\n  two</p><p>Three</p>", ["One two", "", "Three"]),
        ("<div>One</div><div>Two</div>", ["One", "Two"]),
        ("<p>One<br>two<br/>three</p>", ["One", "two", "three"]),
        ("<p>It <b>is</b> <i>so</i>.</p>", ["It is so."]),
        ("<p>un<b>believ</b>able</p>", ["unbelievable"]),
        ("<ul><li>One<li>Two</ul>", ["- One", "- Two"]),
        ('<ol start="3"><li>Three<li>Four</ol>', ["3. Three", "4. Four"]),
        ("<ul><li>One<ul><li>Deep</ul><li>Two</ul>", ["- One", "- Deep", "- Two"]),
        ("<ul><li><p>One</p><p>more</p></ul>", ["- One", "", "more"]),
        ("<div><a href=1>Home</a><a href=2>News</a></div>", ["Home News"]),
        ("<div><span>Share</span><span>Print</span></div>", ["Share Print"]),
        ("<p><span>O</span><span>nce</span> upon a time</p>", ["Once upon a time"]),
        ("<div>Said <q>so</q>.</div>", ['Said "so".']),
        ("<p>a<script>var x = '<p>no</p>'</script>b<style>p{}</style></p>", ["ab"]),
        ("<template><p>no</p></template><p>yes</p><svg><title>no</title><text>no</text></svg>", ["yes"]),
        ("<select><option>English<option>Deutsch</select><p>yes</p>", ["yes"]),
        ("<p>Tom &amp; Ann&nbsp;&mdash; caf&eacute;</p>", ["Tom & Ann — café"]),
        ("plain words", ["plain words"]),
    ],
)
def test_lines_are_what_a_browser_shows(page: str, lines: list[str]) -> None:
    assert texts(page) == lines


def test_a_row_of_a_table_is_a_line_of_its_cells() -> None:
    page = "<table><tr><th>Part</th><th>Paid</th></tr><tr><td>Deck</td><td></td><td>22</td></tr></table>"
    assert texts(page) == ["Part | Paid", "Deck | | 22"]
    assert block(page, "Part | Paid").kind == "row"


def test_a_table_that_only_places_boxes_is_no_row() -> None:
    page = "<table><tr><td>Home<br>News</td><td><p>The bridge is open.</p><p>It is new.</p></td></tr></table>"
    assert texts(page) == ["Home", "News", "", "The bridge is open.", "", "It is new."]


def test_code_keeps_its_lines_and_its_place() -> None:
    document = read_page("<pre><code><span>def</span> <span>f</span>():\n    return 1\n\n# end</code></pre>")
    assert document.source == "def f():\n    return 1\n\n# end"
    assert {line.block.kind for line in document.lines if line.block} == {"code"}


def test_source_is_the_page_as_text_and_every_line_is_a_piece_of_it() -> None:
    document = read_page((PAGES / "harbor.html").read_text(encoding="utf-8"))
    assert "<" not in document.source
    for line in document.lines:
        assert document.source[line.start : line.end] == line.text
        assert document.source.split("\n")[line.number - 1] == line.text


def test_a_block_knows_path_words_and_links() -> None:
    page = (
        '<div class="postFooter shareBar" id="x-1"><p>a</p><p>Tell <a href="/y">a friend</a></p></div><p>' + "b " * 99
    )
    found = block(page, "Tell a friend")
    assert found.path == "html/body/div/p[2]"
    assert {"post", "footer", "share", "bar", "share-bar", "x"} <= found.tokens
    assert found.link_share == pytest.approx(8 / 13, abs=0.001)
    assert found.runs[0][2:] == ("a", "/y")


@pytest.mark.parametrize(
    ("page", "role"),
    [
        ("<nav>It", "nav"),
        ('<div role="navigation">It', "nav"),
        ("<aside><p>It", "aside"),
        ("<footer><div><p>It", "footer"),
        ("<figure><figcaption>It", "figcaption"),
        ("<form><label>It", "form"),
        ("<button>It", "button"),
        ('<div role="dialog">It', "dialog"),
    ],
)
def test_a_block_knows_the_roles_around_it(page: str, role: str) -> None:
    body = "<p>" + "The council voted on Tuesday to close the hall, and the mayor was not amused. " * 3
    assert role in block(f"{body}</p>{page}", "It").roles


@pytest.mark.parametrize("hiding", ['style="color:red; display : none"', "hidden", 'aria-hidden="true"'])
def test_what_no_reader_sees_is_known_for_it(hiding: str) -> None:
    body = "<p>" + "The council voted on Tuesday to close the hall, and the mayor was not amused. " * 3 + "</p>"
    assert block(f"{body}<div {hiding}><p>It</p></div>", "It").hidden
    assert not block(f"<div>{body}</div><p>It</p>", "It").hidden


def test_what_is_around_most_of_the_text_says_nothing_of_a_line() -> None:
    prose = (
        "<p>The council voted on Tuesday to close the hall, and the mayor was not amused by any of it at all.</p>" * 4
    )
    page = f'<body class="cookie-story" style="display:none"><form>{prose}<div class="share">It</div></form></body>'
    found = block(page, "It")
    assert "cookie" not in found.tokens
    assert "share" in found.tokens
    assert not found.hidden
    assert "form" not in found.roles


def test_headings_items_and_quotations_have_their_level() -> None:
    page = "<h3>Cost</h3><ul><li>a<ul><li>b</ul></ul><blockquote><p>c</blockquote>"
    assert [(block(page, text).kind, block(page, text).level) for text in ("Cost", "- a", "- b", "c")] == [
        ("heading", 3), ("item", 1), ("item", 2), ("quote", 0),
    ]  # fmt: skip


def test_links_to_share_are_known_by_where_they_lead() -> None:
    page = '<div><a href="https://www.facebook.com/sharer/sharer.php?u=1">f</a></div><p><a href="#top">up</a></p>'
    assert block(page, "f").targets == {"to-share"}
    assert "to-place" in block(page, "up").targets


def test_pictures_have_their_place() -> None:
    page = read_page('<p>One</p><figure><img src="/a.jpg" alt=" A  b "></figure><p>Two</p>').page
    assert page is not None
    assert [(p.line, p.address, p.description) for p in page.pictures] == [(3, "/a.jpg", "A b")]


@pytest.mark.parametrize("name", ["harbor", "muehle", "chashi"])
def test_pages_are_read_whole(name: str) -> None:
    document = read_page((PAGES / f"{name}.html").read_text(encoding="utf-8"))
    assert len(document.lines) > 5
    assert all(line.block for line in document.lines if line.text)
