"""What each normalizer changes, and what it leaves alone."""

from __future__ import annotations

import pickle
import re
from pathlib import Path

import pytest

from dechrome import Cleaner, ConfigError
from dechrome.normalize import STEPS, Normalizer

NAMES = [step.name for step in STEPS]


def alone(name: str) -> Normalizer:
    """Only one normalizer."""
    return Normalizer({other: other == name for other in NAMES})


CHANGES = [
    ("mojibake", "Das war schÃ¶n.", "Das war schön."),
    ("mojibake", "â€œWe left,â€\x9d she said.", "“We left,” she said."),
    ("mojibake", "voilÃ\xa0 le travail", "voilà le travail"),
    ("mojibake", "РєР°Рє РґРµР»Р°?", "как дела?"),
    ("mojibake", "Wait\x85", "Wait…"),
    ("entities", "Q&amp;A", "Q&A"),
    ("entities", "Q&amp;amp;amp;A", "Q&A"),
    ("entities", "caf&eacute;, &lt;3 &hellip;", "café, <3 …"),
    ("entities", "it&#8217;s, it&#x2019;s, it&#146;s", "it’s, it’s, it’s"),
    ("entities", "it&#8217s", "it’s"),
    ("entities", "&NBSP;CAF&EACUTE;", "\xa0CAFÉ"),
    ("entities", "one&#10;two&NewLine;three", "one two three"),
    ("tags", "<p>The <strong>old</strong> hall<br />is shut.</p>", " The old hall is shut. "),
    ("tags", 'Read <a href="/x" target="_blank">the report</a>.', "Read the report."),
    ("tags", "CO<sub>2</sub> and H<SUB>2</SUB>O", "CO2 and H2O"),
    ("tags", "He left.<!-- wp:paragraph -->", "He left. "),
    ("tags", "<br />", " "),
    ("ligatures", "ﬁnal oﬀer, ĳs", "final offer, ijs"),
    ("invisible", "\ufeffco\xadop\u200berate\u2060", "cooperate"),
    ("invisible", "a\u200cb\u200dc\u200e", "abc"),
    ("controls", "a\x00b\x1b[1;31mred\x1b[0m\x7f", "abred"),
    ("controls", "one\x0btwo\x0cthree\x85four", "one two three four"),
    ("surrogates", "\ud83d\ude00 and \ud800", "😀 and \ufffd"),
    ("nfc", "cafe\u0301", "café"),
    ("spaces", "\u3000one\xa0two \t three\u2009", "one two three"),
    ("spaces", "Quoi\u202f?\xa0»", "Quoi ? »"),
    ("punctuation", "The hall , the pool ( and the roof ) .", "The hall, the pool (and the roof)."),
    ("punctuation", "“No ,” he said .", "“No,” he said."),
    ("punctuation", "新闻 。", "新闻。"),
    ("stops", "he said. . “We left.” .", "he said. “We left.”"),
    ("stops", "Why? . (He knew.) .", "Why? (He knew.)"),
    ("quotes", "“It’s ‚so‘”", "\"It's 'so'\""),
    ("dashes", "1990–95, he said—and left − today", "1990-95, he said - and left - today"),
    ("ellipses", "Well… yes. . . no", "Well... yes... no"),
    ("width", "ＡＢＣ　１２３！ ｶﾞ", "ABC 123! カ\u3099"),
]


@pytest.mark.parametrize(("name", "given", "wanted"), CHANGES)
def test_changes(name: str, given: str, wanted: str) -> None:
    assert alone(name).line(given) == wanted
    off = Normalizer(dict.fromkeys(NAMES, False))
    assert off.line(given) == given.replace("\n", " ")


STAYS = [
    "AT&T, R&D; and &c. at 5&6;",
    "a < b > c, <name>, List<T>, Map<String, B>, <a@b.example>, <https://b.example/>",
    "if (i <b && j> c) x <b and c> y",
    "Use the <br> tag, then the <strong> element.",
    "He wrote “<p>” and `<em>` here.",
    '<div className="flex">',
    "</div>",
    "<select><br></select> in a list",
    "We embed it with <iframe> today.",
    "می\u200cخواهم",
    "क्\u200dष",
    "👩\u200d👩\u200d👧 and ❤\ufe0f",
    "ភាសា\u200bខ្មែរ",
    "שלום\u200f, עולם",
    "Well. . . he left . . . and so on ...",
    "Wait.. what",
    "It runs on .NET and costs .5 or ,5 :) :( =)",
    "[ ] tea, ( ) milk",
    "Quoi ? Oui ! « Non » ; voilà : c’est ça",
    "“Quotes” ‘stay’ – so do — dashes…",
    "Größe, École, Åse, Łódź, Ítaca, Ñandú, Ð, Ø, Œuvre, žluťoučký kůň",
    "«Ёлка» — это Ъ; Їжак і ґава",
    "“É” ”É’— «À» ©® 5°C ±½ €20 £5 ¥ § ¶",
    "Ἀθῆναι, ΆΘΗΝΑ",
    "中文，“新闻”。",
    "ＡＢＣ！",
]


@pytest.mark.parametrize("text", STAYS)
def test_stays(text: str) -> None:
    assert Normalizer().line(text) == text


def test_one_line_stays_one_line() -> None:
    off = Normalizer(dict.fromkeys(NAMES, False))
    assert off.line("a\nb\rc\u2028d\u2029e") == "a b c d e"
    assert Normalizer().line("â\x80¨x&#x2028;y\u2028z") == "x y z"


def test_wrong_names_and_values_are_told_when_the_cleaner_is_built() -> None:
    with pytest.raises(ConfigError, match="unknown normalizer 'quote': did you mean 'quotes'"):
        Cleaner(normalize={"quote": True})
    with pytest.raises(ConfigError, match="'quotes' must be true or false, not 1"):
        Cleaner(normalize={"quotes": 1})
    assert Cleaner(normalize={"quotes": True}).clean("“Yes.”") == '"Yes."'


def test_a_normalizer_can_be_pickled_used_or_not() -> None:
    normalizer = Normalizer({"dashes": True})
    assert pickle.loads(pickle.dumps(normalizer)).line("a–b") == "a-b"  # noqa: S301
    normalizer.line("a–b")
    assert pickle.loads(pickle.dumps(normalizer)).lines(["a–b", "c"]) == ["a-b", "c"]  # noqa: S301


def test_a_line_that_does_not_settle_is_left_as_it_was() -> None:
    nested = "&am" * 60 + "&#112;" + ";" * 60
    for _ in range(40):
        nested = nested.replace("&#112;", "&#1&#49;2;", 1) if "&#112;" in nested else nested
    once = Normalizer().line(nested)
    assert Normalizer().line(once) == once


@pytest.mark.parametrize(
    "text",
    [
        "&amp;" * 200_000,
        "&" * 1_000_000,
        "<a " * 300_000,
        "<!--" * 250_000,
        "<p " + 'a="b" ' * 150_000,
        " " * 1_000_000 + "x",
        " ." * 500_000,
        ". " * 500_000,
        "( " * 500_000,
        "\x1b]" * 500_000,
        "e" + "\u0301\u0323" * 100_000,
        "Ã¶" * 300_000,
        "Ã" * 500_000,
        "\u200d" * 500_000,
        "\ud800" * 500_000,
        "«É" * 300_000,
        "“" * 500_000,
    ],
    ids=lambda text: repr(text[:6]),
)
def test_a_hostile_line_takes_no_more_than_linear_time(text: str) -> None:
    """A step that took time in the square of the length would take hours here."""
    normalizer = Normalizer()
    once = normalizer.line(text)
    assert normalizer.line(once) == once


def test_the_page_names_every_normalizer_in_order_with_its_default() -> None:
    page = (Path(__file__).parent.parent / "docs" / "normalization.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `(\w+)` \| (on|off) \| ([^|]+) \|", page, re.MULTILINE)
    assert rows == [(step.name, "on" if step.on else "off", step.what) for step in STEPS]
