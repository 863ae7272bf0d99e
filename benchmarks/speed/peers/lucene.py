"""Lucene, in a Java process of its own that is asked through a pipe."""

import shutil
import struct
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.speed.peers.engine import Engine, name, texts

if TYPE_CHECKING:
    from benchmarks.speed.terms import Corpus

_VERSION = "9.12.3"  # the newest that Java 17 runs
_JAR = Path.home() / f".m2/repository/org/apache/lucene/lucene-core/{_VERSION}"
_PROGRAM = Path(__file__).with_name("Lucene.java")


class Lucene(Engine):
    """Lucene with BM25Similarity, merged into one segment, warmed by all questions.

    ``processor`` is what its searching thread took; Java's compilers and collectors are not in it.
    """

    shared = False

    @classmethod
    def missing(cls) -> str:
        if not shutil.which("java"):
            return "Java is not installed"
        get = f"`mvn dependency:get -Dartifact=org.apache.lucene:lucene-core:{_VERSION}` brings it"
        return "" if list(_JAR.glob("*.jar")) else get

    def prepare(self, corpus: "Corpus") -> None:
        self._texts = texts(corpus)

    def _java(self, *arguments: str) -> "subprocess.Popen[bytes]":
        command = ["java", "-cp", str(next(_JAR.glob("*.jar"))), str(_PROGRAM), *arguments]
        pipe, nothing = subprocess.PIPE, subprocess.DEVNULL
        return subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=nothing)

    def build(self, corpus: "Corpus", folder: Path) -> None:
        del corpus
        process = self._java("build", str(folder / "index"))
        _, _ = process.communicate("\n".join(self._texts).encode())
        if process.returncode:
            raise RuntimeError("Lucene could not build its index")

    def open(self, folder: Path) -> None:
        self.close()
        self._process = self._java("ask", str(folder / "index"))
        self._taken = 0.0

    def warm(self) -> None:
        for _ in range(3_000):  # Java compiles what has run often
            self.ask([1, 2, 3, 5, 8, 13], 75)

    def ask(self, terms: Sequence[int], limit: int) -> list[int]:
        to, back = self._process.stdin, self._process.stdout
        if to is None or back is None:
            raise RuntimeError("Lucene has no pipes")
        to.write(f"{limit} {' '.join(map(name, terms))}\n".encode())
        to.flush()
        nanoseconds, count = struct.unpack(">qi", back.read(12))
        self._taken += nanoseconds / 1e9
        return list(struct.unpack(f">{count}i", back.read(4 * count)))

    def processor(self) -> float:
        return self._taken

    def close(self) -> None:
        if hasattr(self, "_process"):
            self._process.communicate()  # the end of its input ends it
