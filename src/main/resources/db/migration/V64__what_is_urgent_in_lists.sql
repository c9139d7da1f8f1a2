-- The last day of an order as TwelveMonths counts it, so that a list can begin with the orders that are past it.
ALTER TABLE upw_order
  ADD COLUMN last_day DATE AS (CASE
    WHEN extended_to IS NOT NULL THEN extended_to
    WHEN DAY(sentence_date + INTERVAL 12 MONTH) < DAY(sentence_date) THEN sentence_date + INTERVAL 12 MONTH
    ELSE sentence_date + INTERVAL 12 MONTH - INTERVAL 1 DAY
  END) STORED,
  ADD KEY ix_order_last_day (state, last_day);

ALTER TABLE upw_enforcement ADD KEY ix_enforcement_state (state, order_id);

-- Sessions without an outcome, and those of a day; and where somebody recorded outcomes of late.
ALTER TABLE upw_session
  ADD KEY ix_session_day (state, on_date, start_time),
  ADD KEY ix_session_recorded (recorded_by, recorded_at);
