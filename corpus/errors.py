"""The mistakes a person can make, each named with its reason and the way out."""

from typing import Final, Self

from corpus.facts import Fact

_INSTALL_AGAIN: Final = Fact(
    "a package is missing or broken: install Verbatim again as its README says"
)


class VerbatimError(Exception):
    """A mistake that its reader can fix.

    ``thing`` names what is wrong, ``reason`` why, ``remedy`` the way out; ``str()`` joins
    them into the one line that people see.
    """

    def __init__(self, thing: str, reason: str, remedy: str) -> None:
        super().__init__(thing, reason, remedy)
        self.thing = thing
        self.reason = reason
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.thing}: {self.reason}; {self.remedy}"


class CorpusError(VerbatimError):
    """The corpus folder itself cannot be used."""


class DateError(VerbatimError, ValueError):
    """A text that was given as a date is not one."""


class InstallationError(VerbatimError):
    """A package that Verbatim needs is missing or broken; no file of the user's is to blame."""

    def __init__(self, thing: str, reason: str, remedy: str = _INSTALL_AGAIN) -> None:
        super().__init__(thing, reason, remedy)

    @classmethod
    def of(cls, error: ImportError) -> Self:
        """What an import that failed says of the installation."""
        return cls(Fact("installation"), " ".join(str(error).rstrip(".").split()))


class UnreadableFileError(Exception):
    """One file of the corpus cannot become a document; the others still can."""

    def __init__(self, file: str, reason: str) -> None:
        super().__init__(f"{file}: {reason}")
        self.file = file
        self.reason = reason
