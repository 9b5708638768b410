"""Writing what is left of a page: as Markdown, or as a fragment of HTML without anything that could run.

Plain text needs no rendering. Of a plain text, Markdown is the text itself, and HTML its lines as paragraphs.
"""

from __future__ import annotations

from collections.abc import Set

from dechrome.types import Document


def render(document: Document, kept: Document, output: str, captions: Set[int] = frozenset()) -> str:
    r"""What is left of `document`, as `text`, `markdown` or `html`.

    `captions` are the numbers of lines that were removed as captions: their pictures stay.

    >>> from dechrome.html.reader import read_page
    >>> page = read_page("<h2>Bridge</h2><p>It is <b>open</b>, <a href='javascript:x()'>says</a> the mayor.")
    >>> print(render(page, page, "markdown"))
    ## Bridge
    <BLANKLINE>
    It is **open**, says the mayor.
    >>> render(page, page, "html")
    '<h2>Bridge</h2>\n<p>It is <strong>open</strong>, says the mayor.</p>'
    """
    if output == "text" or (output == "markdown" and document.page is None):
        return kept.output
    from dechrome.render import html, markdown
    from dechrome.render.pieces import pieces

    found = pieces(document, kept, captions)
    return markdown.write(found) if output == "markdown" else html.write(found)
