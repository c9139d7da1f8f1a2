-- How many of the minutes credited to an order are a reduction for good attendance (ADR 126).
ALTER TABLE upw_order ADD COLUMN reduced_minutes INT NOT NULL DEFAULT 0;
