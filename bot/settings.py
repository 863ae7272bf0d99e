"""Settings: what the operator may choose, read from the environment and `.env`.

Each field of `Settings` is one row of the table: its name in the environment, its default as
it is written in `.env`, what it means, and how its text is read. A further setting is one
further field; `.env.example` and the README must then name it, and a test checks that.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from bot.wording.mistakes import SpokenError
from bot.wording.voice import Voice

PREFIX = "VERBATIM_"
ENV_FILE = ".env"


class Wrong(NamedTuple):
    """What is wrong with a setting: a key among ``setting.*``, and what it speaks of."""

    key: str
    values: Mapping[str, object] = MappingProxyType({})


class WrongError(ValueError):
    """A text that is no value of its setting; the key says what it must be."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key)
        self.wrong = Wrong(key, values)


class SettingsError(SpokenError):
    """One or more settings are bad or missing; the reason names every one."""

    def __init__(self, problems: Sequence[Wrong]) -> None:
        self.problems = problems
        super().__init__("settings", file=ENV_FILE)

    def parts(self, voice: Voice) -> list[str]:
        thing, _, remedy = super().parts(voice)
        reasons = (voice(f"setting.{problem.key}", **problem.values) for problem in self.problems)
        return [thing, ", ".join(reasons), remedy]


class Rate(NamedTuple):
    """At most ``uses`` within any ``seconds``."""

    uses: int
    seconds: int


MAX_QUESTION: Final = 300
"""Characters that an operator may allow a question at most."""


class Variable(NamedTuple):
    """One row of the table. ``read`` raises ``WrongError`` saying what the text must be."""

    name: str
    default: str
    help: str
    read: Callable[[str], object]


def _path(text: str) -> Path:
    return Path(text).expanduser()


def _word(text: str) -> str:
    return text.lower()


def _positive(text: str) -> int:
    if not (text.isascii() and text.isdigit() and int(text) > 0):
        raise WrongError("positive")
    return int(text)


def _one_of(*words: str) -> Callable[[str], str]:
    def read(text: str) -> str:
        if text.lower() not in words:
            raise WrongError("one_of", words=", ".join(words))
        return text.lower()

    return read


def _between(least: int, most: int) -> Callable[[str], int]:
    def read(text: str) -> int:
        if not (text.isascii() and text.isdigit() and least <= int(text) <= most):
            raise WrongError("between", least=least, most=most)
        return int(text)

    return read


def _switch(text: str) -> bool:
    return _one_of("true", "false")(text) == "true"


def _ids(text: str) -> frozenset[int]:
    words = text.replace(",", " ").split()
    if not all(word.isascii() and word.isdigit() for word in words):
        raise WrongError("ids")
    return frozenset(map(int, words))


def _rate(text: str) -> Rate:
    uses, _, seconds = text.partition("/")
    try:
        return Rate(_positive(uses.strip()), _positive(seconds.strip()))
    except WrongError:
        raise WrongError("rate") from None


def _token(text: str) -> str | None:
    return text or None


# ruff: noqa: RUF009 - a row is a field
def _row(name: str, default: str, read: Callable[[str], object], text: str) -> Any:
    metadata = {"variable": Variable(name, default, text, read)}
    return field(metadata=metadata, repr=name != "DISCORD_TOKEN")


@dataclass(frozen=True, slots=True)
class Settings:
    """The operator's choices; build it with `load`."""

    discord_token: str | None = _row(
        "DISCORD_TOKEN", "", _token, "the Discord bot's token; only `run` needs it"
    )
    corpus: Path = _row(
        "VERBATIM_CORPUS",
        "corpus/documents",
        _path,
        "the folder of documents; where the default is missing, the corpus that ships is used",
    )
    data: Path = _row("VERBATIM_DATA", "data", _path, "the folder for the index and the database")
    language: str = _row("VERBATIM_LANGUAGE", "english", _word, "the language of the corpus")
    caution: str = _row(
        "VERBATIM_CAUTION",
        "balanced",
        _one_of("cautious", "balanced", "generous"),
        "how much evidence an answer needs: `cautious`, `balanced` or `generous`",
    )
    max_file_mb: int = _row(
        "VERBATIM_MAX_FILE_MB", "20", _positive, "larger files are reported and not read"
    )
    log_format: str = _row(
        "VERBATIM_LOG_FORMAT",
        "auto",
        _one_of("auto", "text", "json"),
        "how `run` logs: `text`, `json`, or `auto`, which is text on a terminal",
    )
    log_level: str = _row(
        "VERBATIM_LOG_LEVEL",
        "info",
        _one_of("debug", "info", "warning", "error"),
        "log lines of this level and above; libraries never log below `info`",
    )
    admin_users: frozenset[int] = _row(
        "VERBATIM_ADMIN_USERS", "", _ids, "users (by id) who may reindex, besides the bot's owners"
    )
    admin_roles: frozenset[int] = _row(
        "VERBATIM_ADMIN_ROLES", "", _ids, "roles (by id) whose members may reindex"
    )
    cooldown_user: Rate = _row(
        "VERBATIM_COOLDOWN_USER", "10/60", _rate, "questions/seconds for a person"
    )
    cooldown_server: Rate = _row(
        "VERBATIM_COOLDOWN_SERVER", "120/60", _rate, "questions/seconds for a server"
    )
    max_question: int = _row(
        "VERBATIM_MAX_QUESTION",
        str(MAX_QUESTION),
        _between(20, MAX_QUESTION),
        "characters of a question in Discord",
    )
    log_questions: bool = _row(
        "VERBATIM_LOG_QUESTIONS", "false", _switch, "keep questions, under pseudonyms"
    )
    log_retention_days: int = _row(
        "VERBATIM_LOG_RETENTION_DAYS", "30", _between(1, 365), "days until they are deleted"
    )

    @property
    def max_file_bytes(self) -> int:
        return self.max_file_mb * 1_000_000


def variables() -> tuple[Variable, ...]:
    """Every setting, in the order of the table."""
    return tuple(_variable(item.metadata) for item in fields(Settings))


def load(environ: Mapping[str, str], folder: Path) -> Settings:
    """Read the settings from ``environ``, then ``folder/.env``, then the defaults.

    An empty value means the default. Raises ``SettingsError`` that names every bad setting.
    """
    given, problems = read_values(environ, folder)
    values: dict[str, Any] = {}
    for item in fields(Settings):
        variable = _variable(item.metadata)
        try:
            values[item.name] = variable.read(given.get(variable.name) or variable.default)
        except WrongError as error:
            key, values_ = error.wrong
            given_as = {"name": variable.name, "text": repr(given[variable.name])}
            problems.append(Wrong(key, {**given_as, **values_}))
    if problems:
        raise SettingsError(problems)
    return Settings(**values)


def read_values(environ: Mapping[str, str], folder: Path) -> tuple[dict[str, str], list[Wrong]]:
    """The values as given, stripped, with the environment before `.env`; and what is wrong."""
    values: dict[str, str] = {}
    problems: list[Wrong] = []
    path = folder / ENV_FILE
    if path.is_file():
        try:
            text = path.read_text("utf-8-sig")
        except OSError as error:
            problems.append(Wrong("file_closed", {"file": ENV_FILE, "reason": error.strerror}))
        except UnicodeDecodeError:
            problems.append(Wrong("file_not_utf8", {"file": ENV_FILE}))
        else:
            values.update(_parse(text, problems))
    values.update(environ)
    return {name: value.strip() for name, value in values.items()}, problems


def unknown_names(values: Mapping[str, str]) -> tuple[str, ...]:
    """The names that look like settings of ours and are none, such as a misspelt one."""
    known = {variable.name for variable in variables()}
    return tuple(sorted(name for name in values if name.startswith(PREFIX) and name not in known))


def corpus_folder(settings: Settings) -> Path:
    """The corpus to use: the one that ships where the default folder does not exist."""
    default = Path(next(v.default for v in variables() if v.name == "VERBATIM_CORPUS"))
    if settings.corpus == default and not default.exists():
        import corpus  # noqa: PLC0415 - its place on disk is all that is needed, and only here

        return Path(str(corpus.__file__)).parent / "documents"
    return settings.corpus


def _variable(metadata: Mapping[str, Any]) -> Variable:
    variable = metadata["variable"]
    assert isinstance(variable, Variable)  # noqa: S101 - for the type checker
    return variable


def _parse(text: str, problems: list[Wrong]) -> Iterator[tuple[str, str]]:
    # A whole process for one question is to take under a second: dotenv costs 0.04 s to import
    # and pydantic-settings 0.4 s, so the one is used, and only where there is a file to read.
    from io import StringIO  # noqa: PLC0415

    from dotenv.parser import parse_stream  # noqa: PLC0415

    for binding in parse_stream(StringIO(text)):
        if binding.error:
            problems.append(Wrong("no_pair", {"file": ENV_FILE, "line": binding.original.line}))
        elif binding.key is not None:
            yield binding.key, binding.value or ""
