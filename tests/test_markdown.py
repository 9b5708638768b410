"""Markdown is read as a reader sees it, and told from plain text."""

from __future__ import annotations

import pytest

from dechrome import Document, Line
from dechrome.markdown.reader import read_markdown
from dechrome.markdown.signs import looks_like
from dechrome.normalize import Normalizer
from helpers import PROSE


def read(text: str) -> Document:
    return read_markdown(text, Normalizer())


def seen(text: str) -> list[str]:
    return [line.text for line in read(text).lines if line.text]


def tags(text: str) -> list[str]:
    return [line.block.tag if line.block else "" for line in read(text).lines if line.text]


def only(text: str) -> Line:
    (line,) = read(text).lines
    return line


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("# The bridge #", "The bridge"),
        ("The bridge\n==========", "The bridge"),
        ("**The** *old* ***bridge*** ~~is~~ `open`", "The old bridge is open"),
        ("The [old *bridge*](/bridge 'Bridge') is open.", "The old bridge is open."),
        ("The [old bridge][b] is open.\n\n[b]: /bridge", "The old bridge is open."),
        ("The ![gate](gate.png) is open.", "The is open."),
        ("A \\- B \\_c\\_ &amp; D", "A - B _c_ & D"),
        ("See <https://example.org/a_b_c>.", "See https://example.org/a_b_c."),
        ("> She left\n> the town.", "She left the town."),
        ("* She left.", "* She left."),
        ("12. She left.", "12. She left."),
        ("She <b>left</b> the<br>town.", "She left the town."),
        ("[A photo](/pages/a\nb.html) of her", "A photo of her"),
        ("snake_case_name and 2 * 3 * 4", "snake_case_name and 2 * 3 * 4"),
        ("[Not a link] (really)", "[Not a link] (really)"),
    ],
)
def test_a_reader_sees_no_syntax(markdown: str, text: str) -> None:
    assert seen(markdown)[0] == text


def test_lines_are_what_stands_by_itself() -> None:
    assert seen("One  \ntwo\\\nthree") == ["One", "two", "three"]
    assert seen("[One](/1)\n[Two](/2)") == ["One", "Two"]
    assert seen("[One](/1) [Two](/2)") == ["One | Two"]
    assert seen("She left the\ntown.") == ["She left the town."]
    assert seen("**She left  \nthe** town.") == ["She left the town."]


def test_lines_wrapped_by_a_converter_are_one_and_short_lines_are_not() -> None:
    words = PROSE.split()
    wrapped, line = [], ""
    for word in words:
        if len(line) + 1 + len(word) > 78:
            wrapped.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    assert seen("\n".join([*wrapped, line])) == [PROSE]
    assert seen("Ann Lee\nMay 4, 2024\n5 min read") == ["Ann Lee", "May 4, 2024", "5 min read"]


def test_tables_are_rows() -> None:
    table = "| Year | Cost |\n| --- | ---: |\n| 2022 | **1.5** |\n| [A](/a) \\| B | |"
    assert seen(table) == ["| Year | Cost", "| 2022 | 1.5", "A | B"]
    assert tags(table) == ["tr", "tr", "tr"]


def test_blocks_carry_facts() -> None:
    assert tags("# A\n\n## B\n\nC\n\n- D\n\n> E\n\n![F](f.png)") == ["h1", "h2", "p", "li", "p", "img"]
    block = only("> - [Home](/) now").block
    assert block
    assert (block.path, block.tag, block.link_share) == ("blockquote/ul/li", "li", round(4 / 7, 3))
    kinds = {
        "[Up](#top)": "to-place",
        "[X](https://twitter.com/intent/tweet?text=a)": "to-share",
        "[Print](javascript:print())": "to-nowhere",
        "[A](/a) [B](/b) [C](/c)": "links",
    }
    for markdown, kind in kinds.items():
        block = only(markdown).block
        assert block
        assert kind in block.targets


def test_dashes_around_a_sentence_are_no_front_matter() -> None:
    assert seen("---\nThe bridge is open.\n\n---\n\nIt rained.") == ["The bridge is open.", "It rained."]


def test_menus_indented_too_far_are_no_code() -> None:
    assert seen("Menu\n\n    * [Home](/)\n    * [Sport](/sport)") == ["Menu", "* Home", "* Sport"]
    assert seen("Run\n\n    * pointer = 0;\n    ++pointer;") == ["Run"]


@pytest.mark.parametrize(
    "text",
    [
        "# The bridge\n\nIt is [open](https://example.org/a).",
        "[One](/1)\n[Two](/2)",
        "![A](a.png)\n\nThe bridge **is** open, and **nobody** came.",
        "The bridge\n==========\n\nSee [the plan](plan.pdf 'Plan').",
        "| A | B |\n|---|---|\n| 1 | 2 |\n\n## Plans\n\nNo more.",
        "- [a](/a)\n- [b](/b)",
        "[A\ncard](https://example.org/a) and [B](https://example.org/b_(c))",
    ],
)  # fmt: skip
def test_markdown_is_known(text: str) -> None:
    assert looks_like(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "* one\n* two\n\n1. three\n2. four",
        "#bridge #river\n\nIt was *very* late, and _nobody_ came.",
        "On Tuesday she wrote:\n> We will not come.\n> Not now.\n\nNor did she.",
        "a_b_c = d[e](f) * g ** h ** i",
        "He said [sic] that it was (not) so. [1] [2](see below)",
        "C# \n\nF# \n\n# 3",
        "Name | Age\n---|---\nAnn | 3\n\n```\ncode\n```\n\n**bold** and **bold** and **bold**",
        "BRIDGE\n------\nThe bridge is open.\n\nRIVER\n-----\nIt rained.",
        "Write [text](https://example.org) to make a link.",
        "<!DOCTYPE html>\n<p>[a](/a) [b](/b) [c](/c)</p>",
        "- dashes -- and --- more\n* * *\nthe end",
    ],
)
def test_plain_text_is_not_taken_for_markdown(text: str) -> None:
    assert not looks_like(text)
