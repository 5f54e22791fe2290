export const version = 220

/**
 * Search over everything that is known of a person: the words of the whole index, so that a piece from the middle of one is found; how many letters
 * are looked for as a piece before a whole match is asked for; and who was written before notes, websites and birth dates could be searched.
 */
export const up = `
CREATE VIRTUAL TABLE find_all_words USING fts5vocab (find_all, 'row');
CREATE TABLE search_settings (id INTEGER PRIMARY KEY CHECK (id = 1), most_letters INTEGER NOT NULL CHECK (most_letters BETWEEN 3 AND 100)) STRICT;
INSERT INTO search_settings VALUES (1, 10);
-- Taken up a few at a time while the register runs; empty in a new shop.
CREATE TABLE search_catch_up (customer_id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT INTO search_catch_up SELECT id FROM customers WHERE (notes <> '' OR website <> '' OR birth_date IS NOT NULL) AND status NOT IN ('merged', 'erased');
`
