-- Who did which step of a termination, until when the court gave the order, and why it was reopened (sealed). overdue_on: late where it is not done after this day.
-- next_due_on: the due list leaves the case alone before this day. asked_by_instance: the process instance in which somebody asked for it by hand.
ALTER TABLE termination
  MODIFY state VARCHAR(20) NOT NULL,
  ADD COLUMN overdue_on        DATE         NOT NULL AFTER due_on,
  ADD COLUMN applied_on        DATE         NULL,
  ADD COLUMN extended_to       DATE         NULL,
  ADD COLUMN next_due_on       DATE         NULL,
  ADD COLUMN asked_by_instance BIGINT       NULL,
  ADD COLUMN evidence_by       VARCHAR(100) NULL,
  ADD COLUMN evidence_at       DATETIME(3)  NULL,
  ADD COLUMN reviewed_by       VARCHAR(100) NULL,
  ADD COLUMN reviewed_at       DATETIME(3)  NULL,
  ADD COLUMN agreed_by         VARCHAR(100) NULL,
  ADD COLUMN agreed_at         DATETIME(3)  NULL,
  ADD COLUMN reopen_reason     BLOB         NULL,
  ADD KEY ix_termination_overdue (closed_at, overdue_on);

-- What a colleague can carry; NULL where nobody of that number is known.
ALTER TABLE practitioner_workload ADD COLUMN available_points INT NULL AFTER points;
