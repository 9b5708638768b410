"""A line that is nothing but known labels is chrome, whatever parts them."""

import pytest

from dechrome import clean

ABOVE = "The ferry between the two towns is back in service after eleven days in the yard, its owner said on Monday."
BELOW = "A crack in the ramp had been found during a routine check, and the spare part had to be brought by lorry."


def left(line: str) -> list[str]:
    return clean(f"{ABOVE}\n\n{line}\n\n{BELOW}", off=["off_body"]).split("\n")


@pytest.mark.parametrize(
    "line",
    [
        "Print | Send to a friend | Contact us",
        "Skip to main content Skip to footer",
        "Share on X Share on LinkedIn Copy link Share by email",
        "Decrease font size Increase font size",
        "Zarejestruj się / Zaloguj się",
        "Nie masz konta? Załóż konto!",
        "Αποστολή Εκτύπωση Μέγεθος κειμένου",
        "Обсудить Версия для печати Мобильная версия",
    ],
)
def test_known_labels_one_behind_the_other_go(line: str) -> None:
    assert line not in left(line)


@pytest.mark.parametrize(
    "line",
    [
        "Print Media",
        "Social Media Marketing",
        "YouTube Live and Facebook Live",
        "Email and Print",
        "Privacy and Security",
        "Print or send to a friend who lives abroad",
    ],
)
def test_two_single_words_and_what_has_other_words_stays(line: str) -> None:
    assert line in left(line)
