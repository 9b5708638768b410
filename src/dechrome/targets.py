"""Where the links of a line lead, as far as that says what the line is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

LINKS = "links"
"""The line holds several links."""
TO_SHARE, TO_PLACE, TO_NOWHERE = "to-share", "to-place", "to-nowhere"
"""All links lead to a network's own form for sharing; to a place of this page; to a script."""
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


def targets(addresses: Sequence[str]) -> Iterator[str]:
    """What the addresses of a line's links say of it.

    >>> list(targets(["https://www.facebook.com/sharer/sharer.php?u=x", "mailto:?body=x"]))
    ['to-share']
    """
    if len(addresses) >= _SEVERAL:
        yield LINKS
    kinds = [_kinds(address) for address in addresses]
    if kinds and kinds[0]:  # most links lead to other pages, and say nothing
        yield from (name for name in kinds[0] if all(name in others for others in kinds))


@lru_cache(maxsize=10_000)
def _kinds(address: str) -> tuple[str, ...]:
    found = ((TO_SHARE, _SHARE.match), (TO_PLACE, _is_place), (TO_NOWHERE, _is_script))
    return tuple(name for name, known in found if known(address))


def _is_place(target: str) -> bool:
    return target.startswith("#")


def _is_script(target: str) -> bool:
    return target.lower().startswith("javascript:") or target in ("", "#")
