export const version = 200

/** What a person said of the columns of a CSV file, by its headers: the next file with the same headers is read the same way. No value of any file stands in it. */
export const up = `
CREATE TABLE import_mappings (
  head TEXT PRIMARY KEY CHECK (length(head) = 64), columns TEXT NOT NULL CHECK (json_valid(columns)), at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`
