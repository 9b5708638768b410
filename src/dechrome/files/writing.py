"""Writing a file whole or not at all: into a file beside it first, which then takes its name."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO


@contextmanager
def whole(path: Path, *, durable: bool = False) -> Iterator[BinaryIO]:
    """A stream whose bytes become the file `path` when the block ends, and nothing if it fails.

    Folders are made as needed, a link is followed, an existing file's mode is kept. With `durable`
    the bytes are on the disk before the old ones go. Raises OSError as the file system does.
    """
    target = Path(os.path.realpath(path))
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = target.with_name(f".dechrome-{secrets.token_hex(6)}.tmp")
    try:
        with beside.open("xb") as stream:
            yield stream
            if durable:
                stream.flush()
                os.fsync(stream.fileno())
        with suppress(FileNotFoundError):
            beside.chmod(target.stat().st_mode & 0o7777)
        beside.replace(target)
    except BaseException:
        with suppress(OSError):
            beside.unlink()
        raise


def write_whole(path: Path, data: bytes, *, durable: bool = False) -> None:
    """Make `data` the content of `path`, whole or not at all. Raises OSError."""
    with whole(path, durable=durable) as stream:
        stream.write(data)
