"""Training on labelled texts of any size, one's own too: needs the trainers' packages."""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("catboost")
pytest.importorskip("sklearn")
sys.path.insert(0, str(Path(__file__).parents[1]))

import numpy as np
from training import looks
from training.__main__ import main
from training.data import fold_of

from dechrome import Cleaner
from dechrome.body import model
from dechrome.body.answers import Judgement

NOUNS = "river council harbor teacher bridge orchard museum engine winter market bakery pilot valley forest".split()
VERBS = "opens repairs crosses visits remembers paints leaves measures finds buys".split()


def sentence(rng: random.Random) -> str:
    words = [rng.choice(["the", "a", "every", "her"]) + " " + rng.choice(NOUNS) for _ in range(rng.randint(5, 12))]
    text = f" {rng.choice(VERBS)} ".join(words)
    return text.capitalize() + "."


def pages(sites: int = 8, each: int = 2, *, extra: bool = False) -> list[dict[str, Any]]:
    rng = random.Random(5)  # noqa: S311
    found = []
    for site in range(sites):
        menu = [rng.choice(NOUNS).capitalize() for _ in range(rng.randint(8, 20))]
        for page in range(each):
            article = [" ".join(sentence(rng) for _ in range(rng.randint(1, 3))) for _ in range(rng.randint(3, 9))]
            lines = [*menu, "", *article, "", *reversed(menu)]
            record: dict[str, Any] = {
                "id": f"{site}/{page}", "site": f"site{site}.example", "set": "made", "lang": "en",
                "tool": "page", "text": "\n".join(lines), "gold": "\n".join(article),
            }  # fmt: skip
            if extra:
                record["extra"] = {"x_in_main": [float(line in article) for line in lines]}
            found.append(record)
    return found


def train(folder: Path, records: list[dict[str, Any]], *more: str) -> Path:
    data, out = folder / "data.jsonl", folder / "model.npz"
    data.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    arguments = ["training", str(data), "--out", str(out), "--trees", "40", *more]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "argv", arguments)
        assert main() == 0
    return out


def right(lines: Sequence[str], judged: Judgement, article: Sequence[float]) -> float:
    """The share of lines that are judged as they should be."""
    found = [(off < 0.5) == bool(yes) for line, off, yes in zip(lines, judged.off, article, strict=True) if line]
    return sum(found) / len(found)


def test_one_command_gives_a_model_figures_and_a_plot(tmp_path: Path) -> None:
    report, plot, chances = tmp_path / "figures.md", tmp_path / "plot.svg", tmp_path / "chances.npz"
    path = train(
        tmp_path, pages(sites=12), "--report", str(report), "--plot", str(plot), "--chances", str(chances),
        "--parts", str(tmp_path / "parts"),
    )  # fmt: skip
    page = pages(sites=12)[15]
    lines = page["text"].split("\n")
    in_article = [line in page["gold"].split("\n") for line in lines]
    assert right(lines, model.read(str(path)).judge(lines), in_article) >= 0.9
    assert "| page |" in report.read_text(encoding="utf-8")
    assert plot.read_text(encoding="utf-8").startswith("<svg")
    left_out = tmp_path / "parts" / f"{fold_of('site7.example')}.npz"
    assert right(lines, model.read(str(left_out)).judge(lines), in_article) >= 0.8
    with np.load(chances) as found:
        assert found["offsets"][-1] == len(found["lines"])


def test_what_both_looks_make_together_is_learned(tmp_path: Path) -> None:
    parts = tmp_path / "parts"
    path = train(tmp_path, pages(sites=12), "--parts", str(parts))
    assert model.BodyModel.read(path).last is None
    arguments = ["looks", str(tmp_path / "data.jsonl"), "--model", str(path), "--parts", str(parts)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "argv", arguments)
        assert looks.main() == 0
    completed = model.BodyModel.read(path)
    assert completed.last is not None
    assert all(model.BodyModel.read(part).last is not None for part in parts.glob("*.npz"))
    page = pages(sites=12)[15]
    cleaner = Cleaner(plugins=False, only=["off_body"], settings={"off_body": {"model": str(path)}})
    left = [line for line in cleaner.clean(page["text"]).split("\n") if line]
    article = page["gold"].split("\n")
    assert set(article) <= set(left)
    assert len(left) <= len(article) + 2


def test_a_network_completes_a_model(tmp_path: Path) -> None:
    pytest.importorskip("torch")
    from training import tagger

    parts = tmp_path / "parts"
    path = train(tmp_path, pages(sites=12), "--parts", str(parts))
    arguments = ["tagger", str(tmp_path / "data.jsonl"), "--model", str(path), "--parts", str(parts), "--epochs", "8"]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "argv", arguments)
        assert tagger.main() == 0
    assert all(model.BodyModel.read(part).tagger is not None for part in [path, *parts.glob("*.npz")])
    page = pages(sites=12)[15]
    lines = page["text"].split("\n")
    in_article = [line in page["gold"].split("\n") for line in lines]
    left_out = parts / f"{fold_of('site7.example')}.npz"
    assert right(lines, model.read(str(path)).judge(lines), in_article) >= 0.9
    assert right(lines, model.read(str(left_out)).judge(lines), in_article) >= 0.8


def test_the_same_data_give_the_same_file(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    first, second = train(tmp_path / "a", pages(sites=5)), train(tmp_path / "b", pages(sites=5))
    assert first.read_bytes() == second.read_bytes()


def test_what_is_known_beside_the_text_takes_part(tmp_path: Path) -> None:
    own = model.read(str(train(tmp_path, pages(extra=True))))
    assert own.given == {"x_in_main"}
    record = pages(extra=True)[3]
    lines = record["text"].split("\n")
    known = record["extra"]["x_in_main"]
    assert right(lines, own.judge(lines, {"x_in_main": np.array(known)}), known) >= 0.9
    with pytest.raises(ValueError, match="'x_in_main'"):
        own.judge(lines)
    with pytest.raises(ValueError, match="'x_in_main'"):
        own.judge(lines, {"x_in_main": np.zeros(3)})


def test_segments_train_too(tmp_path: Path) -> None:
    records = pages()
    for record in records[::2]:
        article = record.pop("gold").split("\n")
        record |= {"keep": article[:1], "drop": record["text"].split("\n")[:1]}
        records.append({**record, "tool": "trafilatura", "text": "\n".join(article)})
    judged = model.read(str(train(tmp_path, records))).judge(records[1]["text"].split("\n"))
    assert any(off >= 0.5 for off in judged.off)


@pytest.mark.parametrize(
    ("records", "message"),
    [
        (pages(sites=1), "two sites at least"),
        ([], "two sites at least"),
        ([{"id": "1", "text": "One."}], "a record needs id, site, tool and text"),
    ],
)
def test_data_that_teach_nothing_are_named(
    tmp_path: Path, records: list[dict[str, Any]], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        train(tmp_path, records)
    assert message in capsys.readouterr().err
    assert not (tmp_path / "model.npz").exists()


def test_a_folder_without_the_parts_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = train(tmp_path, pages())
    arguments = ["looks", str(tmp_path / "data.jsonl"), "--model", str(path), "--parts", str(tmp_path / "none")]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "argv", arguments)
        with pytest.raises(SystemExit):
            looks.main()
    assert "is missing: write it by python -m training" in capsys.readouterr().err
