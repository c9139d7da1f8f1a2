-- Cases that a handover has in its inventory and has not moved: what files change of them is kept.
CREATE SQL SECURITY INVOKER VIEW handover_waiting_case_view AS
SELECT s.case_id, i.handover_id
FROM caseload_service_view s JOIN handover_item i ON i.case_service_id = s.id AND i.claim_mark = 1
WHERE s.ended_by_handover IS NULL;

-- What a file changed of such a case, or of a service for it, in words for people. ix_case_change_case: what changed of a case since its inventory.
CREATE TABLE case_change (
  id           BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  case_id      BIGINT       NOT NULL,
  service_code VARCHAR(40)  COLLATE utf8mb4_bin NULL,
  field        VARCHAR(30)  COLLATE utf8mb4_bin NOT NULL,
  value_before VARCHAR(150) NULL,
  value_after  VARCHAR(150) NULL,
  case_version INT          NULL,
  last_changed DATETIME(3)  NULL,
  file         VARCHAR(30)  COLLATE utf8mb4_bin NOT NULL,
  changed_by   VARCHAR(100) NOT NULL,
  changed_at   DATETIME(3)  NOT NULL,
  KEY ix_case_change_case (case_id, id),
  CONSTRAINT fk_case_change_case FOREIGN KEY (case_id) REFERENCES probation_case (id)
) CHARACTER SET utf8mb4;

CREATE SQL SECURITY INVOKER VIEW caseload_change_view AS
SELECT id, case_id, service_code, field, value_before, value_after, case_version, last_changed, file, changed_by, changed_at FROM case_change;
