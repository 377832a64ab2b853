from __future__ import annotations

import pytest

from nemogen.openapi.text import parse_text


@pytest.mark.parametrize("file", ["spec.json", "spec.yaml", "spec"])
@pytest.mark.parametrize(
    "text",
    [
        "openapi: 3.0.3\npaths: {}\n",
        "  openapi: 3.0.3\n  paths: {}\n",
        "---\n  openapi: 3.0.3\n  paths: {}\n",
        "\ufeff# a comment\n\n    openapi: 3.0.3\n    paths: {}\n",
        "%YAML 1.2\n---\nopenapi: 3.0.3\npaths: {}\n",
        '{"openapi": "3.0.3", "paths": {}}',
        '\n  {"openapi": "3.0.3",\n "paths": {}}\n',
    ],
)
def test_a_root_may_be_indented_whatever_the_file_is_called(text: str, file: str) -> None:
    assert parse_text(text.encode(), file).value == {"openapi": "3.0.3", "paths": {}}


def test_a_pointer_has_a_location_in_the_text() -> None:
    location = parse_text(b"a:\n  - b: 1\n", "spec.yaml").location("/a/0/b")
    assert (location.file, location.line, location.column) == ("spec.yaml", 2, 5)
