"""Which language a text is in."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from dechrome.language import KNOWN, SAMPLE, detect, related_to

ROOT = Path(__file__).resolve().parent.parent

PARAGRAPHS = {
    "en": "The old mill at the edge of the village has stood empty for twenty years. Last week the council voted to "
    "turn it into a library, although nobody knows yet who will pay for the roof.",
    "de": "Die alte Mühle am Rand des Dorfes steht seit zwanzig Jahren leer. Vergangene Woche hat der Rat beschlossen, "
    "sie in eine Bücherei umzubauen, obwohl noch niemand weiß, wer das Dach bezahlen soll.",
    "fr": "Le vieux moulin au bord du village est vide depuis vingt ans. La semaine dernière, le conseil a décidé d'en "
    "faire une bibliothèque, bien que personne ne sache encore qui paiera la toiture.",
    "es": "El viejo molino a las afueras del pueblo lleva veinte años vacío. La semana pasada el concejo decidió "
    "convertirlo en una biblioteca, aunque todavía nadie sabe quién pagará el tejado.",
    "pt": "O velho moinho à beira da aldeia está vazio há vinte anos. Na semana passada a câmara decidiu transformá-lo "
    "numa biblioteca, embora ainda ninguém saiba quem vai pagar o telhado.",
    "it": "Il vecchio mulino ai margini del paese è vuoto da vent'anni. La settimana scorsa il consiglio ha deciso di "
    "farne una biblioteca, anche se nessuno sa ancora chi pagherà il tetto.",
    "nl": "De oude molen aan de rand van het dorp staat al twintig jaar leeg. Vorige week besloot de raad er een "
    "bibliotheek van te maken, hoewel nog niemand weet wie het dak gaat betalen.",
    "sv": "Den gamla kvarnen i utkanten av byn har stått tom i tjugo år. Förra veckan beslutade nämnden att göra den "
    "till ett bibliotek, fast ingen vet ännu vem som ska betala taket.",
    "no": "Den gamle mølla i utkanten av bygda har stått tom i tjue år. Forrige uke vedtok kommunestyret å gjøre den "
    "om til bibliotek, selv om ingen vet ennå hvem som skal betale for taket.",
    "da": "Den gamle mølle i udkanten af landsbyen har stået tom i tyve år. I sidste uge besluttede byrådet at lave "
    "den om til et bibliotek, selv om ingen endnu ved, hvem der skal betale for taget.",
    "fi": "Kylän laidalla oleva vanha mylly on ollut tyhjillään kaksikymmentä vuotta. Viime viikolla valtuusto päätti "
    "muuttaa sen kirjastoksi, vaikka kukaan ei vielä tiedä, kuka maksaa katon.",
    "pl": "Stary młyn na skraju wsi stoi pusty od dwudziestu lat. W zeszłym tygodniu rada postanowiła urządzić w nim "
    "bibliotekę, choć nikt jeszcze nie wie, kto zapłaci za dach.",
    "cs": "Starý mlýn na okraji vesnice stojí prázdný už dvacet let. Minulý týden zastupitelé rozhodli, že z něj bude "
    "knihovna, i když zatím nikdo neví, kdo zaplatí střechu.",
    "uk": "Старий млин на краю села стоїть порожній двадцять років. Минулого тижня рада вирішила зробити з нього "
    "бібліотеку, хоча ще ніхто не знає, хто заплатить за дах.",
    "ru": "Старая мельница на краю деревни пустует уже двадцать лет. На прошлой неделе совет решил сделать из неё "
    "библиотеку, хотя пока никто не знает, кто заплатит за крышу.",
    "el": "Ο παλιός μύλος στην άκρη του χωριού είναι άδειος εδώ και είκοσι χρόνια. Την περασμένη εβδομάδα το "
    "συμβούλιο αποφάσισε να τον κάνει βιβλιοθήκη, αν και κανείς δεν ξέρει ακόμη ποιος θα πληρώσει τη στέγη.",
    "tr": "Köyün kenarındaki eski değirmen yirmi yıldır boş duruyor. Geçen hafta meclis onu kütüphaneye çevirmeye "
    "karar verdi, ama çatının parasını kimin ödeyeceğini henüz kimse bilmiyor.",
    "ar": "الطاحونة القديمة على طرف القرية خالية منذ عشرين عاما. وفي الأسبوع الماضي قرر المجلس تحويلها إلى مكتبة، "
    "رغم أن أحدا لا يعرف حتى الآن من سيدفع ثمن السقف.",
    "hi": "गाँव के किनारे की पुरानी चक्की बीस साल से खाली पड़ी है। पिछले हफ्ते परिषद ने उसे पुस्तकालय बनाने का फैसला किया, "
    "हालाँकि अभी तक कोई नहीं जानता कि छत का खर्च कौन उठाएगा।",
    "id": "Kincir tua di pinggir desa itu sudah kosong selama dua puluh tahun. Pekan lalu dewan memutuskan untuk "
    "mengubahnya menjadi perpustakaan, meskipun belum ada yang tahu siapa yang akan membayar atapnya.",
    "vi": "Cối xay cũ ở rìa làng đã bỏ trống hai mươi năm nay. Tuần trước hội đồng quyết định biến nó thành thư viện, "
    "dù chưa ai biết ai sẽ trả tiền sửa mái.",
    "zh": "村边的老磨坊已经空了二十年。上周，村委会决定把它改成图书馆，不过谁来出修屋顶的钱，现在还没有人知道。",
    "ja": "村はずれの古い水車小屋は、もう二十年も空いたままだ。先週、議会はそれを図書館にすることを決めたが、"
    "屋根の費用を誰が払うのかはまだ分からない。",
    "ko": "마을 끝의 오래된 방앗간은 이십 년째 비어 있다. 지난주 의회는 그곳을 도서관으로 바꾸기로 했지만, "
    "지붕 값을 누가 낼지는 아직 아무도 모른다.",
}
LINES = {
    "en": ["The bridge will be closed until Monday", "Nobody knows how the fire began", "What we know about the storm"],
    "de": [
        "Die Brücke bleibt bis Montag gesperrt",
        "Niemand weiß, wie das Feuer entstand",
        "Lesen Sie auch den Bericht",
    ],
    "fr": ["Le pont restera fermé jusqu'à lundi", "Personne ne sait qui a mis le feu", "Lire aussi notre enquête"],
    "es": ["El puente seguirá cerrado hasta el lunes", "Nadie sabe cómo empezó el fuego", "Lea también la entrevista"],
    "pt": ["A ponte ficará fechada até segunda-feira", "Ninguém sabe como começou o fogo", "Leia também a entrevista"],
    "it": [
        "Il ponte resterà chiuso fino a lunedì",
        "Nessuno sa come è nato l'incendio",
        "Leggi anche la nostra intervista",
    ],
    "nl": ["De brug blijft dicht tot maandag", "Niemand weet hoe de brand is ontstaan", "Lees ook het hele gesprek"],
    "sv": ["Bron hålls stängd till på måndag", "Ingen vet hur branden började", "Läs också hela intervjun"],
    "no": ["Brua holdes stengt til mandag", "Ingen vet hvordan brannen begynte", "Les også hele intervjuet"],
    "da": ["Broen er lukket indtil mandag", "Ingen ved, hvordan branden begyndte", "Læs også hele historien her"],
    "fi": ["Silta on suljettu maanantaihin asti", "Kukaan ei tiedä, miten palo alkoi", "Lue myös koko haastattelu"],
    "pl": ["Most będzie zamknięty do poniedziałku", "Nikt nie wie, jak wybuchł pożar", "Przeczytaj także nasz wywiad"],
    "cs": ["Most bude uzavřen až do pondělí", "Nikdo neví, jak požár vznikl", "Čtěte také celý rozhovor"],
    "uk": ["Міст буде закрито до понеділка", "Ніхто не знає, як почалася пожежа", "Читайте також усе інтерв'ю"],
    "ru": ["Мост будет закрыт до понедельника", "Никто не знает, как начался пожар", "Читайте также всё интервью"],
    "el": ["Η γέφυρα μένει κλειστή ως τη Δευτέρα", "Κανείς δεν ξέρει τι έγινε", "Διαβάστε επίσης"],
    "tr": ["Köprü pazartesi gününe kadar kapalı", "Yangının nasıl çıktığını kimse bilmiyor", "Bu haberi de okuyun"],
    "ar": ["الجسر مغلق حتى يوم الاثنين", "لا أحد يعرف كيف بدأ الحريق", "اقرأ أيضا"],
    "hi": ["पुल सोमवार तक बंद रहेगा", "कोई नहीं जानता कि आग कैसे लगी", "यह भी पढ़ें"],
    "id": ["Jembatan ditutup sampai hari Senin", "Tidak ada yang tahu asal api itu", "Baca juga wawancara lengkapnya"],
    "vi": ["Cây cầu sẽ đóng cửa đến thứ hai", "Không ai biết vì sao cháy", "Xem thêm bài phỏng vấn"],
    "zh": ["大桥将关闭到星期一", "沒有人知道火是怎麼燒起來的", "延伸阅读"],
    "ja": ["橋は月曜日まで通行止め", "火元はまだ分かっていない", "関連記事はこちら"],
    "ko": ["다리는 월요일까지 통제된다", "불이 어떻게 났는지 아무도 모른다", "관련 기사"],
}
OTHERS = {
    "ca": "El vell molí dels afores del poble fa vint anys que és buit. La setmana passada el consell va decidir "
    "convertir-lo en una biblioteca, però ningú no sap qui pagarà la teulada.",
    "ro": "Vechea moară de la marginea satului stă goală de douăzeci de ani. Săptămâna trecută consiliul a hotărât să "
    "facă din ea o bibliotecă, deși nimeni nu știe încă cine va plăti acoperișul.",
    "hu": "A falu szélén álló régi malom húsz éve üres. A múlt héten a tanács úgy döntött, hogy könyvtárat csinál "
    "belőle, bár még senki sem tudja, ki fizeti majd a tetőt.",
    "sk": "Starý mlyn na okraji dediny stojí prázdny už dvadsať rokov. Minulý týždeň zastupitelia rozhodli, že z neho "
    "bude knižnica, hoci zatiaľ nikto nevie, kto zaplatí strechu.",
    "bg": "Старата воденица в края на селото стои празна от двадесет години. Миналата седмица съветът реши да я "
    "превърне в библиотека, макар че още никой не знае кой ще плати покрива.",
    "hr": "Stari mlin na kraju sela već dvadeset godina stoji prazan. Prošli tjedan vijeće je odlučilo da će ga "
    "pretvoriti u knjižnicu, iako još nitko ne zna tko će platiti krov.",
    "fa": "آسیاب قدیمی کنار روستا بیست سال است که خالی مانده است. هفته گذشته شورا تصمیم گرفت آن را به کتابخانه تبدیل "
    "کند، هرچند هنوز کسی نمی‌داند چه کسی پول سقف را می‌دهد.",
    "he": "הטחנה הישנה בקצה הכפר עומדת ריקה כבר עשרים שנה.",
    "th": "โรงสีเก่าที่ท้ายหมู่บ้านว่างเปล่ามายี่สิบปีแล้ว",
}


@pytest.mark.parametrize(("lang", "text"), [*PARAGRAPHS.items(), *OTHERS.items()])
def test_paragraph(lang: str, text: str) -> None:
    assert detect(text) == lang
    assert detect(unicodedata.normalize("NFD", text)) == lang
    assert detect("\n".join([text] * 50)) == lang


def test_all_known_languages_are_tested() -> None:
    assert set(PARAGRAPHS) == set(LINES) == KNOWN


@pytest.mark.parametrize(("lang", "line"), [(lang, line) for lang, lines in LINES.items() for line in lines])
def test_short_line(lang: str, line: str) -> None:
    """A line may be too short to be sure, but its language is not taken for one that is no relative."""
    assert detect(line) in {lang, None, *related_to(lang)}


def test_most_short_lines_are_known() -> None:
    told = [detect(line) == lang for lang, lines in LINES.items() for line in lines]
    assert sum(told) / len(told) >= 0.85


@pytest.mark.parametrize(
    "text",
    [
        "", " \n\n ", "404", "12.05.2024 17:59", "!!! ???", "😀😀", "Tags", "The", "x" * 5000, "https://example.org/a/b?c=d",
        "Ana Lima, Jo Hall, Ines Duarte", "Home | News | Sport",
        '{"a": 1, "b": [2, 3], "the": "is"}',
        "def f(x):\n    return [y for y in x if y is not None]\n\nfor i in range(10):\n    print(f(i))",
        ".btn { color: red; }\nvar x = get('main');\nif (x === null) { return false; }",
    ],
)  # fmt: skip
def test_no_language(text: str) -> None:
    assert detect(text) is None


CHROME = "Home\nNews\nSign in\nSubscribe to our newsletter\nShare on Facebook\nAll rights reserved\nBack to top\n"


@pytest.mark.parametrize("lang", sorted(KNOWN - {"en"}))
def test_english_around_an_article_does_not_count(lang: str) -> None:
    article = f"{PARAGRAPHS[lang]}\n{PARAGRAPHS[lang]}\n"
    assert detect(f"{CHROME}{article}{CHROME}") == lang


@pytest.mark.parametrize("lang", sorted(KNOWN - {"en"}))
def test_a_quotation_does_not_count(lang: str) -> None:
    quote = '"We have been waiting for this for years," the mayor said.'
    assert detect("\n".join([PARAGRAPHS[lang], quote, PARAGRAPHS[lang], *LINES[lang]])) == lang


def test_japanese_heading_without_kana() -> None:
    assert detect("東京駅前広場の再開発計画") == "ja"
    assert detect("関西空港、国際線発着便数回復") == "ja"


def test_only_a_sample_is_read() -> None:
    book = "\n".join([PARAGRAPHS["nl"]] * 20_000)
    assert detect(book + PARAGRAPHS["en"] * 2) == "nl"
    assert SAMPLE <= 4000


def test_relatives_are_mutual() -> None:
    for lang in KNOWN:
        assert lang not in related_to(lang)
        assert all(lang in related_to(other) for other in related_to(lang))
    assert "da" in related_to("no")
    assert related_to("xx") == frozenset()


@pytest.mark.parametrize("page", sorted((ROOT / "samples").glob("*.txt")), ids=lambda path: path.name)
def test_samples(page: Path) -> None:
    assert detect(page.read_text(encoding="utf-8")) == page.name[:2]
