-- A colleague's name has up to 100 characters, and the key of a message to them is longer still. What did not fit was cut off, so that the message reached nobody.
ALTER TABLE notification
  MODIFY to_group  VARCHAR(100) NOT NULL,
  MODIFY dedup_key VARCHAR(200) COLLATE utf8mb4_bin NOT NULL;
