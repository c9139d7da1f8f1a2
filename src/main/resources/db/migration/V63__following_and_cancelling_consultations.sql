-- Who has answered where places are ranked, and how far that has come, for whoever follows a consultation.
CREATE SQL SECURITY INVOKER VIEW preferencing_answer_view AS
SELECT id, member_id, kind FROM preference_answer;

CREATE SQL SECURITY INVOKER VIEW preferencing_round_view AS
SELECT consultation_id, published_at, closes_at, closed_at, confirmed_at FROM preference_round;

-- A consultation that HR cancelled before the unions were told, and why. Who heard of it is found by what a message is about.
ALTER TABLE consultation
  ADD COLUMN cancelled_by VARCHAR(100) COLLATE utf8mb4_bin NULL,
  ADD COLUMN cancelled_because TEXT NULL;
CREATE INDEX ix_notification_about ON notification (about);
