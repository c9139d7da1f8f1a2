-- An outcome as it was before somebody corrected it; each correction keeps one. The session holds what counts now.
CREATE TABLE upw_outcome_corrected (
  id               BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  session_id       BIGINT       NOT NULL,
  outcome_code     VARCHAR(4)   NOT NULL,
  worked_from      TIME         NULL,
  worked_until     TIME         NULL,
  penalty_minutes  INT          NOT NULL,
  quality          VARCHAR(15)  NULL,
  behaviour        VARCHAR(15)  NULL,
  explained        BOOLEAN      NOT NULL,
  very_serious     BOOLEAN      NOT NULL,
  meaning          VARCHAR(20)  NULL,
  credited_minutes INT          NOT NULL,
  recorded_by      VARCHAR(100) NULL,
  recorded_at      DATETIME(3)  NULL,
  corrected_by     VARCHAR(100) NOT NULL,
  corrected_at     DATETIME(3)  NOT NULL,
  KEY ix_outcome_corrected_session (session_id),
  CONSTRAINT fk_outcome_corrected_session FOREIGN KEY (session_id) REFERENCES upw_session (id),
  CONSTRAINT fk_outcome_corrected_outcome FOREIGN KEY (outcome_code) REFERENCES upw_outcome (code)
);
