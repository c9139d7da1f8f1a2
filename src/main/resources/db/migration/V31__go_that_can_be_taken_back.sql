-- A decision to go can be taken back until its day begins, on our page: such a decision has no user task. go_task is the user task of the go that stands and whose process can be told;
-- null where nobody has said go, and for what was decided when it could not be taken back yet.
ALTER TABLE handover_decision MODIFY COLUMN task_instance BIGINT NULL;
ALTER TABLE handover ADD COLUMN go_task BIGINT NULL;
