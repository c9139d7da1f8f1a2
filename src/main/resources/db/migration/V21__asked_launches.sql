-- A region's programme that was asked for with the start form of Tasklist, which does not say who used it: nothing begins before the region's programme office confirms it.
CREATE TABLE asked_launch (
  process_instance_key BIGINT       NOT NULL PRIMARY KEY,
  region_code          VARCHAR(8)   COLLATE utf8mb4_bin NOT NULL,
  base_date            DATE         NULL,
  asked_at             DATETIME(3)  NOT NULL,
  answer               VARCHAR(10)  NULL,
  answered_by          VARCHAR(100) NULL,
  answered_at          DATETIME(3)  NULL,
  task_instance        BIGINT       NULL
);

-- The milestone of a programme that runs already, where there is but one: its task was not noted when it began.
INSERT INTO task_subject (instance_key, name, value, about, region_code, from_before)
SELECT rp.process_instance_key, 'handoverId', MIN(h.id), CONCAT('handover/', MIN(h.id)), rp.region_code, TRUE
FROM regional_programme rp JOIN handover h ON h.regional_programme_id = rp.id
WHERE rp.process_instance_key IS NOT NULL AND rp.state = 'RUNNING' AND h.kind = 'MILESTONE'
GROUP BY rp.process_instance_key, rp.region_code HAVING COUNT(*) = 1;
