-- The version whose instances are being moved, or wait stopped, and nothing once that has ended: it can be there once.
ALTER TABLE process_migration ADD COLUMN under_way_from BIGINT NULL;
UPDATE process_migration m
  JOIN (SELECT MIN(id) AS id FROM process_migration WHERE state IN ('MOVING', 'STOPPED') GROUP BY from_definition) earliest ON earliest.id = m.id
  SET m.under_way_from = m.from_definition;
ALTER TABLE process_migration ADD CONSTRAINT uq_process_migration_under_way UNIQUE (under_way_from);
