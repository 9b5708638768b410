"""What belongs to an article though it stands below all else: corrections, sources, references, a review's verdict."""

from __future__ import annotations

import re

from dechrome.lazy import of_line
from dechrome.outlook import believed
from dechrome.types import Document, Line, Marks

# The article's own, wherever it stands: corrections, notes on the content, sources, footnotes.
_NOTE = re.compile(
    r"(?:\W*(?:corrections?|clarifications?|editor'?s'? note|update|notes?|footnotes?|references?|sources?|"
    r"bibliography|korrektur|berichtigung|anmerkungen?|anm\. d|hinweis|quellen?|fußnoten?|literatur|"
    r"rectificati[fo]n?|précisions?|références|bibliographie|corrección|aclaración|nota|notas|fuentes?|referencias|bibliografía|"
    r"correção|esclarecimento|fontes?|referências|rettifica|precisazione|fonti|sprostowanie|"
    r"przypisy|źródł[ao]|исправление|уточнение|поправка|примечани[ея]|источники?|сноски|литература|"
    r"διορθωση|διευκρινιση|σημειωση|σημειωσεισ|πηγεσ?|更正|更正启事|编者按|编者注|注释|注|参考文献|參考文獻|訂正|註|"
    r"注記|参考|정정|바로잡습니다|각주|참고문헌|rättelse|fotnot(?:er)?|källor|rettelse|fotnoter|kilder|oikaisu|lähteet|"
    r"oprava|poznámky|zdroje|correctie|noten|bronnen|düzeltme|kaynak(?:lar|ça)?|виправлення|уточнення|примітки|джерела|"
    r"koreksi|ralat|catatan|sumber|đính chính|ghi chú|nguồn|تصحيح|توضيح|هوامش|المراجع|مصادر|सुधार|स्पष्टीकरण|संदर्भ)"
    r"(?:\W*$|\s?[:\uff1a(])|\W?(?:\[\d{1,3}\]|\^|[\u00b9\u00b2\u00b3\u2020])\W{0,2}\w|"
    r"\W*update[, ]{1,2}(?=[^:]{0,20}\d)[\w.,/ ]{3,30}(?::\d\d[\w., ]{0,12})?: \w)"
)
# What the writer has to do with the subject.
_DISCLOSURE = re.compile(r"\W*(?:full )?disclosures?(?: statement)?:")
_HOLDINGS = ("owns shares of", "own shares of", "position in any", "positions in any")
# What was wrong before: "An earlier version of this article said ..."
_EARLIER = re.compile(
    r"\W*(?:an? (?:earlier|previous) version of th(?:is|e) |"
    r"this (?:article|story|post|piece|sentence|paragraph|headline|report) (?:has been|was) "
    r"(?:updated|corrected|amended|changed|edited) (?:to|because|after) |"
    r"in einer (?:früheren|vorherigen|ersten) version|"
    r"une (?:première|précédente) version|une version (?:précédente|antérieure)|una versión anterior de est|"
    r"(?:uma )?versão anterior dest|una (?:precedente versione|versione precedente) di quest|in een eerdere versie|"
    r"i en tidligere version|i en tidligere versjon|i en tidigare version|w poprzedniej wersji)"
)
# Who is called otherwise: "* Name changed"; nothing else stands in the line but a name, and why.
_RENAMED = re.compile(
    r"\W*(?=.{4,120}$)(?:(?:all |some |the |his |her |their )*(?:first |last )?names? (?:in this \w+ )?"
    r"(?:has|have|was|were) (?:all )?been changed|names? changed\b|not (?:his|her|their) real names?|"
    r"(?:alle |die )?(?:vor|nach)?namen?,? (?:\w+ ){0,3}(?:wurden? )?(?:\w+ ){0,3}geändert|"
    r"(?:tous )?(?:le|les|ces) (?:pré)?noms? (?:\w+ ){0,2}(?:a|ont) (?:tous )?été (?:modifi|chang)é|"
    r"(?:el|los) nombres? (?:\w+ ){0,3}(?:ha|han|fue|fueron) (?:sido )?(?:cambiad|modificad)o|nombres? fictici|"
    r"(?:o|os) nomes? (?:\w+ ){0,3}(?:foi|foram) (?:alterad|trocad)o|nomes? fictíci|nomi? (?:di|è|sono) fantasia|"
    r"imi(?:ę|ona) (?:\w+ ){0,3}(?:został[oay]* )?zmienion|имена? (?:\w+ ){0,3}изменен|им'?я змінено|імена змінено|"
    r"(?:naam|namen) (?:is|zijn) (?:om \w+ )?(?:gefingeerd|veranderd)|navne?t? er (?:endret|ændret|opdigtet)|"
    r"namnet? är (?:fingerat|ändrat)|nimi muutettu|jméno bylo změněno|isimler? değiştirilmiştir|"
    r".{0,8}(?:为化名|系化名|均为化名|均系化名|為化名|は仮名|（仮名）))"
)
# An entry of a list of references: "Lima, A. (2024, May). The bridge. ..."
_ENTRY = re.compile(r"[^()]{0,80}\((?:n\.d\.|(?:19|20)\d\d[a-z]?(?:, \w+\.?(?: \d{1,2})?)?)\)[.:] \S")

# What leads from a footnote back to where it is called, and how markup names one.
_BACK = ("\u21a9", "\u21a9\ufe0e", "\u21a9\ufe0f")
_FOOTNOTES = frozenset({"footnote", "footnotes", "endnote", "endnotes", "doc-endnote", "doc-endnotes", "doc-footnote"})

# A review's last word: "Score: 4.5 out of 5". A gallery counts without a colon ("Photo 3 of 10").
_VERDICT = re.compile(
    r"[^\W\d][\w ]{2,20}: ?\d{1,2}(?:[.,]\d)?(?: ?/ ?| (?:out of|von|sur|de|di|su|av|af|van|z|ze|из|з) )"
    r"(?:5|6|10|20|100)\W*"
)


@of_line
def is_note(line: Line) -> bool:
    """Whether a line is a note of the article's own.

    >>> [is_note(Line(text, 1, 0, 0)) for text in ("Correction: It is older.", "Score: 4.5 out of 5", "3 of 10")]
    [True, True, False]
    >>> is_note(Line("The tide tables of 1931. \u21a9", 1, 0, 0))
    True
    >>> [is_note(Line(text, 1, 0, 0)) for text in ("* Name changed", "An earlier version of this story was wrong.")]
    [True, True]
    """
    return bool(
        _NOTE.match(line.folded)
        or _EARLIER.match(line.folded)
        or _RENAMED.match(line.folded)
        or _DISCLOSURE.match(line.folded)
        or _ENTRY.match(line.text)
        or _VERDICT.fullmatch(line.text)
        or line.text.endswith(_BACK)
        or _is_footnote(line)
        or any(holding in line.folded for holding in _HOLDINGS)
    )


def _is_footnote(line: Line) -> bool:
    block = line.block
    return block is not None and not _FOOTNOTES.isdisjoint(block.tokens | block.roles)


def first_note(document: Document, start: int, seen: Marks) -> int:
    """The first line from `start` on that is a note of the article's own; the document's end where there is none.

    >>> from dechrome.types import Line
    >>> texts = ("Share", "Read next", "Correction: The bridge is older.")
    >>> first_note(Document("", tuple(Line(text, 1, 0, 0) for text in texts)), 0, Marks(()))
    2
    """
    for i in range(start, len(document.lines)):
        line = document.lines[i]
        if line.text and is_note(line) and not believed(seen, i):
            return i
    return len(document.lines)
