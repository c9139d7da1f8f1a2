-- A plan whose days were past when it was launched is replayed: its own days stand, and its work may move on a day that is past. Everywhere else no work moves on such a day.
ALTER TABLE handover ADD COLUMN replay BOOLEAN NOT NULL DEFAULT FALSE;
UPDATE handover SET replay = TRUE WHERE COALESCE(due, window_start) < (
  SELECT DATE(p.launched_at) FROM regional_programme rp JOIN programme p ON p.id = rp.programme_id WHERE rp.id = handover.regional_programme_id);
