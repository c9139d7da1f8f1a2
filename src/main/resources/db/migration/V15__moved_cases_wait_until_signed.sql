-- Cases that have moved wait until both owners have signed; those that stayed behind until the queue is released.
ALTER TABLE frozen_queue ADD COLUMN signed_at DATETIME(3) NULL, ADD KEY ix_frozen_queue (service_code, region_code, unit_code);
