# Written by nemogen.

"""The resources of the client, one module each."""

# Imported first, so that a missing pydantic raises an error of this package.
from .._runtime.model import Model as Model
