-- What changes one at a time counts its versions.
ALTER TABLE cohort_member ADD COLUMN version INT NOT NULL DEFAULT 0;
ALTER TABLE consultation_union ADD COLUMN version INT NOT NULL DEFAULT 0;
ALTER TABLE consultation_question ADD COLUMN version INT NOT NULL DEFAULT 0;
ALTER TABLE consultation_request ADD COLUMN version INT NOT NULL DEFAULT 0;
