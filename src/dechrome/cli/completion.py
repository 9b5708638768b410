"""Completion in the shell: the script that switches it on, and the names of rules."""

from __future__ import annotations

import click
from click.shell_completion import CompletionItem, ShellComplete, get_completion_class

SHELLS = ("bash", "zsh", "fish")
PROGRAM = "clean"


class RuleNames(click.types.StringParamType):
    """Names of rules, completed one by one after the commas."""

    name = "rule"

    def shell_complete(
        self,
        ctx: click.Context,  # noqa: ARG002 - click calls it so
        param: click.Parameter,  # noqa: ARG002
        incomplete: str,
    ) -> list[CompletionItem]:
        """The names that go on from what is typed."""
        from dechrome.cli.rules import rule_names

        before, comma, part = incomplete.rpartition(",")
        return [CompletionItem(before + comma + name) for name in rule_names() if name.startswith(part)]


def script(command: click.Command, shell: str) -> str:
    """The script that switches completion on in a shell."""
    kind = get_completion_class(shell)
    if kind is None:
        raise click.UsageError(f"there is no completion for {shell}")
    complete = kind(command, {}, PROGRAM, f"_{PROGRAM.upper()}_COMPLETE")
    # Not the class's own `source`, which starts the shell to ask for its version.
    return ShellComplete.source(complete)
