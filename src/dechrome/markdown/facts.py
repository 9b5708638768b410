"""What Markdown says of a line beside its text: the element, how much of it is linked, and where its links lead."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dechrome.block import Block
from dechrome.markdown.inline import Piece


IMAGE, LINKS = "image", "links"
"""Of `Block.tokens`: the line holds an image; it holds several links."""
TO_SHARE, TO_PLACE, TO_NOWHERE = "to-share", "to-place", "to-nowhere"
"""Of `Block.tokens`: all links lead to a network's own form for sharing; to a place of this page; to a script."""
_SEVERAL = 3

# The addresses that networks give out for sharing.
_SHARE = re.compile(
    r"(?i)mailto:\?|whatsapp:|fb-messenger:|sms:\?|https?://(?:[\w-]+\.)*(?:"
    r"facebook\.com/(?:sharer|share|dialog)|(?:twitter|x)\.com/(?:intent|share|home\?status)|linkedin\.com/(?:share|cws|sharing)"
    r"|pinterest\.\w+/pin/create|reddit\.com/submit|(?:wa\.me|api\.whatsapp\.com|web\.whatsapp\.com)/"
    r"|t\.me/share|telegram\.me/share|vk\.com/share|vkontakte\.ru/share|connect\.ok\.ru|tumblr\.com/(?:share|widgets)"
    r"|getpocket\.com/(?:save|edit)|line\.me/(?:R/|.*share)|lineit/share|xing\.com/(?:social|spi|app)|bsky\.app/intent"
    r"|threads\.net/intent|news\.ycombinator\.com/submit|share\.flipboard\.com|addtoany\.com|service\.weibo\.com/share"
    r"|b\.hatena\.ne\.jp/(?:add|entry)|instapaper\.com/(?:hello|edit)|buffer\.com/add|delicious\.com/|digg\.com/submit"
    r"|stumbleupon\.com/submit|plus\.google\.com/share|mix\.com/(?:add|mixit)|evernote\.com/clip)"
)


def block(piece: Piece, path: Sequence[str], tag: str) -> Block:
    """What Markdown says of a piece in these containers."""
    return Block("/".join([*path, tag]), tag, frozenset(_tokens(piece)), round(piece.link_share, 3))


def _tokens(piece: Piece) -> Iterator[str]:
    if piece.images:
        yield IMAGE
    targets = [target for _, _, target in piece.links]
    if len(targets) >= _SEVERAL:
        yield LINKS
    for name, known in ((TO_SHARE, _SHARE.match), (TO_PLACE, _is_place), (TO_NOWHERE, _is_script)):
        if targets and all(map(known, targets)):
            yield name


def _is_place(target: str) -> bool:
    return target.startswith("#")


def _is_script(target: str) -> bool:
    return target.lower().startswith("javascript:") or target in ("", "#")
