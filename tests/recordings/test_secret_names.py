"""Names of secrets, however they are spelt, and names that only come near."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nemogen.recordings.secret_names import (
    folded,
    is_secret_header,
    is_secret_member,
    is_secret_parameter,
    is_secret_variable,
    is_session_cookie,
    may_be_secret,
    worded,
)

SECRET = (
    "password", "new_password", "passwordConfirmation", "passwd", "db_pwd", "passphrase", "password_hash", "api_key",
    "openai_api_key", "apiKeys", "APIKey", "APIkey", "hapikey", "api_key_2", "apiKeyV2", "app_secret", "webhook_secret",
    "consumerSecret", "clientsecret", "secrets", "SecretString", "csrf_token", "access_token_secret", "totp_secret",
    "page_access_token", "refresh_tokens", "github_token", "device-token", "X-Amz-Security-Token", "X-Amz-Credential",
    "otp", "jwt", "client_assertion", "private_key", "secretAccessKey", "AWSAccessKeyId", "user[new_password]",
    "user%5Bpassword%5D", "password[]", "authorization", "set-cookie", "credentials", "id_token",
    "session_id", "sessionId", "signature", "connectionString", "connection_string", "stripe_key", "storageKey",
)  # fmt: skip
NO_SECRET = (
    "max_tokens", "token_count", "prompt_tokens", "completion_tokens", "cached_tokens", "tokens", "token_type",
    "secret_type", "token_logprobs", "max_token", "cost_per_token", "time_to_first_token", "next_page_token",
    "nextPageToken", "eos_token", "pad_token", "stop_token", "api_key_id", "secret_name", "password_policy",
    "has_password", "is_secret", "requires_api_key", "prompt_cache_key", "key", "keys", "public_key", "monkey",
    "keyboard", "tokenizer", "author", "authors", "invalid", "gridtoken_ids", "session_ids_count", "hotspot", "",
    "sort_key", "partitionKey", "foreign_key", "idempotency_key", "primary_key", "signature_type", "connection",
)  # fmt: skip


@pytest.mark.parametrize("name", SECRET)
@pytest.mark.parametrize("is_secret", [is_secret_header, is_secret_member, is_secret_parameter])
def test_a_name_whose_last_words_say_secret_is_secret_everywhere(is_secret: Callable[[str], bool], name: str) -> None:
    assert is_secret(name)


@pytest.mark.parametrize("name", NO_SECRET)
def test_a_counter_a_kind_and_a_token_of_a_text_are_no_secrets(name: str) -> None:
    assert not is_secret_member(name)


@pytest.mark.parametrize(
    "name",
    ["x-token-expiry", "x-session-created", "x-auth-method", "x-key-model", "x-ratelimit-limit-tokens",
     "access-control-allow-credentials", "www-authenticate", "x-next-page-token", "signature-input"],
)  # fmt: skip
def test_a_header_about_a_secret_is_none(name: str) -> None:
    assert not is_secret_header(name)


WORDS = st.lists(st.sampled_from(["new", "api", "key", "token", "user", "secret", "max", "count", "page", "type"]),
                 min_size=1, max_size=5)  # fmt: skip


@given(WORDS)
def test_how_a_name_parts_its_words_does_not_matter(words: list[str]) -> None:
    camel = words[0] + "".join(map(str.capitalize, words[1:]))
    spelt = ["_".join(words), "-".join(words), ".".join(words), camel, "-".join(map(str.capitalize, words)),
             "_".join(words).upper()]  # fmt: skip
    assert {worded(name) for name in spelt} == {"_".join(words)}


@given(st.text("abcdefghijklmnopqrstuvwxyz_", max_size=20), st.sampled_from(["password", "api_key", "client_secret"]))
def test_what_stands_before_the_name_of_a_secret_does_not_make_it_harmless(before: str, name: str) -> None:
    counters = ("allow", "count", "has", "is", "max", "min", "n", "need", "num", "require", "support", "total")
    if not before.strip("_").startswith(counters):
        assert is_secret_member(f"{before}_{name}")


@given(st.text(max_size=300))
def test_any_text_may_be_a_name(name: str) -> None:
    assert is_secret_member(name) in (True, False)
    assert is_secret_header(name) in (True, False)


@pytest.mark.parametrize(
    "name",
    ["OPENAI_API_KEY", "GH_TOKEN", "PGPASSWORD", "SECRET_KEY_BASE", "OPENAI_KEY_PROD", "API_KEY_2", "NPM_AUTHTOKEN",
     "DB_PASS", "SSH_KEY_PASSPHRASE", "github_token"],
)  # fmt: skip
def test_a_variable_is_secret_by_a_word_of_its_name(name: str) -> None:
    assert is_secret_variable(name)


@pytest.mark.parametrize(
    "name",
    ["AUTH_TYPE", "AUTH_MODE", "MONKEY", "TOKEN_LIMIT", "DISABLE_AUTH", "CREDENTIALS_PROVIDER", "API_KEY_HEADER",
     "SECRET_NAME", "TOKEN_URL", "COOKIE_DOMAIN_TYPE", "MAX_TOKENS", "KEYBOARD", "TOKENIZERS_PARALLELISM", "PWD",
     "SSH_AUTH_SOCK", "KEY_VAULT_NAME", "AUTHOR"],
)  # fmt: skip
def test_a_variable_about_a_secret_is_none(name: str) -> None:
    assert not is_secret_variable(name)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("user[newPassword2]", "user_new_password"),
        ("X-Amz-Security-Token", "x_amz_security_token"),
        ("securityToken", "security_token"),
        ("key1", "key"),
        ("tokenV2", "token"),
        ("1", ""),
        ("", ""),
    ],
)
def test_a_name_is_its_words_in_lower_case_without_numbers_at_the_end(name: str, words: str) -> None:
    assert worded(name) == words


def test_some_names_are_of_a_secret_only_where_the_value_looks_like_one() -> None:
    assert all(map(may_be_secret, ("token", "Auth", "bearer", "pwd", "pass", "user_pass", "userSession", "session")))
    assert not any(map(may_be_secret, ("tokens", "token_type", "author", "passage", "session_count", "")))


def test_a_cookie_identifies_a_user_by_its_name() -> None:
    assert all(map(is_session_cookie, ("PHPSESSID", "JSESSIONID", "sessionid")))
    assert not any(map(is_session_cookie, ("theme", "lang")))


def test_names_that_are_spelled_otherwise_are_one() -> None:
    assert folded("X-My-Key") == folded("x_myKey") == "xmykey"
    assert folded("X-My-Key2") != folded("X-My-Key")
