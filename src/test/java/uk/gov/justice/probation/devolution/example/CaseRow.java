package uk.gov.justice.probation.devolution.example;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A case; a new one is of the North West, on a community order since January 2021. */
public final class CaseRow extends Row<CaseRow> {

    CaseRow(JdbcClient jdbc, String crn) {
        super(jdbc, "probation_case");
        with("crn", crn).event(1).inRegion("NW").team("PSC_LIVERPOOL_ADMIN").orderType("201");
        starts(LocalDate.of(2021, 1, 4))
                .legacy("CRC")
                .with("standalone_upw", false)
                .openAccess()
                .version(1);
    }

    CaseRow(JdbcClient jdbc, String which, List<?> values) {
        super(jdbc, "probation_case", which, values);
    }

    public CaseRow event(int number) {
        return with("event_number", number);
    }

    /** In the first PDU of the region. */
    public CaseRow inRegion(String region) {
        return with("region_code", region)
                .withSql("pdu_name", "(SELECT MIN(name) FROM pdu WHERE region_code = ?)", region);
    }

    public CaseRow inPdu(String name) {
        return with("pdu_name", name);
    }

    public CaseRow team(String code) {
        return with("team_code", code);
    }

    public CaseRow ofRegionsFirstTeam(String region) {
        return withSql("team_code", "(SELECT MIN(code) FROM team WHERE unit_code = ?)", "REGION_" + region);
    }

    public CaseRow practitioner(String staffNumber) {
        return with("practitioner_staff_number", staffNumber);
    }

    /** 201 is a community order, CUS a licence. */
    public CaseRow orderType(String code) {
        return with("order_type_code", code);
    }

    public CaseRow starts(LocalDate on) {
        return with("start_date", on);
    }

    public CaseRow expectedToEnd(LocalDate on) {
        return with("expected_end_date", on);
    }

    public CaseRow ended(LocalDate on) {
        return with("ended_on", on);
    }

    public CaseRow legacy(String organisation) {
        return with("legacy_organisation", organisation);
    }

    public CaseRow standalone() {
        return with("standalone_upw", true);
    }

    public CaseRow rosh(String level) {
        return with("rosh_level", level);
    }

    public CaseRow tier(String tier) {
        return with("tier", tier);
    }

    public CaseRow mappa(String level) {
        return with("mappa_level", level);
    }

    public CaseRow limitedAccess() {
        return with("limited_access", true);
    }

    public CaseRow openAccess() {
        return with("limited_access", false);
    }

    public CaseRow version(int version) {
        return with("version", version);
    }

    /** Since it was read last. */
    public CaseRow changed() {
        return withSql("version", "version + 1");
    }
}
