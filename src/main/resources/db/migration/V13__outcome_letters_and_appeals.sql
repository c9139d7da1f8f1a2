-- Whose outcome letter is written: a row for each person, so that a writing that was interrupted goes on with those who have none.
CREATE TABLE outcome_letter (
  member_id       BIGINT      NOT NULL PRIMARY KEY,
  consultation_id BIGINT      NOT NULL,
  letter_id       BIGINT      NOT NULL,
  written_at      DATETIME(3) NOT NULL,
  KEY ix_outcome_letter_consultation (consultation_id),
  CONSTRAINT fk_outcome_letter_member FOREIGN KEY (member_id) REFERENCES cohort_member (id)
);

-- The window for appeals was opened: once, when the last outcome letter was out. When it closes stands with the consultation.
CREATE TABLE appeal_window (
  consultation_id BIGINT      NOT NULL PRIMARY KEY,
  opened_at       DATETIME(3) NOT NULL,
  CONSTRAINT fk_appeal_window_consultation FOREIGN KEY (consultation_id) REFERENCES consultation (id)
);

-- An appeal against an outcome. Grounds, review and reasons are kept encrypted elsewhere; here stands only who wrote them. open_mark is 1 until the appeal is closed and
-- NULL afterwards, so that a person has one open appeal, whatever happens. from_option_id: the place the person had when they appealed; option_id: the place that was
-- found for them.
CREATE TABLE appeal (
  id                   BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  consultation_id      BIGINT       NOT NULL,
  member_id            BIGINT       NOT NULL,
  state                VARCHAR(10)  NOT NULL,
  lodged_at            DATETIME(3)  NOT NULL,
  in_time              BOOLEAN      NOT NULL,
  from_option_id       BIGINT       NULL,
  process_instance_key BIGINT       NULL UNIQUE,
  late_reasons_by      VARCHAR(100) NULL,
  admitted             BOOLEAN      NULL,
  admission_decided_by VARCHAR(100) NULL,
  review_reasons_by    VARCHAR(100) NULL,
  recommendation       VARCHAR(10)  NULL,
  reviewed_by          VARCHAR(100) NULL,
  reviewed_at          DATETIME(3)  NULL,
  decision_reasons_by  VARCHAR(100) NULL,
  outcome              VARCHAR(10)  NULL,
  union_code           VARCHAR(12)  NULL,
  decided_by           VARCHAR(100) NULL,
  decided_at           DATETIME(3)  NULL,
  place_searched_at    DATETIME(3)  NULL,
  option_id            BIGINT       NULL,
  arrangement          VARCHAR(20)  NULL,
  arranged_on          DATE         NULL,
  arranged_by          VARCHAR(100) NULL,
  closed_at            DATETIME(3)  NULL,
  version              INT          NOT NULL,
  open_mark            TINYINT      AS (CASE WHEN closed_at IS NULL THEN 1 END) STORED,
  UNIQUE KEY uk_appeal_open (member_id, open_mark),
  KEY ix_appeal_consultation (consultation_id, open_mark),
  CONSTRAINT fk_appeal_consultation FOREIGN KEY (consultation_id) REFERENCES consultation (id),
  CONSTRAINT fk_appeal_member FOREIGN KEY (member_id) REFERENCES cohort_member (id),
  CONSTRAINT fk_appeal_from_option FOREIGN KEY (from_option_id) REFERENCES preference_option (id),
  CONSTRAINT fk_appeal_option FOREIGN KEY (option_id) REFERENCES preference_option (id),
  CONSTRAINT fk_appeal_union FOREIGN KEY (union_code) REFERENCES trade_union (code),
  CONSTRAINT ck_appeal_state CHECK (state IN ('LODGED', 'LATE', 'ADMITTED', 'REVIEWED', 'DECIDED', 'CLOSED', 'REFUSED')),
  CONSTRAINT ck_appeal_decided CHECK (outcome IS NULL OR (union_code IS NOT NULL AND decided_by IS NOT NULL AND decided_by <> reviewed_by))
);

-- The places given in the course of an appeal: to the person who appealed, and to those whom the allocation for the people affected gave one as well.
CREATE TABLE appeal_place (
  appeal_id BIGINT NOT NULL,
  member_id BIGINT NOT NULL,
  option_id BIGINT NOT NULL,
  PRIMARY KEY (appeal_id, member_id),
  CONSTRAINT fk_appeal_place_appeal FOREIGN KEY (appeal_id) REFERENCES appeal (id),
  CONSTRAINT fk_appeal_place_member FOREIGN KEY (member_id) REFERENCES cohort_member (id),
  CONSTRAINT fk_appeal_place_option FOREIGN KEY (option_id) REFERENCES preference_option (id)
);

-- How a person begins in their new place, as their line manager recorded it. The learning plan lists the tasks that are new to them.
CREATE TABLE start_in_place (
  member_id             BIGINT       NOT NULL PRIMARY KEY,
  starts_on             DATE         NOT NULL,
  induction_booked      BOOLEAN      NOT NULL,
  tools_ready           BOOLEAN      NOT NULL,
  learning_plan_agreed  BOOLEAN      NOT NULL,
  recorded_by           VARCHAR(100) NOT NULL,
  recorded_at           DATETIME(3)  NOT NULL,
  CONSTRAINT fk_start_in_place_member FOREIGN KEY (member_id) REFERENCES cohort_member (id)
);
