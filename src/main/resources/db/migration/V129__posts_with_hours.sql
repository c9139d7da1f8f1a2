-- How many full-time equivalents the places are, in hundredths; NULL: as many as there are places.
ALTER TABLE vacancy ADD COLUMN fte_percent INT NULL;

-- Hours a week, in hundredths of an hour; 0: nothing is said about them. Places of one site and role with other hours are another option.
ALTER TABLE preference_option
  ADD COLUMN weekly_hours INT NOT NULL DEFAULT 0,
  ADD UNIQUE KEY uk_preference_option_hours (consultation_id, site_code, role_code, weekly_hours),
  DROP KEY uk_preference_option;

-- The whole posts that HR makes of the full-time equivalents of a role at a site; these and the hours of full time are those of the day on which the posts were planned, then of the publication.
CREATE TABLE planned_posts (
  id              BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  consultation_id BIGINT      NOT NULL,
  site_code       VARCHAR(20) COLLATE utf8mb4_bin NOT NULL,
  role_code       VARCHAR(20) COLLATE utf8mb4_bin NOT NULL,
  fte_percent     INT         NOT NULL,
  full_time_hours INT         NOT NULL,
  version         INT         NOT NULL DEFAULT 0,
  UNIQUE KEY uk_planned_posts (consultation_id, site_code, role_code),
  CONSTRAINT fk_planned_posts_consultation FOREIGN KEY (consultation_id) REFERENCES consultation (id)
);

CREATE TABLE planned_post (
  planned_posts_id BIGINT NOT NULL,
  weekly_hours     INT    NOT NULL,
  places           INT    NOT NULL,
  PRIMARY KEY (planned_posts_id, weekly_hours),
  CONSTRAINT fk_planned_post_posts FOREIGN KEY (planned_posts_id) REFERENCES planned_posts (id)
);
