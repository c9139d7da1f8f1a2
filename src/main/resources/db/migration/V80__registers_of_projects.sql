-- A day of a project for whose register somebody is asked. It is OPEN until everybody expected has an outcome, and may be asked for again.
CREATE TABLE upw_register (
  id            BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  project_code  VARCHAR(20) COLLATE utf8mb4_bin NOT NULL,
  on_date       DATE        NOT NULL,
  state         VARCHAR(4)  NOT NULL,
  times         INT         NOT NULL,
  UNIQUE KEY uk_register (project_code, on_date),
  CONSTRAINT ck_register_state CHECK (state IN ('OPEN', 'DONE'))
) CHARACTER SET utf8mb4;
