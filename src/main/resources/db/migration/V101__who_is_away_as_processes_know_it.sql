-- Members of staff whom running processes take to be away, so that an absence that begins by a file or ends by its last day is followed once.
CREATE TABLE staff_away (
  staff_number VARCHAR(12) COLLATE utf8mb4_bin NOT NULL PRIMARY KEY
);

-- On which days somebody stands in for a one-to-one; null: until it is recorded.
ALTER TABLE cohort_member
  ADD COLUMN stand_in_from DATE NULL,
  ADD COLUMN stand_in_until DATE NULL;
