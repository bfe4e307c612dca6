// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace assay::index {

/// Written to PRAGMA user_version. Raise it when the schema or contentTerms() changes.
inline constexpr int schemaVersion = 1;

/// passage_search finds; passage_terms only counts (its vocabulary is term_counts). Both read
/// their text from passages, so nothing is stored twice.
inline constexpr const char *schema = R"sql(
CREATE TABLE notes (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE documents (
    id TEXT PRIMARY KEY, title TEXT NOT NULL, origin TEXT NOT NULL,
    modified_ms INTEGER NOT NULL, size INTEGER NOT NULL, sha256 TEXT NOT NULL);
CREATE INDEX documents_by_origin ON documents (origin);
CREATE TABLE passages (
    id INTEGER PRIMARY KEY, document TEXT NOT NULL, ordinal INTEGER NOT NULL,
    title TEXT NOT NULL, heading TEXT NOT NULL, body TEXT NOT NULL, terms TEXT NOT NULL);
CREATE UNIQUE INDEX passages_by_document ON passages (document, ordinal);
CREATE VIRTUAL TABLE passage_search USING fts5 (
    title, heading, body, content='passages', content_rowid='id',
    tokenize='porter unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE passage_terms USING fts5 (
    terms, content='passages', content_rowid='id', detail='none',
    tokenize='unicode61 remove_diacritics 0');
CREATE VIRTUAL TABLE term_counts USING fts5vocab ('passage_terms', 'row');
CREATE TRIGGER passages_added AFTER INSERT ON passages BEGIN
    INSERT INTO passage_search (rowid, title, heading, body) VALUES (new.id, new.title, new.heading, new.body);
    INSERT INTO passage_terms (rowid, terms) VALUES (new.id, new.terms);
END;
CREATE TRIGGER passages_removed AFTER DELETE ON passages BEGIN
    INSERT INTO passage_search (passage_search, rowid, title, heading, body)
        VALUES ('delete', old.id, old.title, old.heading, old.body);
    INSERT INTO passage_terms (passage_terms, rowid, terms) VALUES ('delete', old.id, old.terms);
END;
)sql";

} // namespace assay::index
