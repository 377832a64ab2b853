# Written by nemogen from specs/mistral-nemo/openapi.json. Edits are not kept: what upstream says is corrected in
# specs/mistral-nemo/overlay.yaml, the look of this file in templates/, the transport in generator/nemogen/runtime/.

"""The resources of the client, one module each."""

# First of all, so that a missing pydantic is told as an error of this package.
from .._runtime.model import Model as Model
