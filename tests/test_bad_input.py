"""Input that nobody should send and somebody will."""

from __future__ import annotations

from typing import Any

import pytest

from dechrome import Cleaner, clean, explain

SENTENCE = "The ferry did not run for a third day, and the shop was out of bread. "


def test_nothing_gives_nothing() -> None:
    assert clean("") == ""
    assert explain("").removals == ()


@pytest.mark.parametrize("blank", [" ", "\n", "\r\n\r\n", "\t\u00a0\n\u200b"])
def test_blank_text_gives_nothing(blank: str) -> None:
    assert clean(blank) == ""
    assert explain(blank).restore() == blank


@pytest.mark.parametrize("wrong", [None, b"bytes", 3, ["a"], bytearray(b"x")])
@pytest.mark.parametrize("function", [clean, explain])
def test_wrong_type_is_told_what_to_pass(function: Any, wrong: Any) -> None:
    with pytest.raises(
        TypeError, match=rf"{function.__name__}\(\) takes a str, not {type(wrong).__name__}; decode bytes first"
    ):
        function(wrong)


def test_lone_surrogates_come_out_as_text_that_can_be_written() -> None:
    cleaned = clean("He left\ud800 town.\nShe \udfff stayed.")
    assert cleaned.encode("utf-8")
    assert "town." in cleaned


def test_nul_and_control_characters_go() -> None:
    assert clean("He\x00 left\x07 town.") == "He left town."


def test_single_line_of_50_megabytes() -> None:
    line = SENTENCE * (50_000_000 // len(SENTENCE))
    assert clean(line) == line.strip()


def test_single_word_of_50_megabytes() -> None:
    word = "a" * 50_000_000
    assert clean(word) == word


def test_million_empty_lines() -> None:
    text = "He left.\n" + "\n" * 1_000_000 + "She stayed."
    result = explain(text)
    assert result.text == "He left.\n\nShe stayed."
    assert result.restore() == text


def test_many_short_lines_take_time_in_proportion() -> None:
    text = "\n".join(["Comments are closed."] * 20_000 + [SENTENCE.strip()] * 20_000)
    cleaned = Cleaner(plugins=False).clean(text)
    assert set(cleaned.split("\n")) == {SENTENCE.strip()}


def test_a_menu_in_one_line_on_top_takes_time_in_proportion() -> None:
    menu = " | ".join(f"Label {number}" for number in range(3_000))
    text = "\n".join([menu, *[SENTENCE.strip()] * 10])
    assert explain(text).restore() == text


def test_a_list_of_names_and_times_takes_time_in_proportion() -> None:
    text = "\n".join([*[SENTENCE.strip()] * 3, *["May 3, 2031 10:15", "Ann Lee"] * 1_000])
    assert explain(text).restore() == text


@pytest.mark.parametrize(
    "line", ["(" * 20_000, "by " * 6_000, "©" * 19_000, "a:" * 9_000, "1/" * 9_000, "| " * 9_000, "." * 19_000]
)
def test_hostile_line_is_handled(line: str) -> None:
    assert explain(f"He left.\n{line}\nShe stayed.").restore() == f"He left.\n{line}\nShe stayed."
