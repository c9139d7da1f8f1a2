package uk.gov.justice.probation.devolution.preferencing.panel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.gov.justice.probation.devolution.database.DomainTest;
import uk.gov.justice.probation.devolution.database.WithDatabase;
import uk.gov.justice.probation.devolution.example.Given;
import uk.gov.justice.probation.devolution.imports.Imports;
import uk.gov.justice.probation.devolution.preferencing.SomePreferences;
import uk.gov.justice.probation.devolution.preferencing.allocating.Allocating;
import uk.gov.justice.probation.devolution.security.Colleague;

/** The warning looks at the team that receives people and at the work that it does. */
@DomainTest
abstract class ExperienceOfTeamsTest {
    private static final Colleague OWNER = new Colleague("owner", Set.of(Colleague.SERVICE_OWNER));

    @Autowired
    Given given;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Imports imports;

    @Autowired
    Allocating allocating;

    @Autowired
    OpeningPanel opening;

    @Autowired
    Panel panel;

    private SomePreferences some;
    private long consultation;

    @BeforeEach
    void aConsultation() {
        some = new SomePreferences(jdbc);
        consultation = some.consultation();
        some.round(consultation, 4711);
        some.journey("L12", "NW_10", 20);
    }

    @Test
    void experiencedAdministratorsWhoAreNewToCourtDoNotMakeACourtTeamExperienced() {
        allocated(6, some.option(consultation, "NW_10", "CA_COURT", "CA", 6));
        take("teams", "siteCode,role,team,work,months\nNW_10,CA_COURT,Sefton court team,COURT,\n");

        assertThat(warnings())
                .singleElement()
                .asString()
                .contains("Sefton court team: 0 of 6 people")
                .contains("40 %");

        take("experience", "staffNumber,work,months\nP0001,COURT,12\nP0002,COURT,12\nP0003,COURT,11\nP0004,ADMIN,90\n");
        assertThat(warnings()).singleElement().asString().contains("2 of 6 people");

        take("experience", "staffNumber,work,months\nP0003,COURT,12\n");
        assertThat(warnings()).isEmpty();
    }

    @Test
    void novicesInTwoRolesOfATeamCountTogether() {
        for (int n = 1; n <= 6; n++)
            given.aColleague("E000" + n).at("NW_10").experience(60).save();
        long general = some.option(consultation, "NW_10", "CA_GENERAL", "CA", 6);
        long court = some.option(consultation, "NW_10", "CA_COURT", "CA", 6);
        List<Long> people = allocated(12, general, court);
        for (int n = 1; n <= people.size(); n++)
            given.theColleague("P%04d".formatted(n)).experience(3).save();

        assertThat(warnings()).singleElement().asString().contains("6 of 18 people");

        take("teams", """
            siteCode,role,team,work,months
            NW_10,CA_GENERAL,One team,ADMIN,60|60|12|11
            NW_10,CA_COURT,One team,ADMIN,60|60|12|11
            """);
        assertThat(warnings()).singleElement().asString().contains("One team: 3 of 16 people");
    }

    @Test
    void whoeverIsAwayIsNotThereToShowAnybodyTheWork() {
        for (int n = 1; n <= 5; n++)
            given.aColleague("E000" + n)
                    .at("NW_10")
                    .experience(60)
                    .absent("CAREER_BREAK")
                    .save();
        allocated(2, some.option(consultation, "NW_10", "CA_GENERAL", "CA", 2));
        given.theColleague("P0001").experience(3).save();
        given.theColleague("P0002").experience(60).absent("CAREER_BREAK").save();

        assertThat(warnings()).singleElement().asString().contains("0 of 1 people");
    }

    @Test
    void eachTeamIsShownBeforeAfterTheDrawAndAfterMovesAndWhatAMoveWouldDoToIt() {
        some.journey("L12", "NW_12", 40);
        long sefton = some.option(consultation, "NW_10", "CA_COURT", "CA", 3);
        long wirral = some.option(consultation, "NW_12", "CA_COURT", "CA", 3);
        List<Long> people = allocated(2, sefton);
        take("teams", """
            siteCode,role,team,work,months
            NW_10,CA_COURT,Sefton court team,COURT,60|24
            NW_12,CA_COURT,Wirral court team,COURT,3
            """);
        take("experience", "staffNumber,work,months\nP0001,COURT,24\n");

        assertThat(panel.effect(consultation, new Proposal(people.getFirst(), wirral, null))
                        .teams())
                .containsExactly(
                        "Sefton probation office – Sefton court team: 2 of 3 (66 %) experienced in the work instead of 3 of 4 (75 %).",
                        "Wirral probation office – Wirral court team: 1 of 2 (50 %) experienced in the work instead of 0 of 1 (0 %).");

        Colleague member = new Colleague("panel-nw", Set.of("preference-panel-nw"));
        panel.move(
                consultation,
                new Proposal(people.getFirst(), wirral, null),
                panel.effect(consultation, new Proposal(people.getFirst(), wirral, null))
                        .version(),
                new Why(
                        "Wirral needs somebody who knows the court.",
                        "Wirral needs somebody who knows the court.",
                        "",
                        ""),
                member);
        assertThat(panel.table(consultation).teams())
                .containsExactlyInAnyOrder(
                        new TeamExperience(
                                "Sefton probation office – Sefton court team",
                                new Share(2, 2),
                                new Share(3, 4),
                                new Share(2, 3),
                                40),
                        new TeamExperience(
                                "Wirral probation office – Wirral court team",
                                new Share(0, 1),
                                new Share(0, 1),
                                new Share(1, 2),
                                40));
    }

    /** As many people, who all ask for these options. */
    private List<Long> allocated(int count, Long... options) {
        List<Long> people = some.people(consultation, count);
        people.forEach(person -> some.answer(person, options));
        allocating.allocate(consultation);
        opening.prepare(consultation);
        return people;
    }

    private List<String> warnings() {
        return panel.table(consultation).warnings().stream()
                .map(TeamExperience::inWords)
                .toList();
    }

    private void take(String file, String csv) {
        imports.take(file, new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), OWNER);
    }
}

@WithDatabase(WithDatabase.Engine.MARIADB)
class ExperienceOfTeamsOnMariaDbTest extends ExperienceOfTeamsTest {}

@WithDatabase(WithDatabase.Engine.MYSQL)
class ExperienceOfTeamsOnMySqlTest extends ExperienceOfTeamsTest {}
