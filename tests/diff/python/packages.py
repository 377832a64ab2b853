"""Small packages in the form that nemogen generates, to change and to compare."""

from __future__ import annotations

from collections.abc import Mapping

from nemogen.document import Files

ROOT = """
from __future__ import annotations
from typing import TYPE_CHECKING
from ._runtime.exports import RUNTIME_EXPORTS, lazy
__version__ = "0.1.0"
_EXPORTS = {**RUNTIME_EXPORTS, "AsyncClient": "client", "Client": "client", "Pet": "models", "PetParam": "params"}
if TYPE_CHECKING:
    from ._runtime.exports import *
    from .client import AsyncClient, Client
    from .models import Pet
    from .params import PetParam
__getattr__, __dir__ = lazy(__name__, _EXPORTS)
__all__ = ["__version__", *_EXPORTS]
"""

CLIENT = '''
from __future__ import annotations
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar
from ._runtime.base import SyncClient, AsyncBase
if TYPE_CHECKING:
    from .resources.pets import AsyncPets, Pets
SETTINGS = object()

class Client(SyncClient):
    """The client."""
    @cached_property
    def pets(self) -> Pets:
        """Pets."""
        from .resources.pets import Pets
        return Pets(self._api)

class AsyncClient(AsyncBase):
    @cached_property
    def pets(self) -> AsyncPets:
        from .resources.pets import AsyncPets
        return AsyncPets(self._api)
'''

PETS = '''
from __future__ import annotations
from functools import cached_property
from typing import TYPE_CHECKING, Literal, overload
from .._runtime.omit import Omit, omit
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from ..models import Pet
    from ..params import PetParam
    from .._runtime.api import Api
    from .._runtime.stream import AsyncStream, Stream

CREATE: object = object()

class Pets:
    """Pets."""
    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> PetsRaw:
        return PetsRaw(self._api)

    def get(self, pet_id: str, kind: Literal["a", "b"] | Omit = omit, *, limit: int | Omit = omit) -> Pet:
        """Gets a pet."""

    @overload
    def create(
        self, *, body: PetParam | Pet, top_k: int | None | Omit = omit, stream: Literal[False] = False
    ) -> Pet: ...
    @overload
    def create(
        self, *, body: PetParam | Pet, top_k: int | None | Omit = omit, stream: Literal[True]
    ) -> Stream[Pet]: ...
    def create(
        self, *, body: PetParam | Pet, top_k: int | None | Omit = omit, stream: bool = False
    ) -> Pet | Stream[Pet]:
        """Creates a pet."""

class PetsRaw:
    def __init__(self, api: Api) -> None:
        resource = Pets(api)
        self.get = raw_method(resource.get)

class AsyncPets:
    def __init__(self, api: Api) -> None:
        self._api = api

    async def get(self, pet_id: str, kind: Literal["a", "b"] | Omit = omit, *, limit: int | Omit = omit) -> Pet:
        """Gets a pet."""

    @overload
    async def create(
        self, *, body: PetParam | Pet, top_k: int | None | Omit = omit, stream: Literal[False] = False
    ) -> Pet: ...
    @overload
    async def create(
        self, *, body: PetParam | Pet, top_k: int | None | Omit = omit, stream: Literal[True]
    ) -> AsyncStream[Pet]: ...
    async def create(
        self, *, body: PetParam | Pet, top_k: int | None | Omit = omit, stream: bool = False
    ) -> Pet | AsyncStream[Pet]:
        """Creates a pet."""
'''

MODELS = '''
from __future__ import annotations
from typing import Annotated, Any, Literal, Optional, Union
from pydantic import Field, RootModel
from ._runtime.model import Model

Colour = Literal["red", "green"]

class Tag(Model):
    """A tag."""
    name: str
    more: Any = None

class Owner(Model):
    street: str
    town: str

class Pet(Model):
    """A pet."""
    id: Annotated[str, Field(min_length=1)]
    """Its id."""
    age: int
    colour: Colour | None = None
    tags: list[Tag] = Field(default_factory=list)
    state: Literal["new", "old"] | str
    owner: Owner | Tag | None = None
'''

PARAMS = """
from __future__ import annotations
from collections.abc import Sequence
from typing import Literal, TypedDict
from typing_extensions import NotRequired, Required

class PetParam(TypedDict, total=False):
    id: Required[str]
    age: int
    kind: NotRequired[Literal["a", "b"]]
    names: Sequence[str]

OddParam = TypedDict("OddParam", {"from": str, "to": NotRequired[int]})
"""

RUNTIME = {
    "_runtime/api.py": "class Api:\n    def call(self, name: str) -> object: ...\n",
    "_runtime/__init__.py": "",
    "_runtime/exports.py": (
        "from .errors import ApiError, StatusError\n"
        '_ERRORS = ("ApiError", "StatusError")\n'
        'RUNTIME_EXPORTS: dict[str, str] = {**dict.fromkeys(_ERRORS, "_runtime.errors")}\n'
        "def lazy(name: str, exports: dict[str, str]) -> tuple[object, object]: ...\n"
    ),
    "_runtime/errors.py": (
        "class ApiError(Exception):\n    status: int | None\n\nclass StatusError(ApiError):\n    body: object\n"
    ),
    "_runtime/base.py": (
        "class SyncClient:\n    def __init__(self, *, api_key: str | None = None, timeout: float = 60.0) -> None: ...\n"
        "    def close(self) -> None: ...\n\n"
        "class AsyncBase:\n    def __init__(self, *, api_key: str | None = None, timeout: float = 60.0) -> None: ...\n"
        "    async def close(self) -> None: ...\n"
    ),
    "_runtime/model.py": (
        "from pydantic import BaseModel\n\nclass Model(BaseModel):\n    @property\n"
        "    def mismatches(self) -> tuple[str, ...]: ...\n"
    ),
    "_runtime/omit.py": "class Omit: ...\n\nomit = Omit()\n",
    "_runtime/stream.py": (
        "from typing import Generic, TypeVar\nT = TypeVar('T')\nclass Stream(Generic[T]):\n"
        "    def close(self) -> None: ...\n\nclass AsyncStream(Generic[T]):\n    async def close(self) -> None: ...\n"
    ),
}

MODULES = {
    "__init__.py": ROOT,
    "client.py": CLIENT,
    "resources/__init__.py": "",
    "resources/pets.py": PETS,
    "models.py": MODELS,
    "params.py": PARAMS,
    **RUNTIME,
}


def package(changed: Mapping[str, str] | None = None, name: str = "zoo") -> Files:
    """A whole distribution, some of its modules replaced."""
    modules = {**MODULES, **(changed or {})}
    files = {f"src/{name}/{path}": text.encode() for path, text in modules.items()}
    return {**files, "pyproject.toml": b"[project]\n", "README.md": b"# zoo\n", f"src/{name}/py.typed": b""}


def edited(path: str, *edits: tuple[str, str]) -> Files:
    """The package with texts of one module replaced, each of which must be there."""
    text = MODULES[path]
    for old, new in edits:
        assert old in text, old
        text = text.replace(old, new)
    return package({path: text})
