"""Languages beside the 24 that every rule has examples in: chrome goes wherever it stands, and the article stays."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dechrome import Cleaner

PAGES = sorted(Path(__file__).with_name("data").joinpath("languages").glob("*.json"))


@pytest.fixture(scope="module")
def cleaner() -> Cleaner:
    return Cleaner()


def placed(page: dict[str, list[str]], line: str, where: str) -> list[str]:
    """The article with a line below its headline (t), between its paragraphs (m) or below them (b)."""
    first, *rest = [str(page["headline"]), *page["paragraphs"]]
    return {"t": [first, line, *rest], "m": [first, *rest[:2], line, *rest[2:]], "b": [first, *rest, line]}[where]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_chrome_goes_and_the_article_stays(path: Path, cleaner: Cleaner) -> None:
    page = json.loads(path.read_text(encoding="utf-8"))
    article = [page["headline"], *page["paragraphs"]]
    for where, line in page["chrome"]:
        kept = cleaner.clean("\n\n".join(placed(page, line, where))).split("\n")
        assert [text for text in article if text not in kept] == [], line
        assert line not in kept


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
@pytest.mark.parametrize("where", ["t", "m", "b"])
def test_sentences_that_only_look_like_chrome_stay(path: Path, where: str, cleaner: Cleaner) -> None:
    page = json.loads(path.read_text(encoding="utf-8"))
    lost = [line for line in page["near"] if line not in cleaner.clean("\n\n".join(placed(page, line, where)))]
    assert lost == []
