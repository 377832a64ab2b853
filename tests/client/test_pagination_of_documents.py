"""Precision and recall of the recognition of pagination over real documents, against lists that were checked by hand.

An operation is on a list where its document lets a caller ask for what follows a page. OpenAI's list was first
written by the rules; each entry was then looked at, and so was every operation that they had left out and that has a
parameter or a field of that kind. Discord's was made without them. The figures are what the rules reach, not what
they should: of Discord's, most choose a page by the id, or a date, of an item, say nothing of what comes after it,
and sort in an order that the document does not tell. No rule guesses that; api.toml can say it.
"""

# ruff: noqa: SIM905  # A list of paths is read, and compared with a document, one a line.

from __future__ import annotations

import os
from pathlib import Path

import pytest

from nemogen.client.pagination import recognize
from nemogen.openapi.read_document import read_value
from nemogen.openapi.schema_views import SchemaViews
from nemogen.source.load import load, require_openapi

DOCUMENTS = os.environ.get("NEMOGEN_DOCUMENTS", "")
pytestmark = pytest.mark.skipif(not DOCUMENTS, reason="NEMOGEN_DOCUMENTS names no folder")

OPENAI = """
/assistants
/audio/voice_consents
/batches
/chat/completions
/chat/completions/{completion_id}/messages
/containers
/containers/{container_id}/files
/conversations/{conversation_id}/items
/evals
/evals/{eval_id}/runs
/evals/{eval_id}/runs/{run_id}/output_items
/files
/fine_tuning/checkpoints/{fine_tuned_model_checkpoint}/permissions
/fine_tuning/jobs
/fine_tuning/jobs/{fine_tuning_job_id}/checkpoints
/fine_tuning/jobs/{fine_tuning_job_id}/events
/organization/admin_api_keys
/organization/audit_logs
/organization/certificates
/organization/costs
/organization/groups
/organization/groups/{group_id}/roles
/organization/groups/{group_id}/users
/organization/invites
/organization/projects
/organization/projects/{project_id}/api_keys
/organization/projects/{project_id}/certificates
/organization/projects/{project_id}/groups
/organization/projects/{project_id}/rate_limits
/organization/projects/{project_id}/service_accounts
/organization/projects/{project_id}/spend_alerts
/organization/projects/{project_id}/users
/organization/roles
/organization/spend_alerts
/organization/users
/organization/users/{user_id}/roles
/projects/{project_id}/groups/{group_id}/roles
/projects/{project_id}/roles
/projects/{project_id}/users/{user_id}/roles
/responses/{response_id}/input_items
/threads/{thread_id}/messages
/threads/{thread_id}/runs
/threads/{thread_id}/runs/{run_id}/steps
/vector_stores
/vector_stores/{vector_store_id}/file_batches/{batch_id}/files
/vector_stores/{vector_store_id}/files
/videos
/skills
/skills/{skill_id}/versions
/chatkit/threads/{thread_id}/items
/chatkit/threads
/responses/{response_id}/input_items?beta=true
""".split()
OPENAI += [
    f"/organization/usage/{name}"
    for name in """
audio_speeches
audio_transcriptions
code_interpreter_sessions
completions
embeddings
file_search_calls
images
moderations
vector_stores
web_search_calls
""".split()
]
DISCORD = """
/applications/{application_id}/entitlements
/channels/{channel_id}/messages
/channels/{channel_id}/messages/pins
/channels/{channel_id}/messages/{message_id}/reactions/{emoji_name}
/channels/{channel_id}/polls/{message_id}/answers/{answer_id}
/channels/{channel_id}/thread-members
/channels/{channel_id}/threads/archived/private
/channels/{channel_id}/threads/archived/public
/channels/{channel_id}/threads/search
/channels/{channel_id}/users/@me/threads/archived/private
/guilds/{guild_id}/audit-logs
/guilds/{guild_id}/bans
/guilds/{guild_id}/members
/guilds/{guild_id}/messages/search
/guilds/{guild_id}/requests
/guilds/{guild_id}/scheduled-events/{guild_scheduled_event_id}/users
/guilds/{guild_id}/scheduled-events/{guild_scheduled_event_id}/{guild_scheduled_event_exception_id}/users
/skus/{sku_id}/subscriptions
/users/@me/guilds
""".split()


def found_in(path: Path) -> set[str]:
    """The operations of a document that are taken for paginated; none where it is rightly refused."""
    document = read_value(require_openapi(load(path.read_bytes(), path.name)), path.name).document
    views = SchemaViews(document)
    return {each.path for each in document.operations if recognize(each, views) is not None}


@pytest.mark.parametrize(
    ("name", "paginated", "recognized"), [("openai.yaml", OPENAI, 62), ("discord.json", DISCORD, 2)]
)
def test_nothing_is_taken_for_paginated_that_is_not(name: str, paginated: list[str], recognized: int) -> None:
    found = found_in(Path(DOCUMENTS) / "large" / name)
    assert found - set(paginated) == set()
    assert len(found & set(paginated)) == recognized


def test_the_recall_is_whole_where_responses_say_what_comes_next() -> None:
    assert found_in(Path(DOCUMENTS) / "large" / "openai.yaml") == set(OPENAI)
    assert len(OPENAI) == 62


@pytest.mark.parametrize("pattern", ["learn.openapis.org--pet*", "oas-examples--pet*", "progenitor--*", "go-ogen--*"])
def test_small_documents_have_no_pages(pattern: str) -> None:
    """Their lists come whole, or take a limit and no way to go on."""
    paths = sorted(Path(DOCUMENTS).glob(pattern))
    assert paths
    assert [path.name for path in paths if found_in(path)] == []
