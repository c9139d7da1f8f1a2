package uk.gov.justice.probation.devolution.unpaidwork.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import uk.gov.justice.probation.devolution.database.WithDatabase;
import uk.gov.justice.probation.devolution.imports.BadRow;
import uk.gov.justice.probation.devolution.imports.ImportCounts;
import uk.gov.justice.probation.devolution.imports.ImportTest;
import uk.gov.justice.probation.devolution.security.NotAllowedException;

@Import(ProjectImport.class)
abstract class ProjectImportTest extends ImportTest {
    static final String PROJECTS =
            "projectCode,name,projectTypeCode,regionCode,pduName,latitude,longitude,days,startTime,endTime,capacity,startDate,endDate,skills,roshAllowed,accessible\n";
    private static final String PARK =
            "NW-PARK,Park benches,PL,NW,Sefton,53.45,-2.99,MON SAT,09:00,16:30,8,2021-01-01,,painting,RLRH RMRH,true\n";
    private static final String SHOP =
            "NW-SHOP,Charity shop,ICP,NW,Wirral,,,TUE,10:00,16:00,1,2021-01-01,2022-03-31,,RLRH,false\n";

    @Test
    void projectsAreAddedChangedAndLeftAsTheyAre() {
        assertThat(take("upw-projects", PROJECTS + PARK + SHOP))
                .isEqualTo(new ImportCounts("upw-projects", 2, 2, 0, 0));
        assertThat(take("upw-projects", PROJECTS + PARK + SHOP.replace(",1,2021", ",2,2021")))
                .isEqualTo(new ImportCounts("upw-projects", 2, 0, 1, 1));
        assertThat(jdbc.sql(
                                "SELECT CONCAT_WS('|', code, name, days, start_time, end_time, capacity, rosh_allowed, is_accessible, COALESCE(end_date, '')) FROM upw_project ORDER BY code")
                        .query(String.class)
                        .list())
                .containsExactly(
                        "NW-PARK|Park benches|MON SAT|09:00:00|16:30:00|8|RLRH RMRH|1|",
                        "NW-SHOP|Charity shop|TUE|10:00:00|16:00:00|2|RLRH|0|2022-03-31");
    }

    @Test
    void whereAndWhenPeopleArePickedUpMayBeSaid() {
        String header = PROJECTS.replace("accessible", "accessible,pickUpPoint,pickUpTime");
        assertThat(take("upw-projects", header + PARK.replace("true\n", "true,Bootle station,08:15\n"))
                        .added())
                .isEqualTo(1);
        assertThat(jdbc.sql("SELECT CONCAT_WS('|', pick_up_point, pick_up_time) FROM upw_project")
                        .query(String.class)
                        .single())
                .isEqualTo("Bootle station|08:15:00");
        assertThat(refused("upw-projects", header + PARK.replace("true\n", "true,Bootle station,\n")))
                .extracting(BadRow::reason)
                .containsExactly("must be given together with its time");
        assertThat(refused("upw-projects", header + PARK.replace("true\n", "true,Bootle station,09:00\n")))
                .extracting(BadRow::reason)
                .containsExactly("must be before the start");
        assertThat(take("upw-projects", header + PARK.replace("true\n", "true,Bootle station,08:59\n"))
                        .changed())
                .isEqualTo(1);
        assertThat(take("upw-projects", PROJECTS + PARK).unchanged())
                .as("a file from before these columns says nothing of them")
                .isEqualTo(1);
        assertThat(take("upw-projects", header + PARK.replace("true\n", "true,,\n"))
                        .changed())
                .as("nobody is picked up any more")
                .isEqualTo(1);
    }

    @Test
    void everythingWrongIsNamedAndNothingIsTaken() {
        assertThat(refused(
                        "upw-projects",
                        PROJECTS + PARK
                                + "x,Name,XX,NW,Leeds,53,,MON FUN,16:00,09:00,0,2021-02-30,,Two Words,HIGH,perhaps\n"
                                + PARK.replace("MON SAT", "MON MON").replace(",,painting", ",2020-12-31,painting")))
                .extracting(BadRow::line, BadRow::column)
                .containsExactly(
                        tuple(3L, "projectCode"),
                        tuple(3L, "pduName"),
                        tuple(3L, "latitude"),
                        tuple(3L, "endTime"),
                        tuple(3L, "startDate"),
                        tuple(3L, "projectTypeCode"),
                        tuple(3L, "days"),
                        tuple(3L, "capacity"),
                        tuple(3L, "skills"),
                        tuple(3L, "roshAllowed"),
                        tuple(3L, "accessible"),
                        tuple(4L, "projectCode"),
                        tuple(4L, "endDate"),
                        tuple(4L, "days"));
        assertThat(count("SELECT COUNT(*) FROM upw_project")).isZero();
    }

    @Test
    void aDataLeadChangesTheirRegionsProjectsOnly() {
        take("upw-projects", PROJECTS + PARK, colleague("data-lead-nw"));
        assertThat(refused("upw-projects", PROJECTS + PARK, colleague("data-lead-gm")))
                .extracting(BadRow::reason)
                .containsExactly("is a region whose projects you may not change");
        assertThat(refused("upw-projects", PROJECTS + PARK.replace("NW,Sefton", "GM,Bury"), colleague("data-lead-gm")))
                .extracting(BadRow::reason)
                .containsExactly("is a project of region NW, which you may not change");
        assertThatThrownBy(() -> take("upw-projects", PROJECTS + PARK, colleague("upw-supervisor-nw")))
                .isInstanceOf(NotAllowedException.class)
                .hasMessageContaining("data-lead");
    }
}

@WithDatabase(WithDatabase.Engine.MARIADB)
class ProjectImportOnMariaDbTest extends ProjectImportTest {}

@WithDatabase(WithDatabase.Engine.MYSQL)
class ProjectImportOnMySqlTest extends ProjectImportTest {}
