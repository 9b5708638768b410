"""Text laid out in columns beside each other is read column by column."""

from itertools import zip_longest

import pytest

from dechrome import Cleaner, clean, explain
from dechrome.columns import cells

MENU = ["Home", "News", "Weather", "Sport", "Harbor", "Letters", "Archive", "Contact"]
ARTICLE = [
    "The ferry between the two towns is back in service after eleven days in the yard, its owner said on Monday.",
    "",
    "A crack in the ramp had been found during a routine check, and the spare part had to be brought from Rotterdam.",
    "",
    "In the meantime commuters took the bridge at Halden, which added an hour to most of their journeys.",
    "",
    "The first boat left at a quarter past five with nineteen cars and a load of fish for the market on board.",
    "",
    "The company will refund monthly tickets for the days on which no boat ran, if they are handed in by Friday.",
]
ASIDE = ["Most read", "Mayor opens the new library", "Two swans return to the castle moat", "Rain until Thursday"]


def beside(*columns: list[str], gap: int = 3) -> str:
    """Columns as a tool writes that keeps the layout: each as wide as its longest line."""
    widths = [max(map(len, column)) + gap for column in columns]
    rows = zip_longest(*columns, fillvalue="")
    return "\n".join("".join(text.ljust(width) for text, width in zip(row, widths, strict=True)) for row in rows)


def read(text: str) -> list[str]:
    rows = text.split("\n")
    return [rows[cell.row][cell.start : cell.end] for cell in cells(rows) or ()]


def test_reads_one_column_after_the_other() -> None:
    text = beside(MENU, ARTICLE, ASIDE)
    assert [line for line in read(text) if line] == [*MENU, *filter(None, ARTICLE), *ASIDE]


def test_paragraphs_of_a_column_stay_apart() -> None:
    found = read(beside(MENU, ARTICLE))
    start = found.index(ARTICLE[0])
    assert found[start : start + len(ARTICLE)] == ARTICLE


def test_columns_within_a_column() -> None:
    inner = beside(["Photographs", "Film", "Audio"], ARTICLE[:5]).split("\n")
    text = beside([*MENU, "Imprint"], [*inner, "", ARTICLE[6], "", ARTICLE[8]])
    lines = [line for line in read(text) if line]
    assert lines == [*MENU, "Imprint", "Photographs", "Film", "Audio", *filter(None, ARTICLE)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Home\nNews\nThe ferry is back.", id="no white at all"),
        pytest.param("The ferry  is back.\nIt left  at noon,  the owner said.", id="two spaces in running text"),
        pytest.param(
            beside(["Town", "Halden", "Moss", "Vik"], ["Boats", "4", "11", "2"], ["Cars a day", "310", "870", "95"]),
            id="a table of data",
        ),
        pytest.param(
            beside(["Plan", "Basic", "Family"], ["For whom", ARTICLE[0], ARTICLE[2]], ["Drawback", ARTICLE[4], "None"]),
            id="a table of data with sentences in it",
        ),
        pytest.param(
            "1.    Peel the apples.\n2.    Cut them into eight pieces each.\n3.    Boil.", id="numbered steps"
        ),
        pytest.param(
            f"{ARTICLE[0]}  {ARTICLE[2]}\nReply\nAnna\n{ARTICLE[0]}  {ARTICLE[2]}", id="two spaces, twice alike"
        ),
        pytest.param(beside(MENU, ["\t" + line for line in ARTICLE]), id="tabs"),
        pytest.param(
            "\n".join(f"| {line}" for line in beside(MENU, ARTICLE).split("\n")), id="a table of bars and spaces"
        ),
        pytest.param("    indented code\n        more of it\n    and its end", id="indentation"),
    ],
)
def test_other_white_is_left_alone(text: str) -> None:
    assert cells(text.split("\n")) is None


def test_the_article_comes_out_of_its_columns() -> None:
    page = "The Harbor Post\n" + beside(MENU, ARTICLE, ASIDE) + "\nAll rights reserved."
    result = explain(page)
    assert [line for line in result.text.split("\n") if line] == [line for line in ARTICLE if line]
    assert all(page[removal.start : removal.end] == removal.text for removal in result.removals)
    assert {"Home", "Mayor opens the new library"} <= {removal.text for removal in result.removals}
    assert result.restore() == page
    assert clean(result.text) == result.text


def test_what_stays_of_several_columns_stands_in_the_order_of_the_source() -> None:
    page = beside(MENU, ARTICLE)
    result = Cleaner(only=["share_bar"]).explain(page)
    starts = [line.start for line in result.kept.lines]
    assert starts == sorted(starts)
    assert result.text.split("\n")[:2] == ["Home", ARTICLE[0]]
    assert result.restore() == page
