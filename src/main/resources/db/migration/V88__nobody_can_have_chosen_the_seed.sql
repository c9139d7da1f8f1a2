-- A round keeps a sealed secret, and its seed once the last person's time has ended. seed_sha256 is what was shown when the options were published: the SHA-256 of the
-- secret, or of the seed in a round that was published before there were secrets.
ALTER TABLE preference_round
  MODIFY COLUMN seed BIGINT NULL,
  ADD COLUMN secret VARBINARY(200) NULL;

-- The random number by which a person takes part in the lottery.
CREATE TABLE draw_number (
  member_id       BIGINT   NOT NULL PRIMARY KEY,
  consultation_id BIGINT   NOT NULL,
  number          CHAR(9)  COLLATE utf8mb4_bin NOT NULL,
  UNIQUE KEY uk_draw_number (consultation_id, number),
  CONSTRAINT fk_draw_number_member FOREIGN KEY (member_id) REFERENCES cohort_member (id)
);

-- What a union or HR adds to the seed. Sealed: nobody reads it before the last person's time has ended.
CREATE TABLE draw_word (
  id              BIGINT         NOT NULL AUTO_INCREMENT PRIMARY KEY,
  consultation_id BIGINT         NOT NULL,
  party           VARCHAR(30)    COLLATE utf8mb4_bin NOT NULL,
  word            VARBINARY(600) NOT NULL,
  entered_at      DATETIME(3)    NOT NULL,
  version         INT            NOT NULL DEFAULT 0,
  UNIQUE KEY uk_draw_word (consultation_id, party),
  CONSTRAINT fk_draw_word_round FOREIGN KEY (consultation_id) REFERENCES preference_round (consultation_id)
);
