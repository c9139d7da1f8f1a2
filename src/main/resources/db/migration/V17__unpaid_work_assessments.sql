-- What the assessment of an order found. What was written about the person is sealed; upw_order_note keeps the last of each kind.
ALTER TABLE upw_order
  ADD COLUMN suitable BOOLEAN NULL,
  ADD COLUMN advised_frequency VARCHAR(11) NULL,
  ADD COLUMN assessed_by VARCHAR(100) NULL,
  ADD COLUMN stopped_from VARCHAR(20) NULL,
  ADD COLUMN started_times INT NOT NULL DEFAULT 0,
  ADD COLUMN forecast_nine_at DATETIME(3) NULL,
  ADD COLUMN forecast_eleven_at DATETIME(3) NULL,
  ADD COLUMN reviewed_at DATETIME(3) NULL;

-- What was stopped with its order, and where it stood, so that a reopened case goes on there.
ALTER TABLE upw_session ADD COLUMN stopped_at DATETIME(3) NULL;
ALTER TABLE upw_enforcement ADD COLUMN stopped_from VARCHAR(10) NULL;

CREATE TABLE upw_order_note (
  order_id   BIGINT       NOT NULL,
  kind       VARCHAR(20)  NOT NULL,
  content    BLOB         NOT NULL,
  written_by VARCHAR(100) NOT NULL,
  written_at DATETIME(3)  NOT NULL,
  PRIMARY KEY (order_id, kind),
  CONSTRAINT fk_note_order FOREIGN KEY (order_id) REFERENCES upw_order (id),
  CONSTRAINT ck_note_kind CHECK (kind IN ('HEALTH', 'RISK', 'SPO_APPROVAL', 'PRACTITIONER_APPROVAL', 'NOT_SUITABLE'))
);
