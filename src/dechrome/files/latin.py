"""Which of the one-byte encodings of Latin script a text is in, told by letters and small words.

Windows-1250, 1252, 1254 and 1257 give every byte some letter, so nothing fails; but only one of them
gives the letters of a single language: `fjärd` is Swedish, and `fjćrd`, `fjдrd` are nothing.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

import regex

# The commonest first: a later one must read a text better than those before it, and better by more
# where it has not been written for a long time.
ENCODINGS: Mapping[str, float] = {
    "windows-1252": 0, "iso-8859-1": 0.05, "windows-1250": 0.05, "iso-8859-2": 0.05, "windows-1254": 0.05,
    "windows-1257": 0.05, "iso-8859-15": 0.05, "iso-8859-16": 0.05, "iso-8859-13": 0.05, "windows-1258": 0.05,
    "mac-roman": 0.4, "cp850": 0.4, "cp852": 0.4,
}  # fmt: skip

# The letters beyond ASCII and some of the commonest words.
_LANGUAGES: Mapping[str, tuple[str, str]] = {
    "en": ("éèêïñç", "the of and to in is that for on with was by at from said"),
    "de": ("äöüß", "der die und das den von zu ist mit nicht ein eine auf für dem dass sich im"),
    "nl": ("ëïéöüè", "de het een van en dat is op te in niet met voor zijn er aan"),
    "fr": ("éèàêçùâîôûëïœ", "le la les de des et en un une du est que dans pour qui par sur au"),
    "es": ("áéíóúñü", "el la los las de en que del se un una por con para no es su"),
    "ca": ("àéèíïóòúüç", "el la els les de en que del un una per amb no és dels"),
    "pt": ("ãáçéêíóâàõôú", "os as de que do da em um uma para com não no na dos por"),
    "it": ("àèéìòù", "il la di che un una in per del della con non le al sono"),
    "sv": ("åäö", "och att det som en på är av för den med till inte har de om ett"),
    "da": ("æøåé", "og at det er en på af for den med til ikke har de som et der"),
    "fi": ("äö", "ja on ei se että oli hän mutta ovat myös kun joka tai mukaan"),
    "is": ("áðéíóúýþæö", "og að er sem við til það var ekki um með fyrir"),
    "et": ("äõöüšž", "ja on et ei see ta oli mis kui ka ning aga või"),
    "pl": ("ąćęłńóśźż", "na się nie że do jest to po od przez za jak"),
    "cs": ("áčďéěíňóřšťúůýž", "se na je že do ve si by pro za ale jako"),
    "sk": ("áäčďéíĺľňóôŕšťúýž", "sa na je že do vo si by pre za ale ako"),
    "hu": ("áéíóöőúüű", "az és hogy nem is egy meg ez de van volt csak már"),
    "ro": ("ăâîșțşţ", "de și şi în la cu că pe este nu un din pentru care să"),
    "hr": ("čćđšž", "na je se da su za od ne što koji kao bi iz"),
    "tr": ("çğıöşüâî", "ve bir bu da de için ile olarak çok daha ne gibi ama"),
    "lt": ("ąčęėįšųūž", "ir kad iš su yra tai bet kaip jis buvo už apie"),
    "lv": ("āčēģīķļņšūž", "un ir ka no uz ar par tas bet kā arī bija vai"),
    "sq": ("ëç", "të në dhe një për me që nga është si"),
    "vi": (
        "ăâđêôơưàáèéìíòóùúỳýãẽĩõũỹạảấầẩẫậắằẳẵặẹẻếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ",
        "và của là có cho trong được người với không một các đã",
    ),
}  # fmt: skip
TYPOGRAPHY = frozenset("“”„‘’‚–—…«»‹›€£°·•©®™§½¿¡ºª\xa0\xad")
_WORD = regex.compile(r"\p{L}+")
# A capital inside a word, or a sign between two letters that no one puts there.
_MISPLACED = regex.compile(r"\p{Ll}(?![A-Z])\p{Lu}|(?![a-z])\p{Ll}\p{Lu}|\p{L}[^\p{L}\p{M}\p{N}\x00-\xa0’·–—…]\p{L}")
_SAMPLE = 40_000


@dataclass(frozen=True, slots=True)
class Reading:
    """An encoding and how well its reading holds together.

    `letters` is 1 where every character beyond ASCII is of one language and stands where it may;
    `score` counts that language's commonest words as well.
    """

    encoding: str
    letters: float
    score: float


def best_reading(data: bytes) -> Reading | None:
    """The encoding that reads `data` best as a Latin-script language; None where none can read it.

    >>> best_reading("Skämt åsido, sade fiskaren på ön.".encode("latin-1")).encoding
    'windows-1252'
    >>> best_reading("Wąską ścieżką wracała do domu.".encode("iso-8859-2")).encoding
    'iso-8859-2'
    """
    sample = telling_lines(data)
    best: Reading | None = None
    for encoding, margin in ENCODINGS.items():
        try:
            data.decode(encoding)
        except UnicodeDecodeError:
            continue
        reading = _read(sample.decode(encoding), encoding)
        if best is None or reading.score > best.score + margin:
            best = reading
    return best


def misplaced(text: str) -> int:
    """How often a capital stands inside a word, or a sign between letters that no one puts there."""
    return len(_MISPLACED.findall(text, overlapped=True))


def _read(text: str, encoding: str) -> Reading:
    text = unicodedata.normalize("NFC", text)
    beyond = Counter(c for c in text if c >= "\x80")
    total = max(1, sum(beyond.values()))
    words = Counter(word.lower() for word in _WORD.findall(text))
    count = max(1, sum(words.values()))
    letters: Counter[str] = Counter()
    signs = 0.0
    for char, times in beyond.items():
        if char.isalpha():
            letters[char.lower()[0]] += times
        else:
            signs += times if char in TYPOGRAPHY else -2 * times
    signs -= 2 * misplaced(text)
    best = Reading(encoding, -9.0, -9.0)
    for alphabet, common in _LANGUAGES.values():
        share = (signs + sum(times if c in alphabet else -2 * times for c, times in letters.items())) / total
        score = share + 2 * sum(words[w] for w in common.split()) / count
        if score > best.score:
            best = Reading(encoding, share, score)
    return best


def telling_lines(data: bytes) -> bytes:
    """The lines that hold a byte beyond ASCII, as many as are needed."""
    if len(data) <= _SAMPLE:
        return data
    lines = (line for line in data.split(b"\n") if not line.isascii())
    sample, size = [], 0
    for line in lines:
        sample.append(line[: _SAMPLE - size])
        size += len(line)
        if size >= _SAMPLE:
            break
    return b"\n".join(sample)
