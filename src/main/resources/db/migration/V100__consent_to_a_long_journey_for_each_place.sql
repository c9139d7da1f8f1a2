-- Whether somebody agreed to a journey over the limit to this place. Null in answers that were given before: there
-- preference_answer.long_journey_agreed speaks for all of their places.
ALTER TABLE preference_choice ADD COLUMN long_journey_agreed BOOLEAN NULL;
