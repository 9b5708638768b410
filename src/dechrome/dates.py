"""Telling a date or time of day from other text, in many languages, without parsing it."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

import tomli

from dechrome.fold import fold

# Month and weekday names by their first letters (as many as tell them apart), as inflected forms vary.
_MONTHS = """
january february march april june july august september october november december lutego luty maja maj lipca lipiec
ledna leden února března dubna duben května června července srpna srpen září října listopadu prosince augusti
jan feb mar apr may jun jul aug sep oct nov dec januar februar marz mär maerz april mai juni juli august
september oktober okt dez dezember jän janv janvier févr fév février fevrier mars avril avr juin juil juillet
août aout septembre octobre novembre décembre decembre déc enero ene febrero marzo abril abr mayo junio julio
agosto ago septiembre setiembre sept octubre noviembre diciembre dic gennaio gen febbraio aprile maggio mag
giugno giu luglio lug settembre set ottobre ott novembre dicembre janeiro fevereiro fev março maio junho julho
setembro outubro out novembro dezembro styczn lut marca marzec kwie maj czerw lip sierp wrze paźdz listop grud led
únor unor břez břez dub květ kvet červ srp zář říj rij prosin січ лют берез квіт трав черв лип серп верес жовт
листоп груд янв фев март апр мая май июн июл авг сен окт ноя дек ιαν φεβ μαρ απρ μαι μαϊ ιουν ιουλ αυγ σεπ οκτ
νοε δεκ ocak şubat subat mart nisan mayıs mayis haziran temmuz ağustos agustos eylül eylul ekim kasım kasim
aralık aralik oca şub nis haz tem ağu eyl eki kas ara januari februari maart maa april mei augustus oktober
tammik helmik maalisk huhtik toukok kesäk heinäk elok syysk lokak marrask jouluk maret mei juni juli agustus
desember des شباط اذار نيسان ايار حزيران تموز ايلول تشرين كانون
januar februar desember tháng يناير فبراير مارس ابريل مايو يونيو يوليو اغسطس سبتمبر اكتوبر نوفمبر ديسمبر जनवरी
फरवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर
"""
_DAYS = """
monday tuesday tues wednesday weds thursday thur thurs friday saturday sunday sabato domenica
mon tue wed thu fri sat sun montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr
sa so lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles miercoles jueves viernes sábado
sabado domingo lunedì martedì mercoledì giovedì venerdì lunedi martedi mercoledi giovedi venerdi segunda terça
quarta quinta sexta poniedz wtorek środa sroda czwart piątek piatek sobota niedz понед втор сред четв пятн субб
воскр понеділ вівтор серед четвер пятниц субот неділ δευτ τριτ τεταρτ πεμπ παρασκ σαββ κυριακ pazartesi salı
çarşamba perşembe cuma cumartesi pazar maandag dinsdag woensdag donderdag vrijdag zaterdag zondag måndag tisdag
onsdag torsdag fredag lördag söndag mandag tirsdag lørdag søndag pondělí úterý středa čtvrtek pátek neděle senin
selasa rabu kamis jumat sabtu minggu
सोमवार मंगलवार बुधवार गुरुवार शुक्रवार शनिवार रविवार الاثنين الثلاثاء الاربعاء الخميس الجمعة السبت الاحد thứ
"""
_FILLERS = frozenset(
    fold(w)
    for w in """
a am al at as around und and on the of de del den der die das le la les el il lo en em à as às a las um om gegen kl
kl. klo kello ore alle alle h hs hrs uhr hour hours o'clock p.m a.m pm am p a m noon midnight est edt et pst pdt
pt cst cdt ct gmt utc ist cet cest bst wib wita wit jst kst msk hkt sgt sast eat year г года в о ч час мин р
року στις ώρα saat tarih tarihinde ngày năm lúc pukul jam th st nd rd ero er first updated published last local
time ημ μμ πμ dnia godz godz. r roku v ve h00 στις dne v hodin hod z local dated ba tư hai sáu bảy chủ nhật
uur horas hs hod година години μ π
dom sab dia día paź
seg ter qua qui sex sáb mié jue vie lun mer gio ven ma wo vr za zo man tir ons tor fre lør søn ti ke to pe la su
δευ τρι τετ πεμ παρ σαβ κυρ pon wt śr czw pt sob út čt pá пн вт ср чт пт сб вс нд pzt sal çar per cum cmt paz
सोम मंगल बुध गुरु शुक्र शनि रवि बजे सुबह शाम آب الثاني الاول الساعة صباحا صباحًا مساء مساءً ظهرا هـ هجرية ميلادي
today yesterday heute gestern aujourd hui hier hoy ayer hoje ontem oggi ieri vandaag gisteren idag igår dnes včera
dziś dzisiaj wczoraj сегодня вчера сьогодні вчора σημερα χθεσ bugün dün hari ini kemarin hôm nay qua اليوم امس आज कल
오전 오후 上午 下午 午前 午後 م ص بتوقيت مكة المكرمة غرينتش جرينتش القاهرة
""".split()
)
# "17.01.2012", "2012-01-17T10:55:00Z", "10:55", "8h30"
_WHOLE = re.compile(
    r"(?:\d{1,4}([./-])\d{1,2}\1\d{2,4}\.?(?:t\d\d:\d\d\S*)?|\d{1,2}(?::\d\d){1,2}(?:\.\d+)?|\d{1,2}h(?:\d\d)?)(?:am|pm|z|h)?"
)
# "17th", "1er", "2012", "8.30", "8.30pm"
_NUMERIC = re.compile(r"\d{1,4}(?:st|nd|rd|th|er|º|ª|\.|h)?|\d{1,2}(?:\.\d\d)?(?:am|pm|h)?|\d{1,2}\.\d{1,2}\.")
_ASIAN = re.compile(
    r"(?:\d{2,4}\s?[年년]\s?)?\d{1,2}\s?[月월]\s?\d{1,2}\s?[日일号號]?|\d{1,2}\s?[時时点點시]\s?(?:\d{1,2}\s?[分분])?|\d{4}\s?[年년]"
)
# "(月)", "月曜日", "(월)", "월요일", "星期一", "周一" beside a date
_ASIAN_DAY = re.compile(
    r"[(（][月火水木金土日월화수목금토일](?:[・·]祝)?[)）]|[月火水木金土日]曜日?|[월화수목금토일]요일|(?:星期|周|週|礼拜|禮拜)[一二三四五六日天]"
)
# "3. 5. 2021"
_SPACED = re.compile(r"(?<!\d)(\d{1,2})\. (\d{1,2})\. ((?:19|20)\d\d)(?!\d)")
# "GMT +7"
_ZONE = re.compile(r"\b(gmt|utc) (?=[+-]\d)")
# "17-jan-2012", "jan.17,2012", "gmt+7", "5月"
_MIXED = re.compile(r"(?:gmt|utc)[+-]\d{1,2}(?::?\d\d)?|[\w.,'’\-/:]+")
# "6-9" and "2018-2019" say when something lasts.
_RANGE = re.compile(r"\d+[-–]\d+")
# The vowel signs of Indian scripts and Thai are no letters to `re`.
_LETTERS = re.compile(
    r"[^\W\d_](?:[^\W\d_]|[\u0900-\u0903\u093a-\u094f\u0981-\u0983\u09bc-\u09cd\u0b82-\u0bcd\u0e31-\u0e4e])*"
)
_STEMS: tuple[str, ...] = tuple(sorted({fold(w) for w in (_MONTHS + _DAYS).split()}))
# Three Latin letters begin too many other words ("marathon", "decor"): they count as a whole word only.
# So do three Cyrillic letters of a Ukrainian month.
_SHORT = frozenset(s for s in _STEMS if len(s) < 3 or (len(s) == 3 and s.isascii())) | frozenset(
    "бер кві тра чер сер вер жов лис гру".split()
)
_LONG = tuple(s for s in _STEMS if s not in _SHORT)
_LONGEST_NAME = 14


@cache
def _calendar() -> tuple[frozenset[str], frozenset[str]]:
    """The names of `calendar.toml`, and the words beside them."""
    tables = tomli.loads(files("dechrome").joinpath("calendar.toml").read_text(encoding="utf-8")).values()
    names, beside = (frozenset(fold(" ".join(table[key] for table in tables)).split()) for key in ("names", "beside"))
    return names, beside


def _is_calendar_word(word: str) -> bool:
    short = len(word) <= _LONGEST_NAME
    return word in _SHORT or (short and word.startswith(_LONG)) or word in _calendar()[0]


def is_date(text: str) -> bool:
    """Whether `text` is nothing but a date, a time of day, or both.

    >>> is_date("Jan. 17, 2012 10:55 IST"), is_date("17. März 2021, 8 Uhr"), is_date("2012年1月17日")
    (True, True, True)
    >>> is_date("May we go"), is_date("1984"), is_date("12"), is_date("March on Rome")
    (False, False, False, False)
    >>> is_date("15.4.1.2. Prosedur"), is_date("Joulu 2021"), is_date("12. joulukuuta 2021")
    (False, False, True)
    >>> is_date("segunda-feira, 3 de maio de 2021"), is_date("3. 5. 2021"), is_date("2021年5月3日(月) 14:05")
    (True, True, True)
    >>> is_date("15 martie 2021, ora 10:42"), is_date("3 พ.ค. 2564 เวลา 10:30 น."), is_date("۱۴ آبان ۱۴۰۱ - ۰۹:۳۵")
    (True, True, True)
    >>> is_date("aujourd'hui à 13h59"), is_date("today 12"), is_date("Gestern, 14:05 Uhr")
    (True, False, True)
    >>> is_date("Marathon 42"), is_date("(332)-286-2770"), is_date("8/1/2018 +0.7%"), is_date("12-14 months")
    (False, False, False, False)
    """
    if len(text) > 90 or not any(map(str.isdigit, text)):
        return False
    folded = _ZONE.sub(r"\1", _SPACED.sub(r"\1.\2.\3", fold(text).replace("-feira", "")))
    rest, asian = _ASIAN.subn(" ", _ASIAN_DAY.sub(" ", folded))
    numbers, named = 0, bool(asian)
    names, beside = _calendar()
    for token in (
        rest.replace("|", " ").replace("(", " ").replace(")", " ").replace("\u2022", " ").replace("\u00b7", " ").split()
    ):
        bare = token.strip(",.;:-/[]–—،؛")
        if not bare:
            continue
        if _WHOLE.fullmatch(bare):
            numbers, named = numbers + 1, True
            continue
        if bare in names:
            named = True
            continue
        if _NUMERIC.fullmatch(bare):
            numbers += 1
            named |= "." in bare and any(c.isalpha() for c in rest)
            continue
        words = _LETTERS.findall(bare)
        if any(c.isdigit() for c in bare):
            if not _MIXED.fullmatch(bare) or _RANGE.fullmatch(bare):
                return False
            numbers += 1
            words = [w for w in words if len(w) > 2 or _is_calendar_word(w)]
        for word in words:
            if _is_calendar_word(word):
                named = True
            elif word not in _FILLERS and word not in beside and bare not in beside:
                return False
    return named and (numbers > 0 or bool(asian))
