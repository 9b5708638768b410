"""What was found, as a table in a page of the documentation and as a plot beside it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean

from benchmarks.peers.plot import Point, plot
from benchmarks.peers.scoring import Score, chrome, f1, lost, speed

BEGIN, END = "<!-- peers: written by benchmarks/peers -->", "<!-- end of peers -->"
REFERENCE = "trafilatura"


@dataclass(frozen=True)
class Row:
    """A tool with what it reached on every page."""

    name: str
    version: str
    is_own: bool
    scores: Sequence[Score]

    @property
    def by_set(self) -> dict[str, list[Score]]:
        """The pages of each set, in order of name."""
        found: dict[str, list[Score]] = defaultdict(list)
        for one in self.scores:
            found[one.set].append(one)
        return dict(sorted(found.items()))

    @property
    def quality(self) -> float:
        """The mean F1 of the sets, each counted the same; of those with whole articles where there are any."""
        sets = self.by_set.values()
        return fmean(f1(pages) for pages in [s for s in sets if s[0].whole] or sets)

    @property
    def failed(self) -> int:
        """How many pages it failed on."""
        return sum(one.failed for one in self.scores)


def table(rows: Sequence[Row]) -> str:
    """The table, the best F1 first."""
    sets = rows[0].by_set
    base = next((speed(row.scores) for row in rows if row.name == REFERENCE), None)
    names = [name if pages[0].whole else f"{name}, segments" for name, pages in sets.items()]
    head = ["tool", "version", "F1", *names, "article lost", "chrome left", "failed", "pages/s", f"× {REFERENCE}"]
    ranked = sorted(rows, key=lambda row: -row.quality)
    return "\n".join(
        f"| {' | '.join(cells)} |" for cells in [head, ["---"] * len(head), *(_cells(r, base) for r in ranked)]
    )


def _cells(row: Row, base: float | None) -> list[str]:
    pace = speed(row.scores)
    return [
        f"**{row.name}**" if row.is_own else row.name, row.version, f"{row.quality:.3f}",
        *(f"{f1(pages):.3f}" for pages in row.by_set.values()),
        f"{lost(row.scores):.3f}", f"{chrome(row.scores):.3f}", str(row.failed),
        f"{pace:.1f}", f"{pace / base:.2f}" if base else "-",
    ]  # fmt: skip


def points(rows: Sequence[Row]) -> list[Point]:
    """The tools for the plot."""
    return [Point(row.name, speed(row.scores), row.quality, row.is_own) for row in rows]


def summary(rows: Sequence[Row], about: Mapping[str, str]) -> str:
    """What was measured, in a sentence or two."""
    sets = rows[0].by_set
    counted = ", ".join(f"{name} {len(pages)}" for name, pages in sets.items())
    facts = "; ".join(f"{name} {value}" for name, value in about.items())
    return f"{len(rows[0].scores)} pages ({counted}). {facts}."


def check(page: Path) -> None:
    """Raises ValueError if the page of the documentation has no place for the table."""
    text = page.read_text(encoding="utf-8")
    if BEGIN not in text or END not in text:
        raise ValueError(f"{page} lacks the marks {BEGIN!r} and {END!r}")


def write(page: Path, rows: Sequence[Row], about: Mapping[str, str]) -> None:
    """Put summary, plot and table between the page's marks; the plot is a file beside it with its name."""
    check(page)
    drawing = page.with_suffix(".svg")
    drawing.write_text(plot(points(rows)), encoding="utf-8")
    head, _, rest = page.read_text(encoding="utf-8").partition(BEGIN)
    _, _, foot = rest.partition(END)
    found = f"{summary(rows, about)}\n\n![F1 against pages a second]({drawing.name})\n\n{table(rows)}"
    page.write_text(f"{head}{BEGIN}\n{found}\n{END}{foot}", encoding="utf-8")
