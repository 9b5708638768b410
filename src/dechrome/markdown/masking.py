"""Markdown of which only what a reader sees is left, in its place."""

from __future__ import annotations

from dechrome.markdown.reader import read_markdown
from dechrome.normalize import Normalizer


def masked(markdown: str) -> str:
    """`markdown` of the same length with spaces for whatever a reader does not see.

    >>> masked("By [Ann Lee](/ann), *May 4*")
    'By  Ann Lee       ,  May 4 '
    """
    seen = [" "] * len(markdown)
    for line in read_markdown(markdown, Normalizer()).lines:
        for run in line.shown.runs if line.shown else ():
            if run.length == run.end - run.start:
                seen[run.start : run.end] = markdown[run.start : run.end]
    return "".join(seen)
