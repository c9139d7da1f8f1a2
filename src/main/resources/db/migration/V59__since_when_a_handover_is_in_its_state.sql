-- Since when a handover has been in which state, in order. A state lasts until the next row.
CREATE TABLE handover_state (
  id          BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  handover_id BIGINT      NOT NULL,
  state       VARCHAR(20) COLLATE utf8mb4_bin NOT NULL,
  since       DATETIME(3) NOT NULL,
  KEY ix_handover_state (handover_id, id),
  CONSTRAINT fk_handover_state FOREIGN KEY (handover_id) REFERENCES handover (id)
);

-- Of handovers that began before, what is known: when they were launched, and the last that was recorded of them.
INSERT INTO handover_state (handover_id, state, since)
SELECT h.id, 'PLANNED', p.launched_at FROM handover h JOIN regional_programme rp ON rp.id = h.regional_programme_id JOIN programme p ON p.id = rp.programme_id;

INSERT INTO handover_state (handover_id, state, since)
SELECT h.id, h.state, COALESCE(h.closed_at, h.transferred_at, (SELECT MAX(d.made_at) FROM handover_decision d WHERE d.handover_id = h.id), h.inventory_taken_at, p.launched_at)
FROM handover h JOIN regional_programme rp ON rp.id = h.regional_programme_id JOIN programme p ON p.id = rp.programme_id WHERE h.state <> 'PLANNED';
