"""Checks what the bot sends against the limits that Discord enforces and does not describe.

The numbers are those of Discord's documentation (2026-08).
"""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, Final

Json = Any

COMPONENTS_V2: Final = 1 << 15
ROW, BUTTON, SELECTS, INPUT, SECTION, TEXT = 1, 2, (3, 5, 6, 7, 8), 4, 9, 10
LABEL = 18
LINK = 5  # a button's style
DEFERRED, AUTOCOMPLETE, MODAL = 5, 8, 9

_COMMAND_NAME: Final = re.compile(r"^[-_'\w]{1,32}$")
_MESSAGES: Final = re.compile(r"/messages(/[^/]+)?$|^/webhooks/[^/]+/[^/]+$")
_EMBED_LIMITS: Final = {"title": 256, "description": 4096}


def problems(method: str, path: str, body: Json) -> list[str]:
    """Which limits a request breaks, in words; none for a request that is no message."""
    if path.endswith("/commands") and isinstance(body, list):
        return list(_commands(body))
    if path.endswith("/callback"):
        return list(_response(body))
    if method in {"POST", "PATCH"} and _MESSAGES.search(path):
        return list(_message(body))
    if method == "POST" and path.endswith("/threads"):
        return list(_within("thread name", body.get("name"), 100))
    return []


def _response(body: Json) -> Iterator[str]:
    """The first response to an interaction: a message, choices or a modal."""
    data = body.get("data")
    if body["type"] == AUTOCOMPLETE:
        yield from _choices(data["choices"])
    elif body["type"] == MODAL:
        yield from _modal(data)
    elif data is not None and body["type"] != DEFERRED:
        yield from _message(data)


def _message(body: Json) -> Iterator[str]:
    yield from _longer("content", body.get("content"), 2000)
    yield from _longer("nonce", str(body.get("nonce", "")), 25)
    embeds = body.get("embeds") or []
    if len(embeds) > 10:
        yield f"{len(embeds)} embeds"
    if (total := sum(map(_embed_length, embeds))) > 6000:
        yield f"embeds have {total} characters in all"
    for embed in embeds:
        yield from _embed(embed)
    components = list(_walk(body.get("components") or []))
    ids = Counter(each["custom_id"] for each in components if "custom_id" in each)
    yield from (f"custom_id {name!r} is used {n} times" for name, n in ids.items() if n > 1)
    for component in components:
        yield from _component(component)
    if (body.get("flags") or 0) & COMPONENTS_V2:
        yield from _second_version(body, components)
    elif len(body.get("components") or []) > 5:
        yield "more than 5 rows"
    if (body.get("allowed_mentions") or {"parse": ["all"]}).get("parse") != []:
        yield "mentions are allowed"


def _second_version(body: Json, components: list[Json]) -> Iterator[str]:
    if body.get("content") or body.get("embeds"):
        yield "content or embeds beside Components V2"
    if not components:
        yield "an empty message"
    if len(components) > 40:
        yield f"{len(components)} components"
    if (total := sum(len(each["content"]) for each in components if each["type"] == TEXT)) > 4000:
        yield f"components have {total} characters in all"


def _embed(embed: Json) -> Iterator[str]:
    for key, limit in _EMBED_LIMITS.items():
        yield from _longer(key, embed.get(key), limit)
    yield from _longer("footer", (embed.get("footer") or {}).get("text"), 2048)
    yield from _longer("author", (embed.get("author") or {}).get("name"), 256)
    fields = embed.get("fields") or []
    if len(fields) > 25:
        yield f"{len(fields)} fields"
    for field in fields:
        yield from _longer("field name", field["name"], 256)
        yield from _longer("field value", field["value"], 1024)


def _embed_length(embed: Json) -> int:
    texts = [embed.get("title"), embed.get("description")]
    texts += [(embed.get("footer") or {}).get("text"), (embed.get("author") or {}).get("name")]
    texts += [field[key] for field in embed.get("fields") or [] for key in ("name", "value")]
    return sum(len(text) for text in texts if text)


def _component(component: Json) -> Iterator[str]:
    yield from _longer("custom_id", component.get("custom_id"), 100)
    if component["type"] == ROW and len(component["components"]) > 5:
        yield "more than 5 components in a row"
    if component["type"] == ROW and not component["components"]:
        yield "an empty row"
    if component["type"] == TEXT and not component["content"].strip():
        yield "an empty text"
    if component["type"] == SECTION and not 1 <= len(component["components"]) <= 3:
        yield f"{len(component['components'])} texts in a section"
    if component["type"] == BUTTON:
        yield from _button(component)
    if component["type"] in SELECTS:
        yield from _select(component)
    if component["type"] == INPUT:
        yield from _input(component)


def _button(button: Json) -> Iterator[str]:
    if not button.get("label") and not button.get("emoji"):
        yield "a button without label or emoji"
    yield from _longer("label", button.get("label"), 80)
    yield from _longer("url", button.get("url"), 512)
    leads = "url" if button["style"] == LINK else "custom_id"
    if not button.get(leads) or (button.get("url") and button.get("custom_id")):
        yield f"a button of style {button['style']} has {leads} and nothing else to lead to"


def _select(select: Json) -> Iterator[str]:
    yield from _longer("placeholder", select.get("placeholder"), 150)
    options, most = select.get("options") or [], select.get("max_values") or 1
    if len(options) > 25:
        yield f"{len(options)} options in a select"
    if select["type"] == SELECTS[0] and not options:
        yield "a select without options"
    if most > 25 or (options and most > len(options)) or (select.get("min_values") or 0) > most:
        yield f"{select.get('min_values')} to {most} of {len(options)} options to pick"
    marked = [option for option in options if option.get("default")]
    if len(marked) + len(select.get("default_values") or []) > most:
        yield "more picked beforehand than may be picked"
    values = Counter(option["value"] for option in options)
    yield from (f"option value {name!r} twice" for name, n in values.items() if n > 1)
    for option in options:
        yield from _within("option label", option["label"], 100)
        yield from _within("option value", option["value"], 100)
        yield from _longer("option description", option.get("description"), 100)


def _input(field: Json) -> Iterator[str]:
    """A field of a form; what stands in it beforehand has to fit as well."""
    yield from _longer("placeholder", field.get("placeholder"), 100)
    yield from _longer("value", field.get("value"), field.get("max_length") or 4000)


def _modal(data: Json) -> Iterator[str]:
    yield from _within("title", data["title"], 45)
    if not 1 <= len(data["components"]) <= 5:
        yield f"{len(data['components'])} components in a form"
    for component in _walk(data["components"]):
        yield from _component(component)
        if component["type"] == LABEL:
            yield from _within("label", component["label"], 45)
            yield from _longer("description", component.get("description"), 100)


def _walk(components: list[Json]) -> Iterator[Json]:
    for component in components:
        yield component
        inner = component.get("components") or []
        extra = [component[key] for key in ("accessory", "component") if component.get(key)]
        yield from _walk([*inner, *extra])


def _choices(choices: list[Json]) -> Iterator[str]:
    if len(choices) > 25:
        yield f"{len(choices)} choices"
    for choice in choices:
        yield from _within("choice", choice["name"], 100)
        yield from _longer("choice value", str(choice["value"]), 100)


def _commands(commands: list[Json]) -> Iterator[str]:
    names = Counter((each.get("type", 1), each["name"]) for each in commands)
    yield from (
        f"command {key} is there {count} times" for key, count in names.items() if count > 1
    )
    for command in commands:
        if command.get("type", 1) == 1:
            yield from _command(command)
            if (length := _command_length(command)) > 8000:
                yield f"command {command['name']!r} has {length} characters in all"
        else:
            yield from _longer("command name", command["name"], 32)


def _command(command: Json) -> Iterator[str]:
    for name in (command["name"], *(command.get("name_localizations") or {}).values()):
        if not _COMMAND_NAME.match(name) or name != name.lower():
            yield f"command name {name!r}"
    described = (command["description"], *(command.get("description_localizations") or {}).values())
    for text in described:
        yield from _longer("description", text, 100)
    options = command.get("options") or []
    if len(options) > 25:
        yield f"{len(options)} options"
    required = [bool(option.get("required")) for option in options]
    if required != sorted(required, reverse=True):
        yield "a required option comes after an optional one"
    for option in options:
        yield from _choices(option.get("choices") or [])
        yield from _command(option)


def _command_length(command: Json) -> int:
    """Names, descriptions and values of a command and all below it, in the longest language."""
    texts = [
        max(map(len, (command[key], *(command.get(f"{key}_localizations") or {}).values())))
        for key in ("name", "description")
        if key in command
    ]
    below = [*(command.get("options") or []), *(command.get("choices") or [])]
    return sum(texts) + len(str(command.get("value", ""))) + sum(map(_command_length, below))


def _within(what: str, text: str | None, limit: int) -> Iterator[str]:
    """A text that has to be there, and not longer than that."""
    if not (text or "").strip():
        yield f"{what} is empty"
    yield from _longer(what, text, limit)


def _longer(what: str, text: str | None, limit: int) -> Iterator[str]:
    if text is not None and len(text) > limit:
        yield f"{what} has {len(text)} characters, {limit} are allowed"
