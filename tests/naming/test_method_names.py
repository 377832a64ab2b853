from __future__ import annotations

from typing import Any

import pytest

from nemogen.diff.versioning import release_lines
from nemogen.errors import NameClash
from nemogen.findings import Level
from tests.naming.small import findings, operation, prepared, properties, spec

ONE = properties(a={"type": "string"})
OTHER = properties(b={"type": "string"})


def calls(paths: dict[str, Any], **options: Any) -> dict[str, str]:
    document = prepared(spec(paths), **options)
    return {f"{each.method} {each.path}": str(each.call) for each in document.operations}


def test_one_operation_under_two_paths_is_one_method() -> None:
    described = operation({**ONE, "description": "Told otherwise."}, summary="Another summary.")
    document = prepared(spec({"/v1/things": {"post": operation(ONE)}, "/things": {"post": described}}))
    assert [each.path for each in document.operations] == ["/v1/things"]
    assert findings(document) == ["operation-repeated"]


def test_one_operation_that_became_two_says_why_it_has_another_method() -> None:
    one = prepared(spec({"/v1/things": {"post": operation(ONE)}, "/things": {"post": operation(ONE)}}))
    two = spec({"/v1/things": {"post": operation(ONE)}, "/things": {"post": operation(OTHER)}})
    parted = prepared(two, kept=one.names)
    (found,) = parted.findings
    assert (found.id, found.level) == ("twin-paths-differ", Level.ADDITIVE)
    calls = {each.path: f"`client.{each.call}`" for each in parted.operations}
    moved, kept = (
        ("/things", "/v1/things") if calls["/v1/things"] == "`client.things.create`" else ("/v1/things", "/things")
    )
    assert found.message == (
        f"POST {moved} differs from POST {kept}, which is {calls[kept]}, so it has a method of its own: {calls[moved]}"
    )
    assert release_lines(parted.findings) == (f"Changed: {found.message}",)
    (again,) = prepared(two, kept=parted.names).findings
    assert (again.id, again.level) == ("twin-paths-differ", Level.NOTE), "callers know it by now"


def test_the_version_tells_two_operations_apart() -> None:
    paths = {"/v1/things": {"post": operation(ONE)}, "/v2/things": {"post": operation(OTHER)}}
    assert list(calls(paths).values()) == ["things.create", "v2.things.create"]
    assert findings(prepared(spec(paths))) == ["operation-renamed"]


def test_placeholders_tell_two_operations_apart() -> None:
    paths = {"/orders": {"post": operation(ONE)}, "/orders/{order_id}": {"post": operation(OTHER)}}
    assert list(calls(paths).values()) == ["orders.create", "orders.update"]
    paths = {"/name": {"get": operation(ONE)}, "/name/{id}/{key}": {"get": operation(OTHER)}}
    assert list(calls(paths).values()) == ["name.retrieve", "name.retrieve_by_key"]


def test_the_whole_path_tells_apart_what_nothing_else_does() -> None:
    paths = {"/v1/chat": {"post": operation(ONE)}, "/chat": {"post": operation(OTHER)}}
    assert list(calls(paths).values()) == ["v1.chat.create", "chat.create"]
    paths = {"/chat": {"get": operation(ONE)}, "/chat.json": {"get": operation(OTHER)}}
    assert list(calls(paths).values()) == ["chat.retrieve", "chat.get_chat_json"]


def test_names_that_are_given_are_never_changed() -> None:
    paths = {"/v1/a": {"post": operation(ONE)}, "/v2/b": {"post": operation(OTHER, **{"x-nemogen-name": "a.create"})}}
    assert calls(paths) == {"post /v1/a": "v1.a.create", "post /v2/b": "a.create"}
    assert calls(paths, names={"POST /v1/a": "things.make"})["post /v1/a"] == "things.make"
    with pytest.raises(NameClash, match=r"a\.create"):
        calls(paths, names={"POST /v1/a": "a.create"})


def test_paths_that_differ_in_signs_only_have_names_of_their_own() -> None:
    paths = {path: {"post": operation(properties(**{path: {}}))} for path in ("/a-b", "/a_b", "/a.b")}
    found = calls(paths)
    assert len(set(found.values())) == 3
    assert calls(dict(reversed(paths.items()))) == found


def test_a_resource_that_is_called_like_a_method_gives_way() -> None:
    paths = {"/books": {"get": operation(ONE)}, "/books/list/{id}/pages": {"get": operation(OTHER)}}
    assert list(calls(paths).values()) == ["books.list", "books.list_.pages.list"]


@pytest.mark.parametrize(
    ("verb", "path", "operation_id", "call"),
    [
        ("put", "/me/player/pause", "pause-a-users-playback", "me.player.pause"),
        ("post", "/me/player/next", "skip-users-playback-to-next-track", "me.player.next"),
        ("put", "/me/player", "transfer-a-users-playback", "me.player.transfer_playback"),
        ("get", "/me/following/contains", "check-current-user-follows", "me.following.contains"),
        ("get", "/pet/findByStatus", "findPetsByStatus", "pet.find_by_status"),
        ("get", "/pet/{petId}", "getPetById", "pet.retrieve"),
        ("post", "/pet", "addPet", "pet.add"),
        ("put", "/pet", "updatePet", "pet.update"),
        ("post", "/pet/{petId}/uploadImage", "uploadFile", "pet.upload_image"),
        ("post", "/store/order", "placeOrder", "store.order.place"),
        ("post", "/assistants/{assistant_id}", "modifyAssistant", "assistants.update"),
        ("post", "/assistants/{assistant_id}", "", "assistants.update"),
        ("post", "/evals/{eval_id}/runs/{run_id}", "cancelEvalRun", "evals.runs.cancel"),
        ("get", "/files/{file_id}/content", "downloadFile", "files.content.download"),
        ("get", "/usage/file_search_calls", "usage-file-search-calls", "usage.file_search_calls.list"),
        ("put", "/guilds/{id}/bans/{user_id}", "ban_user_from_guild", "guilds.bans.create"),
        ("put", "/guilds/{id}/members/@me", "join_thread", "guilds.members.me.join_thread"),
        ("post", "/guilds/{id}/bulk-ban", "bulk_ban_users", "guilds.bulk_ban"),
        ("get", "/foo", "getFoos", "foo.list"),
        ("get", "/", "listVersions", "api.list_versions"),
        ("post", "/translate", "", "api.translate"),
        ("post", "/import-jobs", "", "import_jobs.create"),
        ("get", "/orgs/{org}/repos", "repos/list-for-org", "repos.list_for_org"),
        ("get", "/key/{query}", "key.get", "key.get"),
        ("post", "/apps/{appId}", "Prediction_Resolve", "prediction.resolve"),
        ("get", "/2/tweets", "", "tweets.list"),
        ("get", "/2010-04-01/Accounts/{Sid}/Messages.json", "ListMessage", "accounts.messages.list"),
        ("get", "/a/3f2a9c1b7e6d5f40a1b2/things", "", "a.things.list"),
    ],
)
def test_a_method_is_called_as_a_person_would_call_it(verb: str, path: str, operation_id: str, call: str) -> None:
    named = {"operationId": operation_id} if operation_id else {}
    assert list(calls({path: {verb: operation(ONE, **named)}}).values()) == [call]


@pytest.mark.parametrize(
    ("verb", "path", "operation_id", "call"),
    [
        ("post", "/v1/chat/completions", "_v1_chat_completions", "chat.completions.create"),
        ("post", "/v1/chat/completions", "ChatCompletionsControllerV1_completeChat_v1", "chat.completions.create"),
        ("get", "/items/{item_id}", "submit_items__item_id__get", "items.retrieve"),
        ("get", "/users", "sendUsingGET_1", "users.list"),
        ("get", "/users", "send_1", "users.list"),
        ("post", "/users", "UsersPOST2", "users.create"),
        ("get", "/api/values/{id}", "ApiValuesByIdGet", "api.values.retrieve"),
        ("patch", "/users/{id}", "users_partial_update", "users.update"),
        ("delete", "/users/{id}", "users_destroy", "users.delete"),
        ("get", "/users", "f7828fe70326ce6166fdba9c0c9d80ed", "users.list"),
        ("get", "/users", "generated::send", "users.list"),
    ],
)
def test_what_a_framework_made_of_method_and_path_is_no_name(
    verb: str, path: str, operation_id: str, call: str
) -> None:
    assert list(calls({path: {verb: operation(ONE, operationId=operation_id)}}).values()) == [call]


def test_an_operation_id_tells_two_of_one_path_apart_better_than_their_placeholders() -> None:
    paths = {
        "/pages/{page}.{format}": {"get": operation(ONE, operationId="getPage")},
        "/pages/{page}t.{format}": {"get": operation(ONE, operationId="getPageThumbnail")},
        "/threads/runs": {"post": operation(ONE, operationId="createThreadAndRun")},
        "/threads/{thread_id}/runs": {"post": operation(ONE, operationId="createRun")},
        "/v1/users": {"get": operation(ONE, operationId="listUsersV1")},
        "/v2/users": {"get": operation(ONE, operationId="listUsersV2")},
    }
    expected = {
        "pages.retrieve",
        "pages.retrieve_thumbnail",
        "threads.runs.create",
        "threads.runs.create_thread_and_run",
        "users.list",
        "v2.users.list",
    }
    found = calls(paths)
    assert set(found.values()) == expected
    assert calls(dict(reversed(paths.items()))) == found


def test_a_segment_that_holds_things_is_no_action() -> None:
    paths = {
        "/files/upload_sessions": {"post": operation()},
        "/files/{id}/upload_sessions": {"post": operation()},
        "/files/upload_sessions/{session}": {"get": operation()},
        "/files/{id}/copy": {"post": operation()},
    }
    found = calls(paths)
    assert found["post /files/upload_sessions"] == "files.upload_sessions.create"
    assert found["post /files/{id}/upload_sessions"] == "files.upload_sessions.create_by_id"
    assert found["get /files/upload_sessions/{session}"] == "files.upload_sessions.retrieve"
    assert found["post /files/{id}/copy"] == "files.copy"


def test_a_name_with_a_placeholder_for_its_format_is_a_resource() -> None:
    paths = {"/files/{id}/thumbnail.{extension}": {"get": operation()}, "/files/{id}": {"get": operation()}}
    assert list(calls(paths).values()) == ["files.thumbnail.retrieve", "files.retrieve"]


def test_of_two_methods_for_one_action_the_http_method_tells_the_other() -> None:
    paths = {"/schema": {"delete": operation()}, "/schema#delete": {"put": operation()}}
    assert calls(paths) == {"delete /schema": "schema.delete", "put /schema#delete": "schema.delete_with_put"}


def test_a_procedure_is_called_by_its_name() -> None:
    """What is done, where operationId and path say the same words."""
    paths = {
        "/transactions/enrich": {"post": operation(operationId="transactionsEnrich")},
        "/transactions/list": {"post": operation(operationId="transactionsList")},
        "/calls/{id}/hangup": {"post": operation(operationId="hangup-call")},
    }
    assert list(calls(paths).values()) == ["transactions.enrich", "transactions.list", "calls.hangup"]


def test_no_name_is_longer_than_a_person_reads() -> None:
    long = "/".join(f"part-of-a-very-long-path-number-{index}" for index in "abcd")
    ids = ("get" + "VeryLongName" * 12, "delete" + "VeryLongName" * 12)
    paths = {f"/{long}/{{{name * 40}}}": {"get": operation(ONE, operationId=name)} for name in ids}
    found = prepared(spec(paths))
    names = {part for each in found.operations for part in (*each.call.resource, each.call.method)}
    assert len({each.call for each in found.operations}) == 2
    assert max(map(len, names)) <= 60
