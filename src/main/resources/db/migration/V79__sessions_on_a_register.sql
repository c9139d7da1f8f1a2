-- Whether the session is worked on the register of its project's day. Otherwise it has, or will have, a process of its own.
ALTER TABLE upw_session ADD COLUMN on_register BOOLEAN NOT NULL DEFAULT FALSE;
