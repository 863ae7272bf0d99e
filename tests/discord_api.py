"""Checks a request of the bot against Discord's own OpenAPI description.

The description is read with three relaxations: an id may be an integer, an integer may be a
string of digits, and ``oneOf`` means ``anyOf``. Limits that it leaves out are in
`tests.discord_limits`.
"""

import json
import re
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, Final, Self

import jsonschema_rs

DESCRIPTION: Final = Path(__file__).resolve().parents[2] / "shared" / "discord" / "openapi.json"

_BASE: Final = "urn:discord"
_DIGITS: Final = {"type": "string", "pattern": "^-?[0-9]+$"}
Json = Any


class DiscordApi:
    """The description of the HTTP interface; ``problems`` checks one request against it."""

    def __init__(self, description: dict[str, Json]) -> None:
        self._description = relaxed(description)
        self._registry = jsonschema_rs.Registry([(_BASE, self._description)])

    @classmethod
    @lru_cache(maxsize=1)
    def load(cls) -> Self | None:
        """The description in the shared reference material, or ``None`` where that is not."""
        if not DESCRIPTION.exists():
            return None
        return cls(json.loads(DESCRIPTION.read_text("utf-8")))

    def problems(self, method: str, path: str, body: Json) -> list[str]:
        """What is wrong with a request, in words; ``path`` begins after the version."""
        operation = self._operation(method, path)
        if operation is None:
            return [f"{method} {path}: no such operation"]
        template, described = operation
        if "requestBody" not in described:
            return [] if body is None else [f"{method} {template}: takes no body"]
        if body is None:
            required = described["requestBody"].get("required", False)
            return [f"{method} {template}: needs a body"] if required else []
        errors = self._validator(template, method.lower()).iter_errors(body)
        return [f"{method} {template}: {_reason(error)}" for error in errors]

    def _operation(self, method: str, path: str) -> tuple[str, dict[str, Json]] | None:
        for pattern, template, item in self._paths:
            if pattern.fullmatch(path) and method.lower() in item:
                return template, item[method.lower()]
        return None

    @cached_property
    def _paths(self) -> list[tuple[re.Pattern[str], str, dict[str, Json]]]:
        """Literal paths first, so that ``@original`` is not taken for an id."""
        found = [
            (re.compile(re.sub(r"\\\{.*?\\\}", "[^/]+", re.escape(path))), path, item)
            for path, item in self._description["paths"].items()
        ]
        return sorted(found, key=lambda entry: entry[1].count("{"))

    @lru_cache  # noqa: B019 - one description lives as long as the tests
    def _validator(self, template: str, method: str) -> jsonschema_rs.Draft202012Validator:
        escaped = template.replace("~", "~0").replace("/", "~1").replace("{", "%7B")
        place = f"/paths/{escaped.replace('}', '%7D')}/{method}/requestBody/content"
        return jsonschema_rs.Draft202012Validator(
            {"$ref": f"{_BASE}#{place}/application~1json/schema"}, registry=self._registry
        )


def relaxed(schema: Json) -> Json:
    """The schema with the three relaxations, at every depth."""
    if isinstance(schema, list):
        return [relaxed(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    changed = {"anyOf" if key == "oneOf" else key: relaxed(value) for key, value in schema.items()}
    kind = changed.get("type")
    if changed.get("format") == "snowflake" and kind == "string":
        return changed | {"type": ["string", "integer"]}
    if kind == "integer" and "enum" not in changed:
        return {"anyOf": [changed, _DIGITS]}
    return changed


def _reason(error: jsonschema_rs.ValidationError) -> str:
    """The error, or, for alternatives that all fail, why the one with the fewest errors does."""
    while isinstance(error.kind, jsonschema_rs.ValidationErrorKind.AnyOf):
        error = min(error.kind.context, key=len)[0]
    where = "/".join(map(str, error.instance_path)) or "body"
    return f"{where}: {error.message[:300]}"
