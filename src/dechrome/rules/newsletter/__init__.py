"""Sign-up, app, follow-us, donate, membership, tip-line and event prompts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import ClassVar

from dechrome import blocks
from dechrome.boxes import SURE, fill_gaps, raise_neighbors
from dechrome.pitches import SentenceRule
from dechrome.seams import joined
from dechrome.types import Document, Mark, Marks

# How many sure lines make a box, and how many of them may name it; how long a pitch on top of it is at most, and
# what it begins with.
_BOX = 3
_LONGEST_BOX = 10
_LONGEST_PITCH = 200
_FIELD = re.compile(
    r"(?:(?:enter |type )?(?:your |ihre |votre |tu |seu |jouw |je |din )?"
    r"(?:e-?mail(?:[ -]?(?:addresse?|adresse?|adres))?|"
    r"adresse e-?mail|correo(?: electrónico)?|e-?postadresse?|e-?postadress|adres e-?mail|sähköpostiosoite|"
    r"メールアドレス|이메일(?: 주소)?|电子邮箱|電子郵件|электронная почта|e-mailová adresa|e-mailadresse|adres e-mail|"
    r"το email σασ|ваш e-?mail|e-posta adresiniz|البريد الالكتروني|بريدك الالكتروني|ईमेल पता|alamat email|"
    r"địa chỉ email)(?: (?:here|address))?) ?\*?"
)
_PITCH = re.compile(
    r"(?:plan|discover|explore|your|get|find|stay|keep|be the first|the (?:latest|best|biggest|day's)|all the|"
    r"start|join|make the most|everything you|a (?:daily|weekly|monthly)|ihre?|entdecken|alle|das wichtigste|"
    r"l'essentiel|retrouvez|découvrez|descubre|lo mejor|descubra|scopri|odkryj|wszystko|узнавайте|будьте|"
    r"ontdek|upptäck|oppdag|opdag)\b"
)


@dataclass(frozen=True)
class Newsletter(SentenceRule):
    """Prompts to sign up, follow, install, give or write in: single lines, sentences, and whole form boxes.

    >>> from dechrome import Cleaner
    >>> Cleaner(only=["newsletter"]).clean("The vote is on Tuesday. Sign up for our free newsletter here!")
    'The vote is on Tuesday.'
    """

    reach: int = 3
    """How many lines a suspected part of a box may stand from one that is sure."""
    gap: int = 2
    """How many unknown lines between two sure ones still belong to the box."""

    openers: ClassVar[re.Pattern[str]] = re.compile(
        r"(?:please |jetzt |just )?(?:sign[ -]?up|subscribe|join|get|receive|follow|download|donate|support|"
        r"become|click|enter|"
        r"register|want|like what|love|enjoy|never miss|don't miss|stay|be the first|help|like|scan|add|choose|"
        r"choose|"
        r"check out more|read more|keep up|start (?:your|each)|do you|have you|got a|if you|interested|email us|"
        r"send us|for the latest|"
        r"abonnieren|melden|folgen|folgt|folge|bestellen|lesen sie|sie (?:mögen|möchten|wollen|haben)|hat ihnen|"
        r"unterstützen|spenden|"
        r"inscrivez|abonnez|recevez|suivez|rejoignez|soutenez|téléchargez|suscr[ií]b|recibe|s[ií]gue|s[ií]gan|"
        r"únete|descarga|apoya|ap[oó]yanos|"
        r"assine|inscreva|receba|siga|baixe|apoie|participe|entre no|iscriviti|ricevi|seguici|scarica|sostieni|"
        r"zapisz|zamów|polub|dołącz|obserwuj|śledź|pobierz|wesprzyj|odwiedź|chcesz|"
        r"подпи|присоедин|следите|читайте|скачайте|поддержите|хотите|підпис|приєдн|стежте|"
        r"schrijf|meld je|volg|steun|doneer|blijf|ontvang|abonneer|prenumerera|följ|anmäl|stöd oss|ladda ne|"
        r"følg|tilmeld|meld deg|støt|last ned|hent |bliv |abonner|skriv dig op|"
        r"tilaa|seuraa|liity|lataa|tue |haluatko|přihlaste|sledujte|odebírejte|stáhněte|podpořte|přidejte|chcete|"
        r"ακολουθ|εγγραφ|γραφτ|κατεβασ|στηριξ|γινε|μαθετ|μειν|читайте|завантаж|підтрим|слідкуйте|долуч|хочете|"
        r"abone ol|takip|katil|kaydol|indir|bize |اشترك|انضم|تابع|حمل|سجل|ادعم|تبرع|लेटेस्ट|ताज|हमार|हमें|सब्सक्राइब|जुड़|"
        r"ikuti|gabung|dapatkan|unduh|daftar|berlangganan|dukung|simak|đăng ký|theo dõi|tải |mời |hãy |tham gia|"
        r"欢迎|歡迎|关注|關注|订阅|訂閱|扫码|加入|下载|下載|追蹤|立即|メルマガ|ニュースレター|登録|フォロー|アプリ|最新|구독|뉴스레터|지금|제보|후원)"
    )
    opener_weight: ClassVar[float] = 0.25
    voice: ClassVar[re.Pattern[str]] = re.compile(
        r"\b(?:our|us|we|we're|we'll|my|unser\w*|uns|nos|notre|nous|nuestr[oa]s?|noss[oa]s?|nostr[aoie]|nasz\w*|"
        r"nas|nam|"
        r"наш\w*|нас|нам|onze|ons|vår\w*|oss|vores|os|naši|náš|našeho|našemu|nás|nám|meitä|\w{3,}mme|μασ|"
        r"bizi|bize|\w{3,}(?:imiz|umuz|ümüz)\w*|kami|chúng tôi)\b|\w{3}تنا\b|تطبيقنا|हमार|हमें|我们|我們|저희|우리 "
    )

    def mark(self, document: Document, seen: Marks) -> Iterator[Mark]:
        """The form fields, buttons, pitch and title of a box, by the sure lines near them."""
        yield from joined(document, seen, self)
        yield from raise_neighbors(document, seen, self.name, self.reach, 0.75)
        yield from fill_gaps(document, seen, self.name, self.gap, 0.7)
        yield from blocks.whole(document, self.name, self._tops(document, seen), 0.7, "on top of a sign-up box")
        yield from blocks.whole(document, self.name, self._pitches(document, seen), 0.7, "between title and field")

    def _tops(self, document: Document, seen: Marks) -> Iterator[int]:
        """The pitch and the title that stand on top of a box of several sure lines."""
        sure = [i for i in seen.lines(self.name) if seen.confidence(i, self.name) >= SURE]
        for k, first in enumerate(sure[: 1 - _BOX]):
            box = sure[k : k + _BOX]
            if (k and sure[k - 1] == blocks.before(document, first)) or box[-1] - first > 2 * _BOX:
                continue
            pitch = blocks.before(document, first)
            if pitch is None or document.lines[pitch].width > _LONGEST_PITCH:
                continue
            title: int | None = pitch
            if _PITCH.match(document.lines[pitch].key):
                yield pitch
                title = blocks.before(document, pitch)
            if title is not None and document.lines[title].is_label and self._named(document, seen, title, first):
                yield title

    def _pitches(self, document: Document, seen: Marks) -> Iterator[int]:
        """A sentence directly between the title of a box and the field for the address."""
        for title in seen.lines(self.name):
            field = title + 2
            if field >= len(document.lines) or seen.confidence(title, self.name) < SURE:
                continue
            line = document.lines[title + 1]
            title_alone = not blocks.is_sentence(document, title)
            if title_alone and 0 < line.width <= _LONGEST_PITCH and _FIELD.fullmatch(document.lines[field].key):
                yield title + 1

    def _named(self, document: Document, seen: Marks, title: int, first: int) -> bool:
        """Whether the pitch or a line of the box says what stands in the title."""
        name = document.lines[title].key
        box = (i for i in range(title + 1, len(document.lines)) if i < first or seen.on(i, self.name))
        return any(name in document.lines[i].key for i in islice(box, _LONGEST_BOX))


RULE = Newsletter.beside(__file__)
