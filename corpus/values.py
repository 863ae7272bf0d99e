"""``dataclass`` for values that never change, at a quarter of its price when a module is imported.

Most of a frozen dataclass is code that Python writes and compiles for each class, six functions of
it: with the sixty classes that a start needs that was a fifth of it. Here all but the constructor
are the same few functions for every class, and that is compiled for the first object.
"""

import dataclasses
from collections.abc import Callable
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

_Class = TypeVar("_Class", bound=type)
_Making = Callable[[_Class], _Class]

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass  # noqa: PLC0414 - handed on
else:

    def dataclass(*, frozen: bool, slots: bool) -> _Making[Any]:
        """What ``dataclasses.dataclass`` makes of the same two, both of which must be true.

        ``fields``, ``replace``, ``asdict``, ``match``, equality, hashes, copies, pickles and the
        errors of assignment are alike.
        """
        if not (frozen and slots):
            raise ValueError("only values that never change, with slots")
        return _value


def _value(cls: Any) -> Any:
    made = dataclasses.dataclass(init=False, repr=False, eq=False, slots=True)(cls)
    for function in (_repr_, _eq_, _hash_, _reduce_, _setattr_, _delattr_):
        if (name := f"_{function.__name__}_") not in vars(cls):
            setattr(made, name, function)
    made.__init__ = _written_when_needed(made)
    made._values = _getter([field.name for field in dataclasses.fields(made)])
    return made


def _getter(names: list[str]) -> Callable[[Any], tuple[Any, ...]]:
    if len(names) > 1:
        return staticmethod(attrgetter(*names))
    return staticmethod(lambda self: tuple(getattr(self, name) for name in names))


def _written_when_needed(cls: Any) -> Callable[..., None]:
    def first(self: Any, *args: Any, **kwargs: Any) -> None:
        cls.__init__ = written = _constructor(cls)
        written(self, *args, **kwargs)

    return first


def _constructor(cls: Any) -> Callable[..., None]:
    """The function that dataclasses would write."""
    given: dict[str, Any] = {"_set": object.__setattr__}
    parameters, lines = ["self"], [" pass"]
    for field in dataclasses.fields(cls):
        name, default = field.name, f"_default_{field.name}"
        parameter = source = name
        if field.default is not dataclasses.MISSING:
            given[default] = field.default
            parameter = f"{name}={default}"
        elif field.default_factory is not dataclasses.MISSING:
            given[default] = field.default_factory
            parameter, source = (
                f"{name}={default}",
                f"{default}() if {name} is {default} else {name}",
            )
        parameters.append(parameter)
        lines.append(f" _set(self, {name!r}, {source})")
    if hasattr(cls, "__post_init__"):
        lines.append(" self.__post_init__()")
    exec(f"def __init__({', '.join(parameters)}):\n" + "\n".join(lines), given)  # noqa: S102 - as dataclasses do
    written: Callable[..., None] = given["__init__"]
    written.__qualname__ = f"{cls.__qualname__}.__init__"
    return written


def _repr_(self: Any) -> str:
    shown = (f"{f.name}={getattr(self, f.name)!r}" for f in dataclasses.fields(self) if f.repr)
    return f"{type(self).__qualname__}({', '.join(shown)})"


def _eq_(self: Any, other: Any) -> Any:
    if type(other) is not type(self):
        return NotImplemented
    return self._values(self) == self._values(other)


def _hash_(self: Any) -> int:
    return hash(self._values(self))


def _reduce_(self: Any) -> tuple[type, tuple[Any, ...]]:
    return type(self), self._values(self)


def _setattr_(self: Any, name: str, _value: object) -> NoReturn:
    raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")


def _delattr_(self: Any, name: str) -> NoReturn:
    raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")
