"""Paragraphs that a tool broke at every link: told together, and nothing else taken for them."""

from __future__ import annotations

import pytest

from dechrome import Cleaner
from helpers import document

PARAGRAPH = (
    "The keeper opened the",
    "old lock",
    "at six on Monday",
    ", and by noon forty boats had passed through it, said",
    "the mayor",
    ", who had counted them from the window of the town hall and written down their names.",
)
BESIDE = "Nobody on the quay could remember when that had happened last, although several said that they could."


def test_pieces_read_as_running_text() -> None:
    found = document("Most read", *PARAGRAPH, BESIDE, "Weather")
    assert [found.reads(i) for i in range(len(found.lines))] == [False, *[True] * 7, False]
    assert found.paragraph(2) == range(1, 7)
    assert found.paragraph(7) == range(7, 8)


@pytest.mark.parametrize(
    "lines",
    [
        (
            "The recent trip of the choir, which had sung in eleven towns before that, by",
            "the ferry Queen of the Outer Islands and the night train",
            "to the festival; whether",
            "the mayor",
            "went with it is not known, nor who paid for the beds and the breakfast.",
        ),
        (
            "On Monday the keeper opened the old lock to everybody, as he told the reporters of the",
            "Harbor Post",
            ":",
            "\u201cForty boats have passed through it, and none of them has a scratch that was not there before.\u201d",
        ),
        (
            "今年春天，",
            "海港集团",
            "宣布北码头将关闭整修，预计明年夏天重新开放，在此期间所有渡轮都将从南码头出发，乘客需要提前三十分钟到达，车辆则要在前一天登记。",
        ),
        (
            "他在发布会上介绍了新的渡轮调度系统，并说它的速度已经大幅超越了旧的系统",
            "Harbor",
            "（海港），码头上的工作人员从下周一开始就可以使用它来安排每天的渡轮班次。",
        ),
    ],
)
def test_names_of_any_length_and_script_stand_between_pieces(lines: tuple[str, ...]) -> None:
    assert document(*lines).paragraph(0) == range(len(lines))


@pytest.mark.parametrize(
    "lines",
    [
        (
            "politik",
            "medien",
            "reportage und recherche",
            "kolumnen",
            "themen",
            "fragen und hilfe",
            "unterstützen",
            BESIDE,
        ),
        ("The stream runs fast", "and the day is past", "and the boats lie low", "and the oars are slow"),
        ("Butter,", "flour,", "two eggs,", "a pinch of salt", "Stir it well."),
        ("Lock opens again", "Ferry runs twice a day", "Crane to be sold", BESIDE),
        (
            "Apples for sale",
            "",
            "from the northern valleys, in crates of ten and of twenty, as long as they last",
            BESIDE,
        ),
    ],
    ids=["menu", "song", "list", "headlines", "parted"],
)
def test_short_lines_of_their_own_are_no_pieces(lines: tuple[str, ...]) -> None:
    found = document(*lines)
    assert all(found.reads(i) == line.is_sentence for i, line in enumerate(found.lines))


def test_a_paragraph_in_pieces_ends_a_list_of_other_stories() -> None:
    text = "\n".join([BESIDE, BESIDE.replace("quay", "pier"), "Related stories", "Ferry runs twice a day", *PARAGRAPH])
    assert Cleaner(only=["related"]).clean(text).endswith("\n".join(PARAGRAPH))
