"""What can go wrong at the door, each kind by its name."""

from corpus.errors import VerbatimError


class QuoteError(VerbatimError):
    """A quote id that is malformed, or whose quote is no longer held."""


class IndexGoneError(VerbatimError):
    """An index version that is no longer kept."""


class QuestionError(VerbatimError):
    """A question that cannot be asked: empty, too long, or filtered by an unknown source."""


class IndexMissingError(VerbatimError):
    """There is no index to answer from."""


class IndexDamagedError(IndexMissingError):
    """There is an index, and its files cannot be used."""


class ReindexRunningError(VerbatimError):
    """Another reindex holds the lock."""


class DatabaseError(VerbatimError):
    """A database file cannot be used as it should: opened, written, read by this release."""


class FileDamagedError(DatabaseError):
    """The file is no database, or not whole."""
