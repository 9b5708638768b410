"""What stays of Markdown stays to the byte; what goes, goes with the markup around it."""

from __future__ import annotations

from itertools import pairwise
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dechrome import Cleaner, Result
from dechrome.markdown.reader import read_markdown
from dechrome.normalize import Normalizer
from helpers import PROSE

MARKDOWN = Cleaner(format="markdown", plugins=False)
# Without the model, that weighs the text as a whole, what a test says of one line is true of that line.
RULES = Cleaner(format="markdown", plugins=False, off=["off_body"])
NOISE = Cleaner(
    format="markdown",
    plugins=False,
    only=["noise", "photo_caption", "share_bar"],
    phrases={"noise": {"line": ["noise"], "label": ["noise"], "glued": ["noise here"], "anywhere": ["much noise"]}},
)


CODE = "```\nShare on X\nAdvertisement\n```"


@pytest.mark.parametrize(
    "kept",
    [
        CODE,
        "~~~js\nshare();\n~~~",
        "    Advertisement\n    Share this article",
        "---\ntitle: Advertisement\nurl: https://example.org\n---",
        "[b]: https://example.org/bridge 'Share this article'",
        "<!-- Advertisement -->",
    ],
)
def test_code_definitions_and_front_matter_stay(kept: str) -> None:
    text = f"{kept}\n\n{PROSE}\n\nAdvertisement\n\n{PROSE}\n\n{kept}" if kept[0] != "-" else f"{kept}\n\n{PROSE}"
    cleaned = MARKDOWN.clean(text)
    assert cleaned.count(kept) == text.count(kept)
    assert "\n\nAdvertisement\n\n" not in cleaned


ARTICLE = f"""\
[Skip to content](#main)

[![Logo](logo.png)](/)

- [Home](/)
- [News](/news)
- [Sport](/sport)

# The bridge \\- a story

By [Jane Doe](/authors/jane-doe) | May 1, 2024

[Share on X](https://twitter.com/intent/tweet?u=1) [Facebook](https://www.facebook.com/sharer/sharer.php?u=1)

![The bridge at dawn](bridge.jpg)
*The bridge at dawn. Photo: Jane Doe*

{PROSE}

The **bridge** over the river [opened](https://example.org/a) on Tuesday &amp; nobody was there to see it, although the
council had sent out invitations to everyone in town.  **[Read more](/more)**

> "We waited for ten years," said Ann Smith, who lives on the other side of the river and takes the ferry to work.

| Year | Cost |
| ---- | ---: |
| 2022 | 1.5  |

Advertisement

[The minutes of the meeting show that nobody asked what the old hall would cost to keep.](https://example.org/minutes)

The old bridge[^1] will be taken down in the autumn, as the [engineer][eng] told the council last week in her report.

[^1]: Built in 1931 by the county, and mended twice since then.

[eng]: https://example.org/eng "The engineer"

## Related

- [Ferry to stop in June](/ferry)
- [Mayor to run again](/mayor)
- [Ten walks along the river](/walks)

[Back to top](#)
"""
LEFT = """\
# The bridge \\- a story

{0}

The **bridge** over the river [opened](https://example.org/a) on Tuesday &amp; nobody was there to see it, although the
council had sent out invitations to everyone in town.

> "We waited for ten years," said Ann Smith, who lives on the other side of the river and takes the ferry to work.

| Year | Cost |
| ---- | ---: |
| 2022 | 1.5  |

[The minutes of the meeting show that nobody asked what the old hall would cost to keep.](https://example.org/minutes)

The old bridge[^1] will be taken down in the autumn, as the [engineer][eng] told the council last week in her report.

[^1]: Built in 1931 by the county, and mended twice since then.

[eng]: https://example.org/eng "The engineer\""""


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_page_gives_its_article_to_the_byte(end: str) -> None:
    source, left = (text.format(PROSE).replace("\n", end) for text in (ARTICLE, LEFT))
    result = MARKDOWN.explain(source)
    assert result.text == left
    check_exact(result)
    assert MARKDOWN.clean(left) == left


def test_the_format_is_told_by_itself() -> None:
    assert Cleaner(plugins=False).clean(ARTICLE) == LEFT.format(PROSE)


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("![The bridge](a.jpg)", "photo_caption"),
        ("[![](a.jpg)](/bridge) ![](b.jpg)", "photo_caption"),
        ("[](/bridge)", "photo_caption"),
        ("[Gazouiller](https://x.com/intent/post?url=a)", "share_bar"),
        ("[ ](mailto:?subject=The%20bridge)", "share_bar"),
        ("[Agora](/a) [Bazar](/b) [Corso](/c)", "navigation"),
        ("- [Costs](#costs)\n- [Plans](#plans)\n- [People](#people)", "navigation"),
        ("[Toggle](javascript:void(0))", "navigation"),
        (
            "[Ferry to stop in June](/f)\n\n![](m.jpg)\n\n[Mayor to run again](/m)\n\n### [Ten walks in the hills](/w)",
            "related photo_caption",
        ),
        ("**Advertisement**", "advertisement"),
        ("* _Share this article_", "share_bar"),
        ("| [Agora](/a) | [Bazar](/b) | [Corso](/c) |\n|---|---|---|", "navigation"),
    ],
)
def test_lines_of_chrome_go(line: str, rule: str) -> None:
    source = f"# The bridge\n\n{PROSE}\n\n{line}\n\nAgain: {PROSE}"
    result = RULES.explain(source)
    assert result.text == f"# The bridge\n\n{PROSE}\n\nAgain: {PROSE}"
    assert {removal.rule for removal in result.removals} == set(rule.split())


@pytest.mark.parametrize(
    "line",
    [
        "[She told the council that the roof would not hold.](https://example.org/roof)",
        "She wrote to the [mayor](/a), the [county](/b) and the [paper](/c).",
        "The ![seal](seal.png) of the county hangs above the door of the swimming hall.",
        "She shared it [on X](https://x.com/intent/post?url=a) before the council had met at all.",
        "[The report of the engineer](/report.pdf)\n\n[The answer of the mayor](/answer.pdf)",
        "- [The report of the engineer](/r)\n- [The answer of the mayor](/a)\n- [The plans of the county](/p)",
        "- [The report](/report.pdf) of the engineer\n- The answer of the mayor",
        "| Year | Cost |\n|---|---|\n| 2022 | 1.5 |",
        "[Costs](#costs) are dealt with below.",
        "`Advertisement`, the file said, and nothing else stood in it.",
    ],
)
def test_what_only_looks_like_chrome_stays(line: str) -> None:
    source = f"# The bridge\n\n{PROSE}\n\n{line}\n\nAgain: {PROSE}"
    assert RULES.clean(source) == source


def test_pictures_may_be_kept() -> None:
    source = f"{PROSE}\n\n![The bridge](a.jpg)\n\nAgain: {PROSE}"
    keeping = Cleaner(format="markdown", plugins=False, settings={"photo_caption": {"take_images": False}})
    assert keeping.clean(source) == source


@pytest.mark.parametrize(
    ("source", "left"),
    [
        ("He left the town. **Noise here.**", "He left the town."),
        ("He left the town. [*Noise* here](/a)", "He left the town."),
        ("> He left the town. [Noise\n> here](/a)", "> He left the town."),
        ("- He left the town. `Noise here`", "- He left the town."),
        ("He left &amp; came back. Noise&nbsp;here", "He left &amp; came back."),
    ],
)
def test_a_cut_takes_the_markup_around_it(source: str, left: str) -> None:
    result = NOISE.explain(source)
    assert result.text == left
    check_exact(result)


def test_blocks_do_not_run_together() -> None:
    assert NOISE.clean("He left.\n# Noise\nShe stayed.") == "He left.\n\nShe stayed."
    assert NOISE.clean("- He left.\n- Noise\n- She stayed.") == "- He left.\n- She stayed."


def test_phrases_work_on_what_is_seen() -> None:
    source = f"{PROSE}\n\n**Comments** are [closed](/a).\n\nAgain: {PROSE}"
    assert "Comments" not in RULES.clean(source)
    assert Cleaner(format="markdown", plugins=False, protect=["comments are closed"]).clean(source) == source


def test_facts_are_read_without_syntax() -> None:
    metadata = MARKDOWN.explain(ARTICLE).metadata
    assert ("author", "Jane Doe") in [(fact.kind, fact.text) for fact in metadata.facts]
    assert not any(sign in fact.text for fact in metadata.facts for sign in "[]()*")
    assert all(ARTICLE[fact.start : fact.end] == fact.text for fact in metadata.facts)


PARTS = st.sampled_from(
    [
        "noise", "Noise", "He left the town.", "[noise](/a)", "[He left](/a)", "![noise](a.png)", "**noise here**",
        "`noise`", "- ", "* ", "1. ", "> ", "# ", "## ", "    ", "\n", "\n\n", "\r\n", "  \n", "\\\n", "|",
        "|---|---|\n", "---\n", "===\n", "```\n", "<div>", "</div>", "&amp;", "\\*", "_", "*", "[", "]", "](",
        "(/a)", "!",
        "[a]: /b\n", "much noise", "Café", "\t", "<br>", "[a]", "~~", "(noise here)", "\u00a0",
        "noise here.", "[X](https://x.com/intent/post?a)",
    ]
)  # fmt: skip
TEXTS = st.one_of(st.lists(PARTS, max_size=30).map("".join), st.text(max_size=100))


def check_exact(result: Result) -> None:
    assert all(result.source[r.start : r.end] == r.text for r in result.removals)
    assert all(a.end <= b.start for a, b in pairwise(sorted(result.removals, key=lambda r: (r.start, r.end))))
    assert result.restore() == result.source


@given(TEXTS)
@settings(max_examples=300)
def test_what_stays_is_the_source_less_what_was_cut(text: str) -> None:
    result = NOISE.explain(text)
    check_exact(result)
    assert not any(edit.after for edit in result.edits)
    for line in result.kept.lines:
        if not line.gaps:
            assert text[line.start : line.end] in result.text
    places = [result.source_offset(i) for i in range(len(result.text))]
    assert all(text[place] == character for place, character in zip(places, result.text, strict=True))


@given(TEXTS)
@settings(max_examples=300)
def test_cleaning_again_changes_nothing(text: str) -> None:
    once = NOISE.clean(text)
    assert NOISE.clean(once) == once


@given(TEXTS)
def test_every_line_of_the_source_has_its_place(text: str) -> None:
    document = read_markdown(text, Normalizer())
    for above, below in pairwise(document.lines):
        assert text[above.end : below.start] in ("\n", "\r\n", "\r")
    inside = {i for line in document.lines for i in range(line.start, line.end)}
    outside = "".join(character for i, character in enumerate(text) if i not in inside)
    assert not any(map(str.isalpha, outside))


PATHOLOGICAL = {
    "brackets": "[" * 100_000,
    "closed brackets": "[" * 50_000 + "a" + "]" * 50_000,
    "lines of brackets": ("[" * 900 + "\n\n") * 50,
    "images": "![" * 30_000 + "](a)" * 100,
    "quotes": "> " * 30_000 + "a",
    "deep lists": "\n".join("  " * depth + "- a" for depth in range(400)),
    "deep quotes": "\n".join(">" * depth + " a" for depth in range(400)),
    "emphasis": "*a _b " * 8_000,
    "one line": "a [b](c) " * 20_000,
    "a wide table": "a|" * 4_000 + "\n" + "-|" * 4_000 + "\n" + "a|b\n" * 50,
    "definitions": "[a]: /b\n" * 10_000,
    "tags": "<a href=" * 10_000,
    "stars": "*" * 50_000,
    "fences": "```\n" * 10_001,
    "nothing": " \n" * 50_000,
}


@pytest.mark.parametrize("name", PATHOLOGICAL)
def test_bad_markdown_costs_bounded_time(name: str) -> None:
    text = PATHOLOGICAL[name]
    start = process_time()
    result = NOISE.explain(text)
    assert result.restore() == text
    assert process_time() - start < 30
