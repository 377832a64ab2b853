"""Traffic of another host is taken over only where somebody says so."""

from __future__ import annotations

from typing import Any

import pytest

from nemogen.recordings.exchange import Exchange
from nemogen.recordings.own_hosts import of_own_hosts
from tests.recordings.samples import chat, document, read


def exchange(source: str, **kept: str) -> Exchange:
    made = chat()
    return Exchange(made.request, made.response, None, {"source": source, **kept})


def hosts_kept(
    sources: list[str], *, servers: Any = None, urls: tuple[str, ...] = (), hosts: tuple[str, ...] = ()
) -> Any:
    spec = document() | ({"servers": servers} if servers is not None else {})
    kept, others = of_own_hosts([exchange(each) for each in sources], read(spec), urls, hosts)
    return [each.kept["source"] for each in kept], others


def test_only_the_servers_of_the_spec_are_the_api() -> None:
    found = ["https://api.sample.test", "https://telemetry.test", "https://api.sample.test.evil.test", ""]
    assert hosts_kept(found) == (
        ["https://api.sample.test", ""],
        ["telemetry.test", "api.sample.test.evil.test"],
    )


@pytest.mark.parametrize(
    "reported",
    [{"hosts": ("telemetry.test",)}, {"urls": ("https://telemetry.test/v1",)}, {"hosts": ("Telemetry.test",)}],
)
def test_another_host_is_taken_over_where_it_is_named(reported: Any) -> None:
    assert hosts_kept(["https://telemetry.test"], **reported) == (["https://telemetry.test"], [])


def test_a_variable_of_a_server_may_be_any_part_of_a_host() -> None:
    servers = [{"url": "https://{region}.sample.test/base", "variables": {"region": {"default": "eu"}}}]
    found = hosts_kept(["https://us.sample.test", "https://sample.test"], servers=servers)
    assert found == (["https://us.sample.test"], ["sample.test"])


def test_all_is_kept_where_nothing_says_what_the_host_is() -> None:
    assert hosts_kept(["https://a.test"], servers=[{"url": "/base"}]) == (["https://a.test"], [])


def test_what_our_own_export_says_of_a_source_is_no_host() -> None:
    kept, others = of_own_hosts([exchange("https://x.test", case="told")], read(document()), (), ())
    assert (len(kept), others) == (1, [])
