"""Small corpora on disk and libraries over them, for the tests of this room."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Final

from index.answers import Answer, Question
from index.library import Library, Options, open_library
from tests.conftest import copy_built

DENIAL = "The ministry denied on Monday that any fighters had crossed the border near Kilis."
CLAIM = "The ambassador said that 300 fighters had crossed the border near Kilis on 5 May 2021."

RUMOUR = "A baker says fighters were seen near Kilis at night."


def page(text: str, **metadata: str) -> str:
    """A Markdown file with front matter."""
    head = "".join(f"{name}: {value}\n" for name, value in metadata.items())
    return f"---\n{head}---\n{text}\n"


TWO_SIDES = {
    "claim.md": page(CLAIM, title="The claim", publisher="Daily One", published="2021-05-06"),
    "denial.md": page(DENIAL, title="The denial", publisher="Two News", published="2021-06"),
    "undated.md": page(RUMOUR, title="A rumour"),
}


def write(folder: Path, files: Mapping[str, str]) -> Path:
    """Write the files of a corpus and return its folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


@asynccontextmanager
async def library_over(
    tmp_path: Path, files: Mapping[str, str], language: str = "english", *, afresh: bool = False
) -> AsyncIterator[Library]:
    """A library with an index of its own over ``files``, built by whoever first asks for them.

    ``afresh`` is for a test that watches it being built.
    """
    corpus = tmp_path / "corpus"
    if afresh or corpus.exists():
        write(corpus, files)
    else:
        copy_built(await _built(tmp_path.parent, files, language), tmp_path)
    async with _indexed(tmp_path, language) as library:
        yield library


@asynccontextmanager
async def _indexed(folder: Path, language: str) -> AsyncIterator[Library]:
    options = Options(language=language)
    corpus, data = folder / "corpus", folder / "data"
    async with open_library(corpus=corpus, data=data, options=options) as library:
        await library.refresh()
        yield library


_BUILT: Final[dict[tuple[object, ...], Path]] = {}


async def _built(beside: Path, files: Mapping[str, str], language: str) -> Path:
    """A folder with these files and their index, to be copied."""
    key = (language, *files.items())
    if key not in _BUILT:
        folder = beside / f"built-{len(_BUILT)}"
        write(folder / "corpus", files)
        async with _indexed(folder, language):
            _BUILT[key] = folder
    return _BUILT[key]


async def documents_of(library: Library, question: str, **filters: object) -> list[str]:
    """The documents whose passages answer, best first."""
    answer: Answer = await library.ask(Question(question, **filters))  # type: ignore[arg-type]
    return [quote.passage.document for quote in answer.quotes]
