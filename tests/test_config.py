from __future__ import annotations

from pathlib import PurePosixPath

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nemogen.approvals import read_approvals
from nemogen.change_policy import ChangePolicy
from nemogen.config import FileSource, GitHubSource, Operation, Record, Settings, Stream, UrlSource
from nemogen.diff.severity import read_severities
from nemogen.errors import ConfigError
from nemogen.initial_settings import initial_toml
from nemogen.read_config import read_settings

GITHUB = '[source]\nrepository = "owner/docs"\nbranch = "main"\npath = "api/openapi.json"\n'
FILE = '[source]\nfile = "upstream.json"\n'


def _read(text: str, api: str = "my-api") -> Settings:
    return read_settings(api, text.encode(), "specs/my-api/api.toml")


def _problems(text: str, api: str = "my-api") -> list[str]:
    with pytest.raises(ConfigError) as caught:
        _read(text, api)
    return [str(problem).partition("\n")[0] for problem in caught.value.problems]


def test_three_lines_are_enough() -> None:
    settings = _read(GITHUB, "mistral-nemo")
    assert settings.source == GitHubSource("owner/docs", "main", "api/openapi.json")
    assert settings.package.distribution == "mistral-nemo"
    assert settings.package.module == "mistral_nemo"
    assert (settings.package.client, settings.package.async_client) == ("MistralNemo", "AsyncMistralNemo")
    assert (settings.client.key_env, settings.client.base_url_env) == ("MISTRAL_NEMO_API_KEY", "MISTRAL_NEMO_BASE_URL")
    assert (settings.operations, settings.check.max_age_days, settings.pin.note) == ({}, None, None)


def test_every_key_is_read() -> None:
    settings = _read(
        GITHUB
        + """
[package]
distribution = "acme.chat"
module = "acme_chat"
client = "Acme"
description = "A client."
author = "Somebody"
licence = "MIT"
homepage = "https://example.com/acme"
[client]
key_env = "ACME_KEY"
base_url_env = "ACME_URL"
base_url = "https://api.example.com/v1"
idempotency_header = "Idempotency-Key"
[operations]
"POST /v1/chat" = { name = "chat.create", stream = { end = "[DONE]", delta = "choices[].delta", whole = "choices[]" } }
[operations."GET /v1/things/{id}"]
name = "things.get"
[check]
max_age_days = 90
min_coverage = 0.8
[record]
accounts = ["acct_1"]
keys = ["X-Tenant"]
allow = ["trace"]
[pin]
upstream_commit = "1a0876e7"
note = "The prose is ours."
"""
    )
    assert settings.package.homepage == "https://example.com/acme"
    assert settings.client.idempotency_header == "Idempotency-Key"
    assert settings.operations == {
        "POST /v1/chat": Operation("chat.create", Stream("[DONE]", "choices[].delta", "choices[]")),
        "GET /v1/things/{id}": Operation("things.get"),
    }
    assert (settings.check.max_age_days, settings.check.min_coverage) == (90, 0.8)
    assert settings.record == Record(("acct_1",), ("X-Tenant",), ("trace",))
    assert settings.pin.upstream_commit == "1a0876e7"


def test_all_problems_are_reported_at_once_with_their_lines() -> None:
    assert _problems(
        """[source]
file = "docs/../../a.json"
urll = "x"
[packge]
x = 1
[operations."post /v1"]
nam = "x"
[check]
min_coverage = 2
"""
    ) == [
        "specs/my-api/api.toml:2: source.file: 'docs/../../a.json': .. is allowed at the start only",
        "specs/my-api/api.toml:3: unknown key source.urll",
        "specs/my-api/api.toml:4: unknown key packge",
        "specs/my-api/api.toml:6: operations.'post /v1': is not an operation",
        "specs/my-api/api.toml:6: operations.'post /v1': unknown key nam",
        "specs/my-api/api.toml:9: check.min_coverage: must be a number from 0 to 1",
    ]


@pytest.mark.parametrize(
    ("key", "near"), [("repositry", "repository"), ("paths", "path"), ("urls", "url"), ("zzz", "Known here")]
)
def test_an_unknown_key_is_refused_with_the_nearest_name(key: str, near: str) -> None:
    with pytest.raises(ConfigError, match=near):
        _read(f"{FILE}{key} = 'x'\n")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[source]\n",
        '[source]\nrepository = "a/b"\n',
        GITHUB + 'url = "https://example.com"\n',
        FILE + 'url = "https://example.com"\n',
        "source = 5\n",
    ],
)
def test_a_source_is_one_of_three_kinds(text: str) -> None:
    assert any("source" in problem for problem in _problems(text))


@pytest.mark.parametrize(
    "line",
    [
        'repository = "owner"',
        'repository = "owner/.."',
        'repository = "own er/docs"',
        'repository = "https://github.com/owner/docs"',
        'branch = ""',
        'branch = "-x"',
        'branch = "a..b"',
        'branch = "a b"',
        'branch = "/main"',
        'branch = "x.lock"',
        'branch = "a@{1}"',
        'path = "/etc/passwd"',
        'path = "a/../../b"',
        'path = "a//b"',
        'path = "a\\\\b"',
        'path = "C:/x"',
        'path = ""',
        "path = 3",
        'path = "a\\u0007b"',
    ],
)
def test_a_source_that_is_no_place_on_github_is_refused(line: str) -> None:
    key = line.partition(" ")[0]
    text = "\n".join(line if row.startswith(f"{key} ") else row for row in GITHUB.splitlines())
    assert [problem for problem in _problems(text) if f"source.{key}" in problem]


@pytest.mark.parametrize(
    "url",
    [
        "ftp://example.com/x",
        "example.com",
        "https://",
        "https://user:key@example.com/x",
        "https://[::1",
        "https://a b/",
    ],
)
def test_a_url_is_http_or_https_and_holds_no_secret(url: str) -> None:
    [problem] = _problems(f'[source]\nurl = "{url}"\n')
    assert "source.url" in problem
    assert "user:key" not in problem


@pytest.mark.parametrize(
    "line",
    [
        'module = "class"',
        'module = "match"',
        'module = "json"',
        'module = "a-b"',
        'module = "a.b"',
        'module = "../x"',
        'module = "_x"',
        'module = "größe"',
        'client = "None"',
        'client = "1Client"',
        'client = "A B"',
        'distribution = "-x"',
        'distribution = "a/b"',
        'description = "one\\ntwo"',
        'description = ""',
        'description = "\\u009b31m"',
        'homepage = "javascript:alert(1)"',
        'author = ["x"]',
    ],
)
def test_a_name_that_python_or_pip_cannot_use_is_refused(line: str) -> None:
    [problem] = _problems(f"{FILE}[package]\n{line}\n")
    assert problem.startswith(f"specs/my-api/api.toml:4: package.{line.partition(' ')[0]}")


@pytest.mark.parametrize(
    "line",
    ['key_env = "my-key"', 'key_env = "KEY=1"', 'base_url = "nowhere"', 'idempotency_header = "A B"', "key_env = true"],
)
def test_a_setting_of_the_client_that_cannot_work_is_refused(line: str) -> None:
    assert len(_problems(f"{FILE}[client]\n{line}\n")) == 1


@pytest.mark.parametrize(
    "entry",
    [
        '"POST v1" = {}',
        '"POST  /v1" = {}',
        '"FETCH /v1" = {}',
        '"GET /v1?x=1" = {}',
        '"GET /v1" = 1',
        '"GET /v1" = { name = "a..b" }',
        '"GET /v1" = { name = "chat.import" }',
        '"GET /v1" = { stream = true }',
        '"GET /v1" = { stream = { delta = "a[0].b" } }',
        '"GET /v1" = { stream = { ends = "x" } }',
    ],
)
def test_a_setting_of_an_operation_that_cannot_work_is_refused(entry: str) -> None:
    assert len(_problems(f"{FILE}[operations]\n{entry}\n")) == 1


@pytest.mark.parametrize(
    "line", ["max_age_days = 0", "max_age_days = true", "min_coverage = -0.1", 'min_coverage = "1"']
)
def test_a_limit_that_means_nothing_is_refused(line: str) -> None:
    assert len(_problems(f"{FILE}[check]\n{line}\n")) == 1


@pytest.mark.parametrize("line", ['keys = "X-Tenant"', "accounts = [7]", 'allow = [""]', 'values = ["x"]'])
def test_a_list_of_what_recordings_must_not_hold_is_a_list_of_names(line: str) -> None:
    assert len(_problems(f"{FILE}[record]\n{line}\n")) == 1


def test_headers_of_a_url_are_named_by_variables() -> None:
    source = _read(
        '[source]\nurl = "https://a.example/x"\nheaders_env = { Authorization = "A_KEY", X-Tenant = "T" }\n'
    ).source
    assert source == UrlSource("https://a.example/x", {"Authorization": "A_KEY", "X-Tenant": "T"})


@pytest.mark.parametrize(
    "entry",
    [
        'url = "https://a.example/x"\nheaders_env = {}',
        'url = "https://a.example/x"\nheaders_env = "Authorization"',
        'url = "https://a.example/x"\nheaders_env = { Authorization = "Bearer hunter2" }',
        'url = "https://a.example/x"\nheaders_env = { Authorization = 5 }',
        'url = "https://a.example/x"\nheaders_env = { "A B" = "X" }',
        'url = "https://a.example/x"\nheaders_env = { "A\\n" = "X" }',
        'url = "https://a.example/x"\nheaders_env = { Host = "X" }',
        'url = "https://a.example/x"\nheaders_env = { accept-Encoding = "X" }',
        'url = "https://a.example/x"\nheaders_env = { X-A = "X", x-a = "Y" }',
        'url = "http://a.example/x"\nheaders_env = { Authorization = "X" }',
        'file = "x.json"\nheaders_env = { Authorization = "X" }',
        'url = "https://me:hunter2@a.example/x"',
        'url = "ftp://a.example/x?token=hunter2"',
    ],
)
def test_headers_that_cannot_be_sent_or_would_be_given_away_are_refused(entry: str) -> None:
    (problem,) = _problems(f"[source]\n{entry}\n")
    assert "hunter2" not in problem


@pytest.mark.parametrize(("api", "key"), [("json", "module"), ("3scale", "client"), ("class", "module")])
def test_a_folder_whose_name_makes_no_python_name_needs_the_name_set(api: str, key: str) -> None:
    assert any(f"package.{key}" in problem for problem in _problems(FILE, api))
    settings = _read(
        f'{FILE}[package]\nmodule = "fine"\nclient = "Fine"\n[client]\nkey_env="A"\nbase_url_env="B"\n', api
    )
    assert settings.package.module == "fine"


@pytest.mark.parametrize("api", ["../x", "a/b", "", ".", "A", "-a", "a b", "a\n"])
def test_a_folder_name_that_could_leave_specs_is_refused(api: str) -> None:
    with pytest.raises(ConfigError, match="not a valid API name"):
        _read(FILE, api)


@pytest.mark.parametrize(
    ("content", "line", "column"),
    [(b"[source\n", 1, 8), (b"a = 1\nb = \n", 2, 5), (b"a = 1\na = 2\n", 2, 6), (b"x = 1\n# \xff\n", 2, None)],
)
def test_what_is_no_toml_is_refused_with_its_place(content: bytes, line: int, column: int | None) -> None:
    with pytest.raises(ConfigError) as caught:
        read_settings("my-api", content, "api.toml")
    where = caught.value.problems[0].where
    assert where is not None
    assert (where.line, where.column) == (line, column)
    assert caught.value.exit_code == 3


@settings(deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        read_settings("my-api", text.encode("utf-8", "surrogatepass"), "api.toml")
    except ConfigError as error:
        message = str(error)
    else:
        message = ""
    assert message.startswith("api.toml") or not message


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (
            "https://github.com/owner/docs/blob/main/api/openapi.json",
            GitHubSource("owner/docs", "main", "api/openapi.json"),
        ),
        (
            "https://raw.githubusercontent.com/owner/docs/main/a%20b/openapi.json",
            GitHubSource("owner/docs", "main", "a b/openapi.json"),
        ),
        (
            "https://raw.githubusercontent.com/owner/docs/refs/heads/main/openapi.json",
            GitHubSource("owner/docs", "main", "openapi.json"),
        ),
        (
            "https://github.com/owner/docs/blob/main/api/openapi.json?plain=1#L10",
            GitHubSource("owner/docs", "main", "api/openapi.json"),
        ),
        (
            "https://raw.githubusercontent.com/owner/docs/main/openapi.json?token=s3cret",
            GitHubSource("owner/docs", "main", "openapi.json"),
        ),
        ("./openapi.json", FileSource("openapi.json")),
        ("https://example.com/openapi.json?v=1", UrlSource("https://example.com/openapi.json?v=1")),
        ("upstream/openapi.yaml", FileSource("upstream/openapi.yaml")),
    ],
)
def test_a_first_api_toml_is_read_back(source: str, expected: object) -> None:
    text = initial_toml("my-api", source)
    assert _read(text).source == expected
    assert len(text.splitlines()) <= 5


@pytest.mark.parametrize("source", ["docs/../../x.json", "ftp://example.com/x", "", 'a"b\n[package]\nmodule="os"'])
def test_a_first_api_toml_is_not_made_from_what_cannot_be_a_source(source: str) -> None:
    with pytest.raises(ConfigError):
        initial_toml("my-api", source)


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["C"]), min_size=1, max_size=30))
def test_a_path_of_any_letters_survives_the_first_api_toml(path: str) -> None:
    try:
        text = initial_toml("my-api", path)
    except ConfigError:
        return
    source = _read(text).source
    assert isinstance(source, (FileSource, UrlSource))
    assert (source.path if isinstance(source, FileSource) else source.url) in (path, PurePosixPath(path).as_posix())


def test_the_engine_is_one_of_those_that_there_are() -> None:
    assert settings_of_engine("openapi-python-client") == "openapi-python-client"
    assert read_settings("shop", b'[source]\nfile = "a.json"\n', "api.toml").client.engine == "nemogen"
    with pytest.raises(ConfigError, match=r"api.toml:4.*did you mean 'openapi-python-client'\?"):
        settings_of_engine("openapi-python")
    with pytest.raises(ConfigError, match="known: nemogen, openapi-python-client"):
        settings_of_engine("zzz")


def settings_of_engine(engine: str) -> str:
    text = f'[source]\nfile = "a.json"\n[client]\nengine = "{engine}"\n'
    return read_settings("shop", text.encode(), "api.toml").client.engine


@pytest.mark.parametrize(
    "value", ["[" * 5000 + "]" * 5000, "9" * 5000, "{a=" * 3000, "1979-05-27T00:32:00+99:99", "0x" + "f" * 5000]
)
def test_a_value_that_tomllib_has_no_words_for_is_an_error_of_the_file(value: str) -> None:
    """Where this Python reads it after all, the key is unknown."""
    for read in (_read, lambda text: read_approvals(text.encode(), "approvals.toml")):
        with pytest.raises(ConfigError):
            read(f"{FILE}a = {value}\n")
    with pytest.raises(ConfigError):
        read_severities(f"a = {value}\n", "levels.toml")


def test_the_policy_on_changes_is_read_and_its_faults_are_reported() -> None:
    rows = 'deprecation_days = 90\ndeprecation_days_beta = 0\nstability = "stable"\nenums = "closed"\n'
    assert _read(f"{FILE}[policy]\n{rows}").policy == ChangePolicy(90, 0, "stable", "closed")
    assert _read(FILE).policy == ChangePolicy()
    wrong = 'deprecation_days = -1\ndeprecation_days_beta = true\nstability = "gamma"\nenums = "ajar"\nsunset = 3\n'
    reported = _problems(f"{FILE}[policy]\n{wrong}")
    assert [text.partition(": ")[2].partition(":")[0] for text in reported] == [
        "policy.deprecation_days",
        "policy.deprecation_days_beta",
        "policy.stability",
        "policy.enums",
        "unknown key policy.sunset",
    ]
