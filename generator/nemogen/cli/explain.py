"""`explain`: what a rule means."""

from __future__ import annotations

import difflib

import click

from nemogen.cli.terminal import Terminal


@click.command()
@click.argument("rule")
def explain(rule: str) -> None:
    """Explain a rule of `diff`: what it means, whom it hits, what to do, and an example."""
    from nemogen.diff.explain import explain_rule
    from nemogen.diff.python.rules import SOURCE_RULES
    from nemogen.diff.rules import RULES

    text = explain_rule(rule)
    if text is None:
        near = difflib.get_close_matches(rule, [*RULES, *SOURCE_RULES], 3)
        hint = f"did you mean {' or '.join(near)}?" if near else "nemogen diff --rules lists them."
        raise click.UsageError(f"there is no rule {rule}: {hint}")
    Terminal("text", quiet=True, verbose=False, colour=False).show(text)
