"""What each kind of phrase finds, and what it leaves."""

from __future__ import annotations

import pytest

from dechrome import PhraseRule


def found(kind: str, phrase: str, line: str) -> list[str]:
    """The parts of `line` that a rule of one phrase would take out."""
    rule = PhraseRule.of("a_rule", {"en": {kind: [phrase]}})
    return [line[hit.start : hit.end] for hit in rule.match(line) if hit.confidence >= 0.5]


@pytest.mark.parametrize(
    "line", ["Share this", "SHARE THIS:", "\u2022 Share this", "[Share\u00a0this]", "Share this \u00bb"]
)
def test_line_is_found_whatever_stands_around_it(line: str) -> None:
    assert found("line", "share this", line) == [line]


@pytest.mark.parametrize("line", ["Share this page", "\u201cShare this\u201d", "They share this", "Share, this"])
def test_line_must_be_the_whole_line(line: str) -> None:
    assert found("line", "share this", line) == []


@pytest.mark.parametrize("phrase", ["was this page useful", "Was this page useful?"])
@pytest.mark.parametrize("line", ["Was this page useful", "\u00bfWas this page useful?", "[Was this page useful?]"])
def test_question_is_found_with_its_mark_and_without(phrase: str, line: str) -> None:
    assert found("line", phrase, line) == [line]


def test_label_with_a_question_mark_may_be_somebodys_question() -> None:
    assert found("line", "comments", "Comments?") == []
    assert found("prefix", "already a subscriber?", "Already a subscriber to three magazines, she had no time.") == []


def test_curly_and_plain_quotes_are_the_same() -> None:
    assert found("line", "don't miss", "Don\u2019t miss") == ["Don\u2019t miss"]
    assert found("line", "don\u2019t miss", "Don't miss") == ["Don't miss"]


@pytest.mark.parametrize(
    "line",
    [
        "Also read: Ten ways",
        "ALSO READ | Ten ways",
        "Also read – Ten ways",
        "Also read » Is it so?",
        "Also read → Ten ways",
        "(Also read): Ten ways",
        "👉 Also read: Ten ways",
    ],
)
def test_label_takes_the_title_behind_it(line: str) -> None:
    assert found("label", "also read", line) == [line]


@pytest.mark.parametrize(
    "line", ["Also read: the judge fined him.", "Also read the label", "Also reading: a book", "Also read:"]
)
def test_label_leaves_sentences_and_other_words(line: str) -> None:
    assert found("label", "also read", line) == []


def test_prefix_and_suffix_end_at_words() -> None:
    assert found("prefix", "sign up for", "Sign up for our letter")
    assert not found("prefix", "sign up for", "Sign up forever")
    assert found("suffix", "all rights reserved", "The Times. All rights reserved.")
    assert not found("suffix", "rights reserved", "The copyrights reserved")


def test_cues_add_up() -> None:
    rule = PhraseRule.of(
        "a_rule", {"en": {"anywhere": [{"text": "cookies", "confidence": 0.4}, {"text": "consent", "confidence": 0.4}]}}
    )
    (one,) = rule.match("We bake cookies")
    (both,) = rule.match("We ask consent for cookies")
    assert one.confidence == pytest.approx(0.4)
    assert both.confidence == pytest.approx(0.64)
    assert both.why == 'holds "cookies", "consent"'


@pytest.mark.parametrize(
    "line",
    ["He left. Read more", "He left.Read more \u00bb", "He left (read more).", "He said \u201cno.\u201d Read more"],
)
def test_glued_takes_only_itself(line: str) -> None:
    (part,) = found("glued", "read more", line)
    assert line.startswith("He")
    assert "He" not in part
    assert "ead more" in part


@pytest.mark.parametrize("line", ["He left to read more", "Read more", "He wanted to read more."])
def test_glued_leaves_a_sentences_own_words(line: str) -> None:
    assert found("glued", "read more", line) == []


def test_regex_with_a_cut_group() -> None:
    rule = PhraseRule.of(
        "a_rule", {"any": {"regex": [{"text": r"\((?:Photo): \p{Lu}[^)]+\)()", "triggers": ["photo"]}]}}
    )
    assert [(h.start, h.end) for h in rule.match("He left. (Photo: Ana Lima)")] == [(0, 26)]
    rule = PhraseRule.of(
        "a_rule", {"any": {"regex": [{"text": r"(?P<cut>\(Photo: \p{Lu}[^)]+\))", "triggers": ["photo"]}]}}
    )
    assert [(h.start, h.end) for h in rule.match("He left. (Photo: Ana Lima)")] == [(9, 26)]


@pytest.mark.parametrize(
    ("phrase", "line", "wanted"),
    [
        ("{n} comments", "1,204 Comments", True),
        ("{n} comments", "No comments", False),
        ("by {name}", "By Ludwig van der Rohe and Ana Lima", True),
        ("by {name}", "By the way", False),
        ("by {name}", "By 2012", False),
        ("updated {date}", "Updated: Jan. 17, 2012 10:55 IST", True),
        ("updated {date}", "Updated rules", False),
        ("by {name} {date}", "By Ana Lima 12 May 2020", True),
        ("share on {few}", "Share on X", True),
        ("share on {few}", "Share on the first day of the year", False),
        ("click {any} to share", "Click on this here button to share", True),
        ("分享{any}", "分享到微博", True),
    ],
)
def test_blanks(phrase: str, line: str, wanted: bool) -> None:
    assert bool(found("line", phrase, line)) is wanted


def test_scripts_without_spaces_have_no_word_ends() -> None:
    assert found("anywhere", "版权所有", "本站版权所有不得转载")
    assert not found("anywhere", "reserved", "unreservedly so")
