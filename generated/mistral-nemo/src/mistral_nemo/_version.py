# Written by nemogen from specs/mistral-nemo/openapi.json. Edits are not kept: what upstream says is corrected in
# specs/mistral-nemo/overlay.yaml, the look of this file in templates/, the transport in generator/nemogen/runtime/.

__version__ = "0.1.0"
