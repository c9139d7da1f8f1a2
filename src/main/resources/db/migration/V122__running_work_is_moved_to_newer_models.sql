-- Running instances of a process that were moved, or are being moved, from the model of one version to that of another.
CREATE TABLE process_migration (
  id              BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  process_id      VARCHAR(100) COLLATE utf8mb4_bin NOT NULL,
  from_definition BIGINT       NOT NULL,
  from_version    INT          NOT NULL,
  to_definition   BIGINT       NOT NULL,
  to_version      INT          NOT NULL,
  takes_back      BIGINT       NULL,
  state           VARCHAR(20)  COLLATE utf8mb4_bin NOT NULL,
  begun_by        VARCHAR(100) COLLATE utf8mb4_bin NOT NULL,
  begun_at        DATETIME(3)  NOT NULL,
  ended_at        DATETIME(3)  NULL,
  busy_until      DATETIME(3)  NULL,
  version         INT          NOT NULL DEFAULT 0,
  KEY ix_process_migration_state (state),
  CONSTRAINT fk_process_migration_back FOREIGN KEY (takes_back) REFERENCES process_migration (id)
) CHARACTER SET utf8mb4;

-- Each instance that such a migration is about: whether it waits, has moved or stays, and why it stays.
CREATE TABLE process_migration_instance (
  migration_id         BIGINT       NOT NULL,
  process_instance_key BIGINT       NOT NULL,
  state                VARCHAR(20)  COLLATE utf8mb4_bin NOT NULL,
  reason               VARCHAR(500) NULL,
  PRIMARY KEY (migration_id, process_instance_key),
  KEY ix_process_migration_instance_state (migration_id, state, process_instance_key),
  CONSTRAINT fk_process_migration_instance FOREIGN KEY (migration_id) REFERENCES process_migration (id)
) CHARACTER SET utf8mb4;
