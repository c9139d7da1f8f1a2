-- Of each launch in a region the cases in scope and those that have moved, each counted once: of all its services (service is empty), and of each by itself. standing: how its handovers stood when they were counted.
CREATE TABLE handover_case_count (
  regional_programme_id BIGINT      NOT NULL,
  service               VARCHAR(40) COLLATE utf8mb4_bin NOT NULL,
  in_scope              INT         NOT NULL,
  moved                 INT         NOT NULL,
  standing              VARCHAR(40) COLLATE utf8mb4_bin NOT NULL,
  counted_at            DATETIME(3) NOT NULL,
  PRIMARY KEY (regional_programme_id, service)
);

-- The incidents of the engine that nobody has resolved, as its records have them. cause: the kind of failure, one of ours or of the engine; what: which it is, in words, if the cause alone does not say it. family, about, region_code, crn and words as in open_task.
CREATE TABLE standing_incident (
  incident_key         BIGINT       NOT NULL PRIMARY KEY,
  process_instance_key BIGINT       NOT NULL,
  process_id           VARCHAR(100) COLLATE utf8mb4_bin NOT NULL,
  element_id           VARCHAR(100) COLLATE utf8mb4_bin NOT NULL,
  family               VARCHAR(30)  COLLATE utf8mb4_bin NOT NULL,
  cause                VARCHAR(40)  COLLATE utf8mb4_bin NOT NULL,
  what                 VARCHAR(400) COLLATE utf8mb4_bin NOT NULL,
  since                DATETIME(3)  NOT NULL,
  about                VARCHAR(80)  COLLATE utf8mb4_bin NULL,
  region_code          VARCHAR(8)   COLLATE utf8mb4_bin NULL,
  crn                  VARCHAR(12)  COLLATE utf8mb4_bin NULL,
  words                VARCHAR(400) NOT NULL,
  KEY ix_standing_incident_about (about),
  KEY ix_standing_incident_cause (cause, region_code, since)
);

-- One row: up to which moment the engine's incidents are known.
CREATE TABLE standing_incident_reading (
  id          TINYINT     NOT NULL PRIMARY KEY,
  known_until DATETIME(3) NOT NULL
);
