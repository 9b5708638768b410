"""From bytes to text: UTF-8 where it is valid, else what a byte order mark says, else what reads best."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from dechrome.errors import DechromeError
from dechrome.files.latin import best_reading
from dechrome.files.scripts import best_guess

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SIGNATURES = (
    (b"%PDF-", "a PDF document"),
    (b"{\\rtf", "an RTF document"),
    (b"PK\x03\x04", "a ZIP archive, or a document packed in one (docx, epub, odt)"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\x1f\x8b", "gzip data"),
    (b"BZh", "bzip2 data"),
    (b"\xfd7zXZ", "xz data"),
    (b"\x28\xb5\x2f\xfd", "Zstandard data"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
    (b"RIFF", "a sound, film or WebP file"),
    (b"SQLite format 3", "an SQLite database"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
)
_ALWAYS_BINARY = (b"%PDF-", b"{\\rtf")
# What no text holds; tab, the line ends, form feed and escape are left out.
_CONTROLS = bytes([*range(0x09), *range(0x0E, 0x1B), *range(0x1C, 0x20)])
_MOST_CONTROLS = 0.01
# What a reading must reach to be believed at once, and what it must reach at all.
_SURE_LETTERS, _LEAST_LETTERS = 0.7, -0.5
_SURE_GUESS = 0.5
# So many bytes beyond ASCII can be anything; they are taken for accents.
_FEW, _SAMPLE = 12, 10_000
_ASKED = (
    "cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258", "koi8_r", "iso8859_5",
    "iso8859_7", "cp866", "cp874", "gb18030", "big5hkscs", "cp932", "euc_jp", "cp949", "johab", "hz", "ptcp154",
)  # fmt: skip


class FileError(DechromeError):
    """A file cannot be read as text, or not be written; the message says why."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the encoding it was in, and how many broken places became U+FFFD."""

    text: str
    encoding: str
    broken: int = 0


def decode(data: bytes) -> Decoded:
    """The text that `data` holds. Raises FileError for what is no text or in no known encoding.

    >>> decode("Привет из порта, говорит капитан.".encode("koi8-r"))
    Decoded(text='Привет из порта, говорит капитан.', encoding='koi8-r', broken=0)
    >>> decode(b"%PDF-1.7 ...")
    Traceback (most recent call last):
    dechrome.files.decoding.FileError: is a PDF document, not plain text
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _marked(data, encoding)
    if data.startswith(_ALWAYS_BINARY):
        raise _binary(data)
    if unmarked := _unmarked_utf16(data):
        return unmarked
    if _controls(data) > len(data) * _MOST_CONTROLS:
        raise _binary(data)
    if b"\x1b$" in data and (text := _strictly(data, "iso2022_jp")) is not None:
        return Decoded(text, "iso-2022-jp")
    if (text := _strictly(data, "utf-8")) is not None:
        return Decoded(text, "utf-8")
    return _damaged_utf8(data) or _guessed(data)


def _controls(data: bytes) -> int:
    return len(data) - len(data.translate(None, _CONTROLS))


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _marked(data: bytes, encoding: str) -> Decoded:
    text = data.decode(encoding, "replace")
    broken = text.count("\ufffd")
    if broken > len(text) * _MOST_CONTROLS + 1:
        raise FileError(f"begins with the mark of {encoding.upper().removesuffix('-SIG')}, but is something else")
    return Decoded(text, encoding, broken)


def _unmarked_utf16(data: bytes) -> Decoded | None:
    """UTF-16 without a mark, told by the zeros in every other byte; None where it is not."""
    sample = data[:4096]
    for encoding, zeros, others in (("utf-16-le", sample[1::2], sample[::2]), ("utf-16-be", sample[::2], sample[1::2])):
        mostly = zeros.count(0) > 0.5 * len(zeros) and others.count(0) == 0
        if mostly and (text := _strictly(data, encoding)) is not None:
            return Decoded(text, encoding)
    return None


def _damaged_utf8(data: bytes) -> Decoded | None:
    """UTF-8 in which a few bytes are broken or cut off; None where it is another encoding."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    whole = sum(1 for c in text if c > "\x7f") - broken
    # By chance one pair of bytes in some ten of another encoding is valid UTF-8, never four of five.
    return Decoded(text, "utf-8", broken) if whole >= 4 * broken else None


def _guessed(data: bytes) -> Decoded:
    latin, other = best_reading(data), best_guess(data)
    few = sum(1 for byte in data[:_SAMPLE] if byte > 0x7F) < _FEW
    if latin and latin.letters >= _SURE_LETTERS and (few or not other or other.score <= latin.letters):
        return Decoded(data.decode(latin.encoding), latin.encoding)
    if other and other.score >= _SURE_GUESS:
        text = data.decode(other.encoding, "replace")
        return Decoded(text, other.encoding, text.count("\ufffd"))
    if encoding := _normalizers_guess(data):
        return Decoded(data.decode(encoding), encoding)
    if latin and latin.letters >= _LEAST_LETTERS:
        return Decoded(data.decode(latin.encoding), latin.encoding)
    raise _binary(data) if _controls(data) else FileError("is in no known encoding; save it as UTF-8")


def _normalizers_guess(data: bytes) -> str | None:
    """What charset-normalizer thinks of a text of which neither letters nor words are known."""
    from charset_normalizer import from_bytes

    best = from_bytes(data, cp_isolation=list(_ASKED)).best()
    if best is None or _strictly(data, best.encoding) is None:
        return None
    return best.encoding.replace("_", "-").replace("cp125", "windows-125")


def _binary(data: bytes) -> FileError:
    kind = next((kind for signature, kind in _SIGNATURES if data.startswith(signature)), "")
    if data[4:8] == b"ftyp":
        kind = "a film or HEIC image"
    return FileError(f"is {kind}, not plain text" if kind else "is not text: it holds bytes that no text has")
