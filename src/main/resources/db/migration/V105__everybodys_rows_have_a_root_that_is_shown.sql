-- Everybody's rows in a draw are hashed in a tree when the last person's time to answer has ended; its root is shown from then on. Each row has a salt that comes of a sealed key, so that
-- nobody can guess what is in somebody else's.
ALTER TABLE preference_round
  ADD COLUMN rows_root CHAR(64) NULL,
  ADD COLUMN salt_key VARBINARY(200) NULL;
