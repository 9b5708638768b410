"""Sentences of an article that begin as a site's own texts do, or name what these name."""

from __future__ import annotations

import pytest

from dechrome import clean
from dechrome.notes import is_note
from helpers import document

ARTICLES = {
    "zh": (
        "市议会周二投票决定，河边那座有九十年历史的游泳馆将在本月底关闭，市民对此议论纷纷，许多人表示惋惜。",
        "市长说，屋顶的修缮费用超出了镇上的预算，新馆最早也要三年后才能开放，届时票价会略有上涨。",
    ),
    "ja": (
        "市議会は火曜日、川沿いの古い水泳場を月末で閉鎖することを決めた。九十年の歴史があり、二度の火災にも耐えた建物だ。",
        "市長は、屋根の修理にかかる費用を町が賄えないと説明し、新しい施設の開業は早くても三年後になると述べた。",
    ),
    "ko": (
        "시의회는 화요일 강변의 오래된 수영장을 이달 말에 닫기로 의결했다. 구십 년의 역사를 지닌 건물이다.",
        "시장은 지붕을 고칠 돈이 마을에 없다고 밝히고, 새 수영장은 빨라야 삼 년 뒤에 문을 연다고 말했다.",
    ),
    "en": (
        "The council voted on Tuesday to close the old swimming hall by the river at the end of the month.",
        "The mayor said that the roof could not be mended for the money that the town has put aside for it.",
    ),
}


@pytest.mark.parametrize(
    ("lang", "sentence"),
    [
        ("zh", "扫描二维码付款在海岛上越来越普遍，连卖鱼的老人也不例外。"),
        ("zh", "登录后可查询的记录从两年延长到了十年，档案馆的负责人解释。"),
        ("zh", "喜歡這篇文章的讀者寫信給編輯部，要求刊登續篇。"),
        ("ja", "会員登録すると割引が受けられる制度を、市は来春から始める。"),
        ("ja", "情報提供は百件を超えたが、船の行方は今も分かっていない。"),
        ("ko", "제보를 받은 경찰은 항구의 창고를 수색해 상자 스무 개를 찾아냈다."),
        ("ko", "뉴스레터 구독이 크게 늘면서 신문사는 직원 두 명을 더 뽑기로 했다."),
        ("en", "Sponsored by the senator from the islands, the bill would ban the sale of the old wooden boats."),
        ("en", "Copyright 1931 is printed on the back of the map that the harbor office found under the stairs."),
        ("en", "Sign up for our newsletter, the new owner said on every one of his first seven days at the hall."),
    ],
)
def test_a_sentence_that_goes_on_about_something_else_stays(lang: str, sentence: str) -> None:
    text = "\n\n".join([*ARTICLES[lang], sentence])
    assert clean(text) == text


@pytest.mark.parametrize(
    ("lang", "line"),
    [
        ("zh", "扫描二维码关注我们的公众号。"),
        ("ja", "会員登録すると続きをお読みいただけます。"),
        ("ko", "제보를 기다립니다."),
        ("en", "Sign up for our newsletter and get the best of the harbor in your inbox."),
        ("en", "Reporting was contributed by Ana Lima, Jo Hall, Ines Duarte and Tom Reyes."),
    ],
)
def test_what_speaks_to_the_reader_goes(lang: str, line: str) -> None:
    assert clean("\n\n".join([*ARTICLES[lang], line])) == "\n\n".join(ARTICLES[lang])


@pytest.mark.parametrize(
    "text",
    [
        "* An earlier version of the article gave the wrong year for the fire.",
        "This sentence has been updated to reflect that the mayor was at the meeting.",
        "This story was corrected because it gave the wrong name for the ferry.",
    ],
)
def test_what_was_wrong_before_belongs_to_the_article(text: str) -> None:
    assert is_note(document(text).lines[0])
