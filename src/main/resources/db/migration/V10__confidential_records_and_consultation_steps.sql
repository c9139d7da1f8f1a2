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
