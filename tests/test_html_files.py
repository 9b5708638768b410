"""Pages from files: the encoding that a browser would choose, names by what is written, and the command."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from dechrome.cli import main
from dechrome.files.decoding import FileError
from dechrome.files.pages import decode_page, is_page

BODY = (
    "<nav class=menu><a href=/>Дом</a></nav><h1>Мост открыт</h1><p>Мост открыли во вторник, и первым по нему прошел "
    "мэр города вместе с жителями, которые ждали этого дня много лет.</p>"
)


@pytest.mark.parametrize(
    ("page", "encoding", "told"),
    [
        ('<meta charset="windows-1251">', "cp1251", "windows-1251"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">', "koi8-r", "koi8-r"),
        ('<?xml version="1.0" encoding="iso-8859-5"?>', "iso8859-5", "iso8859-5"),
        ("<meta charset=utf-16>", "utf-8", "utf-8"),
        ("<html>", "utf-8", "utf-8"),
        ("<html>", "utf-8-sig", "utf-8-sig"),
        ("<meta charset=koi8-r>", "utf-16", "utf-16"),
        ("<meta charset=nonsense>", "utf-8", "utf-8"),
        ("<html>" + "<!-- -->" * 200 + "<meta charset=koi8-r>", "utf-8", "utf-8"),
    ],
)
def test_encodings(page: str, encoding: str, told: str) -> None:
    found = decode_page((page + BODY).encode(encoding))
    assert (found.text, found.encoding, found.broken) == (page + BODY, told, 0)


def test_latin_1_is_what_browsers_take_it_for() -> None:
    page = '<meta charset="iso-8859-1"><p>“Où est le pont ?” – 3 €'
    assert decode_page(page.encode("cp1252")).text == page


def test_what_declares_utf_8_and_is_not_is_read_as_what_it_is() -> None:
    page = "<meta charset=utf-8>" + BODY
    assert decode_page(page.encode("cp1251")).text == page


def test_what_is_no_text_is_refused() -> None:
    with pytest.raises(FileError, match="PDF"):
        decode_page(b"%PDF-1.7 <html>")


def test_pages_are_told_from_other_files() -> None:
    assert is_page(b"\xef\xbb\xbf \n<!-- x --><!DOCTYPE HTML><p>x")
    assert not is_page(b"The <html> tag opens a page.")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    site = tmp_path / "site"
    site.mkdir()
    (site / "a.html").write_bytes(("<meta charset=windows-1251>" + BODY).encode("cp1251"))
    (site / "b.htm").write_text(BODY, encoding="utf-8")
    (site / "c.txt").write_text("The bridge is open.\nAdvertisement\nIt is new.\n", encoding="utf-8")
    return site


def run(*arguments: str | Path) -> str:
    result = CliRunner().invoke(main, ["--no-config", "--fast", *map(str, arguments)])
    assert result.exit_code == 0, result.output
    return result.output


@pytest.mark.parametrize(
    ("to", "ending", "title"), [("text", "txt", "Мост"), ("markdown", "md", "# М"), ("html", "html", "<h1>")]
)
def test_pages_of_a_folder_are_written_by_what_they_become(folder: Path, to: str, ending: str, title: str) -> None:
    out = folder.parent / "out"
    run(folder, "-o", out, "--to", to)
    assert {path.name for path in out.iterdir()} == {f"a.{ending}", f"b.{ending}", "c.txt"}
    for name in "ab":
        text = (out / f"{name}.{ending}").read_text(encoding="utf-8")
        assert text.startswith(title)
        assert "Дом" not in text


def test_a_page_is_rewritten_as_nothing_but_a_page(folder: Path) -> None:
    result = CliRunner().invoke(main, ["--no-config", "--fast", str(folder), "--in-place"])
    assert result.exit_code == 2
    assert "--to html" in result.output
    run(folder / "b.htm", "--in-place", "--to", "html")
    assert (folder / "b.htm").read_text(encoding="utf-8").startswith("<h1>Мост открыт</h1>")


def test_a_page_may_be_read_as_text(folder: Path) -> None:
    assert "<h1>" in run(folder / "b.htm", "--format", "text")
    assert "<h1>" not in run(folder / "b.htm", "--format", "html")


def test_standard_input_is_recognized() -> None:
    result = CliRunner().invoke(main, ["--no-config", "--fast", "-q"], input=b"<!doctype html>" + BODY.encode())
    assert result.output.startswith("Мост открыт\n")


def test_the_ledger_says_where_on_the_page(folder: Path) -> None:
    ledger = folder.parent / "ledger.jsonl"
    run(folder / "b.htm", "--ledger", ledger)
    assert '"element": "html/body/nav/a"' in ledger.read_text(encoding="utf-8")
