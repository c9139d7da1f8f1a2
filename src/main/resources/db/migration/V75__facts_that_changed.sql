-- Facts that a file changed and that running processes may have read before, until each family of processes has looked again. ix_changed_fact_next: what is followed next.
CREATE TABLE changed_fact (
  id           BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  occasion     VARCHAR(36)  COLLATE utf8mb4_bin NOT NULL,
  fact         VARCHAR(30)  COLLATE utf8mb4_bin NOT NULL,
  about        VARCHAR(80)  COLLATE utf8mb4_bin NOT NULL,
  value_before VARCHAR(400) COLLATE utf8mb4_bin NULL,
  value_after  VARCHAR(400) COLLATE utf8mb4_bin NULL,
  changed_at   DATETIME(3)  NOT NULL,
  KEY ix_changed_fact_next (occasion, fact, id)
);

-- The open tasks of a process instance that looks again.
CREATE INDEX ix_open_task_process ON open_task (process_instance_key);
