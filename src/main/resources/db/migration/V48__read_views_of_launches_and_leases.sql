-- What handovers read of the launches they belong to.
CREATE SQL SECURITY INVOKER VIEW programme_launch_view AS
SELECT id, programme_id, region_code FROM regional_programme;

-- Until when a site can be used.
CREATE SQL SECURITY INVOKER VIEW workforce_lease_view AS
SELECT site_code, ends_on FROM lease;
