-- How many rows a file that replaces everything no longer had.
ALTER TABLE import_taken ADD COLUMN removed INT NOT NULL DEFAULT 0;
