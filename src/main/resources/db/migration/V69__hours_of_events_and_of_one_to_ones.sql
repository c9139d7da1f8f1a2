-- From when until when the events of a consultation are, how often they were corrected, and the day of a repetition that was called off: what a calendar file needs.
ALTER TABLE consultation
  ADD COLUMN event_from TIME NULL,
  ADD COLUMN event_until TIME NULL,
  ADD COLUMN events_sequence INT NOT NULL DEFAULT 0,
  ADD COLUMN event_again_was_on DATE NULL;

-- When and where somebody has their one-to-one, as arranged last.
CREATE TABLE one_to_one_appointment (
  member_id   BIGINT       NOT NULL PRIMARY KEY,
  meets_on    DATE         NOT NULL,
  meets_from  TIME         NOT NULL,
  meets_until TIME         NULL,
  place       VARCHAR(200) NOT NULL,
  called_off  BOOLEAN      NOT NULL DEFAULT FALSE,
  sequence    INT          NOT NULL DEFAULT 0,
  version     INT          NOT NULL DEFAULT 0,
  CONSTRAINT fk_one_to_one_appointment_member FOREIGN KEY (member_id) REFERENCES cohort_member (id)
);

-- Whom no email reaches, in words.
CREATE SQL SECURITY INVOKER VIEW telling_words_view AS
SELECT u.id, COALESCE(s.words, SUBSTRING(u.recipient, LOCATE(':', u.recipient) + 1)) AS words
FROM telling_undelivered u LEFT JOIN workforce_words_view s ON u.recipient = CONCAT('user:', s.staff_number);
