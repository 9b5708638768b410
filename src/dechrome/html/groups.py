"""What class and id attributes say of an element, by the groups that their words belong to."""

from __future__ import annotations

import re
from functools import lru_cache

from dechrome.html.names import words

# Words of class and id attributes, by what they mean; the first letters are enough, but for those that end in `$`.
GROUPS = {
    "nav": "nav menu toolbar pagination pager",
    "crumb": "bread crumb",
    "foot": "foot copyright colophon legal imprint disclaim",
    "head": "header masthead top$ topbar",
    "side": "side rail aside secondary",
    "related": "relat recommend similar readmore next popular trending most latest also outbrain taboola",
    "comment": "comment disqus respond reply discuss",
    "share": "share sharing social addthis addtoany follow facebook twitter whatsapp",
    "letter": "newsletter subscri signup promo donat cta",
    "ad": "ad$ ads$ adv$ advert sponsor banner dfp gpt$",
    "consent": "cookie consent gdpr privacy",
    "byline": "byline author writer date time meta info posted publish",
    "caption": "caption credit figure photo image img media gallery",
    "tag": "tag$ tags keyword topic categor",
    "card": "card teaser item thumb tile grid list",
    "widget": "widget module block box",
    "modal": "modal popup overlay dialog login",
    "form": "search form input button btn",
    "article": "article artikel articulo",
    "content": "content contenu inhalt contenido",
    "post": "post entry",
    "body": "body text copy texto corpo",
    "story": "story news",
    "main": "main primary",
    "title": "title headline heading titre titulo",
    "lead": "lead intro summary excerpt standfirst deck dek teasertext",
    "skip": "skip sr$ screen visually hidden",
}
_STEMS = re.compile("|".join(f"(?P<{name}>{stems.replace(' ', '|')})" for name, stems in GROUPS.items()))
_NAMES = list(GROUPS)


@lru_cache(maxsize=20_000)
def groups(names: str) -> int:
    """The groups that class and id words belong to, a bit each.

    >>> [name for k, name in enumerate(GROUPS) if groups("post-comments navbar") >> k & 1]
    ['nav', 'comment', 'post']
    """
    found = 0
    for word in words(names):
        if "-" not in word and (match := _STEMS.match(word)):
            found |= 1 << _NAMES.index(str(match.lastgroup))
    return found
