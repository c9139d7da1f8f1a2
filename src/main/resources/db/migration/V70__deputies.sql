-- Who takes over the tasks that a colleague has claimed while the colleague is away, from a day to a day. What has ended is kept.
CREATE TABLE deputyship (
  id        BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  away      VARCHAR(100) COLLATE utf8mb4_bin NOT NULL,
  deputy    VARCHAR(100) COLLATE utf8mb4_bin NOT NULL,
  first_day DATE         NOT NULL,
  last_day  DATE         NOT NULL,
  named_at  DATETIME(3)  NOT NULL,
  ended_at  DATETIME(3)  NULL,
  ended_by  VARCHAR(100) COLLATE utf8mb4_bin NULL,
  version   INT          NOT NULL,
  KEY ix_deputyship_away (away, last_day),
  KEY ix_deputyship_deputy (deputy, last_day)
);
