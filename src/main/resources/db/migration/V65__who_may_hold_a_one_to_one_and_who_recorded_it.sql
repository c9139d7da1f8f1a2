-- stand_in: the colleague whom the line manager or HR named to hold the one-to-one in the line manager's place. Who recorded it, and when.
ALTER TABLE cohort_member
  ADD COLUMN stand_in      VARCHAR(12)  COLLATE utf8mb4_bin NULL,
  ADD COLUMN one_to_one_by VARCHAR(100) COLLATE utf8mb4_bin NULL,
  ADD COLUMN one_to_one_at DATETIME(3)  NULL,
  ADD KEY ix_cohort_member_stand_in (stand_in, active_mark),
  ADD CONSTRAINT fk_cohort_member_stand_in FOREIGN KEY (stand_in) REFERENCES staff (staff_number);
ALTER TABLE staff ADD KEY ix_staff_line_manager (line_manager_staff_number);
