"""The page's title, in HTML or on top of a flat text, names the headline, which stays."""

from __future__ import annotations

import pytest

from dechrome import clean
from dechrome.page_title import named_headline
from helpers import document

BODY = (
    "The ferry crossed the bay again on Monday, four weeks after its engine had failed, and every seat was taken.",
    "Nobody on the quay wanted to say how long the new engine will last, but most of them bought return tickets.",
)


def named(*above: str) -> list[str]:
    """The named headline of a text of these lines with the article below them, which stays."""
    whole = document(*above, *BODY)
    return [whole.lines[i].text for i in named_headline(whole, [len(above), len(above) + 1])]


@pytest.mark.parametrize(
    ("title", "headline"),
    [
        ("Ferry crosses the bay again | Travel | The Harbor Post", "Ferry crosses the bay again"),
        ("The Harbor Post - Ferry crosses the bay - at last", "Ferry crosses the bay - at last"),
        ("Ferry crosses the bay again", "Ferry crosses the bay again"),
    ],
)
def test_the_title_names_the_headline_beside_the_site(title: str, headline: str) -> None:
    assert named(title, "Home", "News", "Travel by sea", "Most read", headline, "Share") == [headline]


def test_a_headline_may_be_broken_into_lines() -> None:
    title = "Ferry crosses the bay again, four weeks after its engine failed | The Harbor Post"
    pieces = ["Ferry crosses the bay again,", "four weeks after its engine failed"]
    assert named(title, "Home", *pieces, "Share") == pieces


@pytest.mark.parametrize(
    "above",
    [
        ("Ferry crosses the bay again | The Harbor Post", "Ferry crosses the bay again", "Home"),  # its copy
        ("Ferry crosses the bay again | Travel | The Harbor Post", "Home", "Travel"),  # a section
        ("Ferry crosses the bay again | The Harbor Post", "Home", "The Harbor Post"),  # the site
        ("Home", "News", "Ferry crosses the bay again"),
        (BODY[0] + " " + BODY[1], "Home", BODY[0]),  # prose on top is no title
    ],
)
def test_what_the_title_does_not_name(above: tuple[str, ...]) -> None:
    assert named(*above) == []


def test_of_a_trail_of_sections_only_the_headline_is_named() -> None:
    title = "Winter boots for the quay > Shoes of the year"
    assert named(title, "Home", "Winter boots for the quay", "Shoes of the year") == ["Winter boots for the quay"]


def test_a_copy_below_most_of_the_article_is_another_story_s() -> None:
    whole = document("Ferry crosses the bay again | The Harbor Post", "Home", *BODY, "Ferry crosses the bay again")
    assert named_headline(whole, [2, 3]) == []


def test_no_rule_takes_the_named_headline() -> None:
    menu = ["Home", "News", "Weather", "Travel", "Video", "Photo galleries"]
    headline = "Ferry crosses the bay again"
    text = "\n".join([f"{headline} - Travel - The Harbor Post", *menu, headline, "Share", "Print", *BODY, "Contact us"])
    assert clean(text) == "\n".join([headline, *BODY])
    assert clean(text, on=["headline"]) == "\n".join(BODY)


def test_the_last_label_of_a_menu_heads_nothing_below_the_gap() -> None:
    menu = "\n".join(["Home", "News", "Resources", "Help desk", "Photo galleries"])
    text = "\n\n".join([menu, "Starting a photo studio", "Most studios start small, with one lamp and a sheet.", *BODY])
    assert "Starting a photo studio" in clean(text).split("\n")
    list_of_stories = "\n".join(["Photo galleries", "The harbor from above in winter", "Ten lamps that nobody needs"])
    assert clean("\n\n".join([list_of_stories, "Starting a photo studio", *BODY])).startswith("Starting a")


@pytest.mark.parametrize("tag", ["h1", "div"])
def test_in_html_the_headline_that_the_title_names_stays_too(tag: str) -> None:
    headline = "Ferry again at last"
    page = (
        f"<html><head><title>{headline} | The Harbor Post</title></head><body>"
        "<ul><li><a href='/'>Home</a></li><li><a href='/n'>News</a></li><li><a href='/t'>Travel</a></li></ul>"
        f"<{tag}>{headline}</{tag}><p>Ann Lee</p><p>May 3, 2031</p><p>12 comments</p>"
        + "".join(f"<p>{text}</p>" for text in BODY * 2)
        + "<ul><li><a href='/1'>Two bridges closed after flood</a></li><li><a href='/2'>School wins prize</a></li></ul>"
        "</body></html>"
    )
    assert clean(page).split("\n")[0] == headline
    assert not clean(page, on=["headline"]).startswith(headline)


def test_of_a_headline_printed_twice_one_stays_and_cleaning_again_changes_nothing() -> None:
    headline = "Why the ferry crosses the bay again after four weeks"
    page = (
        f"<html><head><title>{headline} | The Harbor Post</title></head><body><h1>{headline}</h1>"
        f"<div>Islanders had waited for the new engine since March</div><div>{headline}</div>"
        + "".join(f"<p>{text}</p>" for text in BODY * 2)
        + "</body></html>"
    )
    cleaned = clean(page)
    assert cleaned.split("\n").count(headline) == 1
    assert clean(cleaned) == cleaned
