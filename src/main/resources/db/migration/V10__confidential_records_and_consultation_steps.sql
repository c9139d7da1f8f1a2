-- What people tell us about themselves, and what is said about them: sealed (AES-256-GCM), bound to the person, the kind and what it is about. Deleted after erase_after.
CREATE TABLE confidential_record (
  id           BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  staff_number VARCHAR(12)  NOT NULL,
  kind         VARCHAR(20)  NOT NULL,
  about        VARCHAR(40)  NOT NULL,
  content      BLOB         NOT NULL,
  kept_by      VARCHAR(100) NOT NULL,
  kept_at      DATETIME(3)  NOT NULL,
  erase_after  DATE         NULL,
  KEY ix_confidential_person (staff_number, kind),
  KEY ix_confidential_about (about, kind),
  KEY ix_confidential_erase (erase_after),
  CONSTRAINT fk_confidential_staff FOREIGN KEY (staff_number) REFERENCES staff (staff_number)
);

-- Questions of those who are consulted. negotiation: for the union representative, where the region says so (seed 000); such an answer is for who asked.
CREATE TABLE consultation_question (
  id              BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
  consultation_id BIGINT        NOT NULL,
  asked_by        VARCHAR(100)  NOT NULL,
  asked_at        DATETIME(3)   NOT NULL,
  question        VARCHAR(1000) NOT NULL,
  negotiation     BOOLEAN       NOT NULL DEFAULT FALSE,
  answer          VARCHAR(2000) NULL,
  answered_by     VARCHAR(100)  NULL,
  answered_at     DATETIME(3)   NULL,
  KEY ix_consultation_question (consultation_id, id),
  CONSTRAINT fk_consultation_question FOREIGN KEY (consultation_id) REFERENCES consultation (id)
);

-- The regions whose staff take questions about negotiations to their union representative (seed 000, Yorkshire and the Humber).
CREATE TABLE negotiation_region (
  region_code VARCHAR(8) NOT NULL PRIMARY KEY,
  CONSTRAINT fk_negotiation_region FOREIGN KEY (region_code) REFERENCES region (code)
);
INSERT INTO negotiation_region (region_code) VALUES ('YATH');
