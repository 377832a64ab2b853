"""Where a URL leads: as httpx2 reads it, without the import of httpx2 where the URL is plain."""

from __future__ import annotations

import string

import httpx2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from .sample.sample_api._runtime.http_request import Target, target_of

HOSTS = st.sampled_from(
    ["api.test", "a-b.c", "xn--bcher-kva.test", "127.0.0.1", "256.1.1.1", "01.2.3.4", "::1", "Ä.de"]
)
PORTS = st.sampled_from(["", ":80", ":443", ":8080", ":0", ":65535", ":"])
TEXTS = st.text(string.ascii_letters + string.digits + "-._~!$&'()*+,;=:@/%?# é", max_size=12)


def read_by_httpx2(url: str) -> Target | None:
    """The target as httpx2 has it; None where it refuses the URL."""
    try:
        parsed = httpx2.URL(url)
    except httpx2.InvalidURL:
        return None
    import httpcore2

    target = httpcore2.URL(scheme=parsed.raw_scheme, host=parsed.raw_host, port=parsed.port, target=parsed.raw_path)
    return Target(target, parsed.netloc, parsed.raw_scheme + b"://" + parsed.netloc)


@given(st.sampled_from(["http", "https"]), HOSTS, PORTS, TEXTS, TEXTS)
def test_a_url_leads_where_httpx2_says(scheme: str, host: str, port: str, path: str, query: str) -> None:
    named = f"[{host}]" if ":" in host else host
    for url in (f"{scheme}://{named}{port}/{path}?{query}", f"{scheme}://{named}{port}/{path}", f"{scheme}://{named}"):
        expected = read_by_httpx2(url)
        if expected is None:
            with pytest.raises(httpx2.InvalidURL):
                target_of(url)
        else:
            assert target_of(url) == expected
