"""The words of which the names of sections are made, and whether a line is nothing but such words."""

from __future__ import annotations

import re

from dechrome.fold import OUTER, fold
from dechrome.lazy import of_line
from dechrome.types import Line

_WORDS = """
arabic chinese simplified traditional dutch english french german greek hindi indonesian italian japanese korean
persian
polish portuguese russian spanish swahili turkish ukrainian urdu vietnamese
africa africas agriculture america americas analysis animals art articles arts asia asia-pacific australia auto
automotive autos banking beauty blog blogs books breaking business canada careers cars celebrities celebrity
china cinema cities climate columnists columns comics commentary commodities community conflict
consumer cooking cricket crime culture cyber cybersecurity defence defense design diplomacy dining
documentaries domestic drink economics economy editor's editorial editorials education elections election energy
entertainment environment
environmental eu europe events exclusive explained explainer explainers eye family fashion feature featured
features film films finance finances fitness food football gadgets gallery games gaming gardening geopolitics
global golf government health healthcare history home homepage homes housing immigration india industry
innovation insight insights international internet interview interviews investigations investing jobs journal
justice kids labor latest law legal legislature letters life lifestyle literature living local magazine main
markets media medicine middle-east military money motoring motorsport movies movie multimedia music nation
national nature news newsletter newsletters north northern obituaries obituary op-ed opinion opinions outdoors
parenting people personal pets philosophy photo photos photography picks podcast podcasts police policy politics
popular press profiles property real estate psychology puzzles radio real-estate recipes region regional regions
relationships religion renewables reports report research review reviews royals royal rugby sailing schools
science sciences security shopping showbiz soccer society space special spotlight spirituality sponsored sport
sports startups stories stocks story style sunday sustainability tech technology television tennis theater
theatre today top traffic transport transportation travel tablets trending tv uk
u.k us u.s usa university updates us-news video videos views war weather weddings weekend wellness weird
wildlife women women's work world worldwide your-money youth aktuell aktuelles automobil ausland außenpolitik
bayern beruf berlin bildung börse
bücher bundesliga bürger campus debatte debatten deutschland digital digitales energie ernährung essen europa
fakten familie feuilleton finanzen forschung freizeit fußball garten gastronomie geld genuss gericht geschichte
gesellschaft gesundheit hamburg handel hintergrund hochschule immobilien inland innenpolitik job justiz karriere
kino klima kolumne kolumnen kommentar kommentare konjunktur konsum kriminalität krimi kultur kunst landespolitik
landwirtschaft leben leute literatur lokales medien medizin meinung meinungen menschen mobilität mode motor
musik nachrichten netzpolitik netzwelt österreich panorama politik polizei promis psychologie ratgeber recht
regionales reise reisen reportage reportagen rezensionen schweiz schule service sicherheit soziales spezial
startseite start stadt stil technik technologie themen tiere tourismus umwelt unfall unterhaltung unternehmen
verbraucher verkehr vermischtes verteidigung wahlen welt weltgeschehen wetter wirtschaft wissen wissenschaft
wohnen zeitgeschehen zuhause accueil actualité actualités actu actus afrique animaux automobile bien-être bourse
buzz chroniques chronique cinéma climat consommation débats débat défense diplomatie écologie économie éducation
élections emploi énergie enquête entreprises entretien entretiens environnement étranger faits-divers famille
foot france grand-angle histoire idées industrie infos internationale jardin livres logement loisirs maison
médias méditerranée météo monde musique planète politique portrait portraits presse psycho recherche régions
région reportages santé sécurité sexo social société spectacles tribune tribunes technologies tendances tourisme
transports travail vidéo vidéos ville villes voyage voyages une actualidad agricultura américa animales arte
autonomías belleza bienestar buenos ciencia ciencias cine ciudad ciudades clima columnas columnistas comunidad
consumo corrupción cultura curiosidades debate defensa deporte deportes derechos diplomacia ecología economía
educación elecciones empleo empresas energía entretenimiento entrevista entrevistas espectáculos españa
especiales estilo exclusivo familia farándula fútbol gastronomía gente gobierno historia inicio innovación
internacional internacionales investigación judicial judiciales justicia latinoamérica libros literatura locales
loterías mascotas medioambiente medio ambiente méxico mercados migración moda mujer mundo música nación nacional
nacionales naturaleza negocios noticias opinión palabra país patrimonio policiales policía policial política
portada recetas reportajes reportaje salud sanidad seguridad sociedad sucesos tecnología tecnologia televisión
tendencias tiempo transporte turismo última últimas hora universidad viajes vida vídeo vídeos vivienda vivir
agronegócio análise animais bem-estar brasil carros celebridades ciência cidade cidades colunas colunistas
concursos cotidiano desporto direito economia educação eleições emprego empregos energia esporte esportes
famosos finanças futebol gastronomia geral governo história imobiliário início justiça lazer livros meio mercado
mulher negócios notícia notícias opinião poder polícia portugal receitas saúde segurança sociedade televisão
viagem viagens agricoltura alimentazione animali attualità benessere borsa calcio casa cronaca cronache cucina
dibattito difesa diritti editoriale editoriali elezioni esteri famiglia finanza giustizia idee immigrazione
imprese inchieste interni interviste intervista italia lavoro letteratura libri mercati mondo motori musica
notizie opinioni politica primo piano regioni ricerca ricette risparmio salute sanità scienza scienze scuola
sicurezza società spettacoli spettacolo stili storia storie televisione tempo tendenze ultime università viaggi
vita aktualności biznes bezpieczeństwo budownictwo ciekawostki czas wolny dom dyplomacja dziecko edukacja
ekologia ekonomia energetyka felietony filmy finanse firma forum gospodarka główna główne gwiazdy historie
informacje inwestycje kobieta komentarze kraj kraju książki kuchnia kultura kryminalne ludzie medycyna moto
motoryzacja muzyka najnowsze nauka nieruchomości obyczaje opinie plotki podróże polityka polska policja powiat
praca prawo przegląd psychologia publicystyka reportaż reportaże regionalne rodzina rolnictwo rozrywka samorząd
strona społeczeństwo styl świat świata sztuka śledztwa technologia telewizja turystyka tylko wideo wiadomości
wojna wojsko wybory wydarzenia wypadki wywiad wywiady z zagranica ze zdjęcia zdrowie życie авто автомобили
аналитика армия архив безопасность бизнес блоги в видео вокруг война выборы главная главное город деньги дети
дом еда животные женщины жизнь жильё здоровье знаменитости игры из интервью интернет инфографика искусство
история календарь кино книги колонки комментарии конфликты криминал культура личное лонгриды люди медиа медицина
международная международные мир мира мире мнение мнения мода москва музыка наука недвижимость новости о обзор
обзоры оборона образование общество опрос отдых отношения оружие персоны погода политика портал право
преступность природа происшествия публикации путешествия рабочий работа разное расследования регионы регион
религия рынки россия россии семья советы события спецпроекты спорт статьи стиль сюжеты телевидение театр
технологии транспорт туризм украина украине финансы фото футбол хобби шоу шоу-бизнес экология экономика
эксклюзив энергетика аналітика безпека бізнес відео війна вибори гроші дім економіка життя здоров'я інтерв'ю
історія кримінал людина місто нерухомість новини освіта погляд подорожі події політика програми публікації
розслідування світ світі статті суспільство технології україна україни україні фінанси αθλητικα αθλητισμος
αναλυση αποψεις αποψη αρθρα αρθρο αρχικη αστυνομια αυτοδιοικηση αυτοκινητο βιβλιο βιβλια βιντεο γενικα
γεωπολιτικη γνωμη γνωμες γυναικα διασκεδαση διεθνη διεθνης διπλωματια εκλογες εκπαιδευση ελλαδα ενεργεια
επικαιροτητα επιστημη επιστημες επιχειρησεις εργασια ευρωπη ζωη θεαματα θεατρο θεματα ιστορια κινηματογραφος
κοινωνια κοσμος κυπρος μεσα μοδα μουσικη νεα οικολογια οικονομια παιδεια παιδι περιβαλλον πληροφορικη πολιτικη
πολιτισμος προσωπα ρεπορταζ σπορ συνεντευξεις συνταγες σχεσεις ταξιδι ταξιδια τεχνες τεχνη τεχνολογια τηλεοραση
τοπικα τουρισμος τροφη υγεια φυλο φυση χρηματα χρηματιστηριο ψυχαγωγια ψυχολογια και actueel binnenland
buitenland cultuur dieren economie eten gezin gezondheid geschiedenis koken leven meningen mensen milieu muziek
nederland nieuws onderwijs politiek politie recensies regio regionaal reizen samenleving showbizz voetbal weer
wereld werk wetenschap wonen bilar bostad brott debatt djur ekonomi familj fotboll hem hälsa hållbarhet inrikes
jobb klimat kändis ledare livsstil lokalt mat miljö natur nyheter näringsliv nöje pengar relationer resor
samhälle skola sverige teknik trädgård utrikes utbildning vetenskap väder världen vård bostäder insändare bolig
dyr fakta forskning forbruker forbrug forsvar helse hage indland innenriks innenrigs kjendis kjendiser krim
kronik kronikk leder mad meninger miljø miljøet musikk nyheder næringsliv norge norden penge penger politikk
rejser samfund samfunn samliv skole sundhed sykdom teknologi udland udlandet underholdning uddannelse utdanning
utenriks udenrigs vejr vitenskap videnskab vær verden økonomi arbejdsliv danmark erhverv asuminen autot eläimet
hyvinvointi ihmiset ilmasto kirjat kolumnit kotimaa koti koulutus kulttuuri liikenne luonto matkailu mielipide
mielipiteet muoti musiikki oikeus perhe pääkirjoitus politiikka raha rikos ruoka sää suomi talous teknologia
terveys tiede työ uutiset urheilu ulkomaat viihde yhteiskunta ympäristö elokuvat aktuality bydlení byznys
cestování domácí doprava ekonomika hudba komentáře kuchařky lidé magazín móda názory počasí politika příroda
rodina rozhovory svět společnost škola technika věda vědy volby vzdělávání zahraničí zábava zdraví zprávy
zpravodajství životní životy domov domova domáce správy slovensko svet šport veda zdravie belföld bulvár életmód
egészség gazdaság hírek kultúra külföld közélet szórakozás tudomány vélemény világ actualitate cultură educație
esential externe interne justiție monden mondiale politică sănătate societate stiri știri ştiri vremea balkan
crna hronika ekonomija gospodarstvo hrvatska komentari magazin novosti scena svijet vijesti vesti zabava
zdravlje znanost života društvo slovenija балкани българия здраве икономика култура любопитно свят туризъм dünya
eğitim finans gündem güncel haber haberler haberleri hayat kadın kültür otomobil para röportaj sağlık sanat
siyaset son spor teknoloji televizyon türkiye turizm yaşam yazarlar yerel afrika anasayfa asya astroloji avrupa
bilim çevre emlak genel sinema yemek اخبار اقتصاد الاقتصاد الاخبار العالم العالمية العرب الرئيسية الرياضة الصحة
الفن الفيديو المحلية تحقيقات تقارير تكنولوجيا ثقافة الثقافة حوادث رياضة سياسة السياسة صحة صور علوم عاجل عربي
عربية دولي دولية فن فنون فيديو كتاب محليات مجتمع مقالات منوعات راي الراي وثقافة وفنون بازار جهان ورزش ورزشی
سیاسی سیاست فرهنگی فرهنگ اقتصادی اجتماعی علمی علم صفحه نخست חדשות פוליטיקה ספורט תרבות כלכלה בריאות דעות בעולם
בארץ טכנולוגיה צרכנות רכילות אוכל בידור מדע समाचार खेल देश विदेश राजनीति मनोरंजन बिजनेस व्यापार टेक्नोलॉजी
स्वास्थ्य जीवनशैली शिक्षा दुनिया राज्य होम वीडियो क्रिकेट भारत लाइफस्टाइल विज्ञान beranda berita bisnis bola
daerah dunia edukasi foto gaya hidup hiburan hukum humaniora internasional kesehatan keuangan kriminal kuliner
megapolitan metropolitan nasional nusantara olahraga opini otomotif pendidikan peristiwa properti sains seleb
selebritas selebriti tekno tren umum wisata
ताजा ताज़ा खबर खबरें ख़बरें ख़बर मुख्य प्रदेश
मध्य उत्तर कारोबार अपराध क्राइम सेहत हेल्थ फिल्म फिल्में सिनेमा बॉलीवुड राशिफल ज्योतिष धर्म आस्था अध्यात्म
करियर शहर ओपिनियन विचार संपादकीय ऑटो टेक गैजेट्स यात्रा पर्यटन मौसम संस्कृति साहित्य चुनाव अंतरराष्ट्रीय राष्ट्रीय
स्थानीय लोकल फोटो गैलरी पर्यावरण कृषि खेती वायरल अर्थव्यवस्था автор авторські аграрний армія відпустка гаджети
главком готуємо громада громади довкілля екологія енергетика європа захист здоров’я здоровя зірки ідеї інновації
інфографіка компанії корупція країна медіа мистецтво музика особистості релігія реформи
регіони регіон рецепти родина сім'я соціум спецпроєкти судова суди тварини фронт шоу-бізнес ринки βουλη δημοι
δημος ειδησεις εσωτερικα εξωτερικη πολιτικα ευρωπαικα λογοτεχνια μπασκετ ποδοσφαιρο νησια
ναυτιλια αμυνα αγροτικα δικαιοσυνη απασχοληση αγορες επιχειρηματικοτητα εικαστικα bezpečnost cyklistika divadlo fotbal
hokej investice jídlo kraje nemovitosti ostatní podnikání právo předpisy průmysl reality recepty regiony výstavy
zajímavosti zemědělství auta ženy děti debat energi fodbold håndbold bøger debatindlæg historier kirke landbrug liv
forbrugere sex trafik vejret bøker båt bil bydel eiendom fisk fiskeri fotball friluft håndball jus kommune kongehuset
landbruk samferdsel skjønnlitteratur ski sykkel trafikk været vitenskapen økonomien jalkapallo
jääkiekko kauneus kirjallisuus kuvataide lapset maatalous muotoilu onnettomuudet paikalliset paikallisuutiset
tv-ohjelmat rakentaminen tanssi teatteri vaalit yritykset yrittäjyys ilmiöt arki lemmikit puutarha psykologia
architectuur boeken criminaliteit duurzaamheid financieel gemeente horeca lezen klimaat landbouw lokaal misdaad natuur
ondernemen ouders persoonlijk rechtspraak religie sterren tuin veiligheid verkeer vrije tijd wielrennen zorg
أسواق أعمال أسرة ألعاب أفلام أدب اسواق اعمال اسرة العاب افلام ادب اقتصادية البيئة التعليم المرأة المراة المجتمع بيئة
تعليم تقنية جامعات حياة خليج خليجي دراسات دنيا دين سيارات سياحة سفر سينما طب طقس طاقة عالم عالمي قضايا كرة
كاريكاتير لايف محلي محلية محاكم مدونات مقابلات ملفات منوع موضة موسيقى مواهب نفط وظائف anak asmara
bahasa bank cerita cuaca fokus gadget gosip hobi ibu industri infrastruktur investasi   kampus keluarga
kolom komunitas kota langkah lingkungan makanan mobil pasar pemerintahan pemilu perbankan pertanian ramadan religi
resep saham sepak sosial sosok startup transportasi wanita wisatawan zodiak wawancara asayiş bölge bölgesel cinayet
çocuk dizi döviz ekonomisi enerji fotoğraf futbol galeri gezi hukuk iş islam kitap kripto köşe
müzik otomotiv özel savunma söyleşi tarım tarih tasarım ticaret tiyatro ulaşım üniversite yazıları
"""
_JOINTS = """
& + / and und et y e i и og och ja en a và ve dan και та in of the de la du des le les el los las del da do di
della im der die das den zu für o os as z w ze na ' в из о с на у
"""
_PHRASES = """
thế giới thời sự kinh doanh tế giải trí thể thao pháp luật giáo dục sức khỏe đời sống du lịch khoa học công nghệ
xe văn hóa trang chủ tin tức bất động sản góc nhìn ý kiến chính trị xã hội quốc
quân bạn đọc nhịp trẻ chứng khoán tài ngân hàng nghiệp thị trường việc làm môi giao thông tuyển sinh nông gia đình món
ngon ẩm thực phim ảnh âm nhạc hậu sao bóng đá trong nước hồ sơ dân nhà đất đô đoàn lao biển đảo an ninh hình nóng mới
nhất điện sách
"""
_ASIAN = """
网页 網頁
首页 新闻 新闻中心 国内 国际 国内新闻 国际新闻 社会 社会新闻 财经 经济 体育 娱乐 科技 汽车 教育 军事 文化 健康
时尚 旅游 房产 女性 女人 历史 评论 观点 视频 图片 图片新闻 博客 论坛 专题 专栏 频道 滚动 滚动新闻 正文 要闻 时政
政治 法治 地方 港澳 台湾 华人 生活 生活消费 能源 环保 环境 食品 艺术 读书 数码 手机 游戏 家居 股票 基金 理财
证券 银行 保险 期货 外汇 商业 公司 产业 热点 热点新闻 头条 深度 快讯 电影 音乐 明星 人物 访谈 医药 养生 母婴
美食 彩票 微博 动漫 中心 综合 资讯 新闻频道 财经频道 健康频道 中国 世界 全球 东方 台海 首頁 新聞 國內 國際 社會
財經 經濟 體育 娛樂 汽車 軍事 時尚 旅遊 房產 兩岸 影音 專題 專欄 評論 觀點 論壇 要聞 焦點 即時 產業 股市 理財
運動 藝文 消費 影劇 名人 頭條 雜誌 寵物 環境 即時新聞 言論 副刊 讀書 台灣 大陸 國際新聞 國內新聞 醫藥 養生 綜合
ホーム トップ ニュース 国際 経済 スポーツ エンタメ 芸能 科学 テクノロジー ライフ 暮らし 地域 天気 オピニオン
社説 コラム 動画 写真 連載 速報 医療 ビジネス 特集 話題 事件 裁判 野球 サッカー 将棋 囲碁 グルメ 旅行 書評 記事
トップページ 정치 경제 사회 문화 국제 스포츠 연예 생활 과학 오피니언 사설 칼럼 뉴스 홈 전국 지역 세계 북한 건강
교육 기술 산업 금융 증권 부동산 자동차 방송 사진 영상 동영상 포토 인터뷰 기획 의학 종교 환경 여행 레저 패션 음식
피플 사람 국방 외교 법원 검찰 사건 종합 일반
国际要闻 民生 教育新闻 体育新闻 娱乐新闻 科技新闻 海外 企業 金融 市場 子育て 音楽 映画 本 アニメ ゲーム
ファッション 美容 料理 レシピ 歴史 宗教 災害 防災 選挙 論説 経済総合 社会部 美術 住まい 働き方
사회일반 정치일반 경제일반 노동 복지 여성 농업 농촌 유통 IT 과학기술 반도체 게임 공연 전시 문학 책 영화 음악 미술
축구 야구 농구 배구 골프 날씨 부고 인사 지방
의료 사설칼럼 기고 여론 민생
"""
_BETWEEN = r"\s,/|>&+:;\u00b7\u2022\u00bb\u203a\u2192\u3001\u30fb\uff0f\u4e28-"
_SPLIT, _WORD = re.compile(f"[{_BETWEEN}]+"), re.compile(f"[^{_BETWEEN}]+")
_ASIAN_ONLY = re.compile("(?:" + "|".join(sorted({fold(w) for w in _ASIAN.split()}, key=lambda w: (-len(w), w))) + ")+")
_SECTION = frozenset(fold(w).strip(OUTER) for w in (_WORDS + _PHRASES).split())
_JOINT = frozenset(_JOINTS.split()) | {""}
_MOST_WORDS = 6
_MENU_WORDS = 8
_NUMBER = re.compile(r"^\s*\d{1,2}[.)]\s+")


def section_share(text: str) -> float:
    """The share of a line's words that are such words; 0.0 for a line of less than eight.

    >>> section_share("News Politics Business Sport Culture Travel Weather Live streams Video") > 0.7
    True
    """
    words = [w for w in (word.strip(OUTER) for word in _SPLIT.split(fold(text))) if w not in _JOINT]
    known = sum(w in _SECTION or bool(_ASIAN_ONLY.fullmatch(w)) for w in words)
    return known / len(words) if len(words) >= _MENU_WORDS else 0.0


# A word with a full stop ends a sentence or heads a chapter ("FINANCES."); a name of places may ("U.S.").
_LAST_WORD = re.compile(r"\w{5}\.$")


@of_line
def names_section(line: Line) -> bool:
    """Whether a line is such a name."""
    return is_section(line.text)


def is_section(text: str, most: int = _MOST_WORDS) -> bool:
    """Whether every word of a short line is one that names of sections are made of.

    >>> is_section("Security & Defense"), is_section("财经 > 国际新闻"), is_section("Home / News / World")
    (True, True, True)
    >>> is_section("World leaders meet"), is_section("And the"), is_section("In")
    (False, False, False)
    """
    if len(text) > 24 * most or _LAST_WORD.search(text):
        return False
    named = 0
    for word in _WORD.finditer(fold(_NUMBER.sub("", text))):
        bare = word[0].strip(OUTER)
        if bare in _JOINT:
            continue
        if bare not in _SECTION and not _ASIAN_ONLY.fullmatch(bare):
            return False
        named += 1
    return 0 < named <= most
