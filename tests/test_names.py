from __future__ import annotations

import ast
import keyword

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nemogen.names import (
    CLIENT_MEMBERS,
    LONGEST,
    call_of,
    class_name,
    compound,
    noun_of,
    pascal,
    python_name,
    singular,
    spellings,
    words,
)
from nemogen.runtime.client import AsyncClient, SyncClient


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("toolCalls", ["tool", "calls"]),
        ("Tool-Calls", ["tool", "calls"]),
        ("HTTPServer2", ["http", "server2"]),
        ("v1beta1", ["v1", "beta1"]),
        ("Straße", ["strasse"]),
        ("", []),
    ],
)
def test_words_are_split_at_signs_and_at_capitals(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_text_without_ascii_is_spelt_by_the_names_of_its_characters() -> None:
    assert words("🥐") == ["croissant"]


@pytest.mark.parametrize(
    ("plural", "one"),
    [
        ("completions", "completion"),
        ("entries", "entry"),
        ("addresses", "address"),
        ("boxes", "box"),
        ("batches", "batch"),
        ("statuses", "status"),
        ("houses", "house"),
        ("responses", "response"),
        ("shelves", "shelf"),
        ("tool_calls", "tool_call"),
        ("series", "series"),
        ("status", "status"),
        ("chat", "chat"),
    ],
)
def test_plurals_as_apis_form_them_have_a_singular(plural: str, one: str) -> None:
    assert singular(plural) == one


@pytest.mark.parametrize(
    ("verb", "path", "call"),
    [
        ("post", "/v1/chat/completions", "chat.completions.create"),
        ("get", "/v1/books", "books.list"),
        ("get", "/v1/books/{id}", "books.retrieve"),
        ("get", "/v1/status", "status.retrieve"),
        ("put", "/books/{id}", "books.replace"),
        ("patch", "/books/{id}", "books.update"),
        ("delete", "/books/{id}", "books.delete"),
        ("options", "/books", "books.options"),
        ("post", "/stt/create", "stt.create"),
        ("get", "/", "api.retrieve"),
        ("post", "/v1/models/{model}:generateContent", "models.generate_content"),
        ("get", "/files/{id}.json", "files.retrieve"),
        ("get", "/class", "class_.retrieve"),
        ("get", "/settings/{id}", "settings_.retrieve"),
        ("post", "/close", "api.close"),
        ("get", "/files/object", "files.object_.retrieve"),
        ("post", "/chat.postMessage", "chat.post_message"),
        ("get", "/admin.apps.approved.list", "admin.apps.approved.list"),
        ("get", "/guilds/{id}/widget.png", "guilds.widget_png.retrieve"),
        ("put", "/files/{id}#add_shared_link", "files.add_shared_link"),
        ("post", "/chat/completions#stream", "chat.completions.stream"),
        ("get", "/items#folders", "items_folders.list"),
        ("put", "/users/{id}/folders/0", "users.folders.replace"),
        ("get", "/2/tweets", "tweets.list"),
        ("get", "/metadata/securityClass-6VMVochwUWo", "metadata.security_class.retrieve"),
        ("get", "/reports/utf-8", "reports.utf_8.retrieve"),
        ("get", "/reports/iso-8859Windows", "reports.iso_8859_windows.list"),
        ("get", "/shop/api-v2ProductCatalog", "shop.api_v2_product_catalog.retrieve"),
        ("post", "/items/{id}/webhook/fire_webhook", "items.webhook.fire_webhook"),
    ],
)
def test_a_path_gives_the_call_that_a_person_would_choose(verb: str, path: str, call: str) -> None:
    assert str(call_of(verb, path)) == call


def test_versions_and_placeholders_tell_two_operations_apart() -> None:
    assert str(call_of("post", "/v2/orders/{order_id}", versions=True)) == "v2.orders.update"
    assert str(call_of("post", "/orders/{order_id}", by=True)) == "orders.update_by_order_id"


def test_a_given_name_is_taken_but_made_fit_for_python() -> None:
    assert (
        str(call_of("post", "/x", "chat.myCompletions.with_raw_response")) == "chat.my_completions.with_raw_response_"
    )


def test_the_noun_of_a_call_is_singular() -> None:
    assert noun_of(call_of("post", "/v1/chat/completions")) == "ChatCompletion"


@pytest.mark.parametrize("name", ["Timeout", "Stream", "Exception", "BaseModel", "Model", "Optional"])
def test_a_class_is_not_called_like_what_a_package_has_already(name: str) -> None:
    assert class_name(name) == f"{name}Model"


def test_the_reserved_names_are_all_that_a_client_has() -> None:
    public = {name for client in (SyncClient, AsyncClient) for name in dir(client) if not name.startswith("_")}
    assert public <= CLIENT_MEMBERS


@given(st.text())
def test_any_text_gives_a_public_name_that_is_no_keyword(text: str) -> None:
    name = python_name(text)
    assert name.isidentifier()
    assert not keyword.iskeyword(name)
    assert not name.startswith("_")
    assert ast.parse(name)


@given(st.text())
def test_any_text_gives_the_name_of_a_class(text: str) -> None:
    name = pascal(text)
    assert name.isidentifier()
    assert name.isascii()
    assert name[0].isupper()


@given(st.text())
def test_every_spelling_of_any_text_is_a_public_name(text: str) -> None:
    for name in spellings(text):
        assert name.isidentifier(), name
        assert not keyword.iskeyword(name)
        assert not name.startswith("_")


def test_texts_that_differ_in_signs_only_have_spellings_that_differ() -> None:
    assert list(spellings("a-b"))[-1] == "value_a_hyphen_minus_b"
    assert list(spellings("a.b"))[-1] == "value_a_full_stop_b"


@pytest.mark.parametrize(
    ("owner", "noun", "expected"),
    [
        ("Pet", "Item", "PetItem"),
        ("Pet", "PetalItem", "PetPetalItem"),
        ("UserMessage", "Message", "UserMessage"),
        ("UserMessage", "MessagePart", "UserMessagePart"),
        ("ChatChoice", "ChatChoiceLogprobs", "ChatChoiceLogprobs"),
        ("Disk", "Disk2", "Disk2"),
        (f"A{'Long' * 20}", "ContentPart", f"A{'Long' * 12}ContentPart"),
    ],
)
def test_a_compound_says_nothing_twice_and_keeps_its_noun(owner: str, noun: str, expected: str) -> None:
    assert compound(owner, noun) == expected
    assert len(compound(owner, noun)) <= LONGEST
