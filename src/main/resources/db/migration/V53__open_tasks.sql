-- The open user tasks as the engine's records have them, with what each is about in words from this database. A task that has ended has no row. ix_open_task_due: in the order of Your work, and with all that it is counted by.
CREATE TABLE open_task (
  task_key             BIGINT       NOT NULL PRIMARY KEY,
  element_instance_key BIGINT       NOT NULL,
  process_instance_key BIGINT       NOT NULL,
  process_id           VARCHAR(100) COLLATE utf8mb4_bin NOT NULL,
  element_id           VARCHAR(100) COLLATE utf8mb4_bin NOT NULL,
  family               VARCHAR(30)  COLLATE utf8mb4_bin NOT NULL,
  name                 VARCHAR(200) NOT NULL,
  assignee             VARCHAR(100) COLLATE utf8mb4_bin NULL,
  priority             INT          NOT NULL,
  created_at           DATETIME(3)  NOT NULL,
  due_at               DATETIME(3)  NOT NULL,
  about                VARCHAR(80)  COLLATE utf8mb4_bin NULL,
  region_code          VARCHAR(8)   COLLATE utf8mb4_bin NULL,
  crn                  VARCHAR(12)  COLLATE utf8mb4_bin NULL,
  words                VARCHAR(400) NOT NULL,
  position             BIGINT       NOT NULL,
  KEY ix_open_task_about (about),
  KEY ix_open_task_due (due_at, priority DESC, task_key, family, assignee)
);

-- Whose it is to do: 'group:' with each task group that it is offered to, 'user:' with each colleague that it is offered to by name and with who has claimed it.
CREATE TABLE open_task_holder (
  task_key BIGINT       NOT NULL,
  holder   VARCHAR(110) COLLATE utf8mb4_bin NOT NULL,
  PRIMARY KEY (task_key, holder),
  KEY ix_open_task_holder (holder, task_key)
);

-- One row: how far the engine's records are read, up to which moment they are known, and when all open tasks were compared last.
CREATE TABLE open_task_reading (
  id          TINYINT     NOT NULL PRIMARY KEY,
  position    BIGINT      NOT NULL,
  known_until DATETIME(3) NULL,
  compared_at DATETIME(3) NULL
);
