"""Boxes about the outlet and its addresses, as a page's foot has them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dechrome.blocks import after, before, believed, is_sentence, last_sentence
from dechrome.outlook import once
from dechrome.rules.author_bio.endings import ADDRESS
from dechrome.types import Document, Marks

_ABOUT = frozenset(
    "about us|who we are|our mission|über uns|wer wir sind|qui sommes-nous|qui sommes nous|à propos de nous|"
    "quiénes somos|sobre nosotros|acerca de nosotros|quem somos|sobre nós|chi siamo|over ons|wie zijn wij|om oss|"
    "om os|tietoa meistä|o nas|o nás|о нас|про нас|σχετικα με εμασ|ποιοι ειμαστε|hakkimizda|biz kimiz|من نحن|"
    "हमारे बारे में|tentang kami|về chúng tôi|关于我们|關於我們|私たちについて|회사소개".split("|")
)
_CONTACT = frozenset(
    "contact|contact us|contacts|get in touch|kontakt|kontakta oss|kontakt oss|kontakt os|kontakty|kontaktujte nás|"
    "contatti|contattaci|contacto|contáctanos|contato|fale conosco|contactez-nous|nous contacter|yhteystiedot|"
    "ota yhteyttä|επικοινωνια|контакты|контакти|iletişim|اتصل بنا|संपर्क करें|hubungi kami|liên hệ|联系我们|聯絡我們|"
    "お問い合わせ|연락처|문의".split("|")
)
_FIELD = re.compile(
    r"(?:address|office|head office|newsroom|tel(?:ephone)?|phone|mobile|fax|e-?mail|web(?:site)?|whatsapp|adresse|"
    r"anschrift|telefon|telefax|redaktion|téléphone|courriel|dirección|teléfono|correo|endereço|telefone|indirizzo|"
    r"telefono|adres|telefoon|adress|osoite|puhelin|sähköposti|адрес(?: редакции)?|тел(?:ефон(?: редакции)?)?|факс|"
    r"адреса(?: редакції)?|διευθυνση|τηλ(?:εφωνο)?|φαξ|e-posta|عنوان|هاتف|पता|फ़ोन|फोन|alamat|telepon|địa chỉ|"
    r"điện thoại|地址|电话|電話|传真|傳真|邮箱|郵箱|住所|주소|전화|팩스|이메일)\.?"
)
_NUMBER = re.compile(r"\W*(?:\+|\(?0|\(?\d)[\d ()./-]{5,28}\d\W*")
_WIDEST = 700
_LONGEST = 70
_BETWEEN = 2  # lines of an address without any sign
_FEWEST = 3


def outlets(document: Document, seen: Marks) -> Iterator[int]:
    """A heading like "About us" below the text, with the one sentence or paragraph under it."""
    end = _end(document, seen)
    for i in range(end, len(document.lines)):
        below = after(document, i) if document.lines[i].key in _ABOUT else None
        if below is not None and is_sentence(document, below) and document.lines[below].width <= _WIDEST:
            yield from (i, below)
            yield from _addresses(document, after(document, below))


def contacts(document: Document, seen: Marks) -> Iterator[int]:
    """Runs of addresses and numbers under "Contact" or behind other chrome, below the text."""
    end = _end(document, seen)
    at = after(document, end - 1) if end < len(document.lines) else None
    while at is not None:
        run, signs, kinds = _run(document, at)
        if signs >= _FEWEST and len(kinds) >= 2:
            above = before(document, run[0])
            if document.lines[run[0]].key in _CONTACT or (above is not None and believed(seen, above)):
                yield from run
        at = after(document, run[-1] if run else at)


def _end(document: Document, seen: Marks) -> int:
    """The first line below the text: that of an "About us", or behind the last sentence of another kind."""
    return once(seen, "end above contacts", lambda: _below_text(document, seen))


def _below_text(document: Document, seen: Marks) -> int:
    abouts = [i for i, line in enumerate(document.lines) if line.key in _ABOUT]
    told = [i for i in abouts if (below := after(document, i)) is not None and is_sentence(document, below)]
    last = last_sentence(document, seen)
    if told and after(document, told[-1]) == last:
        return told[-1]
    return last + 1 if last >= 0 else len(document.lines)


def _addresses(document: Document, at: int | None) -> Iterator[int]:
    while at is not None and ADDRESS.match(document.lines[at].text):
        yield at
        at = after(document, at)


def _run(document: Document, start: int) -> tuple[list[int], int, set[str]]:
    """Lines from `start` on that belong to an address, how many of them show it, and by what."""
    run: list[int] = []
    signs, kinds, plain = 0, set(), 0
    at: int | None = start
    while at is not None and not is_sentence(document, at) and document.lines[at].width <= _LONGEST:
        kind = _kind(document.lines[at].key, document.lines[at].text)
        plain = 0 if kind else plain + 1
        if plain > _BETWEEN or (not run and not kind):
            break
        run.append(at)
        signs += bool(kind)
        kinds |= {kind} - {""}
        at = after(document, at)
    return run[: len(run) - plain], signs, kinds


def _kind(key: str, text: str) -> str:
    """What a line is of an address; empty for none."""
    if key in _CONTACT:
        return "label"
    label, _, rest = key.partition(":")
    if _FIELD.fullmatch(label.strip()):
        return "label" if not rest.strip() else "field"
    if ADDRESS.match(text) or _NUMBER.fullmatch(text):
        return "value"
    return ""
