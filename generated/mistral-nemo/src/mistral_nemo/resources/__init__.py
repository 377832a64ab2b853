# Written by nemogen from specs/mistral-nemo/openapi.json. Edits are not kept: correct the spec in an overlay,
# specs/mistral-nemo/overlay.yaml, name things in specs/mistral-nemo/api.toml, and see `nemogen templates` for the look.

"""The resources of the client, one module each."""

# Imported first, so that a missing pydantic raises an error of this package.
from .._runtime.model import Model as Model
