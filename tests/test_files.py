from __future__ import annotations

import os
import tomllib
import unicodedata
from pathlib import Path

import pytest

from dechrome.files.decoding import FileError, decode
from dechrome.files.walking import PATTERNS, Unreadable, walk
from dechrome.files.writing import whole, write_whole

PARAGRAPHS = tomllib.loads((Path(__file__).parent / "data" / "paragraphs.toml").read_text(encoding="utf-8"))
CASES = [(lang, encoding) for lang, entry in PARAGRAPHS.items() for encoding in entry["encodings"]]
# Signs that the older encodings lack, and the two ways to write the Romanian letters with a tail.
PLAIN = str.maketrans({"“": '"', "”": '"', "’": "'", "–": "-", "«": '"', "»": '"', "·": ";"})
TAILS = str.maketrans("țșȚȘ", "ţşŢŞ")
TONES = "\u0300\u0301\u0303\u0309\u0323"


def encoded(text: str, encoding: str) -> bytes:
    for way in (text, text.translate(PLAIN), text.translate(TAILS)):
        try:
            return way.encode(encoding)
        except UnicodeEncodeError:
            continue
    return "".join(_with_tone_apart(c) for c in text).encode(encoding)


def _with_tone_apart(char: str) -> str:
    """Windows-1258 writes the tones of Vietnamese as marks of their own."""
    try:
        char.encode("cp1258")
    except UnicodeEncodeError:
        parts = unicodedata.normalize("NFD", char)
        base = unicodedata.normalize("NFC", "".join(c for c in parts if c not in TONES))
        return base + "".join(c for c in parts if c in TONES)
    return char


@pytest.mark.parametrize(("lang", "encoding"), CASES)
@pytest.mark.parametrize("length", [120, 200, 5000])
def test_a_text_in_any_common_encoding_is_read(lang: str, encoding: str, length: int) -> None:
    data = encoded(PARAGRAPHS[lang]["text"].strip()[:length], encoding)
    assert decode(data).text.translate(TAILS) == data.decode(encoding).translate(TAILS)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_by_its_mark(encoding: str) -> None:
    text = PARAGRAPHS["ja"]["text"]
    assert decode(text.encode(encoding)).text == text
    assert decode(text.encode(encoding)).encoding == encoding


def test_unmarked_utf16_and_japanese_mail() -> None:
    assert decode("The vote is on Tuesday.".encode("utf-16-le")).text == "The vote is on Tuesday."
    assert decode("The vote is on Tuesday.".encode("utf-16-be")).encoding == "utf-16-be"
    assert decode("港長は月曜日".encode("iso2022_jp")).text == "港長は月曜日"


def test_a_few_broken_bytes_do_not_make_utf8_another_encoding() -> None:
    data = PARAGRAPHS["fr"]["text"].encode()
    cut = data[: data.index("é".encode()) + 1]
    spoiled = data.replace(b"lundi", b"lun\xe9di", 1)
    assert decode(spoiled).encoding == "utf-8"
    assert decode(spoiled).broken == 1
    assert "lun\ufffddi" in decode(spoiled).text
    assert decode(data[:200] + cut).text.endswith("\ufffd")


def test_empty_and_plain() -> None:
    assert decode(b"").text == ""
    assert decode(b"plain\tand\x0csimple\r\n").encoding == "utf-8"


@pytest.mark.parametrize(
    ("data", "wanted"),
    [
        (b"%PDF-1.7\nall in ASCII", "a PDF document"),
        (b"PK\x03\x04" + bytes(40), "a ZIP archive"),
        (b"\x89PNG\r\n\x1a\n" + bytes(40), "a PNG image"),
        (bytes(range(256)) * 4, "bytes that no text has"),
        (b"\xff\xfe" + b"\x00\xd8" * 50, "begins with the mark of UTF-16"),
    ],
)
def test_what_is_no_text_is_named(data: bytes, wanted: str) -> None:
    with pytest.raises(FileError, match=wanted):
        decode(data)


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.md", "C.TXT", "page.html", ".hidden.txt", "sub/d.text", ".git/e.txt", "out/f.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(name)
    return tmp_path


def below(tree: Path, *patterns: str, skip: Path | None = None) -> list[str]:
    return [p.relative_to(tree).as_posix() for p in walk(tree, patterns or PATTERNS, skip) if isinstance(p, Path)]


def test_a_folder_gives_its_texts_in_order_of_name(tree: Path) -> None:
    assert below(tree) == ["C.TXT", "a.md", "b.txt", "out/f.txt", "page.html", "sub/d.text"]
    assert below(tree, skip=tree / "out") == ["C.TXT", "a.md", "b.txt", "page.html", "sub/d.text"]


def test_patterns(tree: Path) -> None:
    assert below(tree, "*.html", "*.md") == ["a.md", "page.html"]
    assert below(tree, "sub/*") == ["sub/d.text"]
    assert below(tree, "**/*.txt") == ["C.TXT", "b.txt", "out/f.txt"]


def test_links_that_lead_back_and_links_to_nothing(tree: Path) -> None:
    (tree / "sub" / "loop").symlink_to(tree, target_is_directory=True)
    (tree / "sub" / "dead.txt").symlink_to(tree / "nowhere")
    found = list(walk(tree / "sub"))
    assert found == [tree / "sub" / "d.text", Unreadable(tree / "sub" / "dead.txt", "is a link to nothing")]


def test_writing_keeps_the_mode_and_follows_links(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("old")
    path.chmod(0o640)
    link = tmp_path / "link.txt"
    link.symlink_to(path)
    write_whole(link, b"new", durable=True)
    assert path.read_bytes() == b"new"
    assert link.is_symlink()
    assert os.name == "nt" or path.stat().st_mode & 0o777 == 0o640


def test_a_failed_write_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("old")

    def interrupted() -> None:
        with whole(path) as stream:
            stream.write(b"half of")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_folders_are_made(tmp_path: Path) -> None:
    write_whole(tmp_path / "x" / "y" / "a.txt", b"text")
    assert (tmp_path / "x" / "y" / "a.txt").read_bytes() == b"text"
