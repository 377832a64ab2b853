"""Documents of several files, from the three kinds of source: fetched, pinned as one, compared, watched."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.commands.upstream import Upstream
from tests.commands.workshop import REPOSITORY, Workshop, open_workshop
from tests.servers.loopback import Loopback, Reply, Request

ROOT = """\
openapi: 3.0.3
info: {title: Pets, version: "1"}
servers: [{url: https://pets.example}]
paths:
  /pets:
    get:
      operationId: listPets
      responses:
        "200":
          description: ok
          content: {application/json: {schema: {type: array, items: {$ref: "schemas/pet.yaml#/Pet"}}}}
    post: {$ref: operations/create.yaml}
  /pets/{id}: {$ref: paths/pet.yaml}
"""
FILES = {
    "openapi.yaml": ROOT,
    "schemas/pet.yaml": "Pet: {type: object, properties: {name: {type: string}, owner: {$ref: owner.yaml}}}\n",
    "schemas/owner.yaml": "type: object\nproperties: {id: {type: integer}}\n",
    "operations/create.yaml": """\
operationId: createPet
requestBody: {required: true, content: {application/json: {schema: {$ref: "../schemas/pet.yaml#/Pet"}}}}
responses: {"201": {description: made}}
""",
    "paths/pet.yaml": """\
parameters: [{name: id, in: path, required: true, schema: {type: string}}]
get:
  operationId: getPet
  responses: {"200": {description: ok, content: {application/json: {schema: {$ref: "../schemas/pet.yaml#/Pet"}}}}}
""",
}
TEXT_ID = "type: object\nproperties: {id: {type: string}}\n"


class Site(Loopback):
    """The files below /api/."""

    def __init__(self) -> None:
        super().__init__(self._answer)
        self.files: dict[str, str] = dict(FILES)

    def _answer(self, request: Request) -> Reply:
        text = self.files.get(request.path.removeprefix("/api/"))
        return Reply(404, b"no such file") if text is None else Reply(200, text.encode())


def push(upstream: Upstream, **files: str) -> None:
    """A commit for each file, the root last."""
    for name, text in reversed((files or FILES).items()):
        upstream.push(text.encode(), f"api/{name}")


@pytest.fixture
def empty(tmp_path: Path, upstream: Upstream) -> Workshop:
    push(upstream)
    files: dict[str, str | bytes] = {"pyproject.toml": ""}
    files |= {f"docs/{name}": text for name, text in FILES.items()}
    return open_workshop(tmp_path / "project", files, upstream.environment)


def assert_complete(workshop: Workshop) -> None:
    """Every operation has its arguments and types; the lock has a hash of each file."""
    client = "\n".join(path.read_text() for path in (workshop.root / "generated/pets").rglob("resources/*.py"))
    for text in ("def create(", "def retrieve(", "name: str", "id: str"):
        assert text in client
    models = (workshop.root / "generated/pets/src/pets/models.py").read_text()
    for text in ("class Pet(", "class Owner("):
        assert text in models
    assert sorted(workshop.lock("pets")["source"]["parts"]) == sorted(FILES)


def test_files_of_the_project(empty: Workshop) -> None:
    done = empty.run("add", "pets", "docs/openapi.yaml")
    assert done.status == 0, done
    assert_complete(empty)
    assert empty.run("check").status == 0
    before = empty.tree()
    assert empty.run("generate").status == 0
    assert empty.tree() == before
    empty.write("docs/schemas/owner.yaml", TEXT_ID)
    assert empty.run("check").status == 1
    assert "integer" in empty.run("sync", "--no-commit").out
    assert '"type": "string"' in (empty.root / "specs/pets/openapi.yaml").read_text().partition('"owner"')[2]


def test_files_on_github_are_read_at_one_commit(empty: Workshop, upstream: Upstream) -> None:
    done = empty.run("add", "pets", f"https://github.com/{REPOSITORY}/blob/main/api/openapi.yaml")
    assert done.status == 0, done
    assert_complete(empty)
    head = upstream.repository.branches["main"].sha
    assert empty.lock("pets")["source"]["commit"] == head
    assert {path.split("/")[3] for path in upstream.raw.paths() if "schemas" in path} == {head}
    upstream.push(b"other", "README.md")
    assert empty.run("check").status == 0
    push(upstream, **{"schemas/owner.yaml": TEXT_ID})
    assert empty.run("check").status == 1


def test_files_at_a_url(empty: Workshop) -> None:
    with Site() as site:
        done = empty.run("add", "pets", f"{site.url}/api/openapi.yaml")
        assert done.status == 0, done
        assert_complete(empty)
        assert empty.run("check").status == 0
        site.files["schemas/owner.yaml"] = TEXT_ID
        assert empty.run("check").status == 1


@pytest.mark.parametrize("is_cloned", [False, True])
def test_a_history_has_the_other_files_of_each_revision(empty: Workshop, upstream: Upstream, is_cloned: bool) -> None:
    if is_cloned:
        assert empty.run("add", "pets", "docs/openapi.yaml").status == 0
        empty.write("docs/schemas/owner.yaml", TEXT_ID)
        empty.write("docs/openapi.yaml", ROOT.replace("Pets", "My pets"))
        empty.commit()
    else:
        page = f"https://github.com/{REPOSITORY}/blob/main/api/openapi.yaml"
        assert empty.run("add", "pets", page).status == 0
        push(upstream, **{"schemas/owner.yaml": TEXT_ID})
        push(upstream, **{"openapi.yaml": ROOT.replace("Pets", "My pets")})
    done = empty.run("history", "pets", "--format", "json")
    assert done.status == 0, done
    assert "response-property-type-changed" in done.out
    assert "reference-outside" not in done.out


@pytest.mark.parametrize(
    ("reference", "reported"),
    [
        ("schemas/gone.yaml", "no such file"),
        ("../../elsewhere.yaml", "leads outside"),
        ("/etc/passwd", "leads outside"),
        ("https://example.com/schema.yaml", "not URLs"),
        ("schemas/pet.yaml#/Cat", "leads nowhere"),
    ],
)
def test_what_cannot_be_followed_is_named_with_its_location(empty: Workshop, reference: str, reported: str) -> None:
    empty.write("docs/openapi.yaml", ROOT.replace("operations/create.yaml", f'"{reference}"'))
    before = empty.tree()
    done = empty.run("add", "pets", "docs/openapi.yaml")
    assert done.status == 3, done
    assert reported in done.out + done.err
    assert reference.partition("#")[0] in done.out + done.err
    assert "docs/openapi.yaml:12" in done.out + done.err
    assert empty.tree() == before


def test_a_url_never_leads_to_another_origin(empty: Workshop) -> None:
    with Site() as site, Site() as other:
        site.files["openapi.yaml"] = ROOT.replace("operations/create.yaml", f'"{other.url}/api/operations/create.yaml"')
        done = empty.run("add", "pets", f"{site.url}/api/openapi.yaml")
        assert done.status == 3, done
        assert "same origin" in done.out + done.err
        assert other.paths() == []


def test_a_link_never_leads_out_of_the_project(empty: Workshop, tmp_path: Path) -> None:
    (tmp_path / "secret.yaml").write_text("secret: yes\n")
    (empty.root / "docs/operations/create.yaml").unlink()
    (empty.root / "docs/operations/create.yaml").symlink_to(tmp_path / "secret.yaml")
    done = empty.run("add", "pets", "docs/openapi.yaml")
    assert done.status == 3, done
    assert "symbolic link" in done.out + done.err


def test_a_pin_with_references_to_other_files_is_refused_by_generate(empty: Workshop) -> None:
    assert empty.run("add", "pets", "docs/openapi.yaml").status == 0
    empty.write("specs/pets/openapi.yaml", ROOT)
    done = empty.run("generate", "pets")
    assert done.status == 3, done
    assert "operations/create.yaml" in done.out + done.err
    assert "specs/pets/openapi.yaml:12" in done.out + done.err


def findings(workshop: Workshop, base: str, revision: str) -> list[dict[str, Any]]:
    done = workshop.run("diff", base, revision, "--format", "json")
    assert done.status in (0, 1), done
    (api,) = json.loads(done.out)["apis"]
    return [each for subject in api["subjects"] if subject["name"] == "wire" for each in subject["findings"]]


def test_diff_reads_the_files_of_both_documents(empty: Workshop) -> None:
    for name, text in FILES.items():
        empty.write(f"new/{name}", text)
    assert findings(empty, "docs/openapi.yaml", "new/openapi.yaml") == []
    empty.write("new/schemas/owner.yaml", TEXT_ID)
    found = findings(empty, "docs/openapi.yaml", "new/openapi.yaml")
    places = {(each["base"]["file"], each["base"]["line"], each["revision"]["file"]) for each in found}
    assert places == {("docs/schemas/owner.yaml", 2, "new/schemas/owner.yaml")}
    assert {each["id"] for each in found} == {"request-property-type-changed", "response-property-type-changed"}


def test_diff_reads_the_files_of_a_commit(empty: Workshop) -> None:
    first = empty.head()
    empty.write("docs/schemas/owner.yaml", TEXT_ID)
    empty.commit()
    found = findings(empty, f"{first}:docs/openapi.yaml", "HEAD:docs/openapi.yaml")
    assert {each["id"] for each in found} == {"request-property-type-changed", "response-property-type-changed"}
    (empty.root / "docs/schemas/owner.yaml").unlink()
    empty.commit()
    done = empty.run("diff", f"{first}:docs/openapi.yaml", "HEAD:docs/openapi.yaml")
    assert done.status == 3, done
    assert "owner.yaml" in done.out + done.err
