"""What is cut of what is proposed, and the reason given where it is not."""

from __future__ import annotations

from dechrome.decide import CAP, decide
from helpers import PROSE, document, mark


def half(_: str) -> float:
    return 0.5


def test_sure_enough_is_cut() -> None:
    cuts, refusals = decide(document("Share", "He left."), [mark(0, 0, 5, 0.5)], half)
    assert [(c.line, c.start, c.end) for c in cuts] == [(0, 0, 5)]
    assert not refusals


def test_below_the_threshold_is_declined_with_the_reason() -> None:
    cuts, refusals = decide(document("Share"), [mark(0, 0, 5, 0.49)], half)
    assert not cuts
    assert [r.reason for r in refusals] == ["below the threshold of 0.5"]


def test_each_rule_has_its_own_threshold() -> None:
    marks = [mark(0, 0, 5, 0.6, "bold"), mark(1, 0, 5, 0.6, "shy")]
    cuts, _ = decide(document("Share", "Tweet"), marks, lambda rule: 0.9 if rule == "shy" else 0.5)
    assert [c.mark.rule for c in cuts] == ["bold"]


def test_keep_outweighs_what_is_not_surer() -> None:
    marks = [mark(0, 0, 5, 0.8), mark(0, 0, 5, 0.8, "guard", keep=True)]
    cuts, refusals = decide(document("Share"), marks, half)
    assert not cuts
    assert [r.reason for r in refusals] == ["kept by guard: because"]


def test_keep_gives_way_to_what_is_surer() -> None:
    cuts, _ = decide(document("Share"), [mark(0, 0, 5, 0.95), mark(0, 0, 5, 0.9, "guard", keep=True)], half)
    assert len(cuts) == 1


def test_keep_protects_only_its_own_columns() -> None:
    marks = [mark(0, 6, 12, 0.9), mark(0, 0, 5, 0.95, "guard", keep=True)]
    cuts, _ = decide(document("Words [more]"), marks, half)
    assert [(c.start, c.end) for c in cuts] == [(6, 12)]


def test_paragraph_needs_the_surest_proposal() -> None:
    cuts, refusals = decide(document(PROSE), [mark(0, 0, len(PROSE), 0.89)], half)
    assert not cuts
    assert [r.reason for r in refusals] == ["has the shape of a paragraph, which needs 0.9"]
    assert decide(document(PROSE), [mark(0, 0, len(PROSE), 0.9)], half)[0]


def test_part_of_a_paragraph_may_go_at_the_common_threshold() -> None:
    cuts, _ = decide(document(PROSE + " Read more"), [mark(0, len(PROSE), len(PROSE) + 10, 0.6)], half)
    assert len(cuts) == 1


def test_overlapping_marks_become_one_cut_by_the_surest() -> None:
    marks = [mark(0, 0, 5, 0.7, "less"), mark(0, 3, 9, 0.9, "more"), mark(0, 20, 24, 0.6, "apart")]
    cuts, _ = decide(document("Share this page, he said to us."), marks, half)
    rules = [(c.start, c.end, [e.rule for e in c.evidence]) for c in cuts]
    assert rules == [(0, 9, ["more", "less"]), (20, 24, ["apart"])]


def test_evidence_of_several_rules_adds_up() -> None:
    marks = [mark(0, 0, 5, 0.4, "bold", why="a"), mark(0, 0, 5, 0.3, "shy", why="b")]
    (cut,), refusals = decide(document("Share", PROSE), marks, half)
    assert (cut.mark.rule, round(cut.confidence, 2)) == ("bold", 0.58)
    assert [(e.rule, e.why, e.confidence) for e in cut.evidence] == [("bold", "a", 0.4), ("shy", "b", 0.3)]
    assert [r.mark.rule for r in refusals] == []


def test_the_same_reason_counts_once() -> None:
    marks = [mark(0, 0, 5, 0.4, "bold", why='line "share"'), mark(0, 0, 5, 0.4, "shy", why='line "share"')]
    assert not decide(document("Share", PROSE), marks, half)[0]


def test_evidence_for_a_part_says_nothing_of_the_line() -> None:
    marks = [mark(0, 0, 16, 0.4, "bold", why="a"), mark(0, 11, 16, 0.4, "shy", why="b")]
    (cut,), _ = decide(document("Share this story", PROSE), marks, half)
    assert (cut.start, cut.end, cut.mark.rule) == (11, 16, "shy")


def test_sum_of_weak_signs_takes_no_sentence() -> None:
    text = "Learn more about the bridge in our list of all bridges."
    marks = [mark(0, 0, len(text), 0.4, "bold", why="a"), mark(0, 0, len(text), 0.4, "shy", why="b")]
    cuts, refusals = decide(document(text), marks, half)
    assert not cuts
    assert {r.reason for r in refusals} == {"reads as a sentence, and no sign of it is enough by itself"}


def test_mode_sets_what_a_paragraph_needs() -> None:
    assert decide(document(PROSE, "He left."), [mark(0, 0, len(PROSE), 0.8)], half, cap=1.0, prose=0.8)[0]


def test_order_of_marks_does_not_matter() -> None:
    marks = [mark(0, 0, 5, 0.7, "b"), mark(0, 0, 5, 0.7, "a"), mark(0, 0, 5, 0.7, "c")]
    ways = {str(decide(document("Share"), order, half)[0]) for order in (marks, marks[::-1], marks[1:] + marks[:1])}
    assert len(ways) == 1


def test_where_nearly_all_would_go_only_the_surest_proposals_are_followed() -> None:
    lines = ["He left town."] * 9 + ["Share"]
    unsure = [mark(i, 0, 13, 0.7) for i in range(9)]
    cuts, refusals = decide(document(*lines), [*unsure, mark(9, 0, 5, 0.95)], half, CAP)
    assert [c.line for c in cuts] == [9]
    assert {r.reason for r in refusals} == {"more than 95% of the text would go"}
