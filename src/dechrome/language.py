"""Which language a text is in: by its script, then by its commonest words and the spelling of the others.

No model and no network: what the languages look like stands in `language.toml`, and a text is judged by a sample
of at most `SAMPLE` characters, so that the answer costs the same for an article and for a book. docs/language.md
says how well that works, and compares it with libraries.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from heapq import nlargest
from math import log
from pathlib import Path
from unicodedata import normalize

import tomli

SAMPLE = 1000
"""How many characters of a text are looked at."""

_PLACES = 6  # a longer text is looked at in so many places
_LINE = 250  # and where it has many lines, none of them weighs more than so many characters
_SURE = 4.0  # the least evidence for an answer: one very common word, or two common ones
_MARGIN = 1.2  # by how much the best must lead the next language that is no relative
_PER_WORD = 0.45  # the least evidence for each word: less is code, a list of names, or a language unknown here
_CLEAR = 15.0  # words alone decide where one language leads by so much; else spelling is looked at
_UNLISTED = 40  # ... of so many words
_GROUPS = 0.4  # the groups of a word say partly the same
_HEAD_START = 1.0  # of the languages that texts are mostly in

KNOWN = frozenset("en de fr es pt it nl sv no da fi pl cs uk ru el tr ar hi id vi zh ja ko".split())
"""The languages that the rules know phrases of."""

# Where each script begins, and its name. A script of one language bears that language's code.
_SCRIPTS = (
    (0, ""), (0x41, "latin"), (0x5B, ""), (0x61, "latin"), (0x7B, ""), (0xC0, "latin"), (0x2B0, ""), (0x370, "el"),
    (0x400, "cyrillic"), (0x530, "hy"), (0x590, "he"), (0x600, "arabic"), (0x780, ""), (0x900, "devanagari"),
    (0x980, "bn"), (0xA00, "pa"), (0xA80, "gu"), (0xB00, "or"), (0xB80, "ta"), (0xC00, "te"), (0xC80, "kn"),
    (0xD00, "ml"), (0xD80, "si"), (0xE00, "th"), (0xE80, "lo"), (0xF00, "bo"), (0x1000, "my"), (0x10A0, "ka"),
    (0x1100, "ko"), (0x1200, "am"), (0x1400, ""), (0x1780, "km"), (0x1800, ""), (0x1E00, "latin"), (0x1F00, "el"),
    (0x2000, ""), (0x3040, "kana"), (0x3100, ""), (0x3400, "han"), (0xA000, ""), (0xAC00, "ko"), (0xD7A4, ""),
    (0xF900, "han"), (0xFB00, ""), (0xFB50, "arabic"), (0xFE00, ""), (0xFE70, "arabic"), (0xFF00, ""),
    (0xFF66, "kana"), (0xFFA0, ""), (0x20000, "han"), (0x30000, ""),
)  # fmt: skip
_STARTS = [start for start, _ in _SCRIPTS]
_OF_MANY = ("latin", "cyrillic", "arabic", "devanagari")
_DENSE = {"han": 3, "kana": 2, "ko": 2}  # one sign says as much as so many letters

_AROUND = '.,:;!?()[]{}<>"*_/|+=#\u00ab\u00bb\u201c\u201d\u201e\u2026\u00bf\u00a1\u060c\u061b\u061f\u0964\u2013\u2014'
_CODE = "{}[]()<>=;_"  # where one sign in fourteen is one of these, the words are of no language
_KANA = re.compile(r"[\u3041-\u3096\u30a1-\u30fa\uff66-\uff9d]")
_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
# Signs that were simplified in Japan alone: they tell a heading without kana from Chinese.
_JAPANESE = re.compile("[図広読売気駅県発対実価円続変験桜権効単戦楽団両労働児圧囲応桟検歩毎渋県総覚観転軽辺込霊黒]")
_PROSE_ENDS = (".", "!", "?", "…", "。", "！", "？", "।", "؟", "۔", "»", "”", '"', "」")

_FAMILIES = (
    "no da sv", "is no", "cs sk", "hr sr sl mk", "sl hr", "id ms", "ru uk be bg", "bg mk sr", "es ca gl", "pt gl",
    "nl af", "tr az", "hi mr ne", "ar fa ur ckb", "et fi", "ro la", "it la", "zh ja",
)  # fmt: skip


def related_to(lang: str) -> frozenset[str]:
    """The languages that are easily taken for `lang` or share pages with it; `lang` itself is not among them.

    >>> sorted(related_to("no")), sorted(related_to("el"))
    (['da', 'is', 'sv'], [])
    """
    return _kin().get(lang, frozenset())


def detect(text: str) -> str | None:
    """The ISO 639-1 code of the language that most of `text` is in, None where it is too short or unsure.

    Norwegian is `no` in both its forms, Croatian, Bosnian and Serbian in Latin script are `hr`, Chinese is `zh`
    in both its scripts.

    >>> detect("Der Rat der Stadt hat am Dienstag beschlossen, dass die alte Brücke bleibt.")
    'de'
    >>> detect("404")
    """
    return _language(normalize("NFC", _sample(text)))


@lru_cache(maxsize=2)  # a text is asked about again when some of its lines are gone, mostly none of the sample's
def _language(sample: str) -> str | None:
    script = _script(sample)
    if script in ("han", "kana"):
        return _chinese_or_japanese(sample)
    if script in _OF_MANY:
        return _by_words(sample)
    return script or None


# --- the sample ---


def _sample(text: str) -> str:
    """At most `SAMPLE` characters from several places, lines of prose where there are enough of them."""
    if len(text) > 6 * SAMPLE:
        step = (len(text) - SAMPLE) // (_PLACES - 1)
        text = "\n".join(text[i : i + SAMPLE] for i in range(0, step * _PLACES, step))
    lines = [line for raw in text.split("\n") if (line := raw.strip())]
    prose = [line for line in lines if len(line) >= 70 or (len(line) >= 24 and line.endswith(_PROSE_ENDS))]
    if sum(map(len, prose)) >= 150:
        lines = prose
    most = max(_LINE, SAMPLE // max(len(lines), 1))
    lines = [line[:most] for line in lines]
    extent = sum(map(len, lines))
    if extent > SAMPLE:
        lines = lines[:: -(-extent // SAMPLE)]
    return "\n".join(lines)[: 2 * SAMPLE]


def _script(sample: str) -> str:
    """The script that most of the sample is in; "" where it has too few letters."""
    if sample.isascii():
        return "latin" if any(map(str.isalpha, sample)) else ""
    extents: Counter[str] = Counter()
    for char, count in Counter(sample[:: len(sample) // 120 + 1]).items():
        script = _SCRIPTS[bisect_right(_STARTS, ord(char)) - 1][1]
        extents[script] += count * _DENSE.get(script, 1)
    del extents[""]
    extents["han"] += extents.pop("kana", 0)  # Japanese is written in both
    best = max(extents, key=lambda script: extents[script])
    return best if extents[best] >= 4 else ""


def _chinese_or_japanese(sample: str) -> str:
    kana, han = len(_KANA.findall(sample)), len(_HAN.findall(sample))
    if kana * 8 >= kana + han or (kana + han < 40 and _JAPANESE.search(sample)):
        return "ja"
    return "zh"


# --- words ---


@dataclass(frozen=True, slots=True)
class _Tables:
    """What `language.toml` says, turned about: from a word, a letter or a group of three to languages and weights."""

    words: dict[str, list[tuple[str, float]]]
    letters: dict[str, list[tuple[str, float]]]
    groups: dict[str, list[tuple[str, float]]]


@cache
def _tables() -> _Tables:
    words: dict[str, list[tuple[str, float]]] = defaultdict(list)
    groups: dict[str, list[tuple[str, float]]] = defaultdict(list)
    letters: dict[str, list[str]] = defaultdict(list)
    languages = tomli.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
    for lang, table in languages.items():
        # The share of a word or a group falls with its rank (Zipf). It weighs against the share of all the others.
        for rank, word in enumerate(dict.fromkeys(_words(table["words"]))):
            words[word].append((lang, log(0.1 / (rank + 3) / 0.00012)))
        for rank, group in enumerate(table.get("groups", "").split()):
            groups[group].append((lang, _GROUPS * log(0.24 / (rank + 18) / 0.0004)))
        for letter in table.get("letters", "").split():
            letters[letter].append(lang)
    rare = {
        letter: [(lang, 0.6 * log(len(languages) / len(langs))) for lang in langs] for letter, langs in letters.items()
    }
    return _Tables(words, rare, groups)


def _words(text: str) -> list[str]:
    # Three times as quick as a regular expression, and it keeps the signs of Indic scripts, which are no letters.
    parts = text.replace("'", " ").replace("\u2019", " ").replace("-", " ").split()
    return [word for part in parts if (word := part.strip(_AROUND))]


def _by_words(sample: str) -> str | None:
    tables, scores = _tables(), defaultdict[str, float](float)
    if sum(map(sample.count, _CODE)) * 14 > len(sample):
        return None
    tokens = Counter(_words(sample.lower().replace("i\u0307", "i")))
    if len(tokens) < 2:
        return None
    unlisted = []
    for token, count in tokens.items():
        if found := tables.words.get(token):
            for lang, weight in found:
                scores[lang] += weight * count
        elif token.isalpha():
            unlisted.append(token)
    if _lead(scores) < max(_CLEAR, _PER_WORD * tokens.total()):
        for token in unlisted[:_UNLISTED]:
            for lang, weight in _spelling(f"_{token}_", tables):
                scores[lang] += weight
    return _decide(scores, tokens.total())


def _spelling(token: str, tables: _Tables) -> Iterator[tuple[str, float]]:
    """What a word that is in no list says by its letters."""
    for start in range(len(token) - 2):
        yield from tables.groups.get(token[start : start + 3], ())
    if not token.isascii():
        for letter in dict.fromkeys(token):
            yield from tables.letters.get(letter, ())


def _lead(scores: Mapping[str, float]) -> float:
    best, second = ([*nlargest(2, scores.values()), 0.0, 0.0])[:2]
    return best - second


def _decide(scores: Mapping[str, float], words: int) -> str | None:
    if not scores:
        return None
    ranked = sorted(((score + _HEAD_START * (lang in KNOWN), lang) for lang, score in scores.items()), reverse=True)
    score, best = ranked[0]
    kin = related_to(best)
    rival = next((other for other, lang in ranked[1:] if lang not in kin), 0.0)
    if score < max(_SURE, _PER_WORD * words) or score - rival < _MARGIN:
        return None
    return best


@cache
def _kin() -> dict[str, frozenset[str]]:
    kin: dict[str, set[str]] = defaultdict(set)
    for family in map(str.split, _FAMILIES):
        for lang in family:
            kin[lang].update(other for other in family if other != lang)
    return {lang: frozenset(others) for lang, others in kin.items()}
