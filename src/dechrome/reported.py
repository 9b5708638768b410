"""Sentences that a reporter wrote, though they begin or sound as a site's own texts do."""

from __future__ import annotations

import re

from dechrome import shape

# What somebody said, shouted, or put on a sign.
_SAYING = (
    r"said|says|told|shouted|(?:he|she|they|the \w+) asked|sagte|sagt|erklärte|riefen?|a déclaré|a dit|dijo|afirmó|"
    r"gritó|decía|disse|afirmou|gritou|dizia|ha detto|powiedział\w*|zachęcają|сказал\w*|заявил\w*|zei|sade|sa han|"
    r"sagde|dedi"
)
_SAYING_UNBOUND = "ειπε|δηλωσε|قال"
# What a sign, a notice or a screen says.
_WRITTEN = (
    r"reads|dicen?|rezan?|diz|dizem|dit|disent|lit-on|peut-on lire|indiquait|indicaba|indicava|recitan?o?|si legge|"
    r"heißt es|steht (?:da|dort|auf|in)|säger|står d[eä][tr]|lyder|sier|siger|staat er|zegt|luidt|głosi|głoszą|czytamy|"
    r"przypomina|mówi|píše se|stojí v|připomněl\w*|říká|гласит|гласят|говорится|написано|говорит|нагадує|йдеться|каже|"
    r"diyor|yaziyor|λενε|λεει|γραφει|εγραφε|"
    # and said once
    r"disai(?:t|ent)|proclamait|annonçait|ponían?|rezaban?|decían|anunciava|recitava|diceva|annunciava|hieß es|"
    r"stand (?:da|dort|auf|in|über|an)|stod det|löd|stond er|luidde|głosił[ao]?|hlásal[ao]?|гласил[ао]?|"
    r"yaziyordu|ελεγε"
)
# Behind a comma, with or without who says so in front.
_TELLS = (
    r"explain(?:s|ed)|advise[sd]|warns|jokes|joked|recalled|replied|writes|wrote|erklärt|rät|rieten?|"
    r"(?<!vous )(?:explique|expliqua|conseille)|"
    r"explicó|explica|aconseja|explicou|aconselha|spiega|spiegò|consiglia|raadt|legt uit|förklarade|"
    r"forklarede|forklarte|råder|pyysi(?:vät)?|sanoi|kertoi|neuvoo|wyjaśni(?:ł\w*|a)|tłumaczy|radzi|vysvětl(?:il\w*|uje)|"
    r"объясн(?:ил\w*|яет)|поясн(?:ил\w*|яет|юєт?)|советует|радить|пояснює|παραδεχτηκε|εξηγει|εξηγησε|açikladi|"
    r"nói|viết|cho biết|giải thích|ujar(?:nya)?|kata(?:nya)?"
)
_BEHIND_COMMA = rf", (?:{_WRITTEN})\b|, (?:[^,.]{{1,40}} )?(?:{_TELLS})\b|ने (?:कहा|बताया)"
_REPORTING = re.compile(
    rf"\b(?:{_SAYING}|according to|announced|ruled|argued|argues|warned|accused|fined|lawsuit|regulators?|court|"
    r"erklarte|teilte|laut|zufolge|gericht|verklagt|selon|a annoncé|tribunal|según|anunció|segundo|secondo|według|"
    r"poinformował\w*|сообщил\w*|по словам|согласно|aldus|volgens|enligt|ifølge|göre|"
    # Calls and signs that somebody quotes.
    r"cried|repeated|begged|schrien?|stand auf|warnte|bat|(?:a|avait|ont) (?:crié|répété|demandé|lancé)|"
    r"rappelle|prévient|gritaron|repetía|repitió|pidió|pidieron|mostraba|gritaram|repetia|pediu|pediram|mostrava|avisa|"
    r"gridò|ripeteva|diceva|avvisa|hanno chiesto|ha chiesto|riep|smeekte|ropade|råbte|ropte|krzyknął|krzyknęła|"
    r"wołał[ai]?|τονιζει|крикнул[аи]?|просил[аи]?)\b|"
    rf"{_SAYING_UNBOUND}|{_BEHIND_COMMA}|"
    r"[，,][^，。,]{1,12}(?:说|說|称|稱)|συμφωνα με|表示|指出|报道|報道|と述べ|によると|밝혔다|에 따르면"
)
_SAID = re.compile(
    rf"\b(?:{_SAYING}|wołali|volali|признал\w*|sa hun|söyledi|kaže|rekao|rekla|řekl\w*|mondta|a spus)\b|"
    rf"{_BEHIND_COMMA}|{_SAYING_UNBOUND}"
)
# The stock phrase stands in quotation marks, and the sentence is about it: "«Sign up» is what they all say."
_OPENING = tuple("\"'“”„«»‘’‹›「『")
_BEHIND_QUOTE = re.compile(r"[^.!?\"'«»」』]{0,40}[\"'«»」』](?P<behind>.*)")
_ABOUT_IT = 3
# "Sponsored by the senator, the bill would ban it.": a clause with a subject of its own.
_BY = re.compile(
    r", (?:(?:the|an?|his|her|its|their|this|that|these|s?he|it|they) [a-z]|"
    r"(?:[A-Z0-9]\S* ){1,4}(?!from|with)[a-z]{4,}).*\.$"
)
# Japanese and Korean reporters write in the plain style, sites address their readers in the polite one.
_PLAIN = re.compile(
    r"(?:(?<!まし)(?<!でし)た|だ|る|(?<!くださ)(?<!下さ)(?<!願)い|(?<!ましょ)(?<!でしょ)う|く|つ|"
    r"(?<!니)(?<!금한)(?<!금지한)다)[.。][\"”」』)）]?$"
)
_JAPANESE_OR_KOREAN = re.compile(r"[\u3040-\u30ff\uac00-\ud7af]")
# What speaks to a reader in Chinese, and what a site offers.
_TO_READER = re.compile(
    r"[请請您你扫掃]|我们|我們|本[站网網报報]|关注|關注|公[众眾]号|公眾號|app|客服|咨询|諮詢|邮箱|信箱|@|http"
)
_LETTER = re.compile(r"[^\W\d_]")
# A phrase of so few characters may be the beginning of a word; so many behind it say something.
_SHORT, _MORE = 10, 6


def is_reported(sentence: str) -> bool:
    """Whether somebody said it, or the sentence is in the plain style of Japanese and Korean reporters.

    >>> is_reported("the board ruled that readers pay"), is_reported("구독이 크게 늘었다."), is_reported("구독하세요.")
    (True, True, False)
    """
    return _REPORTING.search(sentence) is not None or is_plain(sentence)


def is_said(rest: str) -> bool:
    """Whether a folded sentence goes on with who said so, or where it stands written.

    >>> is_said(", reads the sign."), is_said(" and share.")
    (True, False)
    """
    return _SAID.search(rest) is not None


def is_plain(sentence: str) -> bool:
    """Whether a sentence is in the plain style of Japanese and Korean.

    >>> is_plain("会員は百人を超えた。"), is_plain("会員は百人を超えました。"), is_plain("他说了。")
    (True, False, False)
    """
    text = sentence.rstrip()
    return _JAPANESE_OR_KOREAN.search(text) is not None and _PLAIN.search(text) is not None


def goes_on(line: str, phrase: str, rest: str) -> bool:
    """Whether a line that begins with a stock phrase, folded, goes on to `rest` as a sentence about something else.

    >>> goes_on("The app is free, she said.", "the app is free", ", she said.")
    True
    >>> goes_on("«Sign up now» is what all of them say.", "sign up", " now» is what all of them say.")
    True
    >>> goes_on("扫描二维码付款在海岛上越来越普遍。", "扫描二维码", "付款在海岛上越来越普遍。")
    True
    >>> goes_on("扫描二维码关注我们的公众号。", "扫描二维码", "关注我们的公众号。")
    False
    """
    if not shape.ends_sentence(line):
        return False
    quoted = _BEHIND_QUOTE.match(rest) if line.startswith(_OPENING) else None
    if quoted and len(quoted["behind"].split()) >= _ABOUT_IT:
        return True
    if is_said(rest) or (phrase.endswith(" by") and _BY.search(line)):
        return True
    if len(phrase) > _SHORT or len(rest) < _MORE:
        return False
    if _JAPANESE_OR_KOREAN.search(line):
        return is_plain(line)
    chinese = shape.count_unspaced(line) > 0
    return chinese and _LETTER.match(rest) is not None and _TO_READER.search(rest) is None
