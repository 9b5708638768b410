"""Model files: one's own by its path, and clear words where a file is none."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from dechrome import Cleaner, ConfigError
from dechrome.body import model
from dechrome.body.decode import Policy

LINES = ["Home", "News", "Sport", "Culture", "The river rose again on Monday, and the fields behind the dyke are wet."]

MENU = "Home News Sport Business Weather Travel Culture Search Newsletters Jobs Contact Privacy".split()

ARTICLE = [
    "The brickworks at the edge of the town, which has made roof tiles since 1872, will stop its kilns in December.",
    "Its owners said on Monday that gas had become too dear, and that nobody in the family wanted to carry on.",
    "Some forty people work there; most of them, the union says, have been promised places at the paper mill.",
]


def test_a_model_comes_back_from_its_file(tmp_path: Path) -> None:
    path = tmp_path / "own.npz"
    model.load().write(path)
    assert model.read(str(path)).judge(LINES) == model.load().judge(LINES)


def test_a_model_of_ones_own_is_used(tmp_path: Path) -> None:
    path = tmp_path / "own.npz"
    # A model that asks next to nothing of any line.
    easy = Policy(usual=1, page=1, article=2, least=1, peak=1, floor=1, prose=256, doubt=0)
    replace(model.load(), policy=easy).write(path)
    text = "\n".join([*MENU, *ARTICLE, *reversed(MENU)])
    default = Cleaner(plugins=False, only=["off_body"])
    own = Cleaner(plugins=False, only=["off_body"], settings={"off_body": {"model": str(path)}})
    assert default.clean(text).split("\n") == ARTICLE
    assert len(own.clean(text)) > len(default.clean(text))


def test_a_model_without_trees_for_both_looks_takes_their_mean(tmp_path: Path) -> None:
    path = tmp_path / "own.npz"
    replace(model.load(), last=None, twice=()).write(path)
    again = model.read(str(path))
    assert again.last is None
    text = "\n".join([*MENU, *ARTICLE, *reversed(MENU)])
    own = Cleaner(plugins=False, only=["off_body"], settings={"off_body": {"model": str(path)}})
    assert own.clean(text).split("\n") == ARTICLE


@pytest.mark.parametrize("content", [b"", b"no model", b"PK\x03\x04 broken", b"\x80\x04N."])
def test_a_file_that_is_no_model_is_named(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "own.npz"
    path.write_bytes(content)
    with pytest.raises(ValueError, match=r"own\.npz: no body model"):
        model.read(str(path))


def test_an_archive_of_something_else_is_named(tmp_path: Path) -> None:
    path = tmp_path / "own.npz"
    np.savez(path, apples=np.arange(3))
    with pytest.raises(ValueError, match=r"own\.npz: no body model, .* is missing"):
        model.read(str(path))
    np.save(tmp_path / "array.npy", np.arange(3))
    with pytest.raises(ValueError, match=r"array\.npy: no body model"):
        model.read(str(tmp_path / "array.npy"))


@pytest.mark.parametrize("name", ["own.npz", "missing.npz"])
def test_a_cleaner_says_what_is_wrong_with_its_model(tmp_path: Path, name: str) -> None:
    (tmp_path / "own.npz").write_text("no model", encoding="utf-8")
    with pytest.raises(ConfigError, match=rf"off_body: .*{name}"):
        Cleaner(plugins=False, settings={"off_body": {"model": str(tmp_path / name)}}).clean("\n".join(LINES))


def test_features_that_a_model_does_not_know_change_nothing() -> None:
    judged = model.load().judge(LINES)
    assert model.load().judge(LINES, {"x_depth": np.arange(len(LINES))}) == judged
