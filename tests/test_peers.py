"""The comparison with other tools: what counts as right, how the tools are asked, what is written down."""

from __future__ import annotations

import json
import lzma
import os
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.peers import __main__ as command
from benchmarks.peers import report, worker
from benchmarks.peers.environments import Tool, interpreter, surroundings, tools
from benchmarks.peers.pages import Page, read
from benchmarks.peers.plot import Point, plot
from benchmarks.peers.scoring import Score, chrome, f1, lost, score, speed
from benchmarks.peers.turns import Answer, Worker, in_turn
from training.data import fold_of

ARTICLE = "The ferry sails again in May. Nobody was more pleased than the islanders themselves."
SEGMENTS = Page("made", "", "", None, keep=("The ferry’s back", "in May"), drop=("Read more", "Share this"))


def scored(text: str, gold: str = ARTICLE, error: str = "") -> Score:
    return score(Page("made", "", "", gold), Answer(text, 0.5, error))


def test_the_article_and_nothing_else_is_right() -> None:
    found = [scored(ARTICLE), scored(ARTICLE.replace(" ", "\n").replace(".", " !"))]
    assert (f1(found), lost(found), chrome(found)) == (1.0, 0.0, 0.0)


def test_chrome_costs_precision_and_loss_costs_recall() -> None:
    long = [scored(f"{ARTICLE} Sign up for our newsletter and never miss a story of ours again.")]
    short = [scored(ARTICLE.partition(" Nobody")[0])]
    assert lost(long) == chrome(short) == 0.0
    assert 0.4 < chrome(long) < 0.6
    assert lost(short) > 0.6
    assert 0 < f1(short) < f1(long) < 1


def test_f1_is_that_of_the_mean_precision_and_recall() -> None:
    assert f1([scored(ARTICLE), scored("")]) == 0.5
    assert f1([scored("Something else stands there altogether.")]) == 0.0


def test_an_empty_text_is_right_only_where_there_is_no_article() -> None:
    assert f1([scored("", gold="")]) == 1.0
    assert f1([scored("Home", gold="")]) == 0.0
    assert f1([scored("")]) == 0.0


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ferry's back\n in\u00a0May", 1.0),
        ("The ferry`s\u00ad back in May \u2014 and in May", 1.0),
        ("THE FERRY'S BACK in May", 2 * 1 / (1 + 2)),
        ("The ferry is back in May", 2 * 1 / (1 + 2)),
        ("The ferry's back in May. Read more", 2 * 2 / (3 + 2)),
        ("Read more. Share this", 0.0),
        ("", 0.0),
    ],
)
def test_segments_count_where_only_those_are_known(text: str, expected: float) -> None:
    found = [score(SEGMENTS, Answer(text, 0.5))]
    assert f1(found) == pytest.approx(expected)
    assert lost(found) == lost([])


def test_a_failure_is_an_empty_text_and_its_time_counts() -> None:
    found = [scored(ARTICLE), scored("", error="ValueError: no")]
    assert [one.failed for one in found] == [False, True]
    assert speed(found) == 2.0


def record(**more: Any) -> dict[str, Any]:
    return {"html": "<p>One.</p>", "set": "a", "site": "a.example"} | more


def pages_file(folder: Path, records: list[dict[str, Any]]) -> Path:
    path = folder / "pages.jsonl.xz"
    with lzma.open(path, "wt", encoding="utf-8") as out:
        out.writelines(json.dumps(one) + "\n" for one in records)
    return path


def test_pages_are_taken_evenly_from_each_set(tmp_path: Path) -> None:
    many = [record(gold=str(k)) for k in range(10)] + [record(set="b", keep=["x"], drop=[])]
    path = pages_file(tmp_path, many)
    assert [page.gold for page in read(path, every=2, limit=3)] == ["0", "2", "6", None]
    assert len(read(path)) == 11


@pytest.mark.parametrize("wrong", [{"gold": "x", "html": None}, {"keep": ["x"]}, {}])
def test_a_page_of_which_nothing_is_known_is_named(tmp_path: Path, wrong: dict[str, Any]) -> None:
    given = {name: value for name, value in record(**wrong).items() if value is not None}
    with pytest.raises(ValueError, match=r"xz:2: a page needs html, and gold or keep and drop"):
        read(pages_file(tmp_path, [record(gold=""), given]))


def test_flat_text_has_the_words_of_the_page_alone() -> None:
    page = Page("", "", "<h1>Up</h1><script>no()</script><p>It <b>rained</b>.</p>", None, keep=(ARTICLE,))
    assert page.flat.split() == ["Up", "It", "rained", "."]
    assert page.lang == "en"


def test_all_tools_are_listed_with_one_version_each() -> None:
    listed = tools()
    assert {tool.name for tool in listed} >= {
        "trafilatura", "readability-lxml", "resiliparse", "jusText", "newspaper4k", "goose3", "boilerpy3", "dechrome",
    }  # fmt: skip
    assert {tool.ask for tool in listed} == {one.__name__ for one in worker.ASK}
    assert all("==" in package for tool in listed for package in tool.install)
    assert {tool.input for tool in listed} == {"html", "flat"}
    assert [tool.name for tool in tools(["dechrome", "goose3"])] == ["goose3", "dechrome"]
    with pytest.raises(ValueError, match="no such tool: gooose"):
        tools(["gooose", "goose3"])


def test_an_environment_is_made_once_for_each_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[list[str]] = []

    def run(arguments: list[str], *, check: bool) -> None:
        done.append([str(one) for one in arguments])
        (tmp_path / "one").mkdir(exist_ok=True)

    monkeypatch.setattr(subprocess, "run", run)
    first, second = Tool("one", "one", ("one[all]==1.0",)), Tool("one", "one", ("one[all]==1.1",))
    assert first.package == "one"
    assert interpreter(first, tmp_path) == interpreter(first, tmp_path)
    assert [arguments[1:3] for arguments in done] == [["-m", "venv"], ["-m", "pip"]]
    interpreter(second, tmp_path)
    assert [arguments[-1] for arguments in done[2:]] == [str(tmp_path / "one"), "one[all]==1.1"]
    assert interpreter(Tool("dechrome", "dechrome"), tmp_path) == Path(sys.executable)
    assert len(done) == 4


def test_tools_see_nothing_of_the_benchmarks_own_packages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", "src")
    assert "PYTHONPATH" not in surroundings(Tool("one", "one", ("one==1",)))
    assert surroundings(Tool("dechrome", "dechrome"))["PYTHONPATH"] == "src"


# A tool that writes on standard output what is no answer, and fails in every way there is.
TOOL = """
import os, time
class ArticleExtractor:
    def __init__(self, raise_on_failure): print("here I am")
    def get_content(self, html):
        print("on it")
        if html == "slow": time.sleep(60)
        if html == "dead": os._exit(3)
        return html.upper() if html != "wrong" else 1 / 0
"""


@pytest.fixture
def tool(tmp_path: Path) -> list[str]:
    """The command that asks a made-up boilerpy3."""
    (tmp_path / "boilerpy3").mkdir()
    (tmp_path / "boilerpy3" / "__init__.py").touch()
    (tmp_path / "boilerpy3" / "extractors.py").write_text(TOOL, encoding="utf-8")
    return [sys.executable, "-P", worker.__file__, "boilerpy3", json.dumps({"parts": [{}]})]


def started(command: list[str], folder: Path, limit: float) -> Worker:
    return Worker(command, os.environ | {"PYTHONPATH": str(folder)}, folder / "log", limit)


def asked(html: str) -> dict[str, Any]:
    return {"input": html, "lang": None, "part": 0}


def test_a_tool_answers_page_after_page_whatever_it_prints(tool: list[str], tmp_path: Path) -> None:
    with started(tool, tmp_path, 30) as tools_worker:
        found = [tools_worker.ask(asked(html)) for html in ("one\n\u2028two \ud800", "wrong", "three")]
    assert [answer.text for answer in found] == ["ONE\n\u2028TWO \ud800", "", "THREE"]
    assert [answer.error for answer in found] == ["", "ZeroDivisionError: division by zero", ""]
    assert all(0 <= answer.seconds < 1 for answer in found)
    assert "on it" in (tmp_path / "log").read_text(encoding="utf-8")


def test_a_tool_that_dies_of_a_page_takes_the_next(tool: list[str], tmp_path: Path) -> None:
    with started(tool, tmp_path, 30) as tools_worker:
        assert tools_worker.ask(asked("dead")) == Answer("", 30, "no answer within 30 s")
        assert tools_worker.ask(asked("one")).text == "ONE"


def test_a_tool_that_takes_too_long_is_stopped(tool: list[str], tmp_path: Path) -> None:
    with started(tool, tmp_path, 3) as tools_worker:
        assert tools_worker.ask(asked("slow")) == Answer("", 3, "no answer within 3 s")
        assert tools_worker.ask(asked("one")).text == "ONE"


def test_a_tool_that_is_not_there_is_named(tmp_path: Path) -> None:
    command = [sys.executable, "-P", worker.__file__, "resiliparse", json.dumps({"parts": [{}]})]
    (tmp_path / "resiliparse.py").write_text("raise ImportError('broken')", encoding="utf-8")
    with pytest.raises(RuntimeError, match="does not start; see "):
        started(command, tmp_path, 30)
    assert "broken" in (tmp_path / "log").read_text(encoding="utf-8")


class Recorded(Worker):
    """Notes who is asked, and takes as many seconds as it was asked times."""

    def __init__(self, name: str, log: list[str]) -> None:
        self.name, self.log = name, log

    def ask(self, page: Mapping[str, Any]) -> Answer:
        self.log.append(f"{self.name}{page['input']}")
        return Answer(str(len(self.log)), float(len(self.log)))


def test_tools_take_turns_page_by_page() -> None:
    log: list[str] = []
    workers = {name: Recorded(name, log) for name in "ab"}
    found = list(in_turn(workers, [{"a": asked("1"), "b": asked("2")}, {"a": asked("3"), "b": asked("4")}], 3))
    assert log == ["a1", "b2"] * 3 + ["a3", "b4"] * 3
    assert found[0] == {"a": Answer("1", 3.0), "b": Answer("2", 4.0)}


def row(name: str, text: str, seconds: float, *, is_own: bool = False) -> report.Row:
    pages = [Page("whole", "", "", ARTICLE), SEGMENTS]
    return report.Row(name, "1.0", is_own, [score(page, Answer(text, seconds)) for page in pages])


ROWS = [row("trafilatura", "The ferry sails again in May.", 0.5), row("ours", ARTICLE, 0.125, is_own=True)]


def test_the_table_has_the_best_first_and_speed_against_trafilatura() -> None:
    head, _, *rest = report.table(ROWS).split("\n")
    names = [cell.strip() for cell in head.strip("|").split("|")]
    first, second = ([cell.strip() for cell in line.strip("|").split("|")] for line in rest)
    assert names[2:5] == ["F1", "made, segments", "whole"]
    assert (first[0], first[2], first[-2], first[-1]) == ("**ours**", "1.000", "8.0", "4.00")
    assert (second[0], second[-2], second[-1]) == ("trafilatura", "2.0", "1.00")
    assert report.table(ROWS[1:]).endswith("| - |")


def test_the_table_goes_between_its_marks_and_nowhere_else(tmp_path: Path) -> None:
    page = tmp_path / "peers.md"
    page.write_text(f"# Title\n\n{report.BEGIN}\nold\n{report.END}\n\nThe end.\n", encoding="utf-8")
    report.write(page, ROWS, {"Python": "3"})
    once = page.read_text(encoding="utf-8")
    assert once.startswith("# Title\n")
    assert once.endswith("\n\nThe end.\n")
    assert "old" not in once
    assert "(peers.svg)" in once
    assert "2 pages (made 1, whole 1). Python 3." in once
    report.write(page, ROWS, {"Python": "3"})
    assert page.read_text(encoding="utf-8") == once
    page.write_text("# Title\n", encoding="utf-8")
    with pytest.raises(ValueError, match="lacks the marks"):
        report.check(page)


SVG = "{http://www.w3.org/2000/svg}"


def test_the_plot_shows_every_tool_in_its_place() -> None:
    points = [Point("slow & good", 2, 0.95, is_own=True), Point("fast", 200, 0.8, is_own=False)]
    root = ET.fromstring(plot(points))  # noqa: S314 - our own
    slow, fast = ({name: float(dot.get(name, "")) for name in ("cx", "cy")} for dot in root.iter(f"{SVG}circle"))
    assert slow["cx"] < fast["cx"]
    assert slow["cy"] < fast["cy"]
    assert [dot.get("class") for dot in root.iter(f"{SVG}circle")] == ["own", "peer"]
    assert [text.text for text in root.iter(f"{SVG}text")][-2:] == ["slow & good", "fast"]
    assert plot(points) == plot(points)


def test_labels_of_close_dots_do_not_cover_each_other() -> None:
    points = [Point(f"a tool, number {k}", 20 + k / 2, 0.9 + k / 500, is_own=False) for k in range(6)]
    root = ET.fromstring(plot(points))  # noqa: S314 - our own
    labels = [text for text in root.iter(f"{SVG}text") if "number" in str(text.text)]
    before = {"start": 0, "middle": 50, "end": 100}
    places = [(float(t.get("x", "")) - before[t.get("text-anchor", "")], float(t.get("y", ""))) for t in labels]
    for k, (x, y) in enumerate(places):
        assert all(abs(y - y2) >= 14 or abs(x - x2) >= 95 for x2, y2 in places[:k])


@pytest.mark.parametrize("points", [[], [Point("still", 0, 0.9, is_own=False)]])
def test_nothing_is_drawn_of_nothing(points: list[Point]) -> None:
    with pytest.raises(ValueError, match="points"):
        plot(points)


def run(monkeypatch: pytest.MonkeyPatch, *arguments: str | Path) -> int:
    monkeypatch.setattr(sys, "argv", ["peers", *map(str, arguments)])
    return command.main()


def test_one_command_measures_prints_and_writes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = pages_file(tmp_path, [record(html=f"<html><p>{ARTICLE}</p><nav>Home</nav></html>", gold=ARTICLE)] * 2)
    page = tmp_path / "peers.md"
    page.write_text(f"{report.BEGIN}\n{report.END}\n", encoding="utf-8")
    assert run(monkeypatch, path, "--tool", "dechrome, fast", "--environments", tmp_path, "--out", page) == 0
    printed = capsys.readouterr().out
    assert "**dechrome, fast**" in printed
    assert "dechrome as packaged" in printed
    assert "1.000" in printed
    assert printed.strip().split("\n")[-1] in page.read_text(encoding="utf-8")
    ET.parse(page.with_suffix(".svg"))  # noqa: S314 - our own


def test_what_cannot_work_is_said_before_anything_is_measured(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = pages_file(tmp_path, [record(gold=ARTICLE)])
    monkeypatch.setattr(subprocess, "Popen", lambda *_, **__: pytest.fail("something was started"))
    page, empty = tmp_path / "page.md", tmp_path / "empty.jsonl"
    page.touch()
    empty.touch()
    told: list[tuple[tuple[str | Path, ...], str]] = [
        ((path, "--out", page), "lacks the marks"),
        ((path, "--tool", "nobody"), "no such tool"),
        ((tmp_path / "missing.jsonl",), "missing.jsonl"),
        ((path, "--tool", "dechrome", "--models", tmp_path), "0.npz"),
        ((empty, "--tool", "dechrome"), "no page in"),
    ]
    for arguments, message in told:
        assert run(monkeypatch, *arguments) == 1
        assert message in capsys.readouterr().err


def test_a_page_is_judged_by_the_model_that_did_not_see_its_site(tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    files = {"model": tmp_path / "3.npz", "page_model": tmp_path / "pages" / "3.npz"}
    for file in files.values():
        file.touch()
    assert command.settings_of(3, tmp_path) == {"off_body": {name: str(file) for name, file in files.items()}}
    own, peer = Tool("dechrome", "dechrome"), Tool("one", "one", ("one==1",))
    page = Page("a", "site7.example", "<p>x</p>", ARTICLE)
    assert command.question(own, page, tmp_path)["part"] == fold_of("site7.example")
    assert command.question(own, page, None)["part"] == command.question(peer, page, tmp_path)["part"] == 0
