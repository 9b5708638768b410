"""Normalizing is idempotent, and leaves out no step that would have changed a line."""

from __future__ import annotations

import itertools
import unicodedata

import ftfy
import pytest
from ftfy.badness import BADNESS_RE, MOJIBAKE_CATEGORIES
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dechrome.normalize import STEPS, Normalizer, _test
from dechrome.normalize.encoding import may_be_mojibake

ENCODINGS = ["latin-1", "cp1252", "cp1251", "cp1250", "cp1253", "cp1254", "cp1257", "iso-8859-2", "mac_roman", "cp437"]
SCRIPTS = "éàÉŁżőßØÙÂÃŒœÐ ’“”«»—–…·°€£©®½×µ¿¡ привет Ђ ВГРС ΒΓΞ άβ€ 中文。日 فارسی שלום हिन्दी"
NASTY = [
    *"\x00\x07\t\n\x0b\x0c\r\x1a\x1b\x1c\x85\x9d\xa0\xad\u034f\u061c\u200b\u200c\u200d\u200e\u2028\u202e\u202f\u2060\u3000",
    *"\ufeff\ufffd\ufffe\ud800\ud83d\ude00ﬁĳ\u0301\u0323e\u0345Ω\u212b\u1fef\u037e！．，（ｶﾞ…—–\u2212‘’“”„‚«»",
    *" .,;:!?()[]<>&#/'\"=-1aZ", "  ", " .", ". .", " ,", " )", "( ", "...", "&amp;", "&lt;", "&gt;", "&nbsp;", "&#10;",
    "&#8217", "&#x2028;", "&shy;", "amp;", "#38;", "<br", "<p>", "</p>", "<b>", "</b>", '<a href="x">', "<!--", "-->",
    "<!--more-->", " tag", "\x1b[1m", "Ã¶", "â€œ", "â€\x9d", "Ã\xa0", "Â ", " Ã ", "вЂ", "Г¶", "√©",
    "ã\x80\x80", "â\x80¨",
    "Ò\x91",
]  # fmt: skip


@st.composite
def misread(draw: st.DrawFn) -> str:
    """Text whose UTF-8 was read in another encoding, once or twice, between text that was not."""
    text = draw(st.text(SCRIPTS, max_size=8))
    for _ in range(draw(st.integers(0, 2))):
        encoding = draw(st.sampled_from(ENCODINGS))
        text = text.encode("utf-8", "replace").decode(encoding, draw(st.sampled_from(["replace", "ignore"])))
    return text


def nasty_lines() -> st.SearchStrategy[str]:
    pieces = st.one_of(st.sampled_from(NASTY), misread(), st.text(max_size=3), st.sampled_from(SCRIPTS))
    return st.lists(pieces, max_size=12).map("".join)


def switches() -> st.SearchStrategy[dict[str, bool]]:
    return st.dictionaries(st.sampled_from([step.name for step in STEPS]), st.booleans())


@settings(max_examples=800)
@given(nasty_lines(), switches())
@example("&am&#112;lt;br&gt;", {})
@example("\u1fef\u037e", {})
@example("( \u00ad )", {"spaces": False})
def test_what_is_normalized_is_normalized(text: str, switched: dict[str, bool]) -> None:
    normalizer = Normalizer(switched)
    once = normalizer.line(text)
    assert normalizer.line(once) == once
    assert not set("\n\r\u2028\u2029") & set(once)
    if normalizer.switches["spaces"]:
        assert once == " ".join(once.split())
    if normalizer.switches["nfc"]:
        assert unicodedata.is_normalized("NFC", once)


@settings(max_examples=800)
@given(nasty_lines())
def test_no_step_changes_a_line_that_does_not_need_it(text: str) -> None:
    for step in STEPS:
        if not _test(step)(text):
            assert step.run(text) == text, step.name


@settings(max_examples=800)
@given(nasty_lines(), switches())
def test_the_tests_of_all_steps_together_miss_nothing(text: str, switched: dict[str, bool]) -> None:
    normalizer = Normalizer(switched)
    if normalizer._settled(text):
        for step in STEPS:
            if normalizer.switches[step.name]:
                assert step.run(text) == text, step.name


@settings(max_examples=1500)
@given(st.one_of(misread(), nasty_lines()))
def test_ftfy_changes_nothing_that_is_not_suspected(text: str) -> None:
    if not may_be_mojibake(text):
        assert ftfy.fix_encoding(text) == text


def test_every_pair_that_ftfy_takes_for_mojibake_is_suspected() -> None:
    """All pairs and, where three characters are told by the outer two, all such triples, in every surrounding."""
    known = "".join(MOJIBAKE_CATEGORIES.values())
    alphabet = sorted(
        {chr(c) for c in range(0x80, 0x2600)} & set(_spelled_out(known))
        | set("ЂŒœàâó√≈‚Ä€™")
        | {"\ufffd", "\uf8ff", "\ufb01", "\ufb02"}
    )
    assert len(alphabet) > 350
    for pair in itertools.product(alphabet, repeat=2):
        text = f" {''.join(pair)}a{''.join(pair)} {''.join(pair)}"
        if BADNESS_RE.search(text):
            assert may_be_mojibake("".join(pair)) or may_be_mojibake(text), text
    for outer in itertools.product("ВГРСΒΓΞΟØÙ", repeat=2):
        for inner in alphabet:
            text = outer[0] + inner + outer[1] + inner
            if BADNESS_RE.search(text):
                assert may_be_mojibake(text), text
    for single in alphabet:
        for around in ("a{} b", "{} ", "a {} b", ". {} «", "{}", "a{}b", "B{}"):
            text = around.format(single)
            if BADNESS_RE.search(text):
                assert may_be_mojibake(text), text


def _spelled_out(classes: str) -> str:
    out = []
    for i, character in enumerate(classes):
        if character == "-" and 0 < i < len(classes) - 1:
            out += [chr(c) for c in range(ord(classes[i - 1]), ord(classes[i + 1]))]
        else:
            out.append(character)
    return "".join(out)


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.name)
def test_every_step_is_described(step: object) -> None:
    assert step.what  # type: ignore[attr-defined]
    assert step.run.__doc__  # type: ignore[attr-defined]
