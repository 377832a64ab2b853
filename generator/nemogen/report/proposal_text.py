"""The text of a pull request: where the change comes from, whether it can be merged, what to do, and what changes."""

from __future__ import annotations

from collections.abc import Iterator

from nemogen.light_dataclasses import dataclass
from nemogen.text_safety import in_code_span, prose_in_markdown


@dataclass(frozen=True, slots=True)
class Proposed:
    """What a pull request is about.

    `pin` is the path of the pinned spec, `base` the branch to merge into. `source` is the URL of the spec,
    `repository_url` that of its repository ("" if it has none with
    web pages), `commit` and `earlier` upstream's commit now and at the last release. `entry` is the changelog's entry,
    "" if there is no release.
    """

    api: str
    pin: str
    base: str
    source: str
    repository_url: str
    commit: str | None
    earlier: str | None
    is_draft: bool
    entry: str


def proposal_text(proposed: Proposed, report: str) -> str:
    """The Markdown of the pull request; `report` is that of the sync."""
    parts = [*_origin(proposed), *_state(proposed), _next_steps(proposed)]
    if proposed.entry:
        # No line of an entry begins with a fence: each is a heading or a list item.
        parts += ["### Changelog entry", f"~~~~markdown\n{proposed.entry}\n~~~~"]
    return "\n\n".join([*parts, report])


def _origin(proposed: Proposed) -> Iterator[str]:
    if not proposed.commit or not proposed.repository_url:
        yield f"Upstream: {prose_in_markdown(proposed.source)}"
        return
    now, earlier, url = proposed.commit, proposed.earlier, proposed.repository_url
    links = [f"[{now[:12]}]({url}/commit/{now})"]
    if earlier and earlier != now:
        links.append(f"[changes since {earlier[:12]}]({url}/compare/{earlier}...{now})")
    yield f"Upstream: {', '.join(links)}"


def _state(proposed: Proposed) -> Iterator[str]:
    if proposed.is_draft:
        yield "**This is a draft because the change breaks callers of the package.**"


def _next_steps(proposed: Proposed) -> str:
    steps = ["Read the changes below."]
    if proposed.is_draft:
        command = f"nemogen diff {proposed.base}:{proposed.pin} {proposed.api} --used-by PATH"
        steps += [
            f"See which of your code it hits, on this branch: {in_code_span(command)}.",
            "Merge it when your callers are ready; or close it: this revision of the spec will not be proposed again.",
        ]
    else:
        steps.append("Merge it when its checks pass.")
    return "### What to do next\n\n" + "\n".join(f"{at}. {step}" for at, step in enumerate(steps, 1))
