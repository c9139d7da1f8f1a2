-- Whether the person's place was allowed by the rows of closing, but no longer when the places were shared out: an adjustment was agreed since, say. The panel looks at them.
ALTER TABLE allocation_result ADD COLUMN forbidden_since BOOLEAN NOT NULL DEFAULT FALSE;
