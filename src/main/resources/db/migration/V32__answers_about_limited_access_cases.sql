-- Of a limited-access case no task's answer may reach the engine: it is given on our page by who then completes the task. used_for is the task's element instance, once it was.
CREATE TABLE limited_answer (
  about     VARCHAR(100) COLLATE utf8mb4_bin NOT NULL,
  question  VARCHAR(30)  COLLATE utf8mb4_bin NOT NULL,
  given_by  VARCHAR(100) COLLATE utf8mb4_bin NOT NULL,
  choice    VARCHAR(30),
  on_day    DATE,
  given_at  DATETIME(6)  NOT NULL,
  used_for  BIGINT,
  refused   VARCHAR(2000),
  PRIMARY KEY (about, question, given_by)
);
