"""Tables of contents: a heading, and entries that the article's subheadings repeat."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dechrome.fold import letters
from dechrome.lazy import of_line
from dechrome.types import Document, Line

_HEADINGS = frozenset(
    heading.strip()
    for heading in (
        "table of contents, contents, article contents, page contents, on this page, in this article, in this guide, "
        "in this post, in this story, in this review, jump to, jump to section, jump to a section, quick navigation, "
        "quick links, what's inside, what's in this article, skip to section, explore this article, article outline, "
        "inhaltsverzeichnis, inhaltsübersicht, inhalt, inhalte, auf dieser seite, in diesem artikel, in diesem "
        "beitrag, das erwartet sie in diesem artikel, sommaire, au sommaire, table des matières, dans cet article, "
        "sur cette page, plan de l'article, índice, índice de contenidos, tabla de contenido, tabla de contenidos, "
        "contenido, contenidos, en este artículo, en esta página, sumário, conteúdo, conteúdos, tabela de conteúdo, "
        "tabela de conteúdos, índice do conteúdo, neste artigo, nesta página, navegue pelo conteúdo, indice, "
        "indice dei contenuti, indice dell'articolo, sommario, contenuti, in questo articolo, in questa pagina, "
        "inhoudsopgave, inhoud, op deze pagina, in dit artikel, spis treści, w tym artykule, na tej stronie, "
        "содержание, оглавление, содержание статьи, в этой статье, на этой странице, зміст, у цій статті, "
        "на цій сторінці, obsah, obsah článku, v tomto článku, na této stránce, innehåll, innehållsförteckning, "
        "i den här artikeln, på den här sidan, indhold, indholdsfortegnelse, i denne artikel, på denne side, innhold, "
        "innholdsfortegnelse, i denne artikkelen, på denne siden, sisällys, sisällysluettelo, tällä sivulla, "
        "tässä artikkelissa, içindekiler, bu yazıda, bu makalede, bu sayfada, περιεχομενα, πινακας περιεχομενων, "
        "σε αυτο το αρθρο, tartalom, tartalomjegyzék, cuprins, جدول المحتويات, المحتويات, محتويات المقال, "
        "في هذا المقال, विषय सूची, विषय-सूची, इस लेख में, daftar isi, isi artikel, dalam artikel ini, "
        "mục lục, nội dung chính, nội dung bài viết, trong bài viết này, 目录, 目錄, 本文目录, 本文目錄, 文章目录, "
        "文章目錄, 目次, この記事の目次, もくじ, 목차, 이 글의 목차, فهرست مطالب, תוכן עניינים, สารบัญ"
    ).split(",")
)
# What opens and closes a table, behind its heading or below it; below it also numbers that have a line of their own.
_OPENER = (
    r"(?:toggle|show|hide|open|close|expand|collapse|anzeigen|verbergen|ausblenden|einblenden|afficher|masquer|mostrar|"
    r"ocultar|esconder|mostra|nascondi|pokaż|ukryj|показать|скрыть|göster|gizle|visa|dölj|表示|非表示)"
)
_TAIL = re.compile(rf"\W+{_OPENER}$")
_SWITCH = re.compile(rf"{_OPENER}(?:\W+{_OPENER}| table of contents)?|\d{{1,2}}(?:\.\d{{1,2}})*")
_NUMBER = re.compile(r"^(?:(?:chapter|part|step|section|teil|kapitel)? ?\d{1,2}(?:\.\d{1,2})*[.):]?|[ivx]{1,4}[.)]) +")
_WIDEST = 60  # characters of a heading
# How long a table is at most, how many entries at least have their copy, and how many others may stand in a row.
_LONGEST = 80
_FEWEST = 2
_UNLIKE = 2


def tables_of_contents(document: Document) -> Iterator[list[int]]:
    """The heading and the entries of each table of contents, told by the lines outside that repeat its entries."""
    lines = document.lines
    headings = [i for i, line in enumerate(lines) if 0 < len(line.text) <= _WIDEST and _is_heading(line)]
    if not headings:
        return
    places: dict[str, list[int]] = {}
    for i, line in enumerate(lines):
        if line.text:
            places.setdefault(_entry(line), []).append(i)
    for heading in headings:
        table = _table(document, heading, places)
        if table:
            yield [heading, *table]


def _table(document: Document, heading: int, places: dict[str, list[int]]) -> list[int]:
    """The lines below a heading up to the last entry that stands outside too; none where too few do."""
    entries = dict(_entries(document, heading, places))
    stop = max(entries, default=heading) + 1
    copied = [i for i, entry in entries.items() if any(not heading <= place < stop for place in places[entry])]
    table = [i for i in range(heading + 1, max(copied, default=heading) + 1) if document.lines[i].text]
    named = [i for i in table if not _SWITCH.fullmatch(document.lines[i].key)]
    return table if len(copied) >= _FEWEST and 2 * len(copied) >= len(named) else []


def _entries(document: Document, heading: int, places: dict[str, list[int]]) -> Iterator[tuple[int, str]]:
    """The lines below a heading that stand elsewhere too, with few others between them, and what they say."""
    known: set[str] = set()
    unlike = 0
    for i in range(heading + 1, min(heading + 1 + _LONGEST, len(document.lines))):
        line = document.lines[i]
        entry = _entry(line)
        if entry in known:
            return  # the first subheading
        if not line.text or _SWITCH.fullmatch(line.key):
            continue
        if any(not heading <= place <= i for place in places[entry]):
            yield i, entry
            known.add(entry)
            unlike = 0
        elif line.is_sentence or unlike == _UNLIKE:
            return
        else:
            unlike += 1


@of_line
def _is_heading(line: Line) -> bool:
    return _TAIL.sub("", line.key) in _HEADINGS


@of_line
def _entry(line: Line) -> str:
    """What an entry and its subheading have in common: the letters, but not their number."""
    return letters(_NUMBER.sub("", line.key, count=1)) or line.key
