-- The people whom a union or an appeal panel has named to read everybody's rows of a draw.
CREATE TABLE draw_reader (
  id              BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  consultation_id BIGINT       NOT NULL,
  party           VARCHAR(50)  COLLATE utf8mb4_bin NOT NULL,
  user_name       VARCHAR(100) COLLATE utf8mb4_bin NOT NULL,
  named_by        VARCHAR(100) NOT NULL,
  named_at        DATETIME(3)  NOT NULL,
  UNIQUE KEY uk_draw_reader (consultation_id, party, user_name),
  CONSTRAINT fk_draw_reader_round FOREIGN KEY (consultation_id) REFERENCES preference_round (consultation_id)
);
