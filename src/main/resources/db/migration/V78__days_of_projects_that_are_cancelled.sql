-- A day of a project that does not take place: nobody is planned on it any more.
CREATE TABLE upw_cancelled_day (
  project_code  VARCHAR(20)   COLLATE utf8mb4_bin NOT NULL,
  on_date       DATE          NOT NULL,
  cancelled_by  VARCHAR(100)  NOT NULL,
  cancelled_at  DATETIME(3)   NOT NULL,
  PRIMARY KEY (project_code, on_date)
) CHARACTER SET utf8mb4;
