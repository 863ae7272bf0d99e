"""Single modules of a package, without the rest of it.

``import nltk`` imports all of nltk, and SciPy where that is installed: half a second to two. We
use two of its modules, which need a handful of the others. ``import snowballstemmer`` imports the
stemmers of 34 languages: a tenth to half a second.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from threading import RLock
from types import ModuleType
from typing import Final

_UNUSED: Final = {"nltk.stem.snowball": ("nltk.corpus", "stopwords")}  # needed to import it alone
_ONE_AT_A_TIME: Final = RLock()
_loaded: Final[dict[str, ModuleType]] = {}


def lone_module(name: str) -> ModuleType:
    """The module ``name``, such as ``nltk.tokenize.punkt``; raises ``ImportError``.

    It is imported once, with nothing but the modules that it imports itself. Whoever imports the
    package meanwhile or later gets all of it, with modules of its own. Where a version of it
    cannot be taken apart so, all of it is imported.
    """
    with _ONE_AT_A_TIME:
        if name not in _loaded:
            whole = _package(name) in sys.modules
            _loaded[name] = import_module(name) if whole else _alone(name)
        return _loaded[name]


def _alone(name: str) -> ModuleType:
    try:
        with _bare_packages(name):
            return import_module(name)
    except (ImportError, AttributeError):
        return import_module(name)


@contextmanager
def _bare_packages(name: str) -> Iterator[None]:
    """Stand-ins for the packages around a module, which import nothing; gone afterwards."""
    before = set(sys.modules)
    try:
        sys.modules.update((each.__name__, each) for each in _stand_ins(name))
        yield
    finally:
        for imported in set(sys.modules) - before:
            if _package(imported) == _package(name):
                del sys.modules[imported]


def _stand_ins(name: str) -> Iterator[ModuleType]:
    spec = find_spec(_package(name))
    if spec is None:
        raise ImportError(
            name=_package(name)
        )  # caught in `_alone`: importing it says what is missing
    folders = [Path(place) for place in spec.submodule_search_locations or ()]
    parents = name.split(".")[:-1]
    for length in range(1, len(parents) + 1):
        package = ModuleType(".".join(parents[:length]))
        package.__path__ = [str(folder.joinpath(*parents[1:length])) for folder in folders]
        yield package
    if name in _UNUSED:
        module, attribute = _UNUSED[name]
        unused = ModuleType(module)
        setattr(unused, attribute, None)
        yield unused


def _package(name: str) -> str:
    return name.partition(".")[0]
