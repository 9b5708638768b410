"""What the removed lines say of the article: authors, dates, pictures, tags, sources, and where each stands."""

from __future__ import annotations

import json
import os
import pickle
import subprocess
import sys
import tomllib
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from dechrome import Fact, Metadata, explain
from dechrome.metadata.bylines import Context, byline, field
from dechrome.metadata.dates import find_dates, read_date, reads_day_first
from dechrome.metadata.people import people
from dechrome.metadata.pictures import pictured
from dechrome.metadata.tagged import tag_run, tagged

DAY = date(2024, 3, 5)
MOMENT = datetime(2024, 3, 5, 14, 30)

# A headline, a byline, a paragraph and a last sentence in each language.
ARTICLES = tomllib.loads((Path(__file__).parent / "data" / "bylines.toml").read_text(encoding="utf-8"))


def test_there_is_an_article_for_each_language() -> None:
    assert len(ARTICLES) == 24


@pytest.mark.parametrize("lang", ARTICLES)
def test_authors_and_day_of_publication(lang: str) -> None:
    article = ARTICLES[lang]
    result = explain(article["text"])
    assert list(result.metadata.authors) == article["authors"]
    assert result.metadata.published == article["published"]
    assert all(result.source[fact.start : fact.end] == fact.text for fact in result.metadata.facts)


PROSE = (
    "The council of Port Arden decided on Tuesday to repair the old harbor bridge instead of replacing it, which "
    "spares the town four million dollars and the ferry two years of detours."
)


def around(head: str = "", tail: str = "") -> Metadata:
    """The metadata of an article with these lines above and below its paragraphs."""
    return explain(f"Council votes on the bridge\n{head}\n{PROSE}\n{PROSE[:-1]} in all.\n{tail}").metadata


def test_every_fact_has_its_place_in_the_source() -> None:
    source = "Council votes on the bridge\r\n\r\nBy\u00a0Ana  Lima  |  March 5, 2024\r\n" + PROSE
    facts = explain(source).metadata.facts
    assert [(fact.kind, fact.text, fact.value, fact.line) for fact in facts] == [
        ("author", "Ana  Lima", "Ana Lima", 3),
        ("published", "March 5, 2024", DAY, 3),
    ]
    assert all(source[fact.start : fact.end] == fact.text for fact in facts)


def test_nothing_removed_says_nothing() -> None:
    assert explain(PROSE).metadata == Metadata()
    assert explain("").metadata.published is None
    assert Metadata().as_dict() == {
        "authors": [], "contributors": [], "published": None, "modified": None, "credits": [], "captions": [],
        "tags": [], "sources": [], "facts": [],
    }  # fmt: skip


def test_metadata_survives_pickling_and_json() -> None:
    found = around("By Ana Lima\nPublished March 5, 2024 2:30 PM EST")
    assert pickle.loads(pickle.dumps(found)) == found  # noqa: S301
    shown = json.loads(json.dumps(found.as_dict()))
    assert shown["authors"] == ["Ana Lima"]
    assert shown["published"] == "2024-03-05T14:30:00-05:00"
    assert shown["facts"][0] == {
        "kind": "author", "text": "Ana Lima", "value": "Ana Lima", "line": 2, "start": 31, "end": 39,
    }  # fmt: skip


NAMES = [
    ("By Ana Lima and John Roe, Staff writer", ["Ana Lima", "John Roe"]),
    ("By Ana Lima, John Roe and Eva van der Berg", ["Ana Lima", "John Roe", "Eva van der Berg"]),
    ("By Ana Lima, Lisbon", ["Ana Lima"]),
    ("By Ana Lima, New York", ["Ana Lima"]),
    ("By Ana Lima | Harbor Gazette | ana@example.org", ["Ana Lima"]),
    ("By ANA LIMA // Harbor News", ["ANA LIMA"]),
    ("By Laura J. Martin, MD", ["Laura J. Martin"]),
    ("By Staff Reporter", []),
    ("By the time we left", []),
    ("By admin", []),
    ("Text Size A A A", []),
    ("Von Risiken und Nebenwirkungen", []),
    ("Von unserer Redaktion", []),
    ("Por José Ortega y Gasset", ["José Ortega y Gasset"]),
    ("Di Maria De Luca e Paolo Ferri", ["Maria De Luca", "Paolo Ferri"]),
    ("Penulis: Heryadi", ["Heryadi"]),
    ("記者林小雨／臺北報導", ["林小雨"]),
    ("作者：林小雨 王明", ["林小雨", "王明"]),
    ("取材・文＝山口 春香", ["山口 春香"]),
    ("서울=김하늘 특파원", ["김하늘"]),
    ("By Ana Lima contributed to this report", ["Ana Lima"]),
    ("(Reporting by Ana Lima in Porto; Editing by Tom Berg)", ["Ana Lima"]),
    ("责任编辑：王明", []),
    ("Traduit par Claire Morel", []),
]


@pytest.mark.parametrize(("line", "names"), NAMES, ids=[line for line, _ in NAMES])
def test_authors_are_people_and_wrote_the_text(line: str, names: list[str]) -> None:
    assert [line[one.start : one.end] for one in people(line) if one.kind == "author"] == names


def test_who_edited_or_reviewed_is_a_contributor() -> None:
    found = around("By Ana Lima\nReviewed by Dr. Tom Berg\nPublished March 5, 2024")
    assert (found.authors, found.contributors) == (("Ana Lima",), ("Dr. Tom Berg",))


def test_an_agency_is_a_source_and_no_author() -> None:
    found = around("By Reuters\nPublished March 5, 2024", "Source: AFP")
    assert (found.authors, found.sources) == ((), ("Reuters", "AFP"))


def test_where_an_article_first_appeared_is_a_source() -> None:
    line = "This article first appeared in the Harbor Gazette."
    assert line in around(tail=line).sources


def test_the_author_of_a_box() -> None:
    tail = "About the author\nAna Lima\nAna Lima is a reporter who covers the coast. Email ana.lima@example.org."
    assert around(tail=tail).authors == ("Ana Lima",)


DATES = [
    ("12th January, 2012", "en", date(2012, 1, 12)),
    ("7:35 am EST January 12, 2012", "en", datetime(2012, 1, 12, 7, 35, tzinfo=timezone(timedelta(hours=-5)))),
    ("Jan 11, 2012 4:47 PM IST", "en", datetime(2012, 1, 11, 16, 47)),
    ("2024-03-05T14:30:00Z", None, datetime(2024, 3, 5, 14, 30, tzinfo=UTC)),
    ("Nov 7, 2023, 8:54 AM GMT+1", "en", datetime(2023, 11, 7, 8, 54, tzinfo=timezone(timedelta(hours=1)))),
    ("17. März 2021, 8 Uhr", "de", datetime(2021, 3, 17, 8, 0)),
    ("30 août 2023 à 14h52", "fr", datetime(2023, 8, 30, 14, 52)),
    ("1º de maio de 2024", "pt", date(2024, 5, 1)),
    ("28 ноября 2011, понедельник, 18:12", "ru", datetime(2011, 11, 28, 18, 12)),
    ("٥ مارس ٢٠٢٤", "ar", DAY),
    ("5 मार्च 2024, 14:30", "hi", MOMENT),
    ("2024. 3. 5. 오후 2:30", "ko", MOMENT),
    ("2024年3月5日 下午2:30", "zh", MOMENT),
    ("23.12.22", "de", date(2022, 12, 23)),
    ("03.04.2024", None, date(2024, 4, 3)),
    ("3/4/2024", "fr", date(2024, 4, 3)),
    ("3/4/2024", "en", None),
    ("3/4/2024", None, None),
    ("3/25/2024", "en", date(2024, 3, 25)),
    ("25/3/2024", "en", date(2024, 3, 25)),
    ("4/4/2024", "en", date(2024, 4, 4)),
    ("3/4/2024 9:15 AM EDT", "en", datetime(2024, 3, 4, 9, 15, tzinfo=timezone(timedelta(hours=-4)))),
]


@pytest.mark.parametrize(("text", "lang", "value"), DATES, ids=[f"{text} {lang}" for text, lang, _ in DATES])
def test_dates_are_read_as_written(text: str, lang: str | None, value: date | None) -> None:
    found = find_dates(text, lang)
    assert [(one.value, text[one.start : one.end]) for one in found] == [(value, text)]


@pytest.mark.parametrize("text", ["March 5", "March 2024", "14:30", "yesterday at 14:30", "2 hours ago", "2024"])
def test_what_is_no_full_date_has_no_value(text: str) -> None:
    assert find_dates(text, "en") == []
    assert read_date(text, "en") is None


def test_the_order_of_days_and_months_is_told_by_the_other_dates() -> None:
    assert reads_day_first("18/03/2024 and 03/04/2024", "en") is True
    assert reads_day_first("03/18/2024 and 03/04/2024", "en") is False
    found = around("By Ana Lima\nPublished 03/04/2024\nUpdated 03/18/2024")
    assert (found.published, found.modified) == (date(2024, 3, 4), date(2024, 3, 18))


def test_published_and_modified_in_one_line() -> None:
    found = around("By Ana Lima\nPublished March 5, 2024 | Updated March 6, 2024 2:30 PM")
    assert (found.published, found.modified) == (DAY, datetime(2024, 3, 6, 14, 30))


def test_a_date_that_nothing_names_is_the_publications() -> None:
    assert around("By Ana Lima\nMarch 5, 2024").published == DAY


def test_a_date_that_cannot_be_told_keeps_its_place() -> None:
    found = around("By Ana Lima\nPublished 2 hours ago")
    assert found.published is None
    assert [(fact.kind, fact.text, fact.value) for fact in found.dates] == [
        ("published", "Published 2 hours ago", None)
    ]


def test_dates_depend_on_no_machine() -> None:
    text = f"Council votes\nBy Ana Lima\nPublished 5 Mar 24, 2:30 PM\nUpdated 06/05/69\n{PROSE}"
    program = f"from dechrome import explain; print(explain({text!r}).metadata.facts)"
    shown = {
        subprocess.run(
            [sys.executable, "-c", program],
            env=os.environ | {"TZ": zone, "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for zone, seed in [("Asia/Tokyo", "1"), ("America/New_York", "2")]
    }
    assert len(shown) == 1


PICTURES = [
    ("Photo: Ana Lima", [("credit", "Ana Lima")]),
    ("The harbor at dawn, seen from the mole. (Photo: Ana Lima/AFP)",
     [("caption", "The harbor at dawn, seen from the mole."), ("credit", "Ana Lima/AFP")]),
    ("Der Hafen am Morgen. Foto: Jonas Keil/dpa", [("caption", "Der Hafen am Morgen."), ("credit", "Jonas Keil/dpa")]),
    ("Le port au petit matin. © Claire Morel", [("caption", "Le port au petit matin."), ("credit", "Claire Morel")]),
    ("Порт на рассвете. Фото: Мария Седова / ТАСС",
     [("caption", "Порт на рассвете."), ("credit", "Мария Седова / ТАСС")]),
    ("林小雨 摄", [("credit", "林小雨")]),
    ("Courtesy of the Harbor Museum", [("credit", "the Harbor Museum")]),
    ("Getty Images", [("credit", "Getty Images")]),
    ("Hafen bei Nacht, von Osten gesehen (Symbolbild)", [("caption", "Hafen bei Nacht, von Osten gesehen")]),
]  # fmt: skip


@pytest.mark.parametrize(("line", "parts"), PICTURES, ids=[line for line, _ in PICTURES])
def test_captions_come_without_their_credits(line: str, parts: list[tuple[str, str]]) -> None:
    assert [(part.kind, line[part.start : part.end]) for part in pictured(line, "")] == parts


def test_captions_and_credits_of_an_article() -> None:
    found = around("The bridge on the day of the vote. Photo: Ana Lima / AFP")
    assert found.captions == ("The bridge on the day of the vote.",)
    assert found.credits == ("Ana Lima / AFP",)


TAGS = [
    ("Tags: budget, town council, Port Arden", 'label "tags"', ["budget", "town council", "Port Arden"]),
    ("الوسوم: ميناء، جسر قديم", 'label "الوسوم"', ["ميناء", "جسر قديم"]),
    ("Schlagworte: Hafen | Brücke", 'label "schlagworte"', ["Hafen", "Brücke"]),
    ("Теги: мост, порт", 'label "теги"', ["мост", "порт"]),
    ("标签：港口、大桥", 'label "标签"', ["港口", "大桥"]),
    ("#harbor #bridge", "nothing but hash words", ["harbor", "bridge"]),
    ("This entry was posted in News and tagged bridge, harbor by Ana. Bookmark the permalink.", 'prefix "x"',
     ["News", "bridge", "harbor"]),
    ("Dieser Beitrag wurde unter Politik veröffentlicht.", 'prefix "x"', ["Politik"]),
    ("Tags", 'line "tags"', []),
]  # fmt: skip


@pytest.mark.parametrize(("line", "why", "found"), TAGS, ids=[line for line, *_ in TAGS])
def test_tags_are_split(line: str, why: str, found: list[str]) -> None:
    assert [line[part.start : part.end] for part in tagged(line, why)] == found


def test_tags_below_their_label() -> None:
    assert around(tail="Tags\nbudget\ntown council\nPort Arden").tags == ("budget", "town council", "Port Arden")


def test_a_form_below_a_label_is_no_list_of_tags() -> None:
    assert tag_run(["Tags", "Add a comment", "Name: required", "5 May 2024"]) == [[], [], [], []]


FIELDS = [
    ("author: Ana Lima", [("author", "Ana Lima")]),
    ('"published_at": "2024-03-05",', [("published", "2024-03-05")]),
    ("last_modified: 2024-03-05", [("modified", "2024-03-05")]),
    ("crawl_date: 2024-03-05", []),
    ("tags: [bridge, harbor]", [("tag", "bridge"), ("tag", "harbor")]),
    ("source: Harbor Gazette", [("source", "Harbor Gazette")]),
]


@pytest.mark.parametrize(("line", "parts"), FIELDS, ids=[line for line, _ in FIELDS])
def test_fields_of_an_export(line: str, parts: list[tuple[str, str]]) -> None:
    assert [(part.kind, line[part.start : part.end]) for part in field(line, Context(None, None))] == parts


def test_front_matter() -> None:
    found = explain(f"---\ntitle: The bridge\nauthor: Ana Lima\ndate: 2024-03-05\n---\nThe bridge\n{PROSE}").metadata
    assert (found.authors, found.published) == (("Ana Lima",), DAY)


def test_other_articles_say_nothing_of_this_one() -> None:
    found = around("By Ana Lima\nMarch 5, 2024", "Related articles\nFerry fares rise again\nJune 7, 2023\nBy Tom Berg")
    assert (found.authors, found.published) == (("Ana Lima",), DAY)


def test_a_label_above_its_date() -> None:
    assert [part.kind for part in byline("March 5, 2024", "", "Last updated:", Context("en", None))] == ["modified"]


def test_cleaning_does_not_pay_for_it() -> None:
    program = f"import sys, dechrome; dechrome.explain({PROSE!r}); dechrome.clean('By Ana Lima'); print([m for m in "
    program += "('dateparser', 'dechrome.metadata') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_the_ledger_has_the_metadata(tmp_path: Path) -> None:
    (tmp_path / "vote.txt").write_text(f"By Ana Lima | March 5, 2024\n{PROSE}\n", encoding="utf-8")
    command = [sys.executable, "-m", "dechrome", "vote.txt", "-o", "out", "--ledger", "ledger.jsonl"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)
    record = json.loads((tmp_path / "ledger.jsonl").read_text(encoding="utf-8").splitlines()[0])
    assert record["metadata"]["authors"] == ["Ana Lima"]
    assert record["metadata"]["published"] == "2024-03-05"


def test_facts_are_values() -> None:
    fact = Fact("author", "Ana  Lima", "Ana Lima", 1, 3, 12)
    found = Metadata((fact, Fact("author", "ANA LIMA", "ANA LIMA", 9, 90, 98)))
    assert found.authors == ("Ana Lima",)
    assert found.of("author", "tag") == found.facts
    with pytest.raises(AttributeError):
        fact.line = 2  # type: ignore[misc]
