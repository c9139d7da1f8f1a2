-- How many people are planned on a day of a project, without looking at each session.
ALTER TABLE upw_session
  DROP KEY ix_session_project,
  ADD KEY ix_session_project (project_code, on_date, state);
