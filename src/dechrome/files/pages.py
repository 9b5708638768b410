"""From a page's bytes to its text, in the encoding that a browser would choose."""

from __future__ import annotations

import codecs
import re

from dechrome.files.decoding import Decoded, decode

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
# Browsers look for a declaration so far, and no farther.
_HEAD = 1024
_BEGINS = re.compile(rb"(?:\xef\xbb\xbf|\s)*(?:<!--.*?-->\s*)*<(?:!doctype\s*html|html[\s>]|head[\s>])", re.I | re.S)
# What names mean on the web, where they mean more than they say.
_MEANT = {
    "ascii": "cp1252", "iso8859-1": "cp1252", "latin-1": "cp1252", "iso8859-9": "cp1254", "iso8859-11": "cp874",
    "tis-620": "cp874", "gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs", "shift_jis": "cp932",
    "euc_kr": "cp949", "johab": "cp949", "utf-16": "utf-8", "utf-16-le": "utf-8", "utf-16-be": "utf-8",
}  # fmt: skip
_MOST_BROKEN = 0.01


def is_page(data: bytes) -> bool:
    """Whether bytes begin as a page of HTML does."""
    return _BEGINS.match(data[:_HEAD]) is not None


def decode_page(data: bytes) -> Decoded:
    """The text of a page: by its byte order mark, by what it declares at its beginning, else as any text.

    What was declared and is plainly not so counts as not declared. Raises FileError as `decode` does.

    >>> decode_page('<meta charset="iso-8859-1"><p>“Où est le pont ?”'.encode("cp1252")).encoding
    'windows-1252'
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decoded(data, encoding)
    declared = _declared(data)
    if declared:
        found = _decoded(data, declared)
        if found.broken <= len(found.text) * _MOST_BROKEN:
            return found
    return decode(data)


def _decoded(data: bytes, encoding: str) -> Decoded:
    text = data.decode(encoding, "replace")
    broken = text.count("\ufffd") - data.count(b"\xef\xbf\xbd")
    return Decoded(text, encoding.replace("cp125", "windows-125"), max(0, broken))


def _declared(data: bytes) -> str:
    """The encoding that the page declares, as Python knows it; empty where there is none."""
    from bs4.dammit import EncodingDetector

    name = EncodingDetector.find_declared_encoding(data[:_HEAD], is_html=True)
    try:
        known = codecs.lookup(name).name if name else ""
    except LookupError:
        return ""
    return _MEANT.get(known, known)
