-- A termination asked for in a start form of Tasklist: nothing is started before a case administrator has confirmed it.
CREATE TABLE termination_request (
  process_instance_key BIGINT       NOT NULL PRIMARY KEY,
  crn                  VARCHAR(12)  COLLATE utf8mb4_bin NOT NULL,
  event_number         INT          NOT NULL,
  region_code          VARCHAR(8)   NOT NULL,
  asked_at             DATETIME(3)  NOT NULL,
  answer               VARCHAR(10)  NULL,
  answered_by          VARCHAR(100) NULL,
  answered_at          DATETIME(3)  NULL,
  CONSTRAINT ck_termination_request_answer CHECK (answer IN ('START', 'WITHDRAW'))
);
