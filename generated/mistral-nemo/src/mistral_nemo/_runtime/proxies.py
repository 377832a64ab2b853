"""Selects the proxy of a request: the one passed by the user, or else the one from the environment."""

from __future__ import annotations

import importlib.util
import os
import re
import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from .errors import ConfigurationError

if TYPE_CHECKING:
    import ipaddress

_SOCKS = ("socks5", "socks5h")
_SCHEMES = ("http", "https", *_SOCKS)
_NAMES_PROXY = re.compile(r"_proxy\Z", re.IGNORECASE)
_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class Proxy:
    """A proxy: `url` is without user and password, which are in `auth`."""

    url: str
    auth: tuple[str, str] | None = field(default=None, repr=False)

    @property
    def is_socks(self) -> bool:
        """True for SOCKS5, False for HTTP."""
        return self.url.startswith("socks")

    @property
    def is_tls(self) -> bool:
        """True if the connection to the proxy is encrypted."""
        return self.url.startswith("https:")


def read_proxy(url: str, origin: str = "proxy") -> Proxy:
    """The proxy of a URL; `origin` says in errors where it came from. Raises ConfigurationError."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise ConfigurationError(f"{origin}: not a valid URL of a proxy ({error})") from None
    if parts.scheme not in _SCHEMES or not parts.hostname or parts.path not in ("", "/") or parts.query:
        raise ConfigurationError(f"{origin}: the URL must look like http://host:port, with {', '.join(_SCHEMES)}")
    if parts.scheme in _SOCKS and importlib.util.find_spec("socksio") is None:
        raise ConfigurationError(f"{origin}: a SOCKS proxy needs the package socksio: pip install 'httpx2[socks]'")
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    auth = None if parts.username is None else (unquote(parts.username), unquote(parts.password or ""))
    return Proxy(f"{parts.scheme}://{host}" + ("" if port is None else f":{port}"), auth)


def proxy_of_environment(scheme: str, host: str, port: int | None) -> Proxy | None:
    """The proxy that the environment, or the system, names for an address. Raises ConfigurationError for a bad one."""
    found = _proxies_of_system() if _may_have_proxies() else {}
    name = scheme if found.get(scheme) else "all"
    url = found.get(name)
    if not url or _is_excepted(scheme, host, port or _PORTS[scheme], found.get("no", "")):
        return None
    return read_proxy(url if "://" in url else f"http://{url}", _variable(f"{name}_proxy"))


def _may_have_proxies() -> bool:
    """Whether anything names a proxy: a variable, or the settings of a system that has some.

    The module that reads both imports much that nothing else needs.
    """
    return sys.platform in ("win32", "darwin") or any(map(_NAMES_PROXY.search, os.environ))


def _proxies_of_system() -> dict[str, str]:
    from urllib.request import getproxies

    return getproxies()


def _variable(name: str) -> str:
    """The name of the environment variable as it was set."""
    spelt = next((each for each in (name, name.upper()) if os.environ.get(each)), None)
    return f"the environment variable {spelt}" if spelt else "the proxy of the system"


def _is_excepted(scheme: str, host: str, port: int, exceptions: str) -> bool:
    """True if NO_PROXY names the address: by name, which holds for names below it as well, by IP or network."""
    entries = [entry.strip().lower() for entry in exceptions.split(",")]
    return "*" in entries or any(_names(entry, scheme, host.lower(), port) for entry in entries if entry)


def _names(entry: str, scheme: str, host: str, port: int) -> bool:
    if "://" in entry:
        own, _, entry = entry.partition("://")
        if own not in (scheme, "all"):
            return False
    network = _network(entry)
    if network is not None:
        address = _network(host)
        return address is not None and address.version == network.version and address.network_address in network
    name, _, own_port = entry.partition(":")
    if own_port and own_port != str(port):
        return False
    if name.startswith("."):
        return host.endswith(name)
    return host == name or host.endswith(f".{name}")


def _network(text: str) -> ipaddress.IPv4Network | ipaddress.IPv6Network | None:
    import ipaddress

    try:
        return ipaddress.ip_network(text.strip("[]"), strict=False)
    except ValueError:
        return None
