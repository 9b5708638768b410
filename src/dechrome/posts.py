"""Posts of networks that stand in an article: what someone wrote, and the line that says who."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dechrome.block import Block
from dechrome.types import Document

# What networks call the box of a post that a page shows; not their timelines, which stand at the side.
_NAMES = frozenset({
    "twitter-tweet", "twitter-video", "instagram-media", "fb-post", "fb-video", "bluesky-embed", "mastodon-embed",
    "tiktok-embed", "reddit-card", "reddit-embed-bq", "text-post-media",
})  # fmt: skip
# Below the post itself: "— Ana Lima (@analima) May 3, 2031"; some tools break the date off.
_SIGNED = re.compile(r"(?:[-\u2013\u2014\u2015]+ ?)[^\n]{1,70} \(@\w{1,30}(?:\.[\w.-]{2,60})?\)[^\n.!?]{0,40}")


def is_post(block: Block | None) -> bool:
    """Whether markup says that a line belongs to a post.

    >>> is_post(Block("html/body/blockquote", "blockquote", frozenset({"twitter-tweet", "tweet"}), 0.0))
    True
    >>> is_post(None)
    False
    """
    return block is not None and not _NAMES.isdisjoint(block.tokens)


def posts(document: Document) -> Iterator[range]:
    """The lines of each post, as far as markup or the name below it tells: in plain text its last line and the name.

    >>> from dechrome.types import Line
    >>> texts = ("She wrote:", "The bridge is open!", "\u2014 Ana Lima (@analima) May 3, 2031", "Nobody came.")
    >>> list(posts(Document("", tuple(Line(text, 1, 0, 0) for text in texts))))
    [range(1, 3)]
    """
    start = above = None
    for i, line in enumerate(document.lines):
        if not line.text:
            continue
        if is_post(line.block):
            start = i if start is None else start
        elif start is not None and above is not None:
            yield range(start, above + 1)
            start = None
        elif above is not None and "(@" in line.text and _SIGNED.fullmatch(line.text):
            yield range(above, i + 1)
        above = i
    if start is not None:
        yield range(start, len(document.lines))
