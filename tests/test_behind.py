"""What is left behind the end of an article: told by the lines of several rules, so no one rule's page can show it."""

from pathlib import Path

import pytest

from dechrome import Cleaner
from dechrome.testing import Example, check_example, read_examples

_PAGE = (Path(__file__).parent / "data" / "behind.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("example", read_examples(_PAGE), ids=lambda e: f"{e.lang}-{e.line}")
def test_the_end_of_an_article(example: Example) -> None:
    check_example(Cleaner(), example, "with all rules")
