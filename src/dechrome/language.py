"""Which language a text is in: by its script, then by its commonest words, its words' ends and its letters.

No model and no network: what the languages look like stands in `language.toml`, and a text is judged by a sample
of at most `SAMPLE` characters, so that the answer costs the same for an article and for a book. docs/language.md
says how well that works, and compares it with libraries.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from math import log
from pathlib import Path
from unicodedata import normalize

SAMPLE = 1800
"""How many characters of a text are looked at."""

_PLACES = 6  # a longer text is looked at in so many places
_LINE = 300  # and no line of it weighs more than so many characters
_SURE = 4.0  # the least evidence for an answer: one very common word, or two common ones
_MARGIN = 1.2  # by how much the best must lead the next language that is no relative
_PER_WORD = 0.45  # the least evidence for each word: less is code, a list of names, or a language unknown here

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

_WORD = {
    "devanagari": re.compile(r"[\u0900-\u0963\u0971-\u097f]+"),  # vowel signs are no letters to `re`
    "": re.compile(r"[^\W\d_]+"),
}
_KANA = re.compile(r"[\u3041-\u3096\u30a1-\u30fa\uff66-\uff9d]")
_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
# Signs that were simplified in Japan alone: they tell a heading without kana from Chinese.
_JAPANESE = re.compile("[図広読売気駅県発対実価円続変験桜権効単戦楽団両労働児圧囲応桟検歩毎渋県総織覚観転軽辺込霊黒]")
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
    sample = normalize("NFC", _sample(text))
    script = _script(sample)
    if script in ("han", "kana"):
        return _chinese_or_japanese(sample)
    if script in _OF_MANY:
        return _by_words(sample, script)
    return script or None


# --- the sample ---


def _sample(text: str) -> str:
    """At most `SAMPLE` characters from several places, lines of prose where there are enough of them."""
    if len(text) > 4 * SAMPLE:
        step = (len(text) - SAMPLE) // (_PLACES - 1)
        text = "\n".join(text[i : i + SAMPLE] for i in range(0, step * _PLACES, step))
    lines = [line for raw in text.split("\n") if (line := raw.strip())]
    prose = [line for line in lines if len(line) >= 70 or (len(line) >= 24 and line.endswith(_PROSE_ENDS))]
    if sum(map(len, prose)) >= 150:
        lines = prose
    lines = [line[:_LINE] for line in lines]
    extent = sum(map(len, lines))
    if extent > SAMPLE:
        lines = lines[:: -(-extent // SAMPLE)]
    return "\n".join(lines)[: 2 * SAMPLE]


def _script(sample: str) -> str:
    """The script that most of the sample is in; "" where it has too few letters."""
    extents: Counter[str] = Counter()
    for char, count in Counter(sample[:: len(sample) // 240 + 1]).items():
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
    """What `language.toml` says, turned about: from a word, an end or a letter to languages and weights."""

    words: dict[str, list[tuple[str, float]]]
    ends: dict[str, list[tuple[str, float]]]
    letters: dict[str, list[tuple[str, float]]]


@cache
def _tables() -> _Tables:
    languages = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
    words: dict[str, dict[str, float]] = defaultdict(dict)
    ends: dict[str, list[str]] = defaultdict(list)
    letters: dict[str, list[str]] = defaultdict(list)
    for lang, table in languages.items():
        pattern = _WORD.get("devanagari" if lang in ("hi", "mr", "ne") else "", _WORD[""])
        for rank, word in enumerate(dict.fromkeys(pattern.findall(table["words"]))):
            # Zipf: a word's share falls with its rank. Against the share that any other word has.
            words[word][lang] = log(0.1 / (rank + 3) / 0.00012)
        for end in table.get("ends", "").split():
            ends[end].append(lang)
        for letter in table.get("letters", "").split():
            letters[letter].append(lang)
    return _Tables(
        {word: list(weights.items()) for word, weights in words.items()},
        _weighed(ends, 0.4, len(languages)),
        _weighed(letters, 0.6, len(languages)),
    )


def _weighed(table: dict[str, list[str]], weight: float, of: int) -> dict[str, list[tuple[str, float]]]:
    """The rarer a sign is among the languages, the more it says."""
    return {sign: [(lang, weight * log(of / len(langs))) for lang in langs] for sign, langs in table.items()}


def _by_words(sample: str, script: str) -> str | None:
    tables = _tables()
    tokens = Counter(_WORD.get(script, _WORD[""]).findall(sample.lower()))
    scores: dict[str, float] = defaultdict(float)
    for token, count in tokens.items():
        for lang, weight in tables.words.get(token) or _unlisted(token, tables):
            scores[lang] += weight * count
    return _decide(scores, tokens.total())


def _unlisted(token: str, tables: _Tables) -> Iterable[tuple[str, float]]:
    """What a word that is in no list says by its end and its letters."""
    found = []
    if len(token) > 4:
        found += tables.ends.get(token[-4:]) or tables.ends.get(token[-3:]) or tables.ends.get(token[-2:]) or []
    if not token.isascii():
        for letter in dict.fromkeys(token):
            found += tables.letters.get(letter, ())
    return found


def _decide(scores: dict[str, float], words: int) -> str | None:
    if not scores:
        return None
    ranked = sorted(scores.items(), key=lambda item: (-item[1], item[0]))
    best, score = ranked[0]
    kin = related_to(best)
    rival = next((s for lang, s in ranked[1:] if lang not in kin), 0.0)
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
