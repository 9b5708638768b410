"""How far a chance can be believed, drawn as SVG: what is said to be off the body against what is."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from training.calibration import margins_of
from training.learn import Learned

_SIDE, _EDGE = 320, 44
_HEAD = (
    f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_SIDE + 2 * _EDGE} {_SIDE + 2 * _EDGE}" '
    'font-family="sans-serif" font-size="11"><rect width="100%" height="100%" fill="white"/>'
)


def bins(learned: Learned, count: int = 10) -> Iterator[tuple[float, float, int]]:
    """For each of `count` ranges of chances: the mean of what is said, the share that is off, how many lines."""
    off = 1 - np.interp(margins_of(learned.chance), learned.model.margins, learned.model.chances)
    number = np.minimum((off * count).astype(int), count - 1)
    for k in range(count):
        mask = number == k
        if mask.any():
            yield float(off[mask].mean()), float(1 - learned.rows.article[mask].mean()), int(mask.sum())


def reliability(learned: Learned) -> str:
    """The plot: a dot for each twentieth of the chances, larger for more lines; the diagonal is what to wish for."""
    parts = [_HEAD, _line(0, 0, 1, 1, "#bbb", "4 3"), _line(0, 0, 1, 0, "#444"), _line(0, 0, 0, 1, "#444")]
    for k in range(0, 11, 2):
        parts.append(_text(k / 10, -0.05, f"{k / 10:.1f}", "middle"))
        parts.append(_text(-0.02, k / 10 - 0.01, f"{k / 10:.1f}", "end"))
    parts.append(_text(0.5, -0.11, "said: chance that a line is off the body", "middle"))
    parts.append(_text(0.02, 1.03, "measured: share of lines that are", "start"))
    points = list(bins(learned, 20))
    most = max(count for _, _, count in points)
    path = " ".join(f"{_x(said):.1f},{_y(found):.1f}" for said, found, _ in points)
    parts.append(f'<polyline points="{path}" fill="none" stroke="#1668b0"/>')
    for said, found, count in points:
        size = 2 + 5 * (count / most) ** 0.25
        parts.append(f'<circle cx="{_x(said):.1f}" cy="{_y(found):.1f}" r="{size:.1f}" fill="#1668b0"/>')
    return "\n".join([*parts, "</svg>"]) + "\n"


def _x(value: float) -> float:
    return _EDGE + _SIDE * value


def _y(value: float) -> float:
    return _EDGE + _SIDE * (1 - value)


def _line(x: float, y: float, x2: float, y2: float, color: str, dash: str = "") -> str:
    return (
        f'<line x1="{_x(x):.0f}" y1="{_y(y):.0f}" x2="{_x(x2):.0f}" y2="{_y(y2):.0f}" stroke="{color}"'
        + (f' stroke-dasharray="{dash}"' if dash else "")
        + "/>"
    )


def _text(x: float, y: float, what: str, anchor: str) -> str:
    return f'<text x="{_x(x):.0f}" y="{_y(y):.0f}" text-anchor="{anchor}">{what}</text>'
