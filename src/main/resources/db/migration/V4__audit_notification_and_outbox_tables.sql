-- Who decided what, on which facts. Append-only: the triggers refuse every change and every deletion.
CREATE TABLE audit_entry (
  id          BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
  at          DATETIME(3)   NOT NULL,
  actor       VARCHAR(100)  NOT NULL,
  action      VARCHAR(60)   NOT NULL,
  subject     VARCHAR(80)   NOT NULL,
  region_code VARCHAR(8)    NULL,
  facts       VARCHAR(4000) NOT NULL,
  dedup_key   VARCHAR(120)  NULL UNIQUE,
  KEY ix_audit_subject (subject, id)
);

CREATE TRIGGER audit_entry_no_update BEFORE UPDATE ON audit_entry FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The audit is append-only: an entry cannot be changed';
CREATE TRIGGER audit_entry_no_delete BEFORE DELETE ON audit_entry FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The audit is append-only: an entry cannot be deleted';

-- A message to a group (programme-nw, rpd-gm ...), read on the console's messages page.
CREATE TABLE notification (
  id           BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
  at           DATETIME(3)   NOT NULL,
  to_group     VARCHAR(60)   NOT NULL,
  subject      VARCHAR(200)  NOT NULL,
  body         VARCHAR(2000) NOT NULL,
  about        VARCHAR(80)   NOT NULL,
  dedup_key    VARCHAR(120)  NOT NULL UNIQUE,
  KEY ix_notification_group (to_group, id)
);

-- Answers to POSTs that carried an Idempotency-Key.
CREATE TABLE idempotent_answer (
  caller       VARCHAR(100)  NOT NULL,
  request_key  VARCHAR(100)  NOT NULL,
  request      CHAR(64)      NOT NULL,
  status       INT           NULL,
  content_type VARCHAR(100)  NULL,
  location     VARCHAR(300)  NULL,
  body         MEDIUMTEXT    NULL,
  created_at   DATETIME(3)   NOT NULL,
  PRIMARY KEY (caller, request_key)
);

-- Spring Modulith's event publication registry: what must leave the database after commit.
CREATE TABLE EVENT_PUBLICATION (
  id               VARCHAR(36)  NOT NULL PRIMARY KEY,
  listener_id      VARCHAR(512) NOT NULL,
  event_type       VARCHAR(512) NOT NULL,
  serialized_event VARCHAR(4000) NOT NULL,
  publication_date TIMESTAMP(6) NOT NULL,
  completion_date  TIMESTAMP(6) NULL,
  KEY ix_event_publication_open (completion_date)
);
