-- Where and when people are picked up for a project; null if they come by themselves.
ALTER TABLE upw_project ADD COLUMN pick_up_point VARCHAR(100) NULL, ADD COLUMN pick_up_time TIME NULL;
