-- The last day of the events and the time for questions as they were scheduled first, until which the process waits; a correction leaves it.
ALTER TABLE consultation ADD COLUMN events_end_on DATE NULL;

UPDATE consultation SET events_end_on = GREATEST(event_on, COALESCE(event_again_on, event_on), COALESCE(questions_close_on, event_on)) WHERE event_on IS NOT NULL;
