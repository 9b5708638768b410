"""Removals are exact, nothing is lost, and the way back is exact too."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dechrome import Cleaner, Result, explain

CLEANER = Cleaner(
    plugins=False,
    phrases={"noise": {"line": ["noise"], "label": ["noise"], "glued": ["noise here"], "anywhere": ["much noise"]}},
)
LINES = st.sampled_from(
    [
        "noise", "", " ", "\u200bHe  left.", "Noise: a title", "He left (noise here).", "A &amp; B", "a\tb",
        "caf\u00c3\u00a9 noise here", "Comments are closed.", "She said . . ", "much noise about nothing",
        "\u3000\u65b0\u805e\u3000", "noise here",
    ]
)  # fmt: skip
ENDS = st.sampled_from(["\n", "\r\n", "\r", "\u2028", "\n\n", "\n\n\n"])
TEXTS = st.one_of(
    st.lists(st.tuples(LINES, ENDS), max_size=12).map(lambda pairs: "".join(line + end for line, end in pairs)),
    st.text(max_size=200),
)


def check_exact(result: Result) -> None:
    for removal in result.removals:
        assert result.source[removal.start : removal.end] == removal.text
    spans = sorted((r.start, r.end) for r in result.removals)
    assert all(a_end <= b_start for (_, a_end), (b_start, _) in pairwise(spans))


@given(TEXTS)
def test_removals_are_exact_and_the_source_comes_back(text: str) -> None:
    result = CLEANER.explain(text)
    check_exact(result)
    assert result.restore() == text


@given(TEXTS)
def test_edits_tell_every_difference(text: str) -> None:
    result = CLEANER.explain(text)
    for edit in result.edits:
        assert text[edit.start : edit.end] == edit.before
        assert result.text[edit.at : edit.at + len(edit.after)] == edit.after
    covered = sum(len(e.before) for e in result.edits) + len(result.text) - sum(len(e.after) for e in result.edits)
    assert covered == len(text)


@given(TEXTS)
def test_cleaning_again_changes_nothing(text: str) -> None:
    once = CLEANER.clean(text)
    assert CLEANER.clean(once) == once


@given(TEXTS)
def test_every_character_of_the_text_has_its_place_in_the_source(text: str) -> None:
    result = CLEANER.explain(text)
    places = [result.source_offset(i) for i in range(len(result.text))]
    assert places == sorted(places)
    changed = {i for e in result.edits for i in range(e.at, e.at + len(e.after))}
    assert all(text[place] == result.text[i] for i, place in enumerate(places) if i not in changed)


def test_offset_outside_the_text_is_an_error() -> None:
    with pytest.raises(IndexError, match="offset 3 is outside the text, which has 3 characters"):
        explain("abc").source_offset(3)


def test_offsets_survive_normalization_before_and_inside_the_line() -> None:
    source = "\u200b  caf\u00c3\u00a9 &amp; bar\r\n\r\n  He\u00a0 left\u00ad town. (noise here) \r\nBye."
    result = CLEANER.explain(source)
    assert result.text == "café & bar\n\nHe left town.\nBye."
    (removal,) = result.removals
    assert removal.text.strip() == "(noise here)"
    assert removal.line == 3
    check_exact(result)


def test_result_counts_characters_by_rule() -> None:
    result = CLEANER.explain("He left.\nnoise\nShe stayed.\nnoise\nThey met again.")
    assert result.counts == {"noise": 10}


def test_line_cut_twice_in_different_rounds_keeps_exact_places() -> None:
    source = "He left the town. Noise here. Noise here."
    result = CLEANER.explain(source)
    assert result.text.startswith("He left the town")
    check_exact(result)
    assert result.restore() == source
