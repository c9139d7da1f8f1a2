-- What everybody had asked for and may be given when the last person's time to answer ended, as JSON, and the root of the tree of their rows. It is never changed; the seed is not yet
-- known then and stands as 0. The root of the rows from which the places are shared out is preference_round.rows_root.
CREATE TABLE rows_at_closing (
  consultation_id BIGINT      NOT NULL PRIMARY KEY,
  fixed_at        DATETIME(3) NOT NULL,
  people          INT         NOT NULL,
  root            CHAR(64)    NOT NULL,
  request         LONGTEXT    NOT NULL,
  CONSTRAINT fk_rows_at_closing_round FOREIGN KEY (consultation_id) REFERENCES preference_round (consultation_id)
);
