"""Webhooks and callbacks: verified, read as their class, unknown ones kept, sent by a fake server."""

from __future__ import annotations

import importlib
import json
from types import ModuleType
from typing import Any

import pytest
from standardwebhooks import Webhook

from tests.servers.loopback import Loopback, Reply, Request
from tests.wire.packages import TEXT, WHOLE, api, array, clients_of, obj, package, ref

SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"


def event(schema: Any, media: str = "application/json") -> dict[str, Any]:
    return {
        "post": {
            "requestBody": {"content": {media: {"schema": schema}}},
            "responses": {"204": {"description": "Taken."}},
        }
    }


def tagged(value: str, **more: Any) -> dict[str, Any]:
    return {**obj(type={"const": value}, **more), "required": ["type"]}


DOCUMENT = api(
    {
        "POST /orders": {
            "callbacks": {"shipped": {"{$request.body#/url}": event(ref("Shipped"))}},
        },
        "GET /webhooks": {},
    },
    {"Shipped": tagged("order.shipped", place=TEXT), "Line": obj(count=WHOLE)},
    webhooks={
        "order.created": event(tagged("order.created", lines=array(ref("Line")), state={"enum": ["new", "old"]})),
        "order.paid": event(tagged("order.paid", cents=WHOLE), "application/json; charset=utf-8"),
        "ping": {"get": {"responses": {"204": {"description": "Fine."}}}},
    },
)


@pytest.fixture(scope="module")
def module() -> ModuleType:
    return package(DOCUMENT)


def parts(module: ModuleType) -> tuple[Any, Any]:
    """The modules `webhooks` and `models` of a package."""
    return importlib.import_module(f"{module.__name__}.webhooks"), importlib.import_module(f"{module.__name__}.models")


def signed(payload: Any, module: ModuleType) -> tuple[bytes, dict[str, str]]:
    found: tuple[bytes, dict[str, str]] = importlib.import_module(f"{module.__name__}.testing").signed_webhook(
        payload, SECRET
    )
    return found


@pytest.fixture(params=[0, 1], ids=["sync", "async"])
def reader(request: pytest.FixtureRequest, module: ModuleType) -> Any:
    """`client.webhooks` of a client; a resource is called `webhooks` here, so that it has another name."""
    client = clients_of(module)[request.param](base_url="http://127.0.0.1:1")
    assert callable(client.webhooks.list)
    return client.webhook_events


def test_each_event_is_of_its_class(reader: Any, module: ModuleType) -> None:
    _, models = parts(module)
    created = {"type": "order.created", "lines": [{"count": 2}], "state": "newer"}
    found = reader.unwrap(*signed(created, module), secret=SECRET)
    assert isinstance(found, models.OrderCreatedEvent)
    assert (found.lines[0].count, found.state) == (2, "newer")
    paid = reader.unwrap(*signed({"type": "order.paid", "cents": 7}, module), secret=SECRET)
    assert isinstance(paid, models.OrderPaidEvent)
    shipped = reader.unwrap(*signed({"type": "order.shipped", "place": "Oslo"}, module), secret=SECRET)
    assert isinstance(shipped, models.Shipped)


def test_the_reference_implementation_accepts_what_is_signed_and_the_other_way_round(
    reader: Any, module: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    body, headers = signed({"type": "order.paid", "cents": 7}, module)
    assert Webhook(SECRET).verify(body, headers) == json.loads(body)
    webhooks, models = parts(module)
    monkeypatch.setenv(webhooks.SETTINGS.secret_env, SECRET)
    assert isinstance(reader.unwrap(body.decode(), headers), models.OrderPaidEvent)


@pytest.mark.parametrize("payload", [{"type": "order.lost", "cents": 1}, {"no": "type"}, ["order.paid"], b"no JSON"])
def test_what_is_not_known_is_kept_as_it_came(reader: Any, module: ModuleType, payload: Any) -> None:
    webhooks, _ = parts(module)
    found = reader.unwrap(*signed(payload, module), secret=SECRET)
    assert isinstance(found, webhooks.UnknownWebhook)
    assert found.data == (payload.decode() if isinstance(payload, bytes) else payload)
    assert found.name == (payload.get("type") if isinstance(payload, dict) else None)


@pytest.mark.filterwarnings("ignore::UserWarning")
def test_an_event_of_another_shape_has_what_fits(reader: Any, module: ModuleType) -> None:
    _, models = parts(module)
    found = reader.parse(json.dumps({"type": "order.paid", "cents": "seven"}))
    assert isinstance(found, models.OrderPaidEvent)
    assert [each.pointer for each in found.mismatches] == ["/cents"]


def test_what_is_not_signed_is_refused(reader: Any, module: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    body, headers = signed({"type": "order.paid", "cents": 7}, module)
    with pytest.raises(module.WebhookSignatureError):
        reader.unwrap(body + b" ", headers, secret=SECRET)
    with pytest.raises(module.ArgumentError, match="bytes"):
        reader.unwrap(json.loads(body), headers, secret=SECRET)
    monkeypatch.delenv(parts(module)[0].SETTINGS.secret_env, raising=False)
    with pytest.raises(module.ConfigurationError, match="_WEBHOOK_SECRET"):
        reader.unwrap(body, headers)


OWN = """[webhooks]
header = "X-Shop-Signature"
prefix = "sha256="
event_header = "X-Shop-Event"
secret_env = "SHOP"
"""


@pytest.mark.parametrize("more", ["", OWN])
def test_a_fake_server_signs_and_sends_them(more: str) -> None:
    module = package(DOCUMENT, more)
    webhooks, models = parts(module)
    taken: list[Any] = []

    def receive(request: Request) -> Reply:
        taken.append(webhooks.Webhooks().unwrap(request.body, request.headers, secret=SECRET))
        return Reply(204)

    testing = importlib.import_module(f"{module.__name__}.testing")
    with Loopback(receive) as receiver, testing.FakeServer() as server:
        payload = {"type": "order.paid", "cents": 7}
        url = f"{receiver.url}/hooks?x=1"
        assert server.send_webhook(url, payload, SECRET, webhooks.SCHEME, X_Shop_Event="orderPaid") == 204
        assert server.send_webhook(url, payload, SECRET, webhooks.SCHEME, X_Shop_Event="order_lost") == 204
    assert isinstance(taken[0], models.OrderPaidEvent)
    assert isinstance(taken[1], webhooks.UnknownWebhook if more else models.OrderPaidEvent)


def test_without_a_tag_the_class_is_the_one_that_fits_best() -> None:
    module = package(api({"GET /x": {}}, webhooks={"moved": event(obj(a=TEXT)), "sold": event(obj(a=TEXT, b=TEXT))}))
    webhooks, models = parts(module)
    assert isinstance(webhooks.Webhooks().parse(b'{"a": "1", "b": "2"}'), models.SoldEvent)
    assert isinstance(webhooks.Webhooks().parse(b'{"a": "1"}'), models.MovedEvent)
    assert isinstance(webhooks.Webhooks().parse(b"[]"), webhooks.UnknownWebhook)


def test_a_type_that_is_any_text_is_compared_with_the_names_of_events() -> None:
    kind = {**obj(type=TEXT), "required": ["type"]}
    sold = {**obj(type=TEXT, cents=WHOLE), "required": ["type"]}
    module = package(api({"GET /x": {}}, webhooks={"shipMoved": event(kind), "shipSold": event(sold)}))
    webhooks, models = parts(module)
    assert isinstance(webhooks.Webhooks().parse(b'{"type": "ship.moved"}'), models.ShipMovedEvent)
    assert isinstance(webhooks.Webhooks().parse(b'{"type": "ship.sunk"}'), webhooks.UnknownWebhook)


def test_a_document_without_webhooks_has_no_module_for_them() -> None:
    module = package(api({"GET /x": {}}))
    with pytest.raises(ImportError):
        importlib.import_module(f"{module.__name__}.webhooks")


FORMS = api(
    {"GET /x": {}},
    {"Order": tagged("order.paid", cents=WHOLE, tags=array(TEXT))},
    webhooks={
        "message": {
            "post": {
                "requestBody": {
                    "content": {
                        "application/x-www-form-urlencoded": {
                            "schema": {
                                **tagged(
                                    "message",
                                    text=TEXT,
                                    parts=WHOLE,
                                    price={"type": ["number", "null"]},
                                    urgent={"type": "boolean"},
                                    to=array(TEXT),
                                    sizes=array(WHOLE),
                                    joined=array(WHOLE),
                                    sender=obj(name=TEXT, age=WHOLE),
                                    raw=TEXT,
                                ),
                                "required": ["type", "text"],
                            },
                            "encoding": {"joined": {"style": "form", "explode": False}},
                        }
                    }
                },
                "responses": {"204": {"description": "Taken."}},
            }
        },
        "order.paid": {
            "post": {
                "requestBody": {
                    "content": {
                        media: {"schema": ref("Order")}
                        for media in ("application/json", "application/x-www-form-urlencoded")
                    }
                },
                "responses": {"204": {"description": "Taken."}},
            }
        },
    },
)
FORM = {"Content-Type": "application/x-www-form-urlencoded; charset=utf-8"}


def test_a_form_is_of_its_class() -> None:
    webhooks, models = parts(package(FORMS))
    content = (
        "type=message&text=12&parts=3&price=1.5&urgent=true&to=a&to=b&sizes=7&joined=1,2"
        "&sender=%7B%22name%22%3A+%22A%C3%A9%22%2C+%22age%22%3A+4%7D&raw=%7B%7D&more=5"
    )
    for headers in (FORM, None):
        found = webhooks.Webhooks().parse(content, headers)
        assert isinstance(found, models.MessageEvent)
        assert (found.text, found.parts, found.price, found.urgent, found.raw) == ("12", 3, 1.5, True, "{}")
        assert (found.to, found.sizes, found.joined) == (["a", "b"], [7], [1, 2])
        assert (found.sender.name, found.sender.age) == ("A\u00e9", 4)
        assert found.model_extra == {"more": "5"}


def test_an_event_in_json_may_be_a_form_too() -> None:
    webhooks, models = parts(package(FORMS))
    for body, headers in ((b"type=order.paid&cents=7&tags=x", FORM), (b'{"type": "order.paid", "cents": 7}', {})):
        found = webhooks.Webhooks().parse(body, headers)
        assert isinstance(found, models.Order)
        assert found.cents == 7
    # What does not come as a form is not read from one, nor a form that is not known.
    lost = webhooks.Webhooks().parse(b"type=order.lost&cents=7&to=a&to=b", FORM)
    assert lost == webhooks.UnknownWebhook("order.lost", {"type": "order.lost", "cents": "7", "to": ["a", "b"]})


@pytest.mark.filterwarnings("ignore::UserWarning")
@pytest.mark.parametrize("text", ["seven", "NaN", "%FF", "[" * 100_000])
def test_a_field_of_another_kind_stays_a_text(text: str) -> None:
    webhooks, models = parts(package(FORMS))
    found = webhooks.Webhooks().parse(f"type=order.paid&cents={text}", FORM)
    assert isinstance(found, models.Order)
    assert [each.pointer for each in found.mismatches] == ["/cents"]


def test_json_in_one_field_is_read_where_the_encoding_says_so() -> None:
    payload = obj(action=TEXT, count=WHOLE)
    sent = event(obj(payload={"type": "string"}, shape=payload), "application/x-www-form-urlencoded")
    sent["post"]["requestBody"]["content"]["application/x-www-form-urlencoded"]["encoding"] = {
        "shape": {"contentType": "application/json"}
    }
    webhooks, models = parts(package(api({"GET /x": {}}, webhooks={"clicked": sent})))
    found = webhooks.Webhooks().parse(b"payload=%7B%7D&shape=%7B%22action%22%3A%22a%22%2C%22count%22%3A2%7D", FORM)
    assert isinstance(found, models.ClickedEvent)
    assert (found.payload, found.shape.action, found.shape.count) == ("{}", "a", 2)


def test_a_fake_server_signs_and_sends_forms() -> None:
    module = package(FORMS)
    webhooks, models = parts(module)
    taken: list[Any] = []

    def receive(request: Request) -> Reply:
        taken.append(webhooks.Webhooks().unwrap(request.body, request.headers, secret=SECRET))
        return Reply(204)

    testing = importlib.import_module(f"{module.__name__}.testing")
    with Loopback(receive) as receiver, testing.FakeServer() as server:
        payload = {"type": "message", "text": "A b", "to": ["a", "b"], "sender": {"name": "C"}, "urgent": True}
        assert server.send_webhook(receiver.url, payload, SECRET, form=True) == 204
    assert isinstance(taken[0], models.MessageEvent)
    assert (taken[0].text, taken[0].to, taken[0].sender.name, taken[0].urgent) == ("A b", ["a", "b"], "C", True)


def test_several_secrets_are_known_while_one_replaces_another(reader: Any, module: ModuleType) -> None:
    body, headers = signed({"type": "order.paid", "cents": 7}, module)
    other = "whsec_" + "B" * 32
    assert reader.unwrap(body, headers, secret=(other, SECRET)).cents == 7
    with pytest.raises(module.WebhookSignatureError):
        reader.unwrap(body, headers, secret=[other])
    with pytest.raises(module.ConfigurationError, match="no secret"):
        reader.unwrap(body, headers, secret=[])
