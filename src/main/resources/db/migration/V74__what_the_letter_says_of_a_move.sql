-- What the panel writes for each person it moves, for their letter; the reason stays sealed. Of two who change places each has their own reason and their own sentence.
ALTER TABLE panel_move ADD COLUMN told VARCHAR(500) NULL;
ALTER TABLE panel_move ADD COLUMN told_other VARCHAR(500) NULL;
ALTER TABLE panel_move ADD COLUMN reason_of_other_id BIGINT NULL;

-- How many more people would have a place if every consent to a long journey had been known before the first turn of a draw.
ALTER TABLE allocation_run ADD COLUMN more_with_every_consent INT NOT NULL DEFAULT 0;
