"""The command as a process of its own: pipes, signals, several workers."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

CONFIG = 'only = ["site_footer"]\n[phrases.site_footer]\nline = ["all about our site"]\n'
COMMAND = [sys.executable, "-m", "dechrome"]
posix = pytest.mark.skipif(os.name == "nt", reason="signals and pipes as POSIX has them")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "dechrome.toml").write_text(CONFIG)
    (tmp_path / "in").mkdir()
    for n in range(40):
        text = f"Paragraph {n} of a story – “quoted”.\n" * (n + 1) + "All about our site\n"
        (tmp_path / "in" / f"{n:02}.txt").write_text(text, encoding="utf-8")
    (tmp_path / "in" / "07.txt").write_bytes(bytes(200))
    return tmp_path


def clean(folder: Path, *args: str, **options: object) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([*COMMAND, *args], cwd=folder, capture_output=True, check=False, **options)  # type: ignore[call-overload,no-any-return]


def contents(folder: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in folder.iterdir()}


def test_the_same_whatever_the_number_of_jobs(folder: Path) -> None:
    one = clean(folder, "in", "-o", "one", "--ledger", "one.jsonl", "--diff")
    two = clean(folder, "in", "-o", "two", "--ledger", "two.jsonl", "--diff", "--jobs", "2")
    assert one.returncode == two.returncode == 3
    assert one.stdout == two.stdout
    assert one.stderr.replace(b"one", b"two") == two.stderr
    assert (folder / "one.jsonl").read_bytes() == (folder / "two.jsonl").read_bytes()
    assert contents(folder / "one") == contents(folder / "two")
    assert len(contents(folder / "two")) == 39
    assert clean(folder, "in").stdout == clean(folder, "in", "--jobs", "2").stdout


def test_output_is_utf8_where_the_system_is_not(folder: Path) -> None:
    env = {**os.environ, "PYTHONIOENCODING": "latin-1", "LC_ALL": "C", "PYTHONUTF8": "0"}
    done = clean(folder, "-", input="Łódź – „tak”.\r\nAll about our site".encode(), env=env)
    assert done.stdout == "Łódź – „tak”.\n".encode()


def test_nothing_but_text_goes_to_standard_output(folder: Path) -> None:
    done = clean(folder, "in/03.txt")
    assert b"characters" not in done.stdout
    assert b"characters" in done.stderr
    assert b"\r" not in done.stderr  # no progress bar where nobody looks


@posix
def test_a_closed_pipe_is_quiet(folder: Path) -> None:
    (folder / "long.txt").write_text("A sentence that is long enough to fill a pipe.\n" * 50_000)
    line = f"{sys.executable} -m dechrome long.txt -q | head -1"
    done = subprocess.run(["bash", "-c", line], cwd=folder, capture_output=True, check=False)
    assert done.stdout.count(b"\n") == 1
    assert done.stderr == b""


@posix
@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupted_run_leaves_whole_files_only(folder: Path, jobs: str, number: signal.Signals) -> None:
    text = "A sentence of some length, again and again, about nothing.\n" * 3000 + "All about our site\n"
    for n in range(200):
        (folder / "in" / f"{n:03}.txt").write_text(text)
    args = [*COMMAND, "in", "-o", "out", "--ledger", "led.jsonl", "--jobs", jobs]
    with subprocess.Popen(args, cwd=folder, stderr=subprocess.PIPE, start_new_session=True) as process:
        until = time.monotonic() + 30
        while not any(folder.glob("out/*.txt")) and time.monotonic() < until:
            time.sleep(0.02)
        if number == signal.SIGINT:
            os.killpg(process.pid, number)  # a terminal sends it to the whole group
        else:
            process.send_signal(number)
        _, stderr = process.communicate(timeout=60)
    assert process.returncode == 130
    assert b"Interrupted: " in stderr
    assert b"Traceback" not in stderr
    assert not (folder / "led.jsonl").exists()
    assert not list(folder.rglob(".dechrome-*"))
    texts = contents(folder / "out")
    assert 0 < len(texts) < 200
    wanted = text.replace("All about our site\n", "").encode()
    assert all(data == wanted for name, data in texts.items() if len(name) == len("000.txt"))
