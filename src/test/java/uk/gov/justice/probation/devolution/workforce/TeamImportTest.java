package uk.gov.justice.probation.devolution.workforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.gov.justice.probation.devolution.database.WithDatabase;
import uk.gov.justice.probation.devolution.imports.BadRow;
import uk.gov.justice.probation.devolution.imports.ImportCounts;
import uk.gov.justice.probation.devolution.imports.ImportTest;

abstract class TeamImportTest extends ImportTest {
    private static final String TEAMS = "siteCode,role,team,work,months\n";
    private static final String EXPERIENCE = "staffNumber,work,months\n";

    @Autowired
    TeamsOverview teams;

    @BeforeEach
    void aColleague() {
        given.aColleague("NW01").inRegion("NW").save();
    }

    @Test
    void rowsOfATeamStayEqualWhenAFileNamesOneOfThem() {
        String court = "NW_10,CA_COURT,Court team,COURT,60|3\n";
        assertThat(take("teams", TEAMS + court + court.replace("CA_COURT", "PSO_GENERAL")))
                .isEqualTo(new ImportCounts("teams", 2, 2, 0, 0));

        take("teams", TEAMS + court.replace("60|3", "61"));

        assertThat(teams.receiving(List.of("NW_10")))
                .extracting(TeamsOverview.Receiving::months)
                .containsExactly(List.of(61), List.of(61));
    }

    @Test
    void everythingWrongIsReportedAndNothingTaken() {
        assertThat(
                        refused(
                                "teams",
                                TEAMS
                                        + "NOWHERE,KING,,court,721\nNW_10,CA_COURT,A,COURT,1||2\nNW_10,CA_GENERAL,A,COURT,4\nNW_11,CA_COURT,A,COURT,1\nNW_11,CA_COURT,A,COURT,1\n"))
                .extracting(BadRow::line, BadRow::column)
                .containsExactlyInAnyOrder(
                        tuple(2L, "siteCode"),
                        tuple(2L, "role"),
                        tuple(2L, "team"),
                        tuple(2L, "work"),
                        tuple(2L, "months"),
                        tuple(3L, "months"),
                        tuple(4L, "months"),
                        tuple(6L, "siteCode"));
        assertThat(refused("experience", EXPERIENCE + "NOBODY1,COURT,3\nNW01,court,-1\n"))
                .extracting(BadRow::line, BadRow::column)
                .containsExactlyInAnyOrder(tuple(2L, "staffNumber"), tuple(3L, "work"), tuple(3L, "months"));
        assertThat(teams.receiving(List.of("NW_10", "NW_11"))).isEmpty();
    }

    @Test
    void hrProvidesWhatConcernsTheirRegionOnly() {
        assertThat(refused("teams", TEAMS + "NW_10,CA_COURT,A,COURT,\n", colleague("hr-gm")))
                .containsExactly(
                        new BadRow(2, "siteCode", "NW_10", "is a site of region NW, which you may not change"));
        assertThat(refused("experience", EXPERIENCE + "NW01,COURT,3\n", colleague("hr-gm")))
                .containsExactly(
                        new BadRow(2, "staffNumber", "NW01", "belongs to region NW, which you may not change"));
        assertThat(take("experience", EXPERIENCE + "NW01,COURT,3\n", colleague("hr-nw"))
                        .added())
                .isEqualTo(1);
        assertThat(teams.experience(List.of("NW01")).get("NW01")).containsEntry("COURT", 3);
    }
}

@WithDatabase(WithDatabase.Engine.MARIADB)
class TeamImportOnMariaDbTest extends TeamImportTest {}

@WithDatabase(WithDatabase.Engine.MYSQL)
class TeamImportOnMySqlTest extends TeamImportTest {}
