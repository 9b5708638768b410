"""The command `clean`: `main` is what the script and `python -m dechrome` start."""

from dechrome.cli.command import main

__all__ = ["main"]
