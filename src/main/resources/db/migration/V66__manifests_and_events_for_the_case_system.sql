-- What a handover moved, left and brought back, as it was when it was signed or called off.
CREATE TABLE handover_manifest (
  handover_id   BIGINT      NOT NULL PRIMARY KEY,
  made_at       DATETIME(3) NOT NULL,
  moved         INT         NOT NULL,
  left_behind   INT         NOT NULL,
  returned      INT         NOT NULL,
  sha256        VARCHAR(64) NOT NULL
);

CREATE TABLE handover_manifest_case (
  id             BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  handover_id    BIGINT      NOT NULL,
  crn            CHAR(7)     COLLATE utf8mb4_bin NOT NULL,
  event_number   INT         NOT NULL,
  service_code   VARCHAR(40) COLLATE utf8mb4_bin NOT NULL,
  from_unit      VARCHAR(20) COLLATE utf8mb4_bin NOT NULL,
  to_unit        VARCHAR(20) COLLATE utf8mb4_bin NULL,
  result         VARCHAR(10) NOT NULL,
  moved_at       DATETIME(3) NULL,
  limited_access BOOLEAN     NOT NULL,
  KEY ix_manifest_case (handover_id, id)
);

-- One for each case that moved, until the case system has it. ix_case_system_due: what is to be sent next, ix_case_system_order: whether one for the same person waits before it.
CREATE TABLE case_system_event (
  manifest_case_id BIGINT       NOT NULL PRIMARY KEY,
  handover_id      BIGINT       NOT NULL,
  crn              CHAR(7)      COLLATE utf8mb4_bin NOT NULL,
  delivered_at     DATETIME(3)  NULL,
  next_attempt_at  DATETIME(3)  NOT NULL,
  attempts         INT          NOT NULL DEFAULT 0,
  failure          VARCHAR(400) NULL,
  KEY ix_case_system_due (delivered_at, next_attempt_at),
  KEY ix_case_system_order (crn, delivered_at, manifest_case_id),
  KEY ix_case_system_handover (handover_id, delivered_at)
);
