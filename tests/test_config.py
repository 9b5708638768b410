from __future__ import annotations

from pathlib import Path

import pytest

from dechrome import Cleaner, ConfigError, clean
from dechrome.config import find_config, read_config

TEXT = "The vote is on Tuesday.\nAll about our site\nIt will be close."
CLEANED = "The vote is on Tuesday.\nIt will be close."
FOOTER = '[phrases.site_footer]\nline = ["all about our site"]\n'


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_every_option_is_read(tmp_path: Path) -> None:
    path = write(
        tmp_path / "dechrome.toml",
        'only = ["tags", "comments"]\noff = ["tags"]\nthreshold = 0.7\nprotect = ["stay"]\ncap = 0.9\nplugins = false\n'
        "[settings.comments]\nthreshold = 0.6\n" + FOOTER,
    )
    options = read_config(path)
    assert set(options) == {"only", "off", "threshold", "protect", "cap", "plugins", "settings", "phrases"}
    assert Cleaner.from_config(path).options.threshold == 0.7


def test_a_table_in_pyproject(tmp_path: Path) -> None:
    path = write(tmp_path / "pyproject.toml", '[project]\nname = "x"\n[tool.dechrome]\nthreshold = 0.9\n')
    assert read_config(path) == {"threshold": 0.9}
    assert find_config(tmp_path) == path


def test_the_nearest_wins(tmp_path: Path) -> None:
    upper = write(tmp_path / "dechrome.toml", "threshold = 0.9\n")
    lower = write(tmp_path / "a" / "pyproject.toml", "[tool.dechrome]\nthreshold = 0.8\n")
    write(tmp_path / "a" / "b" / "pyproject.toml", "[tool.other]\nx = 1\n")
    assert find_config(tmp_path / "a" / "b") == lower
    assert find_config(tmp_path) == upper
    own = write(tmp_path / "a" / "dechrome.toml", "")
    assert find_config(tmp_path / "a") == own


def test_a_cleaner_from_the_working_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "dechrome.toml", FOOTER)
    (tmp_path / "below").mkdir()
    monkeypatch.chdir(tmp_path / "below")
    assert Cleaner.from_config().clean(TEXT) == CLEANED
    assert clean(TEXT) == TEXT  # the function alone reads no file


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("treshold = 0.5", "unknown key 'treshold': did you mean 'threshold'"),
        ('threshold = "high"', "threshold must be a number from 0 to 1, not 'high'"),
        ('only = "tags"', "only must be a list of words"),
        ("off = [1]", "off must hold words"),
        ('settings = "x"', "settings must be a table"),
        ('plugins = "no"', "plugins must be true or false"),
        ("threshold = ", "not valid TOML"),
    ],
)
def test_what_is_wrong_is_named_with_its_file(tmp_path: Path, text: str, wanted: str) -> None:
    path = write(tmp_path / "dechrome.toml", text)
    with pytest.raises(ConfigError) as error:
        read_config(path)
    assert str(error.value).startswith(f"{path}: ")
    assert wanted in str(error.value)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ('only = ["sharebar"]', "unknown rule 'sharebar': did you mean 'share_bar'"),
        ("[settings.share_bra]\nthreshold = 0.9", "unknown rule 'share_bra': did you mean 'share_bar'"),
        ("[settings.tags]\ntreshold = 0.9", "settings.tags: unknown setting 'treshold': did you mean 'threshold'"),
        ('[phrases.tags]\nlines = ["x"]', "'lines'"),
    ],
)
def test_what_only_the_rules_know_is_named_with_its_file(tmp_path: Path, text: str, wanted: str) -> None:
    path = write(tmp_path / "dechrome.toml", text)
    with pytest.raises(ConfigError) as error:
        Cleaner.from_config(path)
    assert str(error.value).startswith(f"{path}: ")
    assert wanted in str(error.value)


def test_the_example_of_the_documentation_works(tmp_path: Path) -> None:
    page = (Path(__file__).parents[1] / "docs" / "configuration.md").read_text(encoding="utf-8")
    example = page.partition("```toml\n")[2].partition("```")[0]
    cleaner = Cleaner.from_config(write(tmp_path / "dechrome.toml", example))
    assert cleaner.options.off == ("tags", "author_bio")
    assert cleaner.clean(TEXT) == CLEANED


def test_files_that_are_not_there_or_hold_nothing_for_us(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="cannot be read"):
        read_config(tmp_path / "none.toml")
    with pytest.raises(ConfigError, match=r"no table \[tool.dechrome\]"):
        read_config(write(tmp_path / "pyproject.toml", "[tool.other]\n"))
    with pytest.raises(ConfigError, match="must be a table"):
        read_config(write(tmp_path / "pyproject.toml", "[tool]\ndechrome = 3\n"))
    latin = tmp_path / "latin.toml"
    latin.write_bytes('protect = ["Müller"]'.encode("latin-1"))
    with pytest.raises(ConfigError, match="UTF-8"):
        read_config(latin)
