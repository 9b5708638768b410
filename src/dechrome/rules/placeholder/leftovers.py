"""What a browser was to run and a site's engine to replace: scripts, styles, shortcodes and tags left in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dechrome.types import Document

# Calls that only pages make: of ads, counters, embeds and libraries.
_SCRIPT = re.compile(
    r"adsbygoogle|googletag\.|dataLayer\b|\b_gaq\b|\bfbq\(|\bgtag\(|taboola\.push|ezstandalone|OBR\.extern|\bpbjs\.|"
    r"document\.write\(|facebook-jssdk|\batOptions\b|twttr\.|\bWaterfall_|jQuery\(|\$\(document\)|getElementsByTagName\(|"
    r"getElementById\(|addEventListener\(|\bwindow\.\w+ ?=|^\W{0,3}function ?\([\w, ]*\) ?\{|^\{\s*\"@context\""
)
_STYLE = re.compile(r"^(?:@media\b.*\{|@import\b.*;$|[.#][\w-]+[\w.#:>~+*, -]*\{(?:[^{}]*\}|\s*$))")
_WORDPRESS = (
    r"caption|gallery|embed|vc_\w+|et_pb_\w+|fusion_\w+|su_\w+|tds?_\w+|contact-form-7|mc4wp_form|wpforms|gravityform|"
    r"ninja_form|adrotate|the_ad|the_ad_group|xyz-ihs|rev_slider|metaslider|ngg\w*|playlist|audio|video|sc_embed\w*|"
    r"elementor-template|rl_gallery|widget\w*|newsletter\w*|related_posts?\w*|toc|ez-toc"
)
_SHORTCODE = re.compile(
    rf"^(?:\[/?(?:{_WORDPRESS})(?:[\s=][^\]]*)?\]\s*)+$|^\[(?:caption|embed)\b[^\]]*\].*\[/(?:caption|embed)\]$"
)
_ENGINE = re.compile(
    r"^\{/?(?:loadposition|loadmodule|modulepos|jcomments|source|gallery|youtube|vimeo|readmore)\b[^{}]*\}$"
)
_TAG = re.compile(
    r"(?i)^(?:</?(?:script|iframe|div|span|br|ins|style|noscript|figure|center|font|embed|object)\b[^<>]*/?>\s*)+$"
)
# A leftover ends so; hardly any sentence does.
_ENDS = (";", "{", "}", ">", "]", ")", "(", ",", "?")
_REPLACED = (_SHORTCODE, _ENGINE)
# What goes on from a line of a script: its brackets, its settings.
_GOES_ON = re.compile(r"^[\s\])};,]+$|^[\w$.'\"-]+\s*[:=]\s*\S.*[,;]$|^.*[{;]$")
_SUBJECT = re.compile(
    r"(?i)(?<![^\W_])(?:code|codes|scripts?|javascript|jquery|css|html|php|xml|json|short ?codes?|snippets?|plugins?|"
    r"functions?|variables?|markup|quell(?:text|code)|skripte?|código|codice|скрипт\w*|код\w*|代码|程式碼|コード|코드)(?![^\W_])"
)


def leftovers(document: Document) -> Iterator[int]:
    """The lines that are such leftovers, with what goes on from them; none in a text that speaks of code."""
    lines = document.lines
    found = {
        i
        for i, line in enumerate(lines)
        if line.text.endswith(_ENDS) and is_leftover(line.text, shown=line.block is not None)
    }
    if not found or any(
        line.is_sentence and _SUBJECT.search(line.text) for i, line in enumerate(lines) if i not in found
    ):
        return
    for i in sorted(found):
        yield i
        after = i + 1
        while (
            after < len(lines) and after not in found and (not lines[after].text or _GOES_ON.match(lines[after].text))
        ):
            if lines[after].text:
                yield after
            after += 1


def is_leftover(text: str, *, shown: bool = False) -> bool:
    """Whether a line is a piece of a script or style, a shortcode or a tag and nothing else.

    What markup shows (`shown`) is no script, nor style or tag: code that the article is about.

    >>> is_leftover("[vc_row][vc_column]"), is_leftover("(adsbygoogle = window.adsbygoogle || []).push({});")
    (True, True)
    >>> is_leftover("[The council] said so."), is_leftover("#river { and #town"), is_leftover("<b>")
    (False, False, False)
    """
    return any(sign.search(text) for sign in (_REPLACED if shown else (*_REPLACED, _SCRIPT, _STYLE, _TAG)))
