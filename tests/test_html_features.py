"""What markup says of lines as numbers, and the file that keeps it beside the records to learn from."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pytest

from dechrome.html.features import features
from dechrome.html.reader import read_page

sys.path.insert(0, str(Path(__file__).parents[1]))

from training.extra import Extra

PAGE = """<html><head><title>Ferry returns in May | Coast News</title>
<meta name="description" content="The ferry to the islands sails again from May, the port says."></head><body>
<nav><ul><li><a href="/">Home</a><li><a href="/sport">Sport</a></ul></nav>
<div id="story"><h1>Ferry returns in May</h1>
<p>The ferry to the islands sails again from May, the port says. Tickets cost the same.</p></div>
<div class="most-read"><h2>Most read</h2><p>The council has sold the old bakery for a pound.</p></div></body></html>"""


def known(page: str) -> dict[str, dict[str, float]]:
    """For each line its features by name."""
    document = read_page(page)
    columns = features(document)
    lines = [line.text.lstrip("- ") for line in document.lines if line.text]
    return {line: {name: float(column[k]) for name, column in columns.items()} for k, line in enumerate(lines)}


def test_lines_are_placed_by_the_headline_and_the_description() -> None:
    found = known(PAGE)
    article = next(said for line, said in found.items() if line.startswith("The ferry"))
    assert (found["Ferry returns in May"]["title"], found["Ferry returns in May"]["t_lines"]) == (1, 0)
    assert (article["t_lines"], article["t_steps"], article["described"] >= 0.5) == (1, 1, True)
    assert article["d_lines"] == 0
    assert found["Home"]["t_lines"] < 0
    assert found["Most read"]["t_steps"] > article["t_steps"]


def test_a_title_that_is_only_in_a_menu_gives_way_to_the_heading() -> None:
    menu = "<ul><li><a href='/f'>Ferry returns in May</a></ul>"
    found = known(PAGE.replace("<nav>", f"<nav>{menu}"))
    assert found["Ferry returns in May"]["t_lines"] == 0
    assert found["Home"]["t_lines"] < 0


def test_without_a_title_the_first_highest_heading_is_the_headline() -> None:
    found = known("<body><p>Home</p><h1>The mill turns again</h1><p>It stood still for fifty years.</p></body>")
    assert [said["t_lines"] for said in found.values()] == [-1, 0, 1]


def test_without_any_heading_nothing_is_said() -> None:
    assert {said["t_lines"] for said in known("<p>One line.</p><p>Another line.</p>").values()} == {-100}


def test_features_stay_those_of_the_whole_page() -> None:
    document = read_page(PAGE)
    whole = features(document)
    import dataclasses

    left = dataclasses.replace(document, lines=document.lines[-1:])
    assert {name: column.tolist() for name, column in features(left).items()} == {
        name: column[-1:].tolist() for name, column in whole.items()
    }


def test_what_is_kept_beside_records_is_found_again(tmp_path: Path) -> None:
    column = np.array([1.0, 2.0, 3.0], np.float32)
    Extra.of_pages([{"links": column}, {"links": column[:1]}]).write(tmp_path / "pages.npz")
    found = Extra.beside(tmp_path / "pages.jsonl")
    assert found is not None
    assert found.of(0, "a\n\nb\nc")["x_links"].tolist() == [1, 0, 2, 3]
    assert found.of(1, "a")["x_links"].tolist() == [1]
    with pytest.raises(ValueError, match="record 2 has 2 lines"):
        found.of(1, "a\nb")
    assert Extra.beside(tmp_path / "other.jsonl") is None
    with pytest.raises(ValueError, match="no page"):
        Extra.of_pages([])
