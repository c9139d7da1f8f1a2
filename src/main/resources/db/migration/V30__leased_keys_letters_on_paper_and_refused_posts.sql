-- Who works on a request, and until when that holds unless it is renewed: an application that was killed renews nothing.
ALTER TABLE idempotent_answer
  ADD COLUMN holder        CHAR(36)    NULL,
  ADD COLUMN working_until DATETIME(3) NULL;

-- Who has no email address gets letters on paper, and so does whoever's letter holds what our font cannot print. Null: it goes by email.
ALTER TABLE staff MODIFY email VARCHAR(150) NULL;
ALTER TABLE letter
  MODIFY email VARCHAR(150) NULL,
  ADD COLUMN paper VARCHAR(12) NULL;
ALTER TABLE case_letter ADD COLUMN by_hand BOOLEAN NOT NULL DEFAULT FALSE;

-- What HR decided about the post of an officer whose vetting was refused. replaced_by null: the post is released.
CREATE TABLE refused_post (
  staff_number VARCHAR(12)  COLLATE utf8mb4_bin NOT NULL PRIMARY KEY,
  replaced_by  VARCHAR(12)  COLLATE utf8mb4_bin NULL UNIQUE,
  decided_by   VARCHAR(100) NOT NULL,
  decided_at   DATETIME(3)  NOT NULL
);
