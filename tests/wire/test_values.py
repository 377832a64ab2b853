"""Dates, times, UUIDs, decimals and base64 as Python's types, both ways; what would not print back stays text."""

from __future__ import annotations

import base64
import datetime
import decimal
import json
import uuid
from pathlib import Path
from typing import Any, get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nemogen.runtime import values
from tests.client.planned import planned
from tests.servers.loopback import Reply

from .packages import MODES, TEXT, WHOLE, Mode, api, array, call, gives, json_reply, package, parameters, ref, takes

FORMATS = ("date-time", "date", "time", "uuid", "decimal", "byte", "duration")
LOG = {
    "type": "object",
    "properties": {
        **{name.replace("-", "_"): {**TEXT, "format": name} for name in FORMATS},
        "maybe": {"type": ["string", "null"], "format": "date-time"},
        "many": array({**TEXT, "format": "date"}),
        "by_name": {"type": "object", "additionalProperties": {**TEXT, "format": "uuid"}},
        "base64": {**TEXT, "contentEncoding": "base64"},
        "bounded": {**TEXT, "format": "date", "minLength": 10, "maxLength": 10, "pattern": "^2"},
        "count": WHOLE,
    },
}
DOCUMENT = api(
    {
        "POST /logs": {**takes(ref("Log")), **gives(ref("Log"))},
        "GET /logs": parameters(
            {"name": "since", "in": "query", "schema": {**TEXT, "format": "date-time"}},
            {"name": "day", "in": "query", "schema": {**TEXT, "format": "date"}},
            {"name": "ids", "in": "query", "schema": array({**TEXT, "format": "uuid"})},
            {"name": "price", "in": "query", "schema": {**TEXT, "format": "decimal"}},
            {"name": "X-Blob", "in": "header", "schema": {**TEXT, "format": "byte"}},
        ),
    },
    {"Log": LOG},
)
ZONE = datetime.timezone(datetime.timedelta(hours=2))
PYTHON: dict[str, Any] = {
    "date_time": datetime.datetime(2026, 1, 31, 12, 0, 0, 123000, ZONE),
    "date": datetime.date(2026, 1, 31),
    "time": datetime.time(12, 30, tzinfo=datetime.UTC),
    "uuid": uuid.UUID(int=7),
    "decimal": decimal.Decimal("12345678901234567890.10"),
    "byte": b"\x00\xff",
    "duration": "P1D",
    "maybe": datetime.datetime(2026, 1, 31, tzinfo=datetime.UTC),
    "many": [datetime.date(2026, 1, 1)],
    "by_name": {"a": uuid.UUID(int=8)},
    "base64": b"hi",
    "bounded": datetime.date(2026, 1, 31),
}
WIRE: dict[str, Any] = {
    "date_time": "2026-01-31T12:00:00.123000+02:00",
    "date": "2026-01-31",
    "time": "12:30:00+00:00",
    "uuid": "00000000-0000-0000-0000-000000000007",
    "decimal": "12345678901234567890.10",
    "byte": "AP8=",
    "duration": "P1D",
    "maybe": "2026-01-31T00:00:00+00:00",
    "many": ["2026-01-01"],
    "by_name": {"a": "00000000-0000-0000-0000-000000000008"},
    "base64": "aGk=",
    "bounded": "2026-01-31",
}


@pytest.mark.parametrize("mode", MODES)
def test_values_of_python_are_sent_and_read_as_the_api_writes_them(mode: Mode) -> None:
    module = package(DOCUMENT)
    found = call(module, "POST /logs", mode, json_reply(WIRE), **PYTHON)
    assert found.error is None
    assert found.sent == WIRE
    assert {name: getattr(found.value, name) for name in PYTHON} == PYTHON
    assert json.loads(found.value.model_dump_json(exclude_none=True)).keys() == WIRE.keys()
    again = module.Log.model_validate_json(found.value.model_dump_json(exclude_none=True))
    assert again == found.value


@pytest.mark.parametrize("mode", MODES)
def test_parameters_are_sent_as_rfc_3339_and_text(mode: Mode) -> None:
    given: dict[str, Any] = {
        "since": datetime.datetime(2026, 1, 31, 12, 0, 0, 0, ZONE),
        "day": datetime.date(2026, 1, 31),
        "ids": [uuid.UUID(int=1)],
        "price": decimal.Decimal("1E+3"),
        "x_blob": b"hi",
    }
    request = call(package(DOCUMENT), "GET /logs", mode, Reply(204), **given).request
    assert request.query == {
        "since": "2026-01-31T12:00:00+02:00",
        "day": "2026-01-31",
        "ids": "00000000-0000-0000-0000-000000000001",
        "price": "1000",
    }
    assert request.headers["x-blob"] == "aGk="


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(
    "argument",
    [
        {"since": "yesterday"},
        {"since": datetime.datetime(2026, 1, 1)},  # noqa: DTZ001  # without a zone, which is the point
        {"day": "01/02/2026"},
        {"ids": ["x"]},
        {"price": "dear"},
    ],
)
def test_an_argument_in_another_format_is_refused(argument: dict[str, Any], mode: Mode) -> None:
    (name,) = argument
    assert call(package(DOCUMENT), "GET /logs", mode, Reply(204), **argument).refused("ArgumentError").startswith(name)


KEPT = {
    "date_time": [
        "2026-01-31T12:00:00.123456789Z",
        "2026-12-31T23:59:60Z",
        "2026-01-31T12:00:00",
        "2026-01-31 12:00:00Z",
        "2026-02-30T12:00:00Z",
        "0000-01-01T00:00:00Z",
        "yesterday",
        "20260131T120000Z",
    ],
    "date": ["2026-02-30", "20260131", "2026-01-31T00:00:00Z", ""],
    "time": ["12:30:00", "24:00:00Z", "12:30Z"],
    "uuid": ["00000000-0000-0000-0000-00000000000A", "{00000000-0000-0000-0000-000000000007}", "7"],
    "decimal": ["1,5", "NaN", "", "1_000"],
    "byte": ["aGk", "aGl=", "a-_=", "aGk=\n"],
}


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(("name", "text"), [(name, text) for name, texts in KEPT.items() for text in texts])
def test_what_would_not_print_back_stays_text_and_is_a_mismatch(name: str, text: str, mode: Mode) -> None:
    found = call(package(DOCUMENT), "POST /logs", mode, json_reply({**WIRE, name: text})).value
    assert getattr(found, name) == text
    assert [each.pointer for each in found.mismatches] == [f"/{name}"]
    assert found.date_time == PYTHON["date_time"] or name == "date_time"


def test_arguments_and_models_are_typed() -> None:
    found = {method.http_method: method for _, method in planned(DOCUMENT).methods()}
    kinds = {each.name: each.annotation.removesuffix(" | Omit") for each in found["POST"].keywords}
    assert kinds["date_time"] == "DateTime_"
    assert kinds["maybe"] == "DateTime_ | None"
    assert kinds["many"] == "Sequence[Date_]"
    assert kinds["duration"] == "str"
    hints = get_type_hints(package(DOCUMENT).Log)
    assert (hints["uuid"], hints["many"]) == (uuid.UUID | None, list[datetime.date] | None)


@pytest.mark.parametrize("mode", MODES)
def test_a_project_can_keep_texts(mode: Mode) -> None:
    module = package(DOCUMENT, '\n[models]\ntypes = "text"\n')
    found = call(module, "POST /logs", mode, json_reply(WIRE), **WIRE)
    assert found.sent == WIRE
    assert (found.value.date_time, found.value.byte) == (WIRE["date_time"], "AP8=")
    code = (Path(str(module.__file__)).parent / "models.py").read_text(encoding="utf-8")
    assert "DateTime_" not in code


NUMBERS = api({"POST /n": takes({"type": "object", "properties": {"n": {"type": "number", "format": "decimal"}}})})


@pytest.mark.parametrize("mode", MODES)
def test_a_decimal_that_is_a_number_is_sent_as_a_number(mode: Mode) -> None:
    assert call(package(NUMBERS), "POST /n", mode, Reply(204), n=decimal.Decimal("0.5")).sent == {"n": 0.5}


@settings(max_examples=100)
@given(st.datetimes(timezones=st.timezones()) | st.datetimes(timezones=st.just(datetime.UTC)))
def test_each_instant_that_can_be_written_is_read_back(instant: datetime.datetime) -> None:
    offset = instant.utcoffset()
    assert offset is not None
    if offset.total_seconds() % 60 == 0:
        # Where clocks are set back, Python finds no two instants of two zones equal.
        assert values.read_date_time(instant.isoformat()).isoformat() == instant.isoformat()


@settings(max_examples=200)
@given(st.binary(max_size=40), st.uuids(), st.decimals(allow_nan=False, allow_infinity=False))
def test_bytes_uuids_and_decimals_are_read_back(raw: bytes, identity: uuid.UUID, number: decimal.Decimal) -> None:
    assert values.read_bytes(base64.b64encode(raw).decode()) == raw
    assert values.read_uuid(str(identity)) == identity
    assert values.read_decimal(str(number)) == number


OTHERS = api(
    {"GET /parts": gives(ref("Parts"))},
    {
        "Parts": {
            "type": "object",
            "properties": {"owner": TEXT, "n": WHOLE},
            "patternProperties": {"^x-": WHOLE},
            "additionalProperties": ref("Part"),
        },
        "Part": {"type": "object", "properties": {"size": WHOLE}},
    },
)


def test_properties_that_are_not_declared_are_checked_and_stay_where_they_do_not_fit() -> None:
    module = package(OTHERS)
    fitting = {"owner": "me", "x-1": 1, "leg": {"size": 2}}
    found = call(module, "GET /parts", "sync", json_reply(fitting))
    assert found.value.leg == module.Part(size=2)
    broken = {"owner": "me", "x-1": "no", "leg": {"size": "big"}, "arm": {"size": 3}}
    value = call(module, "GET /parts", "sync", json_reply(broken)).value
    assert [each.pointer for each in value.mismatches] == ["/x-1", "/leg/size"]
    assert value.arm == module.Part(size=3)
    assert json.loads(value.model_dump_json(exclude_unset=True)) == broken


ODD = api(
    {"GET /odd": gives(ref("Odd")), "POST /trees": {**takes(ref("Tree")), **gives(ref("Tree"))}},
    {
        "Odd": {"type": "object", "properties": {"v": {"enum": [1, True, "x"]}, "w": {"enum": [False, 0]}}},
        "Tree": array(ref("Tree")),
    },
)


@pytest.mark.parametrize("wire", [{"v": True, "w": False}, {"v": 1, "w": 0}, {"v": "x"}])
def test_one_and_true_of_an_enumeration_are_distinguished(wire: dict[str, Any]) -> None:
    value = call(package(ODD), "GET /odd", "sync", json_reply(wire)).value
    assert not value.mismatches
    assert {name: (type(each), each) for name, each in wire.items()} == {
        name: (type(each), each) for name, each in value.model_dump(exclude_unset=True).items()
    }


def test_a_list_of_itself_is_typed_and_checked() -> None:
    module = package(ODD)
    found = call(module, "POST /trees", "sync", json_reply([[], [[]]]), body=[[[]]])
    assert (found.value, found.sent) == ([[], [[]]], [[[]]])
    refused = call(module, "POST /trees", "sync", json_reply([]), body=[[1]])
    assert "1 is not valid" in refused.refused("ArgumentError")
    for name, alias in (("models", 'Tree = TypeAliasType("Tree", "list[Tree]")'), ("params", "Sequence[TreeParam]")):
        assert alias in Path(f"{Path(module.__file__ or '').parent}/{name}.py").read_text(encoding="utf-8")
