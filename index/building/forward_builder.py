"""Writing the forward index of a version."""

from array import array
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.arrays.files import save_array
from index.arrays.forward import FORMS, DocumentForms
from index.arrays.schema import ARRAYS

_TITLE = np.ones(1, np.uint32)  # sentence before those of the passages


class ForwardBuilder:
    """Writes the forward index of a version, documents in order."""

    def __init__(self, folder: Path, form_rows: NDArray[np.int32]) -> None:
        self._folder = folder
        self._rows = form_rows
        self._forms = (folder / FORMS).open("wb")
        self._sentences: list[NDArray[np.int64]] = [np.zeros(1, np.int64)]
        self._units: list[NDArray[np.int64]] = [np.zeros(1, np.int64)]
        self._title = b""
        self._runs = array("q")
        self._run_passages = array("q")
        self._passages = 0

    def add(self, batch: Sequence[DocumentForms]) -> None:
        """Add documents, one or more."""
        forms = self._rows[np.concatenate([document.forms for document in batch])]
        self._forms.write(forms.astype(ARRAYS["forward_forms"].type).tobytes())
        sentences = np.concatenate([document.sentences for document in batch])
        self._sentences.append(self._sentences[-1][-1] + np.cumsum(sentences, dtype=np.int64))
        units = np.concatenate([part for each in batch for part in (_TITLE, each.passages)])
        self._units.append(self._units[-1][-1] + np.cumsum(units, dtype=np.int64))
        for document in batch:
            self._place(document)

    def _place(self, document: DocumentForms) -> None:
        """Put a document into the run of those before it, if they have its title."""
        title = document.forms[: document.sentences[0]].tobytes()
        if not title or title != self._title:
            self._run_passages.append(self._passages)
        self._title = title
        self._runs.append(len(self._run_passages) - 1)
        self._passages += len(document.passages)

    def finish(self) -> None:
        """Write what was added."""
        self._forms.close()
        save_array(self._folder, "forward_sentences", np.concatenate(self._sentences))
        save_array(self._folder, "forward_units", np.concatenate(self._units))
        self._run_passages.append(self._passages)
        save_array(self._folder, "forward_runs", np.array(self._runs, np.int64))
        save_array(self._folder, "forward_run_passages", np.array(self._run_passages, np.int64))
