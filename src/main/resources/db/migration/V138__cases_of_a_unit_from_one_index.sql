-- Which cases a unit serves is read from the index alone: lists ask it for every colleague of a unit.
ALTER TABLE case_service
  DROP KEY ix_case_service_holding,
  ADD KEY ix_case_service_holding (unit_code, region_code, service_code, open_mark, case_id);
