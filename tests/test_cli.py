"""The command, run in this process; most tests use one rule made of phrases, which no other rule can change."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from dechrome.cli import main

DIRTY = "The vote is on Tuesday.\n\nAll about our site\nIt will be close.\n"
CLEANED = "The vote is on Tuesday.\n\nIt will be close.\n"
CONFIG = 'only = ["site_footer"]\n[phrases.site_footer]\nline = ["all about our site", "our shop"]\n'

Clean = Callable[..., Result]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder, with a configuration of one rule and an input folder `in`."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "dechrome.toml").write_text(CONFIG)
    (tmp_path / "in" / "sub").mkdir(parents=True)
    (tmp_path / "in" / "b.txt").write_text(DIRTY)
    (tmp_path / "in" / "a.txt").write_text(CLEANED)
    (tmp_path / "in" / "sub" / "c.md").write_bytes("Über die Brücke führt ein Weg.\nOur shop\n".encode("cp1252"))
    return tmp_path


@pytest.fixture
def clean(folder: Path) -> Clean:
    def run(*args: str, data: bytes | None = None) -> Result:
        return CliRunner().invoke(main, args, input=data)

    return run


def tree(folder: Path) -> dict[str, str]:
    return {p.relative_to(folder).as_posix(): p.read_text("utf-8", "replace") for p in folder.rglob("*") if p.is_file()}


def records(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_one_file_goes_to_standard_output(clean: Clean) -> None:
    result = clean("in/b.txt")
    assert result.exit_code == 0
    assert result.stdout == CLEANED
    assert result.stderr.splitlines() == [
        "1 file: 62 characters in, 42 out",
        "  site_footer  18 characters in 1 place",
    ]


def test_standard_input(clean: Clean) -> None:
    assert clean("-", data=DIRTY.encode()).stdout == CLEANED
    assert clean(data=DIRTY.encode()).stdout == CLEANED
    assert clean("-q", "-", data="Größe\nOur shop".encode("utf-16")).stdout_bytes == "Größe\n".encode()


def test_a_folder_alone_is_a_dry_run(clean: Clean, folder: Path) -> None:
    before = tree(folder)
    result = clean("in")
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "in/b.txt: 18 of 62 characters would go, in 1 place",
        "  site_footer  18 characters in 1 place",
        "in/sub/c.md: 8 of 40 characters would go, in 1 place",
        "  site_footer  8 characters in 1 place",
    ]
    assert "3 files: 145 characters in" in result.stderr
    assert "site_footer  26 characters in 2 places" in result.stderr
    assert "Nothing was written" in result.stderr
    assert tree(folder) == before


def test_output_mirrors_the_tree(clean: Clean, folder: Path) -> None:
    result = clean("in", "-o", "in/out")
    assert result.exit_code == 0
    assert result.stdout == ""
    assert tree(folder / "in" / "out") == {
        "a.txt": CLEANED,
        "b.txt": CLEANED,
        "sub/c.md": "Über die Brücke führt ein Weg.\n",
    }
    assert clean("in", "-o", "in/out").exit_code == 0
    assert set(tree(folder / "in" / "out")) == {"a.txt", "b.txt", "sub/c.md"}  # its own output is not read
    assert (folder / "in" / "b.txt").read_text() == DIRTY


def test_output_of_one_file_is_a_file_or_in_a_folder(clean: Clean, folder: Path) -> None:
    clean("in/b.txt", "-o", "new.txt")
    assert (folder / "new.txt").read_text() == CLEANED
    clean("in/b.txt", "-o", "new/")
    assert tree(folder / "new") == {"b.txt": CLEANED}
    clean("-", "-o", "new", data=DIRTY.encode())
    assert (folder / "new" / "stdin.txt").read_text() == CLEANED


def test_several_inputs_keep_apart(clean: Clean, folder: Path) -> None:
    (folder / "more").mkdir()
    (folder / "more" / "b.txt").write_text(DIRTY)
    assert clean("in", "more", "in/b.txt", "-o", "out").exit_code == 0
    assert set(tree(folder / "out")) == {"in/a.txt", "in/b.txt", "in/sub/c.md", "more/b.txt"}
    result = clean("in/b.txt", "more/b.txt", "-o", "out2")
    assert result.exit_code == 2
    assert "in/b.txt and more/b.txt would both become out2/b.txt" in result.stderr
    assert not (folder / "out2").exists()


@pytest.mark.parametrize("out", ["in", "in/../in"])
def test_an_input_is_not_overwritten_by_output(clean: Clean, folder: Path, out: str) -> None:
    result = clean("in", "-o", out)
    assert result.exit_code == 2
    assert "--in-place" in result.stderr
    assert (folder / "in" / "b.txt").read_text() == DIRTY
    assert clean("in/b.txt", "-o", "in/b.txt").exit_code == 2
    assert clean("in", "-o", "dechrome.toml").exit_code == 2


def test_in_place(clean: Clean, folder: Path) -> None:
    untouched = (folder / "in" / "a.txt").stat().st_mtime_ns
    (folder / "in" / "b.txt").chmod(0o600)
    result = clean("--in-place", "in", "in/b.txt")
    assert result.exit_code == 0
    assert "2 files rewritten" in result.stderr
    assert (folder / "in" / "b.txt").read_text() == CLEANED
    assert (folder / "in" / "b.txt").stat().st_mode & 0o777 == 0o600
    assert (folder / "in" / "a.txt").stat().st_mtime_ns == untouched
    assert set(tree(folder / "in")) == {"a.txt", "b.txt", "sub/c.md"}
    assert clean("--in-place", "-", data=b"x").exit_code == 2


def test_diff(clean: Clean, folder: Path) -> None:
    result = clean("in", "--diff")
    assert result.stdout.splitlines()[:7] == [
        "--- in/b.txt",
        "+++ in/b.txt\tcleaned",
        "@@ -1,4 +1,3 @@",
        " The vote is on Tuesday.",
        " ",
        "-All about our site",
        " It will be close.",
    ]
    assert "-Our shop" in result.stdout
    many = "".join(f"Line number {n}.\n" for n in range(30))
    text = f"Our shop\n{many}Two  spaces.\r\n"
    lines = clean("--diff", "-", data=text.encode()).stdout.splitlines()
    assert [line for line in lines if line.startswith("@@")] == ["@@ -1,4 +1,3 @@", "@@ -29,4 +28,4 @@"]
    assert lines[-2:] == ["-Two  spaces.", "+Two spaces."]


def test_check(clean: Clean, folder: Path) -> None:
    result = clean("in", "--check")
    assert result.exit_code == 1
    assert "in/b.txt: 18 of 62 characters would go" in result.stdout
    assert clean("in/a.txt", "--check").exit_code == 0
    quiet = clean("in/b.txt", "--check", "-q")
    assert (quiet.exit_code, quiet.stdout, quiet.stderr) == (1, "", "")


def test_ledger(clean: Clean, folder: Path) -> None:
    (folder / "in" / "z.txt").write_bytes(b"%PDF-1.4")
    result = clean("in", "--ledger", "removals.jsonl")
    assert result.exit_code == 3
    found = records(folder / "removals.jsonl")
    assert [(r["record"], r["path"]) for r in found] == [
        ("file", "in/a.txt"),
        ("file", "in/b.txt"),
        ("removal", "in/b.txt"),
        ("file", "in/sub/c.md"),
        ("removal", "in/sub/c.md"),
        ("file", "in/z.txt"),
    ]
    assert found[1] | {"chars_in": 62, "chars_out": 42, "encoding": "utf-8", "removals": 1, "error": None} == found[1]
    assert found[3]["encoding"] == "windows-1252"
    assert found[5]["error"] == "is a PDF document, not plain text"
    removal = found[2]
    assert DIRTY[removal["start"] : removal["end"]] == removal["text"] == "All about our site"
    assert (removal["line"], removal["rule"], removal["confidence"]) == (3, "site_footer", 0.95)
    assert [one["rule"] for one in removal["evidence"]] == ["site_footer"]
    assert removal["why"]


def test_a_ledger_is_written_whole_or_not_at_all(clean: Clean, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "removals.jsonl").write_text("old\n")

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("dechrome.cli.report.Tally.add", interrupted)
    result = clean("in", "--ledger", "removals.jsonl")
    assert result.exit_code == 130
    assert "Interrupted" in result.stderr
    assert (folder / "removals.jsonl").read_text() == "old\n"
    assert not list(folder.glob(".*"))


@pytest.mark.parametrize("ledger", ["in", "in/b.txt", "dechrome.toml/x.jsonl"])
def test_a_ledger_that_cannot_be(clean: Clean, folder: Path, ledger: str) -> None:
    result = clean("in", "--ledger", ledger)
    assert result.exit_code == 2
    assert f"--ledger {ledger}" in result.stderr
    assert (folder / "in" / "b.txt").read_text() == DIRTY


def test_what_fails_is_named_and_the_others_are_done(clean: Clean, folder: Path) -> None:
    (folder / "in" / "bad.txt").write_bytes(bytes(range(256)))
    (folder / "in" / "empty.txt").write_bytes(b"")
    result = clean("in", "nowhere.txt", "-o", "out")
    assert result.exit_code == 3
    assert "2 files failed:" in result.stderr
    assert "  in/bad.txt: is not text: it holds bytes that no text has" in result.stderr
    assert "  nowhere.txt: there is no such file" in result.stderr
    assert "  in/empty.txt: is empty" in result.stderr
    assert set(tree(folder / "out" / "in")) == {"a.txt", "b.txt", "empty.txt", "sub/c.md"}
    assert (folder / "out" / "in" / "empty.txt").read_bytes() == b""
    quiet = clean("in/bad.txt", "-q")
    assert (quiet.exit_code, quiet.stdout) == (3, "")
    assert quiet.stderr == "in/bad.txt: is not text: it holds bytes that no text has\n"


def test_a_target_that_cannot_be_written(clean: Clean, folder: Path) -> None:
    (folder / "out").mkdir()
    (folder / "out" / "sub").write_text("a file where a folder must be")
    result = clean("in", "-o", "out")
    assert result.exit_code == 3
    assert "in/sub/c.md: out/sub/c.md cannot be written" in result.stderr
    assert (folder / "out" / "b.txt").read_text() == CLEANED


def test_glob_and_folders_without_texts(clean: Clean, folder: Path) -> None:
    (folder / "in" / "page.article").write_text(DIRTY)
    assert "in/page.article" in clean("in", "--glob", "*.article").stdout
    result = clean("in", "--glob", "*.none")
    assert result.exit_code == 2
    assert "no file in in is named *.none" in result.stderr


def test_configuration(clean: Clean, folder: Path) -> None:
    assert clean("in/b.txt", "--no-config", "--only", "tags").stdout == DIRTY
    assert f"configuration: {folder / 'dechrome.toml'}" in clean("in/b.txt", "-v").stderr
    assert "in/b.txt: read as utf-8, 62 characters, 42 left" in clean("in/b.txt", "-v").stderr
    (folder / "other.toml").write_text("treshold = 1\n")
    result = clean("in", "--config", "other.toml")
    assert result.exit_code == 2
    assert "other.toml: unknown key 'treshold': did you mean 'threshold'?" in result.stderr
    (folder / "other.toml").write_text('off = ["sharebar"]\n')
    assert "other.toml: off: unknown rule 'sharebar'" in clean("in", "--config", "other.toml").stderr


def test_flags_go_over_the_configuration(clean: Clean) -> None:
    assert clean("in/b.txt", "--off", "site_footer").stdout == DIRTY
    assert clean("in/b.txt", "--protect", "about our site").stdout == DIRTY
    assert clean("in/b.txt", "--threshold", "0.99").stdout == DIRTY
    assert clean("in/b.txt", "--only", "tags,comments").stdout == DIRTY
    assert clean("in/b.txt", "--only", "tags, site_footer", "--off", "tags").stdout == CLEANED


@pytest.mark.parametrize(
    ("args", "wanted"),
    [
        (["--only", "sharebar"], "--only: unknown rule 'sharebar': did you mean 'share_bar'?"),
        (["--off", "tags,coments"], "--off: unknown rule 'coments': did you mean 'comments'?"),
        (["--show-rule", "tag"], "unknown rule 'tag': did you mean 'tags'?"),
        (["--threshold", "2"], "--threshold"),
        (["--outptu", "x"], "--output"),
        (["--in-place", "-o", "x"], "exclude each other"),
        (["--in-place", "--check"], "exclude each other"),
        (["--config", "a", "--no-config"], "exclude each other"),
        ([""], "a name is empty"),
    ],
)
def test_wrong_options(clean: Clean, args: list[str], wanted: str) -> None:
    result = clean("in", *args)
    assert result.exit_code == 2
    assert wanted in result.stderr


def test_rules_are_listed_and_shown(clean: Clean) -> None:
    listed = clean("--list-rules").stdout.splitlines()
    assert any(line.startswith("share_bar ") and line.endswith("(off)") for line in listed)
    assert any(line.startswith("site_footer ") and not line.endswith("(off)") for line in listed)
    assert [line.split()[0] for line in listed] == sorted(line.split()[0] for line in listed)
    page = clean("--show-rule", "share_bar", "--threshold", "0.8").stdout
    assert page.startswith("# `share_bar`\n")
    assert "[settings.share_bar]\nthreshold = 0.8  # by default 0.5\n" in page


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion(clean: Clean, shell: str) -> None:
    result = clean("--completion", shell)
    assert result.exit_code == 0
    assert "_CLEAN_COMPLETE" in result.stdout


def test_completion_of_rules(clean: Clean) -> None:
    env = {"_CLEAN_COMPLETE": "bash_complete", "COMP_WORDS": "clean --off tags,sh", "COMP_CWORD": "2"}
    result = CliRunner().invoke(main, [], prog_name="clean", env=env)
    assert result.stdout == "plain,tags,share_bar\n"


def test_version_and_help(clean: Clean) -> None:
    assert clean("--version").stdout.startswith("dechrome 0.")
    for flag in ("-h", "--help"):
        assert "--in-place" in clean(flag).stdout


def test_a_fault_of_a_rule_stops_one_file_only(clean: Clean, monkeypatch: pytest.MonkeyPatch) -> None:
    from dechrome.cleaner import Cleaner

    explain = Cleaner.explain

    def faulty(self: Cleaner, text: str) -> Any:
        if "Brücke" in text:
            raise IndexError("out of range")
        return explain(self, text)

    monkeypatch.setattr(Cleaner, "explain", faulty)
    result = clean("in", "-o", "out")
    assert result.exit_code == 3
    assert "in/sub/c.md: cannot be cleaned (IndexError: out of range); please report this" in result.stderr
