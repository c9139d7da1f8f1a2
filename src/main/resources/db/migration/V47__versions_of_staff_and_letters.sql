-- What changes one at a time counts its versions.
ALTER TABLE staff ADD COLUMN version INT NOT NULL DEFAULT 0;
ALTER TABLE letter ADD COLUMN version INT NOT NULL DEFAULT 0;
ALTER TABLE case_letter ADD COLUMN version INT NOT NULL DEFAULT 0;

-- What the read models of others may join of the staff file, which the workforce alone changes.
CREATE SQL SECURITY INVOKER VIEW workforce_staff_view AS
SELECT staff_number, display_name, email, grade, fte_percent, site_code, team_code, role_code, line_manager_staff_number, region_code, start_date, experience_months, vetting_status,
  home_postcode_district, absence, absence_until
FROM staff;
