-- A CRN that was merged into another, and the CRN and number that a case had before: what comes by them later is about the case all the same (ADR 130).
CREATE TABLE crn_merge (
  id         BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  former_crn CHAR(7)      COLLATE utf8mb4_bin NOT NULL,
  crn        CHAR(7)      COLLATE utf8mb4_bin NOT NULL,
  merged_by  VARCHAR(100) COLLATE utf8mb4_bin NOT NULL,
  merged_at  DATETIME(3)  NOT NULL,
  undone_by  VARCHAR(100) COLLATE utf8mb4_bin NULL,
  undone_at  DATETIME(3)  NULL,
  open_mark  TINYINT      AS (CASE WHEN undone_at IS NULL THEN 1 END) STORED,
  UNIQUE KEY uk_crn_merge_open (former_crn, open_mark)
);

CREATE TABLE case_former_key (
  id           BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  case_id      BIGINT      NOT NULL,
  crn          CHAR(7)     COLLATE utf8mb4_bin NOT NULL,
  event_number INT         NOT NULL,
  merge_id     BIGINT      NULL,
  undone_at    DATETIME(3) NULL,
  open_mark    TINYINT     AS (CASE WHEN undone_at IS NULL THEN 1 END) STORED,
  UNIQUE KEY uk_case_former_key_open (crn, event_number, open_mark),
  KEY ix_case_former_key_case (case_id),
  KEY ix_case_former_key_merge (merge_id),
  CONSTRAINT fk_case_former_key_merge FOREIGN KEY (merge_id) REFERENCES crn_merge (id)
);
