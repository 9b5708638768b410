"""What each rule and each mode reaches on labelled lines; writes the tables of docs/quality.md.

    python benchmarks/quality.py CASES                         print both tables
    python benchmarks/quality.py CASES --write                 put them into docs/quality.md
    python benchmarks/quality.py CASES --texts TEXTS.jsonl.xz  the modes also on texts with a known article

CASES is a folder of labelled documents, NUMBER-KIND-LANG-NAME.tsv, with a line `LABEL<TAB>TEXT` for each line of the
document: no label for the article, `-` for a blank line, a rule's name for chrome, and `mixed:RULE` for a line of the
article whose chrome stands between U+27E6 and U+27E7. TEXTS holds JSON objects with `tool`, `text` and `gold`.
"""

from __future__ import annotations

import argparse
import json
import lzma
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from dechrome import Cleaner
from dechrome.options import MODES
from dechrome.shape import ends_sentence, width

PAGE = Path(__file__).resolve().parent.parent / "docs" / "quality.md"
OPEN, CLOSE = "\u27e6", "\u27e7"
TOKEN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uac00-\ud7af\u0e00-\u0e7f]|[^\W_]+")


@dataclass(frozen=True)
class Part:
    """A stretch of a document with one label; the article's is empty."""

    label: str
    start: int
    text: str
    line: str


@dataclass(frozen=True)
class Case:
    """A labelled document."""

    kind: str
    lang: str
    text: str
    parts: tuple[Part, ...]


@dataclass
class Score:
    """What happened to the tokens of one class, and what one rule removed."""

    total: int = 0
    out: int = 0
    right: int = 0
    wrong: int = 0
    left: Counter[str] = field(default_factory=Counter)


def main() -> int:
    """Measure, then print or write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("cases", type=Path)
    parser.add_argument("--texts", type=Path)
    parser.add_argument("--limit", type=int, default=400, help="texts of each tool (400)")
    parser.add_argument("--write", action="store_true", help="put the tables into docs/quality.md")
    options = parser.parse_args()
    cases = [read_case(path) for path in sorted(options.cases.glob("*-*-*.tsv"))]
    if not cases:
        print(f"no labelled document in {options.cases}", file=sys.stderr)
        return 1
    tables = {"rules": rule_table(cases), "modes": mode_table(cases)}
    if options.texts:
        tables["texts"] = text_table(options.texts, options.limit)
    for name, table in tables.items():
        print(f"\n{name}\n\n{table}")
    if options.write:
        page = PAGE.read_text(encoding="utf-8")
        for name, table in tables.items():
            page = replaced(page, name, table)
        PAGE.write_text(page, encoding="utf-8")
    return 0


def replaced(page: str, name: str, table: str) -> str:
    """`page` with the table of that name between its two marks written anew."""
    begin, end = f"<!-- {name}: written by benchmarks/quality.py -->", f"<!-- end of {name} -->"
    head, _, rest = page.partition(begin)
    _, _, foot = rest.partition(end)
    return f"{head}{begin}\n{table}\n{end}{foot}"


def read_case(path: Path) -> Case:
    """A labelled document from its file."""
    _, kind, lang, *_ = path.stem.split("-")
    parts: list[Part] = []
    texts: list[str] = []
    at = 0
    for raw in path.read_text(encoding="utf-8").rstrip("\n").split("\n"):
        label, _, text = raw.partition("\t")
        pieces = [(label, text)] if label != "-" else []
        if label.startswith("mixed:"):
            halves = re.split(f"[{OPEN}{CLOSE}]", text)
            pieces = [("" if k % 2 == 0 else label[6:], half) for k, half in enumerate(halves)]
        line = "".join(text for _, text in pieces)
        start = at
        for name, piece in pieces:
            parts.append(Part(name, start, piece, line))
            start += len(piece)
        texts.append(line)
        at += len(line) + 1
    return Case(kind, lang, "\n".join(texts), tuple(parts))


def judged(case: Case, cleaner: Cleaner) -> Iterator[tuple[Part, str]]:
    """Each token's part, and the rule that removed it, empty where it stayed."""
    by = [""] * len(case.text)
    for removal in cleaner.explain(case.text).removals:
        by[removal.start : removal.end] = [removal.rule] * (removal.end - removal.start)
    for part in case.parts:
        for token in TOKEN.finditer(part.text):
            yield part, by[part.start + token.start()]


def rule_table(cases: Sequence[Case]) -> str:
    """Precision and recall of every rule, and where most of its class is left."""
    cleaner = Cleaner(plugins=False)
    scores: dict[str, Score] = defaultdict(Score)
    for case in cases:
        for part, rule in judged(case, cleaner):
            if part.label:
                score = scores[part.label]
                score.total += 1
                score.out += bool(rule)
                if not rule:
                    score.left[f"{_shape(part.line)} ({case.kind}, {case.lang})"] += 1
            if rule:
                scores[rule].right += bool(part.label)
                scores[rule].wrong += not part.label
    rows = ["| rule | precision | recall | tokens | what it needs most |", "| --- | --- | --- | --- | --- |"]
    for name in sorted({rule.name for rule in cleaner.rules} | set(scores)):
        score = scores[name]
        rows.append(
            f"| `{name}` | {_share(score.right, score.wrong)} | {_recall(score)} | {score.total} | {_need(score)} |"
        )
    return "\n".join(rows)


def _share(right: int, wrong: int) -> str:
    return f"{right / (right + wrong):.3f}" if right + wrong else "-"


def _recall(score: Score) -> str:
    return f"{score.out / score.total:.3f}" if score.total else "-"


def _need(score: Score) -> str:
    if not score.total:
        return "cases: there is none of this class"
    if not score.left:
        return "nothing is left here"
    where, count = min(score.left.items(), key=lambda item: (-item[1], item[0]))
    return f"{where}: {count} of the {score.total - score.out} tokens left"


def _shape(line: str) -> str:
    if ends_sentence(line):
        return "paragraphs" if width(line) >= 140 else "sentences"
    return "titles" if width(line) > 40 else "labels"


def mode_table(cases: Sequence[Case]) -> str:
    """What each mode takes of the chrome and of the article, by kind of document."""
    kinds = sorted({case.kind for case in cases})
    head = "".join(f" {kind}: chrome out | article lost | exact |" for kind in kinds)
    rows = [f"| mode |{head}", "| --- |" + " --- | --- | --- |" * len(kinds)]
    for mode in MODES:
        cleaner = Cleaner(mode=mode, plugins=False)
        cells = [_mode_cell([case for case in cases if case.kind == kind], cleaner) for kind in kinds]
        rows.append(f"| `{mode}` |{''.join(cells)}")
    return "\n".join(rows)


def _mode_cell(cases: Sequence[Case], cleaner: Cleaner) -> str:
    chrome, out, article, lost, exact = 0, 0, 0, 0, 0
    for case in cases:
        perfect = True
        for part, rule in judged(case, cleaner):
            chrome, out = chrome + bool(part.label), out + bool(part.label and rule)
            article, lost = article + (not part.label), lost + (not part.label and bool(rule))
            perfect = perfect and bool(part.label) == bool(rule)
        exact += perfect
    return f" {out / max(1, chrome):.3f} | {lost / max(1, article):.4f} | {exact} of {len(cases)} |"


def text_table(path: Path, limit: int) -> str:
    """What each mode takes inside and outside of the known article, by 4-grams of tokens."""
    texts = list(read_texts(path, limit))
    rows = [
        "| mode | outside the article, removed | inside, removed | texts untouched inside |",
        "| --- | --- | --- | --- |",
    ]
    for mode in MODES:
        cleaner = Cleaner(mode=mode, plugins=False)
        outside = inside = junk = body = whole = 0
        for text, gold in texts:
            before, after = shingles(text), shingles(cleaner.clean(text))
            own = before & gold
            kept = sum((after & gold & own).values())
            total = sum(own.values())
            body, inside, whole = body + total, inside + total - kept, whole + (kept == total)
            rest = sum(before.values()) - total
            junk, outside = junk + rest, outside + rest - max(0, sum(after.values()) - kept)
        rows.append(
            f"| `{mode}` | {outside / max(1, junk):.3f} | {inside / max(1, body):.4f} | {whole / len(texts):.3f} |"
        )
    return "\n".join(rows)


def read_texts(path: Path, limit: int) -> Iterator[tuple[str, Counter[tuple[str, ...]]]]:
    """Up to `limit` texts of each tool whose article is known, with the article's shingles."""
    count: Counter[str] = Counter()
    with (lzma.open if path.suffix == ".xz" else open)(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            if record.get("gold") and count[record.get("tool", "")] < limit:
                count[record.get("tool", "")] += 1
                yield record["text"], shingles(record["gold"])


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """The runs of four tokens in a text, counted."""
    tokens = TOKEN.findall(text)
    return Counter(zip(*(tokens[k:] for k in range(4)), strict=False))


if __name__ == "__main__":
    sys.exit(main())
