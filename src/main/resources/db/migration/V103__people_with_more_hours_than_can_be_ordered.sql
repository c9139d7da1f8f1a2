-- Since when it is known that all unpaid work of the person is more than can be ordered at a time; null if it is not.
ALTER TABLE upw_person ADD COLUMN hours_over_since DATETIME(3) NULL;
