"""`python -m tests.formats.write FOLDER`: files of each format as the command writes them now, and what they mean.

Run once for a release that changes a format (`python -m tests.formats.write tests/formats/0.2`). What an earlier
release wrote is never written again.
"""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

from tests.commands.talks import answer_schema, open_talks, samples, text
from tests.commands.workshop import Workshop, warm_process
from tests.diff.documents import cases, document, in_every_scope
from tests.formats.meaning import fingerprints, meaning_of
from tests.recordings.samples import thing

APPROVALS = """\
[[change]]
id = "response-required-property-removed"
place = "POST /v1/chat"
reason = "Nobody reads it."

[[recording]]
fingerprint = "0a1b2c3d4e5f"
reason = "One provider's own word."
until = 2036-01-31
"""


def write(folder: Path) -> None:
    """Make a project, let upstream change twice, and keep its files."""
    with tempfile.TemporaryDirectory() as name:
        Path(name, "home").mkdir()
        talks = open_talks(Path(name, "home/project"), [*samples(), thing()])
        talks.write("specs/talk/severity.toml", 'response-optional-property-added = "docs"\n')
        talks.write("specs/talk/approvals.toml", APPROVALS)
        _move(talks, removed="usage")
        _move(talks, removed=None)
        talks.write("specs/talk/published.toml", 'version = "0.1.0"\n')
        talks.commit()
        folder.mkdir(parents=True)
        for inside in ("specs", "docs", "tests"):
            shutil.copytree(talks.root / inside, folder / "project" / inside)
        report = talks.run("check", "--offline", "--format", "json").out
        (folder / "report.json").write_text(report, encoding="utf-8")
        (folder / "meaning.json").write_text(_json(meaning_of(folder / "project", "talk")), encoding="utf-8")
    pairs = _pairs()
    (folder / "pairs.json").write_text(json.dumps(pairs, sort_keys=True) + "\n", encoding="utf-8")
    (folder / "fingerprints.txt").write_text("\n".join(fingerprints(pairs)) + "\n", encoding="utf-8")
    warm_process().close()


def _move(talks: Workshop, removed: str | None) -> None:
    """Upstream removes a property that nobody requires, or adds one; and the project follows."""
    whole = json.loads((talks.root / "docs/talk.json").read_text(encoding="utf-8"))
    properties = answer_schema(whole)["properties"]
    properties.pop(removed) if removed else properties.update(mood={"type": "string"})
    talks.write("docs/talk.json", text(whole))
    talks.commit()
    done = talks.run("sync", "--no-test", "--accept", "breaking")
    assert done.status in (0, 1), done
    assert talks.head()


def _pairs() -> dict[str, Any]:
    """Two documents for each rule or so."""
    documents = {
        f"documents/{name}": [document(**case["base"]), document(**case["revision"])]
        for name, case in cases("documents").items()
    }
    schemas = {f"schemas/{name}": list(next(iter(in_every_scope(case)))) for name, case in cases("schemas").items()}
    return documents | schemas


def _json(value: Any) -> str:
    return json.dumps(value, indent=1, sort_keys=True, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    write(Path(sys.argv[1]))
