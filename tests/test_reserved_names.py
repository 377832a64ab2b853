"""No file that nemogen writes has a name that Windows cannot have."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nemogen.api_name import problem_of_api_name
from nemogen.errors import ConfigError
from nemogen.read_config import read_settings
from nemogen.recordings.store import load_recordings, path_of
from nemogen.reserved_names import is_reserved, original_name, portable_name

DEVICES = ["aux", "con", "nul", "prn", "com1", "com9", "lpt1", "lpt9"]
SOURCE = b'[source]\nfile = "x.json"\n'


@pytest.mark.parametrize("name", [*DEVICES, "CON", "Aux.py", "nul.tar.gz", "com\u00b9", "com0", "conin$"])
def test_devices_are_reserved_whatever_stands_behind_them(name: str) -> None:
    assert is_reserved(name)
    assert not is_reserved(portable_name(name))


@pytest.mark.parametrize("name", ["auxiliary", "console", "com", "com10", "lpt", "null", "my.aux", "_aux", ""])
def test_other_names_stay(name: str) -> None:
    assert not is_reserved(name)
    assert portable_name(name) == original_name(name) == name


@given(st.sampled_from([*DEVICES, "chat", "AUX"]), st.sampled_from(["", ".py", ".list", ".a.b"]))
def test_a_portable_name_tells_the_original(first: str, rest: str) -> None:
    assert original_name(portable_name(first + rest)) == first + rest


@pytest.mark.parametrize("name", DEVICES)
def test_neither_an_api_nor_a_package_is_called_so(name: str) -> None:
    assert "Windows" in (problem_of_api_name(name) or "")
    assert "Windows" in (problem_of_api_name(f"{name}.v2") or "")
    with pytest.raises(ConfigError, match="Windows"):
        read_settings("x", SOURCE + f'[package]\nmodule = "{name}"\n'.encode(), "api.toml")


def test_a_recording_lies_under_another_name_and_keeps_its_own(tmp_path: Path) -> None:
    assert path_of("aux.list", "con") == "aux_.list/con_.json"
    path = tmp_path / "aux_.list" / "con_.json"
    path.parent.mkdir()
    path.write_text(
        '{"origin": "written", "note": "Ours.", "request": {"method": "GET", "path": "/aux", "headers": {}},'
        ' "response": {"status": 204, "headers": {}}}',
        encoding="utf-8",
    )
    (recording,) = load_recordings(tmp_path)
    assert (recording.operation, recording.case, recording.name) == ("aux.list", "con", "aux_.list/con_")
