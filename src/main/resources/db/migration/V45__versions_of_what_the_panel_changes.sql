-- What the panel changes one at a time counts its versions.
ALTER TABLE panel_place ADD COLUMN version INT NOT NULL DEFAULT 0;

-- What a consultation is called and where it is, for those who list what is theirs by it. The consultation's, as the table is.
CREATE SQL SECURITY INVOKER VIEW consultation_title_view AS
SELECT id, region_code, title FROM consultation;
