-- Of overdue tasks that no timer of their model tells of: when those whose they are were reminded, and when whoever is responsible for them was told. By what a task is about and when it is due, not by its key: a task that was refused comes again under another.
CREATE TABLE overdue_task_notice (
  process_instance_key BIGINT       NOT NULL,
  element_id           VARCHAR(100) COLLATE utf8mb4_bin NOT NULL,
  about                VARCHAR(80)  COLLATE utf8mb4_bin NOT NULL,
  due_at               DATETIME(3)  NOT NULL,
  reminded_at          DATETIME(3)  NOT NULL,
  escalated_at         DATETIME(3)  NULL,
  PRIMARY KEY (process_instance_key, element_id, about, due_at)
) CHARACTER SET utf8mb4;

-- One row: whoever holds it looks for overdue tasks.
CREATE TABLE overdue_task_look (
  id        TINYINT     NOT NULL PRIMARY KEY,
  looked_at DATETIME(3) NOT NULL
);
