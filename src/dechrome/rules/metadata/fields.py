"""Reading one line as a field of an export: its key, its value, and whether a machine wrote it."""

from __future__ import annotations

import re
from dataclasses import dataclass

URL = re.compile(r"(?i)^<?(?:https?://|www\.)[^\s<>]+>?$")
FENCE = re.compile(r"^(?:-{3,}|\+{3,})$")
_FIELD = re.compile(
    r"""^\W*?["']?(?P<key>[^\s"':：=][^"':：=]{0,28}?)["']?\s*(?:[:：=]|(?=\s\d{4}-\d\d-\d\d))\s*(?P<rest>\S.*)$"""
)
_ISO = re.compile(r"(?i)^\d{4}-\d\d-\d\d(?:[t ]\d\d:\d\d\S*(?: ?(?:utc|gmt|z|[+-]\d\d:?\d\d))?)?$")
_IDENTIFIER = re.compile(
    r"(?i)^(?:[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{16,64}|\d{4,18}|[a-z]{1,8}[-_]?\d{3,18}|urn:\S+|[a-z]{2}(?:[-_][a-z]{2})?)$"
)
_CODE = re.compile(
    r"^(?:[a-z0-9]+(?:[-_][a-z0-9]+)+[-_]?|(?:/[\w.-]+)+/?|\d{5,18}|(?:\d{1,4}[|-]){2,}\d{1,4}|"
    r"[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{24,64}|[a-z]+[-_]\d{4,}\S*)$"
)
TITLE_KEYS = frozenset(
    "title headline og:title titel überschrift titre título titular titolo tytuł заголовок τίτλος tittel otsikko "
    "titulek nadpis název назва название başlık العنوان عنوان शीर्षक judul 标题 標題 タイトル 見出し 제목".split()
) | {"tiêu đề", "tựa đề", "기사 제목"}
BODY_KEYS = frozenset(
    "text body content article article_text full_text fulltext raw_text maintext 正文 本文 본문 全文 内容 內容 내용 "
    "inhalt texte contenu texto contenido conteúdo testo tekst inhoud innehåll brödtext innhold indhold teksti "
    "sisältö treść obsah текст κείμενο metin içerik النص نص المحتوى पाठ सामग्री teks isi".split()
) | {"nội dung", "toàn văn", "記事本文", "기사 본문"}


@dataclass(frozen=True, slots=True)
class Field:
    """A line `key: value`, with the columns of the value in the line."""

    key: str
    value: str
    start: int
    end: int

    @property
    def by_machine(self) -> bool:
        """Whether the value or the way the key is written is a machine's."""
        return bool(URL.match(self.value) or _ISO.match(self.value) or _IDENTIFIER.match(self.value)) or "_" in self.key

    @property
    def plain(self) -> bool:
        """Whether the key is in lower case, as people hardly write it."""
        return self.key[:1].islower()


def read_field(text: str) -> Field | None:
    """The field that a line is; None where it is none.

    >>> read_field('"url": "https://example.org/a",')
    Field(key='url', value='https://example.org/a', start=8, end=29)
    >>> read_field("date 2023-01-12").by_machine, read_field("He left.") is None
    (True, True)
    """
    found = _FIELD.match(text)
    if not found:
        return None
    start, end = found.span("rest")
    value = text[start:end].rstrip(" ,")
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        start, value = start + 1, value[1:-1]
    return Field(found["key"].strip(), value, start, start + len(value))


def is_code(text: str) -> bool:
    """Whether a line is nothing but an address, a slug, a path or a number that tells records apart.

    >>> is_code("el-gobierno-responde"), is_code("0000026136"), is_code("/es/economia"), is_code("well-known story")
    (True, True, True, False)
    """
    return bool(URL.match(text) or (len(text) <= 300 and _CODE.match(text)))
