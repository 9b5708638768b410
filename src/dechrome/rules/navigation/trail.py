"""Breadcrumbs: lines that say where a page stands in its site."""

from __future__ import annotations

import re

from dechrome.fold import OUTER, fold
from dechrome.sections import is_section

_ARROWS = re.compile(r"\s*(?:>{1,2}|\u00bb|\u203a|\u2192|\u2794|\u25b8|\u25ba|\u25b6|\uff1e|&gt;)\s*")
_SLASHES = re.compile(r"\s+[/|]\s+|\s*\u00bb\s*")
_HOMES_BY_LANGUAGE = """
home, homepage, home page, main, front page, start, startseite, accueil, inicio, portada, início,
página inicial, pagina inicial, strona główna, główna, główny, главная, на главную, главная страница,
головна, αρχική, αρχική σελίδα, κεντρική σελίδα, 首页, 首頁, 网站首页, ホーム, トップ, トップページ,
홈, hem, startsida, forside, forsiden, hjem, etusivu, domů, úvod, úvodní stránka, hlavní stránka,
domov, kezdőlap, főoldal, címlap, acasă, prima pagină, начало, naslovnica, naslovna, početna,
насловна, почетна, галоўная, ballina, kryefaqja, pradžia, titulinis, sākums, sākumlapa, avaleht, esileht, forsíða,
anasayfa, ana sayfa, ana səhifə, басты бет, მთავარი, գլխավոր,
الرئيسية, الصفحة الرئيسية, خانه, صفحه اصلی, صفحہ اول, דף הבית, ראשי, होम, मुख्यपृष्ठ,
हिंदी न्यूज़, हिंदी न्यूज, हिंदी समाचार, প্রচ্ছদ, হোম, முகப்பு, หน้าแรก, หน้าหลัก,
beranda, laman utama, mwanzo, nyumbani, trang chủ,
you are here, sie sind hier, sie befinden sich hier, du bist hier, vous êtes ici, estás aquí,
usted está aquí, você está aqui, sei in, tu sei qui, ti trovi in, jesteś tu, jesteś tutaj, вы здесь,
您的位置, 您现在的位置, 您当前的位置, 当前位置, 所在位置, 现在位置, 你的位置
"""
HOMES = frozenset(fold(name).strip() for name in _HOMES_BY_LANGUAGE.split(","))
"""What the first step of a breadcrumb is called, folded."""
_CELLS = re.compile(r"[\d|]")
_PART_WIDTH = 60
_LONGEST = 260
_STEP_WIDTH = 30
_STEP_WORDS = 3


def breadcrumb(text: str) -> float:
    """How surely a line that stands above an article is a breadcrumb; 0.0 where it is none.

    Less than 0.5 is for two steps that nothing names: only above a headline they are sure to be one.

    >>> breadcrumb("Home > News > Council approves the new bridge"), breadcrumb("Startseite » Politik")
    (0.9, 0.9)
    >>> breadcrumb("Sport / Football") > 0.5, breadcrumb("Profit > loss"), breadcrumb("He said no.")
    (True, 0.0, 0.0)
    >>> breadcrumb("harbor.example » Yards » Dry dock") > 0.5, breadcrumb("run → reset → run again")
    (True, 0.0)
    >>> breadcrumb("Lifestyle > Weekend walks")
    0.3
    """
    if len(text) > _LONGEST or "http" in text:
        return 0.0
    parts = [part.strip() for part in _ARROWS.split(text.strip(" >\u00bb\u203a\u2192"))]
    arrows = len(parts) > 1
    if not arrows:
        parts = [part.strip() for part in _SLASHES.split(text)]
    if len(parts) < 2 or any(not part for part in parts) or any(len(part) > _PART_WIDTH for part in parts[:-1]):
        return 0.0
    first = fold(parts[0]).strip(OUTER)
    if first in HOMES or first.split(":")[0].strip() in HOMES:
        return 0.9
    named = sum(is_section(part) for part in parts)
    if named == len(parts):
        return 0.8
    if len(parts) >= 3 and named >= (1 if arrows else 2):
        return 0.75
    if any(part[0].islower() for part in parts[1:]) or any(len(part) > _STEP_WIDTH for part in parts[:-1]):
        return 0.0
    if len(parts) >= 3:
        return 0.55 if arrows else 0.0
    short = all(len(part) <= _STEP_WIDTH and len(part.split()) <= _STEP_WORDS for part in parts)
    return 0.3 if short and not _CELLS.search(text) else 0.0
