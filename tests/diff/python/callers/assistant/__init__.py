"""An assistant: re-exports what the rest of the program uses."""

from mistral_nemo import MistralNemo as Client
from mistral_nemo import models
from mistral_nemo.models import Usage as TokenUsage

from .session import Session

__all__ = ["Client", "Session", "TokenUsage", "models"]
