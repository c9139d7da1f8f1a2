-- From when until when a session is, as planned and as worked: an end that is not after its start is on the next day, and 24:00 is midnight. Somebody may come to a session over midnight on its second day.
ALTER TABLE upw_session
  ADD COLUMN starts_at DATETIME AS (TIMESTAMP(on_date, start_time)) VIRTUAL,
  ADD COLUMN ends_at DATETIME AS (TIMESTAMP(on_date, end_time) + INTERVAL (end_time <= start_time) DAY) VIRTUAL,
  ADD COLUMN came_at DATETIME AS (TIMESTAMP(on_date, COALESCE(worked_from, start_time)) + INTERVAL (end_time <= start_time AND COALESCE(worked_from, start_time) < end_time) DAY) VIRTUAL,
  ADD COLUMN left_at DATETIME AS (TIMESTAMP(on_date, COALESCE(worked_until, end_time))
    + INTERVAL ((end_time <= start_time AND COALESCE(worked_from, start_time) < end_time) + (COALESCE(worked_until, end_time) <= COALESCE(worked_from, start_time))) DAY) VIRTUAL;
