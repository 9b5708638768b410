"""What a page states of its article: JSON-LD, meta tags, microdata, the language attribute."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import Any

# Signs of scripts that are read at most.
_MOST = 2_000_000
_MOST_NODES = 20_000
# Of a property's text, so much is read.
_LONGEST, _MOST_PIECES = 1000, 20
_ARTICLE = re.compile(r"Article|Posting|NewsArticle|Report|WebPage|Recipe|Review|Claim", re.IGNORECASE)
_BEST = re.compile(r"Article|Posting|Report", re.IGNORECASE)
_META = {
    "og:title": "title", "twitter:title": "title", "dc.title": "title", "headline": "title", "title": "title",
    "author": "author", "article:author": "author", "dc.creator": "author", "parsely-author": "author",
    "byl": "author", "og:article:author": "author", "citation_author": "author", "sailthru.author": "author",
    "article:published_time": "published", "og:article:published_time": "published", "datepublished": "published",
    "dc.date": "published", "dc.date.issued": "published", "parsely-pub-date": "published", "date": "published",
    "pubdate": "published", "publish-date": "published", "citation_publication_date": "published",
    "article:modified_time": "modified", "og:updated_time": "modified", "datemodified": "modified",
    "og:site_name": "site", "application-name": "site", "dc.publisher": "site", "al:android:app_name": "site",
    "og:locale": "language", "content-language": "language", "dc.language": "language", "inlanguage": "language",
    "og:url": "url", "parsely-link": "url",
    "description": "description", "og:description": "description", "twitter:description": "description",
    "dc.description": "description",
}  # fmt: skip
_PROPERTY = {
    "headline": "title", "author": "author", "datepublished": "published", "datemodified": "modified",
    "inlanguage": "language",
}  # fmt: skip
_LINKED_DATA = {
    "headline": "title", "datePublished": "published", "dateModified": "modified", "description": "description",
}  # fmt: skip
# Which source is believed first: JSON-LD, what is stated in a tag, the page's own title.
_LINKED, _TAG, _OWN = 0, 1, 2
_NO_NAME = re.compile(
    r"https?:|www\.|[@/<>{}]|^\W*$|^(?:admin|administrator|webmaster|editor|unknown|null|none)$", re.IGNORECASE
)
_AND = re.compile(r"\s*[;|]\s*|\s+(?:and|und|et|y|e|og|och|en|и)\s+|\s*[&•·]\s*")
_BY = re.compile(r"^(?:by|von|par|por|di|av|af|door)\s+", re.IGNORECASE)
_LANGUAGE = re.compile(r"[a-z]{2,3}(?=$|[-_])", re.IGNORECASE)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class Facts:
    """Collects the facts of a page while it is parsed.

    `body` is the article's text where JSON-LD has it.
    """

    def __init__(self) -> None:
        self.body = ""
        self._found: list[tuple[int, str, str]] = []  # how far it is to be believed, kind, value
        self._script: list[str] | None = None
        self._title: list[str] | None = None
        self._room = _MOST
        self.listening = False
        """Whether text of the page is wanted: that of an element which holds a property."""
        self._property: tuple[int, str, list[str]] = (0, "", [])

    def start(self, tag: str, attributes: Mapping[str, str], depth: int = 0) -> None:
        """An element that may state something begins, inside `depth` others."""
        if tag == "meta":
            names = (attributes.get(key) for key in ("property", "name", "http-equiv", "itemprop"))
            name = next((name for name in names if name), "").strip().lower()
            self._add(_TAG, _META.get(name), attributes.get("content"))
        elif tag == "link" and "canonical" in attributes.get("rel", "").lower().split():
            self._add(_LINKED, "url", attributes.get("href"))
        elif tag == "html":
            self._add(_LINKED, "language", attributes.get("lang") or attributes.get("xml:lang"))
        elif tag == "itemprop":
            self._start_property(attributes, depth)
        elif tag == "title":
            self._title = [] if self._title is None else self._title
        elif tag == "script" and "ld+json" in attributes.get("type", "").lower():
            self._script = []

    def data(self, text: str) -> None:
        """Text of an element that is not shown, or that holds a property."""
        if self.listening:
            self._property[2].append(text[:_LONGEST])
        elif self._script is not None and self._room > 0:
            self._script.append(text)
            self._room -= len(text)
        elif self._title is not None and sum(map(len, self._title)) < 1000:
            self._title.append(text)

    def end(self, tag: str) -> None:
        """An element that is not shown ends."""
        if tag == "script" and self._script is not None:
            self._read("".join(self._script))
            self._script = None
        elif tag == "title" and self._title and not any(rank == _OWN for rank, _, _ in self._found):
            self._add(_OWN, "title", "".join(self._title))

    def _start_property(self, attributes: Mapping[str, str], depth: int) -> None:
        value = attributes.get("content") or attributes.get("datetime")
        for name in attributes["itemprop"].lower().split():
            kind = _PROPERTY.get(name)
            self._add(_TAG, kind, value)
            if kind and not value and not self.listening:
                self.listening, self._property = True, (depth, kind, [])

    def shut(self, depth: int) -> None:
        """An element ends that is inside `depth` others."""
        if self._property[0] == depth:
            self.listening = False
            self._add(_TAG, self._property[1], "".join(self._property[2][:_MOST_PIECES]))

    def stated(self) -> dict[str, str]:
        """The facts by kind.

        Authors are separated by `; `; dates are in ISO 8601, the language is a code, the others are text.
        """
        best: dict[str, list[str]] = {}
        ranks: dict[str, int] = {}
        for rank, kind, value in sorted(self._found, key=lambda found: found[0]):
            for part in _checked(kind, value):
                if ranks.setdefault(kind, rank) == rank:
                    best.setdefault(kind, []).append(part)
        facts = {kind: values[0] for kind, values in best.items() if kind != "author"}
        if "author" in best:
            facts["authors"] = "; ".join(_once(best["author"]))
        if "title" in facts and "site" in facts:
            facts["title"] = _without_site(facts["title"], facts["site"])
        return {kind: facts[kind] for kind in sorted(facts)}

    def _add(self, rank: int, kind: str | None, value: Any) -> None:
        if kind and isinstance(value, str) and (value := " ".join(value.split())[:_LONGEST]):
            self._found.append((rank, kind, value))

    def _read(self, script: str) -> None:
        """What a script of JSON-LD says of an article."""
        script = script.strip().removeprefix("<!--").removesuffix("-->").strip().rstrip(";")
        try:
            known = list(_nodes(json.loads(script, strict=False)))
        except (ValueError, RecursionError):
            return
        named = {str(node["@id"]): node for node in known if "@id" in node and "name" in node}
        articles = [node for node in known if _ARTICLE.search(_type(node))]
        articles.sort(key=lambda node: not _BEST.search(_type(node)))
        for node in articles[:1]:
            for key, kind in _LINKED_DATA.items():
                self._add(_LINKED, kind, node.get(key))
            for name in _names(node.get("author"), named):
                self._add(_LINKED, "author", name)
            for name in _names(node.get("publisher"), named):
                self._add(_OWN, "site", name)
            self._add(_TAG, "language", node.get("inLanguage"))
            body = node.get("articleBody")
            if isinstance(body, str) and len(body) > len(self.body):
                self.body = body


def _once(names: Iterable[str]) -> list[str]:
    found: dict[str, str] = {}
    for name in names:
        found.setdefault(name.casefold(), name)
    return list(found.values())


def _nodes(found: Any) -> Iterator[dict[str, Any]]:
    waiting, seen = [found], 0
    while waiting and seen < _MOST_NODES:
        one = waiting.pop(0) if seen < 100 else waiting.pop()
        seen += 1
        if isinstance(one, dict):
            yield one
            waiting += [value for value in one.values() if isinstance(value, dict | list)]
        elif isinstance(one, list):
            waiting += [value for value in one if isinstance(value, dict | list)]


def _type(node: Mapping[str, Any]) -> str:
    found = node.get("@type", "")
    return " ".join(map(str, found)) if isinstance(found, list) else str(found)


def _names(found: Any, named: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    for one in found if isinstance(found, list) else [found]:
        node = one
        if isinstance(one, dict) and "name" not in one:
            node = named.get(str(one.get("@id")), {})
        name = node.get("name") if isinstance(node, Mapping) else node
        for value in name if isinstance(name, list) else [name]:
            if isinstance(value, str):
                yield value


def _checked(kind: str, value: str) -> Iterator[str]:
    """The value as it is given out: nothing where it makes no sense."""
    if kind == "author":
        for part in _AND.split(_BY.sub("", value)):
            name = part.strip(" ,")
            if name and len(name) <= 80 and not _NO_NAME.search(name):
                yield name
    elif kind in ("published", "modified"):
        try:
            yield (date if len(value) == 10 else datetime).fromisoformat(value).isoformat()
        except ValueError:
            yield from _day(value)
    elif kind == "language":
        if code := _LANGUAGE.match(value):
            yield code[0].lower()
    elif kind == "url":
        if value.startswith(("http://", "https://")):
            yield value
    else:
        import html

        yield html.unescape(value)


def _day(value: str) -> Iterator[str]:
    """The day of a moment that is written in a way of its own ("2024-03-03 at noon")."""
    if found := _DAY.match(value):
        try:
            yield date.fromisoformat(found[0]).isoformat()
        except ValueError:
            return


def _without_site(title: str, site: str) -> str:
    """The title without the site's name behind it: "Bridge opens | Harbor News"."""
    for sign in ("|", "-", "–", "—", "·", "»", "::", ":"):
        head, found, tail = title.rpartition(f" {sign} ")
        if found and tail.strip().casefold() == site.casefold() and head.strip():
            return head.strip()
    return title
