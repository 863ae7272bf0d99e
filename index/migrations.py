"""The numbered steps that bring each database file up to date. Steps are only ever added."""

# The index: it can always be made again from the corpus.
INDEX = (
    """
CREATE TABLE documents (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    digest TEXT NOT NULL,
    pipeline TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    text TEXT NOT NULL,
    source TEXT NOT NULL,
    published_first INTEGER,
    published_last INTEGER,
    passages INTEGER NOT NULL,
    postings BLOB NOT NULL,
    indexed_at TEXT NOT NULL,
    UNIQUE (name, digest, pipeline)
);
CREATE TABLE passages (
    document INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    seal BLOB NOT NULL,
    section TEXT,
    page INTEGER,
    stated_dates TEXT NOT NULL,
    PRIMARY KEY (document, ordinal)
) WITHOUT ROWID;
CREATE TABLE terms (
    id INTEGER PRIMARY KEY,
    term TEXT NOT NULL UNIQUE
);
CREATE TABLE words (
    word TEXT PRIMARY KEY,
    surface TEXT NOT NULL,
    term INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE snapshots (
    id INTEGER PRIMARY KEY,
    version TEXT NOT NULL UNIQUE,
    built_at TEXT NOT NULL,
    pipeline TEXT NOT NULL,
    documents INTEGER NOT NULL,
    passages INTEGER NOT NULL,
    terms INTEGER NOT NULL
);
CREATE TABLE members (
    snapshot INTEGER NOT NULL REFERENCES snapshots (id) ON DELETE CASCADE,
    document INTEGER NOT NULL REFERENCES documents (id),
    PRIMARY KEY (snapshot, document)
) WITHOUT ROWID;
CREATE TABLE files (
    name TEXT PRIMARY KEY,
    size INTEGER NOT NULL,
    mtime_ns INTEGER NOT NULL,
    document INTEGER,
    reason TEXT
) WITHOUT ROWID;
CREATE INDEX members_by_document ON members (document)
""",
)
