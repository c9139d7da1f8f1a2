-- Tasks that were open before subjects were noted, and of which no row says what they are about: their answers wait in the engine until somebody whose work it is says it (ADR 66).
-- known_*: what is noted of their process or of the one that called it; chosen: what somebody said; last_at: when the engine asked last.
CREATE TABLE task_of_before (
  element_instance_key BIGINT       NOT NULL PRIMARY KEY,
  process_instance_key BIGINT       NOT NULL,
  process_id           VARCHAR(100) COLLATE utf8mb4_bin NOT NULL,
  element_id           VARCHAR(100) COLLATE utf8mb4_bin NOT NULL,
  asks_for             VARCHAR(40)  COLLATE utf8mb4_bin NOT NULL,
  known_name           VARCHAR(40)  COLLATE utf8mb4_bin NULL,
  known_value          VARCHAR(100) COLLATE utf8mb4_bin NULL,
  known_about          VARCHAR(80)  NULL,
  region_code          VARCHAR(8)   COLLATE utf8mb4_bin NULL,
  answered_by          VARCHAR(100) NOT NULL,
  first_at             DATETIME(6)  NOT NULL,
  last_at              DATETIME(6)  NOT NULL,
  chosen               VARCHAR(200) COLLATE utf8mb4_bin NULL,
  chosen_by            VARCHAR(100) NULL,
  chosen_at            DATETIME(6)  NULL,
  version              INT          NOT NULL DEFAULT 0,
  UNIQUE KEY uk_task_of_before_chosen (process_id, chosen),
  KEY ix_task_of_before_last (last_at)
);

-- Which process prepares somebody's start, as cohort_member.one_to_one_begun says of a one-to-one.
ALTER TABLE placement ADD COLUMN start_begun BIGINT NULL;

-- What rows of ours say of a process instance is noted, where nothing is.
INSERT IGNORE INTO task_subject (instance_key, name, value, about, region_code, from_before)
SELECT m.one_to_one_begun, 'memberId', m.id, CONCAT('staff/', m.staff_number), c.region_code, TRUE
FROM cohort_member m JOIN consultation c ON c.id = m.consultation_id WHERE m.one_to_one_begun IS NOT NULL;
INSERT IGNORE INTO task_subject (instance_key, name, value, about, region_code, from_before)
SELECT process_instance_key, 'regionCode', region_code, CONCAT('region/', region_code), region_code, TRUE FROM asked_launch;
INSERT IGNORE INTO task_subject (instance_key, name, value, about, region_code, from_before)
SELECT process_instance_key, 'regionCode', region_code, CONCAT('launch/', process_instance_key), region_code, TRUE FROM consultation_request;
INSERT IGNORE INTO task_subject (instance_key, name, value, about, region_code, from_before)
SELECT process_instance_key, 'regionCode', region_code, CONCAT('termination-request/', process_instance_key), region_code, TRUE FROM termination_request;
