"""What is imported when, what is made when, and how much of it stays."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

SAMPLE = Path(__file__).parent / "sample"
RUNTIME = Path(__file__).parents[2] / "generator" / "nemogen" / "runtime"


def run(code: str) -> str:
    """What a fresh interpreter prints."""
    script = f"import sys\nsys.path.insert(0, {str(SAMPLE)!r})\n{code}"
    return subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout.strip()


HEAVY = {"pydantic", "httpx2", "httpcore2", "anyio", "asyncio", "ssl", "dataclasses", "aiohttp"}
LOADED = f"print(sorted({HEAVY!r} & set(sys.modules)))"


def test_importing_the_package_imports_nothing_heavy() -> None:
    assert run(f"import sample_api\n{LOADED}") == "[]"


def test_making_a_client_imports_neither_pydantic_nor_httpx2() -> None:
    code = f"from sample_api import SampleApi, APIError, Timeout\nSampleApi(api_key='k')\n{LOADED}"
    assert run(code) == "['dataclasses']"


def test_a_resource_imports_the_types_that_its_methods_name_and_no_transport() -> None:
    code = f"from sample_api import SampleApi\nSampleApi(api_key='k').chat.completions\n{LOADED}"
    assert run(code) == "['dataclasses', 'pydantic']"


def test_a_call_imports_neither_httpx2_nor_what_reads_the_proxies_of_a_system() -> None:
    code = f"""
import os
for name in [name for name in os.environ if name.lower().endswith("_proxy")]:
    del os.environ[name]
{WORK}
with FakeServer(answer) as server:
    work(server.url)
    asyncio.run(work_async(server.url))
print(sorted({{"httpx2", "httpcore2", "urllib.request"}} & set(sys.modules)))
"""
    # On macOS and Windows the system may name a proxy.
    expected = ["httpcore2", "urllib.request"] if sys.platform in ("darwin", "win32") else ["httpcore2"]
    assert run(code) == str(expected)


def test_a_tracer_that_waits_for_the_import_of_httpx2_sees_each_call() -> None:
    code = f"""
import importlib.util
class Loader:  # as wrapt's, which New Relic's tracer has too
    def __init__(self, loader):
        self.loader = loader
    def __getattr__(self, name):
        return getattr(self.loader, name)
    def exec_module(self, module):
        self.loader.exec_module(module)
        for transport, method in ((module.HTTPTransport, "handle_request"),
                                  (module.AsyncHTTPTransport, "handle_async_request")):
            setattr(transport, method, traced(getattr(transport, method)))

seen = []
def traced(original):
    def replacement(self, request):
        seen.append(request.url.path)
        return original(self, request)
    return replacement

class Finder:
    busy = False
    def find_spec(self, name, path=None, target=None):
        if name != "httpx2" or self.busy:
            return None
        self.busy = True
        spec = importlib.util.find_spec(name)
        spec.loader = Loader(spec.loader)
        self.busy = False
        return spec

sys.meta_path.insert(0, Finder())
{WORK}
with FakeServer(answer) as server:
    work(server.url)
    calls = len(seen)
    asyncio.run(work_async(server.url))
    print(calls > 0, len(seen) == len(server.requests), set(seen) == {{"/v1/chat/completions"}})
"""
    assert run(code) == "True True True"


@pytest.mark.parametrize("library", ["httpcore2", "pydantic"])
def test_a_library_that_is_missing_is_an_error_of_the_package(library: str) -> None:
    code = f"""
import asyncio
sys.modules[{library!r}] = None
from sample_api import AsyncSampleApi, ConfigurationError, SampleApi
MESSAGES = [{{"role": "user", "content": "Hello"}}]
for call in (
    lambda: SampleApi(api_key="k").chat.completions.create(messages=MESSAGES),
    lambda: asyncio.run(AsyncSampleApi(api_key="k").chat.completions.create(messages=MESSAGES)),
):
    try:
        call()
    except ConfigurationError as error:
        print("install this package with its dependencies" in str(error), error.attempts)
"""
    assert run(code) == "True 0\nTrue 0"


def test_every_exported_name_can_be_imported() -> None:
    code = """
import sample_api, warnings
warnings.simplefilter("error")
for name in dir(sample_api):
    getattr(sample_api, name)
print(len(dir(sample_api)) > 60, hasattr(sample_api, "NoSuchName"))
"""
    assert run(code) == "True False"


def test_the_runtime_imports_only_itself_and_its_dependencies() -> None:
    import ast

    dependencies = {"httpx2", "httpcore2", "pydantic", "pydantic_core", "anyio", "typing_extensions"}
    allowed = dependencies | set(sys.stdlib_module_names)
    for path in RUNTIME.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Import):
                names = [name.name for name in node.names]
            elif isinstance(node, ast.ImportFrom) and node.level == 0:
                names = [node.module or ""]
            else:
                continue
            assert {name.split(".")[0] for name in names} <= allowed, (path.name, names)


def test_no_class_has_a_finaliser() -> None:
    assert [path.name for path in RUNTIME.glob("*.py") if "def __del__" in path.read_text()] == []


WORK = """
import asyncio, gc, warnings
warnings.simplefilter("ignore")
from sample_api import AsyncSampleApi, SampleApi
from sample_api.testing import FakeServer, json_response, stream_response

COMPLETION = {"id": "c", "object": "chat.completion", "created": 1, "model": "m", "usage": None, "choices": [
    {"index": 0, "finish_reason": "new", "message": {"role": "assistant", "content": "a", "tool_calls": [{"id": 1}]}}]}
CHUNK = {"id": "c", "object": "chat.completion.chunk", "created": "1", "model": "m", "choices": [
    {"index": 0, "delta": {"content": "a"}, "finish_reason": "stop"}]}
MESSAGES = [{"role": "user", "content": "Hello"}]


def work(url):
    with SampleApi(api_key="k", base_url=url, max_retries=0) as api:
        api.chat.completions.create(messages=MESSAGES, temperature=1)
        api.chat.completions.with_raw_response.create(messages=MESSAGES).parsed
        with api.chat.completions.stream(messages=MESSAGES) as stream:
            stream.final()
        try:
            api.chat.completions.create(messages=[{"role": "user"}])
        except ValueError:
            pass


async def work_async(url):
    async with AsyncSampleApi(api_key="k", base_url=url, max_retries=0) as api:
        await api.chat.completions.create(messages=MESSAGES)
        async with api.chat.completions.stream(messages=MESSAGES) as stream:
            await stream.final()


def answer(request):
    return stream_response([CHUNK]) if b'"stream":true' in request.body else json_response(COMPLETION)
"""


def test_calls_make_no_classes_and_no_type_adapters() -> None:
    code = f"""{WORK}
import pydantic
adapters = 0
class Counting(pydantic.TypeAdapter):
    def __init__(self, *arguments, **options):
        global adapters
        adapters += 1
        super().__init__(*arguments, **options)
with FakeServer(answer) as server:
    for _ in range(2):
        work(server.url)
        asyncio.run(work_async(server.url))
    gc.collect()
    pydantic.TypeAdapter = Counting
    import sample_api._runtime.lenient_decode
    sample_api._runtime.lenient_decode.TypeAdapter = Counting
    classes = {{kind for kind in gc.get_objects() if isinstance(kind, type)}}
    for _ in range(3):
        work(server.url)
        asyncio.run(work_async(server.url))
    gc.collect()
    print([kind for kind in gc.get_objects() if isinstance(kind, type) and kind not in classes], adapters)
"""
    assert run(code) == "[] 0"


@pytest.mark.parametrize("uses", [True, False])
def test_a_thousand_clients_leave_less_than_a_megabyte(uses: bool) -> None:
    code = f"""{WORK}
import tracemalloc
with FakeServer(answer) as server:
    def one():
        with SampleApi(api_key="k", base_url=server.url) as api:
            if {uses}:
                api.chat.completions.create(messages=MESSAGES)
    for _ in range(50):
        one()
    gc.collect()
    tracemalloc.start()
    before = tracemalloc.get_traced_memory()[0]
    for _ in range({200 if uses else 1000}):
        one()
        server._log.requests.clear()
        server._threads[:] = [thread for thread in server._threads if thread.is_alive()]
    gc.collect()
    print((tracemalloc.get_traced_memory()[0] - before) < 1_000_000)
"""
    assert run(code) == "True"
