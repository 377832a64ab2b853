"""The one reader of OpenAPI: text to values with locations, references, and a frozen typed model; and its writer.

Everything outside works on `Document` and `Schema` and knows neither `$ref` nor how a version spells a thing.
"""
