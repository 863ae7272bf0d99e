"""The numbered steps that bring each database file up to date. Steps are only ever added."""

# The index: it can always be made again from the corpus. Rows of `documents` and `passages` are
# versions that never change; a snapshot is the set of those it was built from.
INDEX = (
    # Two earlier forms, nothing of which is kept.
    "",
    "",
    """
DROP TABLE IF EXISTS files;
DROP TABLE IF EXISTS members;
DROP TABLE IF EXISTS snapshots;
DROP TABLE IF EXISTS passages;
DROP TABLE IF EXISTS documents;
DROP TABLE IF EXISTS terms;
DROP TABLE IF EXISTS words;
CREATE TABLE documents (
    id INTEGER PRIMARY KEY,
    pipeline TEXT NOT NULL,
    text TEXT NOT NULL,
    postings BLOB NOT NULL,
    forms BLOB NOT NULL,
    name TEXT NOT NULL,
    key TEXT NOT NULL,
    digest TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    source TEXT NOT NULL,
    published_first INTEGER,
    published_last INTEGER,
    characters INTEGER NOT NULL,
    passages INTEGER NOT NULL,
    indexed_at TEXT NOT NULL,
    seal BLOB NOT NULL
);
CREATE INDEX documents_by_name ON documents (name, digest, pipeline);
CREATE INDEX documents_by_key ON documents (key);
CREATE TABLE passages (
    document INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    seal BLOB NOT NULL,
    section TEXT,
    page INTEGER,
    stated_dates TEXT NOT NULL,
    sentences TEXT NOT NULL,
    PRIMARY KEY (document, ordinal)
) WITHOUT ROWID;
CREATE TABLE terms (
    id INTEGER PRIMARY KEY,
    term TEXT NOT NULL,
    seal INTEGER NOT NULL
);
CREATE TABLE words (
    id INTEGER PRIMARY KEY,
    word TEXT NOT NULL UNIQUE,
    surface TEXT NOT NULL,
    term INTEGER NOT NULL,
    seal INTEGER NOT NULL
);
CREATE TABLE snapshots (
    id INTEGER PRIMARY KEY,
    version TEXT NOT NULL UNIQUE,
    pipeline TEXT NOT NULL,
    signature TEXT NOT NULL,
    unreadable TEXT NOT NULL,
    members BLOB NOT NULL,
    seal BLOB NOT NULL
);
CREATE TABLE members (
    snapshot INTEGER NOT NULL REFERENCES snapshots (id) ON DELETE CASCADE,
    document INTEGER NOT NULL REFERENCES documents (id),
    PRIMARY KEY (snapshot, document)
) WITHOUT ROWID;
CREATE INDEX members_by_document ON members (document);
CREATE TABLE files (
    name TEXT PRIMARY KEY,
    size INTEGER NOT NULL,
    mtime_ns INTEGER NOT NULL,
    document INTEGER
) WITHOUT ROWID
""",
)

# The bot's records: what cannot be made again. No person's id stands here, only its pseudonym.
RECORDS = (
    """
CREATE TABLE votes (
    person TEXT NOT NULL,
    quote TEXT NOT NULL,
    useful INTEGER NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (person, quote)
) WITHOUT ROWID;
CREATE TABLE rules (
    scope TEXT PRIMARY KEY,
    rules TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE audit (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    person TEXT NOT NULL,
    action TEXT NOT NULL,
    outcome TEXT NOT NULL,
    detail TEXT NOT NULL
);
CREATE TABLE questions (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    person TEXT NOT NULL,
    scope TEXT NOT NULL,
    question TEXT NOT NULL,
    answered INTEGER NOT NULL
);
CREATE TABLE notes (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX votes_by_quote ON votes (quote);
CREATE INDEX questions_by_time ON questions (at);
CREATE INDEX questions_by_person ON questions (person)
""",
    # Scopes that the bot was taken out of, whose rows go when their time is over.
    """
CREATE TABLE departures (
    scope TEXT PRIMARY KEY,
    at TEXT NOT NULL
) WITHOUT ROWID
""",
    # Standing questions, what they know, and what is still to be said of them.
    """
CREATE TABLE watches (
    id INTEGER PRIMARY KEY,
    scope TEXT NOT NULL,
    channel TEXT NOT NULL,
    contact TEXT NOT NULL,
    maker TEXT NOT NULL,
    question TEXT NOT NULL,
    source TEXT NOT NULL,
    language TEXT NOT NULL,
    version TEXT NOT NULL,
    seen BLOB NOT NULL
);
CREATE INDEX watches_by_scope ON watches (scope);
CREATE INDEX watches_by_maker ON watches (maker);
CREATE TABLE posts (
    id INTEGER PRIMARY KEY,
    channel TEXT NOT NULL,
    nonce TEXT NOT NULL,
    payload TEXT NOT NULL,
    tried INTEGER NOT NULL
);
CREATE TABLE watched_texts (
    texts BLOB NOT NULL
)
""",
)
