-- No two consultations have one name: those that had get their number.
UPDATE consultation c JOIN (SELECT title FROM consultation GROUP BY title HAVING COUNT(*) > 1) several ON several.title = c.title
SET c.title = CONCAT(LEFT(c.title, 100), ' (', c.id, ')');

ALTER TABLE consultation
  MODIFY COLUMN title VARCHAR(120) COLLATE utf8mb4_bin NOT NULL,
  ADD COLUMN sites TEXT COLLATE utf8mb4_bin NULL,
  ADD UNIQUE KEY uk_consultation_title (title);

-- A launch that HR prepares in the console, with its files: of people (staff, or staff numbers alone) and of free places. It is for its owner alone, and forgotten after a while.
CREATE TABLE launch_draft (
  id                   BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
  owner                VARCHAR(100)  COLLATE utf8mb4_bin NOT NULL,
  region_code          VARCHAR(8)    COLLATE utf8mb4_bin NOT NULL,
  name                 VARCHAR(100)  NOT NULL,
  people               VARCHAR(10)   NULL,
  unit_code            VARCHAR(20)   COLLATE utf8mb4_bin NULL,
  sites                VARCHAR(1000) COLLATE utf8mb4_bin NOT NULL,
  grades               VARCHAR(200)  COLLATE utf8mb4_bin NOT NULL,
  people_file          MEDIUMBLOB    NULL,
  people_file_name     VARCHAR(100)  NULL,
  places               VARCHAR(10)   NULL,
  vacancies_file       MEDIUMBLOB    NULL,
  vacancies_file_name  VARCHAR(100)  NULL,
  objective            VARCHAR(10)   NULL,
  max_choices          INT           NULL,
  mobility_limit       INT           NULL,
  preferences_close_on DATE          NULL,
  changed_at           DATETIME(3)   NOT NULL,
  version              INT           NOT NULL DEFAULT 0,
  KEY ix_launch_draft_owner (owner),
  KEY ix_launch_draft_changed (changed_at),
  CONSTRAINT fk_launch_draft_region FOREIGN KEY (region_code) REFERENCES region (code),
  CONSTRAINT fk_launch_draft_unit FOREIGN KEY (unit_code) REFERENCES unit (code)
);
