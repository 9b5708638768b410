"""Which encoding of a script other than Latin a text is in, told by the commonest characters.

Whatever the text, a dozen letters make up most of it; read in a wrong encoding, the same bytes
are spread over others. For Chinese and Korean the commonest hundred do the same.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import regex

from dechrome.files.latin import TYPOGRAPHY, misplaced, telling_lines

_MOST_BROKEN = 0.005


@dataclass(frozen=True, slots=True)
class Script:
    """Encodings of a script, its commonest characters, and the share that they have in a text."""

    encodings: tuple[str, ...]
    common: frozenset[str]
    share: float


@dataclass(frozen=True, slots=True)
class Guess:
    """An encoding and how much of what is expected of it was found: about 1 where it is right."""

    encoding: str
    score: float


_KANA = "".join(chr(c) for c in (*range(0x3041, 0x3094), *range(0x30A1, 0x30FB), 0x30FC))
_SCRIPTS = tuple(
    Script(encodings, frozenset(common), share)
    for encodings, common, share in (
        (("windows-1251", "koi8-r", "koi8-u", "iso-8859-5", "cp866"), "оеаинтсрвлкмдпуіяї", 0.8),
        (("windows-1253", "iso-8859-7"), "αοιετσνηυρπκςάίόλμέ", 0.8),
        (("windows-1255",), "יוהלאמרתבנשםעדקחפ", 0.8),
        (("windows-1256", "iso-8859-6"), "الينموتربةعدهسقفأ", 0.8),
        (("cp874",), "านรอกเงมยลวดทสต่้ัะีิ", 0.75),
        (
            ("gb18030",),
            "，。、“”的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里"
            "用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机"
            "十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几",
            0.5,
        ),
        (
            ("big5", "big5-hkscs", "gb18030"),
            "，。、「」的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生能而子那得於著下自之年過發後作裡"
            "用道行所然家種事成方多經麼去法學如都同現當沒動面起看定天分還進好小部其些主樣理心她本前開但因只從想實日軍者意無力它與長把機"
            "十民第公此已工使情明性知全三又關點正業外將兩高間由問很最重並物手應戰向頭文體政美相見被利什二等產或新己制身果加西斯月話合回特代內信表化老給世位次度門任常先海通教兒原東聲提立及比員解水名真論處走義各入幾",
            0.5,
        ),
        (("shift_jis", "cp932", "euc-jp"), _KANA + "、。「」の日年月一人大国会中本", 0.6),
        (
            ("euc-kr", "cp949"),
            "이다는을의에가한하고지로은사도를기대해서인자시어나리있그정일수주아전보들부과만으여라오것제상장원구스조동국없관게면안성공",
            0.55,
        ),
    )
)  # fmt: skip
# A word in two alphabets; a Chinese, Japanese or Korean one may stand beside Latin letters.
_MIXED = regex.compile(
    r"[A-Za-z](?=[\x80-\u0eff&&[\p{L}\p{M}]])|[\x80-\u0eff&&[\p{L}\p{M}]](?=[A-Za-z])", regex.VERSION1
)


def best_guess(data: bytes) -> Guess | None:
    """The encoding that reads `data` best in a script other than Latin; None where none does.

    >>> best_guess("Судно красивое, но старое.".encode("koi8-r")).encoding
    'koi8-r'
    >>> best_guess("この船はもう海に出ない。".encode("euc-jp")).encoding
    'euc-jp'
    """
    sample = telling_lines(data)
    best: Guess | None = None
    for script in _SCRIPTS:
        for encoding in script.encodings:
            score = _score(sample, encoding, script)
            if best is None or score > best.score:
                best = Guess(encoding, score)
    return best if best and best.score > 0 else None


def _score(sample: bytes, encoding: str, script: Script) -> float:
    text = sample.decode(encoding, "replace")
    counts = Counter(c for c in text if c >= "\x80" and c != "\xa0")
    total = sum(counts.values())
    broken = counts["\ufffd"]
    if not total or broken > 1 + total * _MOST_BROKEN:
        return 0.0
    common = 0.0
    for char, times in counts.items():
        if char in script.common:
            common += times
        elif char.lower() in script.common:
            common += 0.75 * times
        elif "\ue000" <= char < "\uf900" or (char < "\u0400" and not char.isalpha() and char not in TYPOGRAPHY):
            common -= times  # private use, or a sign of another trade
    faults = misplaced(text) + len(_MIXED.findall(text))
    return (common - 2 * faults - broken) / (total * script.share)
