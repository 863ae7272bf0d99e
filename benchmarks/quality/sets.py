"""Collections made of a collection: what it measures that the original does not."""

import json
from dataclasses import replace
from pathlib import Path

from corpus.model import Document, Source, text_sha256
from index.cutting.passages import split
from index.evaluation.collection import Collection, Text, read_collection


def sentences_of(folder: Path) -> Collection:
    """Each sentence a document of its own, as short messages are, under its text's title.

    Relevant are the sentences of a relevant text that hold one of the question's ``answers``,
    which ``queries.jsonl`` must have.
    """
    whole = read_collection(folder)
    with (folder / "queries.jsonl").open(encoding="utf-8") as file:
        answers = {line["_id"]: line["answers"] for line in map(json.loads, file)}
    of: dict[str, list[Text]] = {text.id: _sentences(text) for text in whole.texts}
    relevant = {
        key: {
            sentence.id: 1
            for id_ in judged
            for sentence in of[id_]
            if any(answer in sentence.text for answer in answers[key])
        }
        for key, judged in whole.relevant.items()
    }
    return replace(
        whole,
        name=f"{whole.name} sentences",
        texts=tuple(sentence for text in whole.texts for sentence in of[text.id]),
        questions={key: asked for key, asked in whole.questions.items() if relevant[key]},
        relevant=relevant,
    )


def untitled(collection: Collection) -> Collection:
    """The same texts without their titles."""
    texts = tuple(replace(text, title="") for text in collection.texts)
    return replace(collection, name=f"{collection.name} untitled", texts=texts)


def _sentences(text: Text) -> list[Text]:
    document = Document(text.id, Source(), text.text, text_sha256(text.text))
    found = [
        passage.text[span.start : span.end]
        for passage in split(document)
        for span in passage.sentences
    ]
    return [Text(f"{text.id}@{n}", text.title, sentence) for n, sentence in enumerate(found)]


def collection_named(name: str) -> Collection:
    """A folder's collection, or what ``:sentences`` or ``:untitled`` makes of it."""
    folder, _, made = name.partition(":")
    if made == "sentences":
        return sentences_of(Path(folder))
    collection = read_collection(Path(folder))
    return untitled(collection) if made == "untitled" else collection
