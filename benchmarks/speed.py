"""How fast and how large dechrome is, as a ratio to `ftfy.fix_text` alone on the same texts in the same run.

    python benchmarks/speed.py                        the samples of this repository
    python benchmarks/speed.py FOLDER                 all .txt files below a folder
    python benchmarks/speed.py TEXTS.jsonl            one JSON object a line, with the text in the field `text`
    python benchmarks/speed.py --memory 1 10 100      also the peak memory at 1, 10 and 100 MB of text

Both sides take turns on small batches of texts, as a busy machine then slows both alike; a ratio above 1
says that cleaning with all rules and normalizers is faster than ftfy's repairs alone.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import statistics
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from time import process_time

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
BATCH = 100_000  # characters that one side works on before the other has its turn
TEXT = 5_000  # characters of one text when texts are made up of lines


def main() -> int:
    """Measure and print."""
    options = _parser().parse_args()
    if options.hold:
        return _hold(options)
    texts = list(read(options.source))[: options.limit]
    if not any(texts):
        print(f"no text in {options.source}", file=sys.stderr)
        return 1
    size = sum(map(len, texts))
    print(f"{len(texts):,} texts, {size:,} characters, from {options.source}")
    print(f"import dechrome    {_import_time():6.0f} ms")
    _speed(texts, options.repeats)
    for megabytes in options.memory:
        _memory(options.source, megabytes)
    return 0


def read(source: Path) -> Iterator[str]:
    """The texts of a JSONL file or of a folder."""
    if source.is_dir():
        for path in sorted(source.rglob("*.txt")):
            yield path.read_text(encoding="utf-8", errors="replace")
    else:
        with source.open(encoding="utf-8") as lines:
            yield from (json.loads(line)["text"] for line in lines if line.strip())


def batches(texts: Sequence[str]) -> Iterator[list[str]]:
    """The texts in batches of about equal length."""
    batch: list[str] = []
    for text in texts:
        batch.append(text)
        if sum(map(len, batch)) >= BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def made_up(texts: Sequence[str], megabytes: int) -> Iterator[str]:
    """Texts of about 5,000 characters from the lines of `texts`, shuffled, until there are so many megabytes."""
    lines = [line for text in texts for line in text.splitlines()]
    shuffler, left = random.Random(0), megabytes * 1_000_000  # noqa: S311
    while left > 0:
        chosen: list[str] = []
        while sum(map(len, chosen)) < TEXT:
            chosen.append(shuffler.choice(lines))
        text = "\n".join(chosen)
        left -= len(text.encode(errors="replace"))
        yield text


def _speed(texts: Sequence[str], repeats: int) -> None:
    import ftfy

    from dechrome import Cleaner
    from dechrome.normalize import Normalizer
    from dechrome.reading import read_text

    start = process_time()
    cleaner = Cleaner()
    print(f"Cleaner()          {1000 * (process_time() - start):6.0f} ms")
    normalizer = Normalizer()
    sides: dict[str, Callable[[str], object]] = {
        "ftfy.fix_text": ftfy.fix_text,
        "clean": cleaner.clean,
        "reading alone": lambda text: read_text(text, normalizer),
    }
    for run in sides.values():
        run(texts[0])
    rates: dict[str, list[float]] = {name: [] for name in sides}
    size = sum(map(len, texts))
    for _ in range(repeats):
        spent = dict.fromkeys(sides, 0.0)
        for batch in batches(texts):
            for name, run in sides.items():
                start = process_time()
                for text in batch:
                    run(text)
                spent[name] += process_time() - start
        for name, seconds in spent.items():
            rates[name].append(size / max(seconds, 1e-9))
    print(f"\n{'':18} {'characters/s':>14} {'to ftfy':>8}   median of {repeats}")
    for name, found in rates.items():
        ratios = [rate / base for rate, base in zip(found, rates["ftfy.fix_text"], strict=True)]
        print(f"{name:18} {statistics.median(found):14,.0f} {statistics.median(ratios):8.2f}")


def _import_time() -> float:
    """Milliseconds that `import dechrome` adds to the start of Python: the median of several starts of each kind."""
    code = "import time; start = time.perf_counter(); {}; print(time.perf_counter() - start)"
    command = [sys.executable, "-c", code.format("import dechrome; dechrome.clean")]
    return 1000 * statistics.median(float(subprocess.check_output(command)) for _ in range(7))


def _memory(source: Path, megabytes: int) -> None:
    """Print the peak memory of fresh processes: many texts one after the other, and all lines as one text."""
    for shape in ("many texts", "one text", "one line"):
        command = [sys.executable, __file__, str(source), "--hold", shape, "--size", str(megabytes)]
        peak, seconds = subprocess.check_output(command, text=True).split()
        print(f"{megabytes:4} MB as {shape:10}  peak memory {float(peak):7.0f} MB, {float(seconds):7.1f} s")


def _hold(options: argparse.Namespace) -> int:
    """In a process of its own: clean so much text, print the peak memory in MB and the seconds."""
    from dechrome import Cleaner

    cleaner = Cleaner()
    texts: Iterator[str] = made_up(list(read(options.source)), options.size)
    if options.hold != "many texts":
        texts = iter(["\n".join(texts)])
    if options.hold == "one line":
        texts = (text.replace("\n", " ") for text in texts)
    start = process_time()
    for text in texts:
        cleaner.clean(text)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)
    print(peak, process_time() - start)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source", nargs="?", type=Path, default=SAMPLES, help="a folder, or a JSONL file")
    parser.add_argument("--repeats", type=int, default=5, help="how often to measure (default 5)")
    parser.add_argument("--limit", type=int, help="no more than so many texts")
    parser.add_argument("--memory", type=int, nargs="*", default=[], metavar="MB", help="sizes to clean in processes")
    parser.add_argument("--hold", choices=["many texts", "one text", "one line"], help=argparse.SUPPRESS)
    parser.add_argument("--size", type=int, help=argparse.SUPPRESS)
    return parser


if __name__ == "__main__":
    sys.exit(main())
