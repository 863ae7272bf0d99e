"""What is told of a file or of a mistake, so that a face can say it in its own language."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Self

Data = str | list[object]
"""A text, or the ``[template, values]`` that a fact is made of."""


class Fact(str):
    """An English text that knows its ``template`` and the ``values`` in the template's braces.

    The template is what a translation is found by, as in gettext; ``bot/wording`` has the
    translations. Values are whole numbers, texts that are nobody's to translate, or facts.
    """

    template: str
    values: Mapping[str, str | int]

    def __new__(cls, template: str, **values: str | int) -> Self:
        fact = super().__new__(cls, filled(template, values, english_number))
        fact.template = template
        fact.values = MappingProxyType(values)
        return fact

    def __str__(self) -> str:
        return self[:]

    def __reduce__(self) -> tuple[object, ...]:
        return _fact, (self.template, dict(self.values))


def filled(template: str, values: Mapping[str, str | int], number: Callable[[int], str]) -> str:
    """The template with its values in their places, numbers written as ``number`` writes them."""
    texts = {name: number(v) if isinstance(v, int) else v for name, v in values.items()}
    return template.format(**texts)


def english_number(number: int) -> str:
    return f"{number:,}"


def fact_to_data(text: str) -> Data:
    """What JSON can hold of a text; a fact stays one."""
    if not isinstance(text, Fact):
        return text
    values = {
        name: value if isinstance(value, int) else fact_to_data(value)
        for name, value in text.values.items()
    }
    return [text.template, values]


def fact_from_data(data: object) -> str:
    """The text that ``fact_to_data`` told."""
    if not isinstance(data, list):
        return str(data)
    template, values = data
    return Fact(
        template,
        **{n: v if isinstance(v, int) else fact_from_data(v) for n, v in values.items()},
    )


def _fact(template: str, values: Mapping[str, str | int]) -> Fact:
    return Fact(template, **values)
