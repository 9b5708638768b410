"""Posts of networks in an article: they stay with the name of who wrote them, in pages and in flat text."""

from __future__ import annotations

import pytest

from dechrome import clean
from dechrome.block import Block
from helpers import document

HEADLINE = "Ferry to the outer islands runs again"
STORY = (
    "The ferry to the outer islands will run again from Friday, the operator said on Tuesday, after three weeks in "
    "which nobody could reach them but by helicopter.",
    "Islanders were quick to answer, and not all of them were grateful for what the operator had to offer:",
    "The operator says that passengers with a ticket for the canceled crossings can use it until the end of June, and "
    "that those who paid for a helicopter will get a part of their money back.",
    "A second ferry is being built in the yard on the mainland and will be ready in two years, if the money lasts.",
)
POSTS = (
    ("Three weeks without milk, and they call it a delay", "\u2014 Ana Lima (@analima) May 3, 2031"),
    ("See you on the first boat on Friday @harborferries", "\u2014 Tom Okafor (@tomokafor) May 4, 2031"),
)


def page(name: str) -> str:
    posts = "".join(f'<blockquote class="{name}"><p>{text}</p>{by}</blockquote>' for text, by in POSTS)
    menu = "".join(f"<li><a href=/{word}>{word}</a></li>" for word in ("News", "Sport", "Culture", "Weather"))
    story = "".join(f"<p>{text}</p>" for text in STORY[:2]) + posts + "".join(f"<p>{text}</p>" for text in STORY[2:])
    share = "".join(f"<li><a href=/s>{word}</a></li>" for word in ("Facebook", "Twitter", "WhatsApp"))
    return (
        f"<!doctype html><title>{HEADLINE}</title><ul class=menu>{menu}</ul>"
        f"<article><h1>{HEADLINE}</h1>{story}</article>"
        f'<ul class="twitter-share share">{share}</ul><footer>© 2031 Harbor Post</footer>'
    )


@pytest.mark.parametrize("fast", [True, False])
@pytest.mark.parametrize("name", ["twitter-tweet", "instagram-media", "bluesky-embed", "fb-post"])
def test_posts_of_a_page_stay_with_their_names(name: str, fast: bool) -> None:
    out = clean(page(name), fast=fast)
    assert [text for post in POSTS for text in post if text not in out] == []
    assert all(text in out for text in STORY)
    assert "WhatsApp" not in out


def test_posts_in_flat_text_stay_with_their_names() -> None:
    posts = [text for post in POSTS for text in post]
    menu = ["Home", "News", "Sport", "Culture", "Weather", "Log in", "Subscribe", "Search"]
    text = "\n".join([*menu, HEADLINE, *STORY[:2], *posts, *STORY[2:], "Facebook", "WhatsApp", "Copy link", "About us"])
    assert clean(text).split("\n") == [HEADLINE, *STORY[:2], *posts, *STORY[2:]]


def test_a_name_is_signed_below_a_post() -> None:
    from dechrome.posts import posts

    found = document(
        "She wrote:", "It is open!", "", "\u2014 Ana Lima (@analima.example.social)", "Follow us (@harborpost)"
    )
    assert list(posts(found)) == [range(1, 4)]


def test_a_share_bar_is_no_post() -> None:
    from dechrome.posts import is_post

    assert not is_post(Block("html/body/ul/li", "li", frozenset({"twitter", "share", "twitter-share"}), 1.0))
