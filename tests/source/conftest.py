"""The two hosts of GitHub on loopback, and a client that knows them, as the tests of the network have them."""

from tests.http.conftest import (
    _clean_environment,  # noqa: F401
    api,  # noqa: F401
    environ,  # noqa: F401
    github,  # noqa: F401
    http,  # noqa: F401
    project,  # noqa: F401
    raw,  # noqa: F401
    repository,  # noqa: F401
    slept,  # noqa: F401
)
