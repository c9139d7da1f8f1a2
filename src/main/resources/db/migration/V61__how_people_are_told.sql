-- Who has read which message: up to one id all of them, after that each by itself.
CREATE TABLE notification_reader (
  reader         VARCHAR(100) COLLATE utf8mb4_bin NOT NULL PRIMARY KEY,
  all_read_until BIGINT       NOT NULL
);

CREATE TABLE notification_read (
  reader          VARCHAR(100) COLLATE utf8mb4_bin NOT NULL,
  notification_id BIGINT       NOT NULL,
  PRIMARY KEY (reader, notification_id)
);

-- How a task group ('group:' and its name) or a colleague ('user:' and the name) wants to be told. Whoever has no row is told as everybody is who has not chosen.
CREATE TABLE telling_choice (
  recipient  VARCHAR(110) COLLATE utf8mb4_bin NOT NULL PRIMARY KEY,
  channel    VARCHAR(10)  NOT NULL,
  email      VARCHAR(150) COLLATE utf8mb4_bin NULL,
  changed_at DATETIME(3)  NOT NULL,
  version    INT          NOT NULL DEFAULT 0,
  KEY ix_telling_choice_channel (channel)
);

-- The short emails that say that something waits, until each is delivered. notice_key: of what it tells, so that it is told once.
CREATE TABLE telling_notice (
  id         BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  notice_key VARCHAR(64)  COLLATE utf8mb4_bin NOT NULL UNIQUE,
  recipient  VARCHAR(110) COLLATE utf8mb4_bin NOT NULL,
  template   VARCHAR(20)  NOT NULL,
  area       VARCHAR(40)  NULL,
  tasks      INT          NULL,
  due_at     DATETIME(3)  NULL,
  email      VARCHAR(150) COLLATE utf8mb4_bin NOT NULL,
  made_at    DATETIME(3)  NOT NULL,
  state      VARCHAR(12)  NOT NULL,
  attempt    INT          NOT NULL DEFAULT 0,
  sender_id  VARCHAR(100) NULL,
  sent_at    DATETIME(3)  NULL,
  asked_at   DATETIME(3)  NULL,
  failure    VARCHAR(300) NULL,
  version    INT          NOT NULL DEFAULT 0,
  KEY ix_telling_notice_state (state, id),
  KEY ix_telling_notice_recipient (recipient, id)
);

-- The days whose daily emails are made.
CREATE TABLE telling_digest (
  day     DATE        NOT NULL PRIMARY KEY,
  made_at DATETIME(3) NOT NULL
);

-- Recipients whom no email reaches, until somebody of the help group has told them in another way or put the address right: one at a time that waits for each (open_mark, NULL once it is dealt with). email: the address that failed; NULL if there is none.
CREATE TABLE telling_undelivered (
  id            BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  recipient     VARCHAR(110) COLLATE utf8mb4_bin NOT NULL,
  region_code   VARCHAR(8)   COLLATE utf8mb4_bin NULL,
  help_group    VARCHAR(60)  COLLATE utf8mb4_bin NOT NULL,
  email         VARCHAR(150) COLLATE utf8mb4_bin NULL,
  reason        VARCHAR(300) NOT NULL,
  since         DATETIME(3)  NOT NULL,
  open_mark     TINYINT      NULL,
  answer        VARCHAR(20)  NULL,
  answered_task BIGINT       NULL,
  answered_at   DATETIME(3)  NULL,
  version       INT          NOT NULL DEFAULT 0,
  UNIQUE KEY uk_telling_undelivered_open (recipient, open_mark)
);
