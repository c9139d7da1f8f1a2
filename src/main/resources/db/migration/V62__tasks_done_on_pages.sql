-- Who did a task on our page, whose completion this application then told the engine. accepted_at: when the engine accepted it, so that nobody else can have completed it.
CREATE TABLE page_completion (
  element_instance_key BIGINT       NOT NULL PRIMARY KEY,
  task_key             BIGINT       NOT NULL,
  completed_by         VARCHAR(100) COLLATE utf8mb4_bin NOT NULL,
  asked_at             DATETIME(3)  NOT NULL,
  accepted_at          DATETIME(3)  NULL
);
