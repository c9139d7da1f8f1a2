-- When the person came and went, as recorded with the outcome; start_time and end_time stay what was planned.
ALTER TABLE upw_session ADD COLUMN worked_from TIME NULL, ADD COLUMN worked_until TIME NULL;
