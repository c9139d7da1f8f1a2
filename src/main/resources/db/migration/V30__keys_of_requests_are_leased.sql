-- Who works on a request, and until when that holds unless it is renewed: an application that was killed renews nothing.
ALTER TABLE idempotent_answer
  ADD COLUMN holder        CHAR(36)    NULL,
  ADD COLUMN working_until DATETIME(3) NULL;
