"""The shape of a line: how wide it is, how many words it has, how it ends. Needs no word of any language."""

from __future__ import annotations

import re

# Of the lines that are this wide and end in a sentence mark, 95 of 100 are article text; see docs/architecture.md.
PROSE_WIDTH = 140
LABEL_WIDTH = 40
TITLE_WIDTH = 160
# Fewer words closed by a full stop may still be a teaser's label or a caption's title.
SENTENCE_WORDS = 5
_LONG = 200

_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_HANGUL = re.compile(r"[\uac00-\ud7af]")
_WORD = re.compile(r"[^\W_]+(?:['\u2019.-][^\W_]+)*")
# What stands between clauses in Chinese and Japanese, where a headline has one at the most.
_CLAUSE_END = re.compile(r"[\uff0c\u3002]")
_TWO_SENTENCES = re.compile(r"(?:\S+ ){3,}?\S*[^\W\d_]{2}[.!?][\"\u201d\u2019)]? (?=[^\W\d_a-z])(?:\S+ ){3,}")
_CLOSERS = "\"'\u201d\u2019\u00bb\u203a)]}\u300d\u300f\u201c\u2018\u00ab\uff09\u3011* "
_MARKS = (".", "!", "?", "\u2026", "\u3002", "\uff01", "\uff1f", "\u0964", "\u06d4", "\u061f", "\uff0e")
_STOPS = (".", "\u3002", "\u0964", "\u06d4", "\uff0e")
_ELLIPSES = ("...", "\u2026", "\u3002\u3002\u3002", "[\u2026]", "[...]", ". . .")


def width(text: str) -> int:
    """The length of `text` in Latin characters.

    >>> width("news"), width("新闻")
    (4, 5)
    """
    if text.isascii():
        return len(text)
    return len(text) + int(1.5 * count_unspaced(text)) + int(0.8 * len(_HANGUL.findall(text)))


def count_unspaced(text: str) -> int:
    """The number of characters of scripts that put no spaces between words.

    >>> count_unspaced("news 新闻")
    2
    """
    return 0 if text.isascii() else len(_UNSPACED.findall(text))


def count_words(text: str) -> int:
    """The number of words in `text`; two characters of a script without spaces count as one.

    >>> count_words("It's a two-year plan."), count_words("新闻中心")
    (4, 2)
    """
    unspaced = count_unspaced(text)
    if unspaced:
        text = _UNSPACED.sub(" ", text)
    # Of a long line nobody asks more than whether it has a dozen words, and spaces are counted far more quickly.
    words = text.split() if len(text) > _LONG else _WORD.findall(text)
    return len(words) + (unspaced + 1) // 2


def count_clauses(text: str) -> int:
    """The number of clauses that Chinese or Japanese punctuation tells apart; 1 for other text.

    >>> count_clauses("他走了，她留下，没人知道为什么"), count_clauses("He left, she stayed")
    (3, 1)
    """
    return 1 + (0 if text.isascii() else len(_CLAUSE_END.findall(text)))


def holds_two_sentences(text: str) -> bool:
    """Whether a sentence ends inside `text` and another begins, both of some words.

    >>> holds_two_sentences("So there you have it! That was all we knew."), holds_two_sentences("Who won? See here")
    (True, False)
    """
    return bool(_TWO_SENTENCES.match(text))


def ends_sentence(text: str) -> bool:
    """Whether `text` ends with a sentence mark, closing quotes and brackets aside.

    >>> ends_sentence("“We won.”"), ends_sentence("Most read")
    (True, False)
    """
    return text.rstrip(_CLOSERS).endswith(_MARKS)


def ends_in_stop(text: str) -> bool:
    """Whether `text` ends with a full stop that is no ellipsis (a question or a cry may be a headline)."""
    return text.rstrip(_CLOSERS).endswith(_STOPS) and not trails_off(text)


def leads_over(text: str) -> bool:
    """Whether a line ends with a colon, and so leads over to what follows.

    >>> leads_over("The basic premise is:"), leads_over("Premise: none")
    (True, False)
    """
    return text.endswith((":", "\uff1a"))


def trails_off(text: str) -> bool:
    """Whether `text` ends with an ellipsis."""
    return text.rstrip("\"'\u201d\u2019 ").endswith(_ELLIPSES)
