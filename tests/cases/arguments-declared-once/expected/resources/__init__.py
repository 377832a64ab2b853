# Written by nemogen.

"""The resources of the client, one module each."""

# First of all, so that a missing pydantic is told as an error of this package.
from .._runtime.model import Model as Model
