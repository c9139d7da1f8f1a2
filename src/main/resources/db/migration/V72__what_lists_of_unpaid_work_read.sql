-- All that is counted of sessions is in one index, and so is what an order's sessions until its last day make up.
ALTER TABLE upw_session
  DROP KEY ix_session_day,
  ADD KEY ix_session_day (state, on_date, start_time, order_id, project_code),
  ADD KEY ix_session_order_state (order_id, state, on_date, start_time, end_time);

-- Whose cases are listed is asked of every case of another region: by its open services, without reading them.
ALTER TABLE case_service ADD KEY ix_case_service_case (case_id, open_mark, unit_code, service_code);
