"""One tool, asked for the text of one page after the other: `python worker.py ASK OPTIONS`.

Run in the tool's own environment, so of other packages only the tool may be imported. Reads JSON lines with `input`,
`lang` (or null) and `part`, and answers each with a line: `seconds` of CPU time, and `text` or `error`. The first line
of all says that the tool is ready.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Mapping
from functools import cache
from time import process_time
from typing import Any

Page = Mapping[str, Any]
Extract = Callable[[Page], str]

# What is loaded and compiled when it is first needed is loaded for this page, before anything is measured.
_PAGE = "<!doctype html><html lang='{0}'><title>{1}</title><body><article>{2}</article></body></html>"
_FIRST = {
    "en": "The ferry to the islands will sail again in May, said the harbor office, and nobody was happier than she.",
    "zh": "港務局表示，前往各島的渡輪將於五月復航，而島上的居民比任何人都高興。今年冬天的風暴毀壞了碼頭。",
}

# ISO 639-1 to the names of jusText's lists, where there is one.
_STOPLISTS = dict(
    pair.split(":")
    for pair in """ar:Arabic bg:Bulgarian bn:Bengali cs:Czech da:Danish de:German el:Greek en:English es:Spanish
    et:Estonian fa:Persian fi:Finnish fr:French he:Hebrew hi:Hindi hr:Croatian hu:Hungarian id:Indonesian it:Italian
    ka:Georgian ko:Korean lt:Lithuanian lv:Latvian ms:Malay nl:Dutch no:Norwegian_Bokmal pl:Polish pt:Portuguese
    ro:Romanian ru:Russian sk:Slovak sl:Slovenian sr:Serbian sv:Swedish sw:Swahili ta:Tamil te:Telugu tl:Tagalog
    tr:Turkish uk:Ukrainian ur:Urdu vi:Vietnamese""".split()
)


def trafilatura(_: Mapping[str, Any]) -> Extract:
    """Comments are no article; all else as it comes."""
    from trafilatura import extract

    return lambda page: extract(page["input"], include_comments=False) or ""


def readability(_: Mapping[str, Any]) -> Extract:
    """Readability gives HTML; its text by inscriptis, which keeps blocks apart."""
    from inscriptis import get_text
    from readability import Document

    return lambda page: get_text(Document(page["input"]).summary(html_partial=True))


def resiliparse(_: Mapping[str, Any]) -> Extract:
    """The main content without comments, dates and bylines, and what stands for pictures."""
    from resiliparse.extract.html2text import extract_plain_text

    options = {"main_content": True, "alt_texts": False, "comments": False, "post_meta": False}
    return lambda page: extract_plain_text(page["input"], preserve_formatting=True, **options)


def justext(_: Mapping[str, Any]) -> Extract:
    """The stoplist of the page's language; without one, none, and no share of stop words is asked for."""
    from justext import get_stoplist
    from justext import justext as judge

    stoplist = cache(get_stoplist)

    def extract(page: Page) -> str:
        name = _STOPLISTS.get(page["lang"])
        if name:
            parts = judge(page["input"], stoplist(name))
        else:
            parts = judge(page["input"], frozenset(), stopwords_low=0, stopwords_high=0)
        return "\n".join(part.text for part in parts if not part.is_boilerplate)

    return extract


def newspaper4k(_: Mapping[str, Any]) -> Extract:
    """Told the language where it knows it; pictures are not fetched."""
    from newspaper import article
    from newspaper.utils import get_available_languages

    known = set(get_available_languages())

    def extract(page: Page) -> str:
        lang = page["lang"] if page["lang"] in known else None
        found = article("http://page.invalid/", language=lang, input_html=page["input"], fetch_images=False)
        return str(found.text)

    return extract


def goose3(_: Mapping[str, Any]) -> Extract:
    """Told the language where it knows it, with the way to part words that it has for some."""
    from pathlib import Path

    import goose3
    from goose3 import text

    lists = Path(goose3.__file__).parent / "resources" / "text"
    own = {"ar": "StopWordsArabic", "ja": "StopWordsJapanese", "ko": "StopWordsKorean", "zh": "StopWordsChinese"}

    @cache
    def goose(lang: str | None) -> Any:
        if not lang or not (lists / f"stopwords-{lang}.txt").exists():
            return goose3.Goose()
        words = getattr(text, own.get(lang, "StopWords"))
        return goose3.Goose({"use_meta_language": False, "target_language": lang, "stopwords_class": words})

    return lambda page: str(goose(page["lang"]).extract(raw_html=page["input"]).cleaned_text)


def boilerpy3(_: Mapping[str, Any]) -> Extract:
    """The extractor for articles; what it read of a page that it cannot read to the end."""
    from boilerpy3.extractors import ArticleExtractor

    extractor = ArticleExtractor(raise_on_failure=False)
    return lambda page: str(extractor.get_content(page["input"]))


def dechrome(options: Mapping[str, Any]) -> Extract:
    """A cleaner for each part of the sites: `parts` are the settings of each."""
    from dechrome import Cleaner

    rest = {name: value for name, value in options.items() if name != "parts"}
    cleaners = [Cleaner(**rest, settings=settings, plugins=False) for settings in options["parts"]]
    return lambda page: cleaners[page["part"]].clean(page["input"])


ASK = (trafilatura, readability, resiliparse, justext, newspaper4k, goose3, boilerpy3, dechrome)


def answer(extract: Extract, page: Page) -> dict[str, Any]:
    """The text of a page and the CPU time that it took, or what went wrong."""
    start = process_time()
    try:
        text = extract(page)
    except Exception as error:  # whatever a tool cannot take is a page that it fails on, no end of the benchmark
        return {"error": f"{type(error).__name__}: {error}"[:300], "seconds": process_time() - start}
    return {"text": text, "seconds": process_time() - start}


def main() -> int:
    """Answer until there is nothing more to read. What the tool prints goes to standard error."""
    with os.fdopen(os.dup(1), "w", encoding="utf-8") as out:
        os.dup2(2, 1)
        ask, options = sys.argv[1], json.loads(sys.argv[2])
        extract = next(one for one in ASK if one.__name__ == ask)(options)
        for part in range(len(options["parts"])):
            for lang, text in _FIRST.items():
                page = _PAGE.format(lang, text[:9], 12 * f"<p>{text}</p>")
                answer(extract, {"input": page, "lang": lang, "part": part})
        print(json.dumps({"ready": True}), file=out, flush=True)
        for line in sys.stdin.buffer:
            print(json.dumps(answer(extract, json.loads(line))), file=out, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
