-- From what the tables of a consultation are made that show whether places were shared out fairly: who is in which group, sealed, until the consultation closes.
CREATE TABLE fairness_basis (
  consultation_id BIGINT     NOT NULL PRIMARY KEY,
  basis           MEDIUMBLOB NOT NULL,
  version         INT        NOT NULL DEFAULT 0,
  CONSTRAINT fk_fairness_basis_round FOREIGN KEY (consultation_id) REFERENCES preference_round (consultation_id)
);

-- The tables as they are shown, with everything hidden that has to be.
CREATE TABLE fairness_publication (
  id              BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  consultation_id BIGINT       NOT NULL,
  what_if_run_id  BIGINT       NULL,
  title           VARCHAR(200) NOT NULL,
  made_at         DATETIME(3)  NOT NULL,
  tables          MEDIUMTEXT   NOT NULL,
  CONSTRAINT fk_fairness_publication_round FOREIGN KEY (consultation_id) REFERENCES preference_round (consultation_id),
  CONSTRAINT fk_fairness_publication_run FOREIGN KEY (what_if_run_id) REFERENCES allocation_run (id),
  UNIQUE KEY uk_fairness_publication_run (what_if_run_id)
);
