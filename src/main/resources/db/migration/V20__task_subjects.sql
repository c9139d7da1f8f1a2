-- What a process instance or a user task is about, noted when it begins: answers are kept for it, whatever the variables of whoever completes a task say.
-- from_before: found by this migration for what was open when it came; such a task cannot come again when an answer is refused.
CREATE TABLE task_subject (
  instance_key BIGINT       NOT NULL,
  name         VARCHAR(40)  COLLATE utf8mb4_bin NOT NULL,
  value        VARCHAR(100) COLLATE utf8mb4_bin NOT NULL,
  about        VARCHAR(80)  NOT NULL,
  region_code  VARCHAR(8)   NULL,
  from_before  BOOLEAN      NOT NULL DEFAULT FALSE,
  PRIMARY KEY (instance_key, name),
  KEY ix_task_subject_about (about)
);

-- An answer that was not taken because it came from somebody whose task it was not, or named what the task was not about.
CREATE TABLE refused_answer (
  element_instance_key BIGINT       NOT NULL PRIMARY KEY,
  process_instance_key BIGINT       NOT NULL,
  element_id           VARCHAR(100) COLLATE utf8mb4_bin NOT NULL,
  KEY ix_refused_answer_task (process_instance_key, element_id)
);

INSERT INTO task_subject (instance_key, name, value, about, region_code, from_before)
SELECT process_instance_key, 'regionalProgrammeId', id, CONCAT('programme/', id), region_code, TRUE FROM regional_programme WHERE process_instance_key IS NOT NULL;
INSERT INTO task_subject (instance_key, name, value, about, region_code, from_before)
SELECT process_instance_key, 'handoverId', id, CONCAT('handover/', id), region_code, TRUE FROM handover WHERE process_instance_key IS NOT NULL;
INSERT INTO task_subject (instance_key, name, value, about, region_code, from_before)
SELECT process_instance_key, 'consultationId', id, CONCAT('consultation/', id), region_code, TRUE FROM consultation WHERE process_instance_key IS NOT NULL;
INSERT INTO task_subject (instance_key, name, value, about, region_code, from_before)
SELECT a.process_instance_key, 'memberId', a.member_id, CONCAT('staff/', m.staff_number), c.region_code, TRUE
FROM preference_asking a JOIN cohort_member m ON m.id = a.member_id JOIN consultation c ON c.id = m.consultation_id;
INSERT INTO task_subject (instance_key, name, value, about, region_code, from_before)
SELECT a.process_instance_key, 'appealId', a.id, CONCAT('appeal/', a.id), c.region_code, TRUE
FROM appeal a JOIN consultation c ON c.id = a.consultation_id WHERE a.process_instance_key IS NOT NULL;
INSERT INTO task_subject (instance_key, name, value, about, region_code, from_before)
SELECT o.process_instance_key, 'orderId', o.id, CONCAT('order/', o.id), p.region_code, TRUE
FROM upw_order o JOIN probation_case p ON p.id = o.case_id WHERE o.process_instance_key IS NOT NULL;
INSERT INTO task_subject (instance_key, name, value, about, region_code, from_before)
SELECT t.process_instance_key, 'terminationId', t.id, CONCAT('termination/', t.id), p.region_code, TRUE
FROM termination t JOIN probation_case p ON p.id = t.case_id WHERE t.process_instance_key IS NOT NULL;
