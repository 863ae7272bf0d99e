"""The mistakes a person can make, each named with its reason and the way out."""


class VerbatimError(Exception):
    """A mistake that its reader can mend.

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


class UnreadableFileError(Exception):
    """One file of the corpus cannot become a document; the others still can."""

    def __init__(self, file: str, reason: str) -> None:
        super().__init__(f"{file}: {reason}")
        self.file = file
        self.reason = reason
