package uk.gov.justice.probation.devolution.preferencing.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.gov.justice.probation.devolution.consultation.Consultations;
import uk.gov.justice.probation.devolution.database.DomainTest;
import uk.gov.justice.probation.devolution.database.WithDatabase;
import uk.gov.justice.probation.devolution.example.Given;
import uk.gov.justice.probation.devolution.preferencing.SomePreferences;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.refusal.BrokenRule;
import uk.gov.justice.probation.devolution.refusal.NotFound;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.refusal.Taken;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.NotAllowedException;

/** 2.4 full-time equivalents of case administrators are vacant at Sefton; full time is 37 hours. */
@DomainTest
abstract class PlanningPostsTest {
    private static final Colleague HR = new Colleague("hr-nw", Set.of("hr-nw"));

    @Autowired
    Given given;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlanningPosts planning;

    @Autowired
    Posts posts;

    @Autowired
    Consultations consultations;

    private SomePreferences some;
    private long consultation;

    @BeforeEach
    void whatIsVacant() {
        some = new SomePreferences(jdbc);
        consultation = some.consultation();
        given.theConsultation(consultation).state("INDIVIDUAL").save();
        some.vacancy("NW_10", "CA_GENERAL", 3);
        given.fullTimeEquivalents("NW_10", "CA_GENERAL", 240);
    }

    @Test
    void whatHrDoesNotTurnIntoPostsIsOfferedAsItIs() {
        assertThat(sefton())
                .extracting(
                        VacantPosts::thereIsInWords,
                        VacantPosts::postsInWords,
                        VacantPosts::leftOverInWords,
                        VacantPosts::version)
                .containsExactly("2.4 (88.8 hours a week)", "3 places, any hours", "", null);
    }

    @Test
    void whatNoWholePostIsMadeOfIsLeftOver() {
        plan(null, "18.5", "2", "", "", "37", "1");
        assertThat(sefton().posts())
                .containsExactly(new Post(new WeeklyHours(3700), 1), new Post(new WeeklyHours(1850), 2));
        assertThat(sefton().leftOverInWords()).isEqualTo("0.4 (14.8 hours a week)");
        assertThat(jdbc.sql("SELECT actor FROM audit_entry WHERE action = 'POSTS_PLANNED'")
                        .query(String.class)
                        .single())
                .isEqualTo("hr-nw");

        plan(sefton().version(), "22.2", "4");
        assertThat(sefton())
                .extracting(VacantPosts::postsInWords, VacantPosts::leftOverInWords)
                .containsExactly("4 posts of 22.2 hours a week", "Nothing");
    }

    @Test
    void morePostsThanThereIsAreRefused() {
        assertThatThrownBy(() -> plan(null, "37", "2", "14.81", "1"))
                .isInstanceOf(BreaksRules.class)
                .hasMessage("These posts are 2.4 (88.81 hours a week) full-time equivalents, but there are "
                        + "2.4 (88.8 hours a week). Enter fewer posts or fewer hours");
        assertThat(sefton().arePlanned()).isFalse();
        plan(null, "37", "2", "14.8", "1");
        assertThat(sefton().leftOverInWords()).isEqualTo("Nothing");
    }

    @Test
    void whatIsNoPostIsRefusedByItsRow() {
        for (String hours : List.of("", "-1", "0", "0.99", "37.01", "18,5", "18.555", "many", "1e1", "９"))
            assertThat(broken(hours, "1"))
                    .as(hours)
                    .extracting(BrokenRule::field)
                    .containsExactly("hours-0");
        for (String places : List.of("", "-1", "0", "1.5", "501", "9999", "one"))
            assertThat(broken("10", places))
                    .as(places)
                    .extracting(BrokenRule::field)
                    .containsExactly("places-0");
        assertThat(broken("10", "1", "", "", "10.0", "1"))
                .extracting(BrokenRule::field, BrokenRule::reason)
                .containsExactly(tuple(
                        "hours-2",
                        "Row 3: another row has 10 hours a week too. Enter all posts of these hours in one row"));
        assertThatThrownBy(() -> plan(null, "", " ")).hasMessage("Enter at least one post");
    }

    @Test
    void whoSeesOtherPostsThanThereAreByNowLooksAgain() {
        plan(null, "37", "1");
        assertThatThrownBy(() -> plan(null, "37", "2")).isInstanceOf(Taken.class);
        Integer seen = sefton().version();
        plan(seen, "37", "2");
        assertThatThrownBy(() -> plan(seen, "37", "1")).isInstanceOf(Taken.class);
        assertThatThrownBy(() -> planning.planNothing(consultation, "NW_10", "CA_GENERAL", seen, HR))
                .isInstanceOf(Taken.class);
        assertThat(sefton().postsInWords()).isEqualTo("2 posts of 37 hours a week");

        planning.planNothing(consultation, "NW_10", "CA_GENERAL", sefton().version(), HR);
        assertThat(sefton().arePlanned()).isFalse();
        assertThatThrownBy(() -> plan(seen, "37", "1")).isInstanceOf(Taken.class);
    }

    @Test
    void postsThatBecameTooManyAreShownAsSuch() {
        plan(null, "37", "2");
        given.fullTimeEquivalents("NW_10", "CA_GENERAL", 199);
        assertThat(sefton()).matches(VacantPosts::areTooMany).matches(one -> !one.areLess());
        assertThat(sefton().leftOverInWords()).isEqualTo("More than there is");
    }

    @Test
    void onlyHrOfTheRegionPlansPostsAndOnlyUntilThePlacesArePublished() {
        assertThatThrownBy(() -> planning.plan(
                        consultation,
                        "NW_10",
                        "CA_GENERAL",
                        List.of(new TypedPost("37", "1")),
                        null,
                        new Colleague("hr-gm", Set.of("hr-gm"))))
                .isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() ->
                        planning.plan(consultation, "NW_12", "CA_GENERAL", List.of(new TypedPost("37", "1")), null, HR))
                .isInstanceOf(NotFound.class);
        given.theConsultation(consultation).state("PREFERENCES").save();
        assertThatThrownBy(() -> plan(null, "37", "1"))
                .isInstanceOf(NotPossibleNow.class)
                .hasMessageContaining("are published");
        given.theConsultation(consultation).state("CANCELLED").save();
        assertThatThrownBy(() -> plan(null, "37", "1"))
                .isInstanceOf(NotPossibleNow.class)
                .hasMessageContaining("has ended");
    }

    private List<BrokenRule> broken(String... typed) {
        return catchThrowableOfType(BreaksRules.class, () -> plan(null, typed)).broken();
    }

    /** @param typed hours and number of posts, row by row */
    private void plan(Integer version, String... typed) {
        List<TypedPost> rows = IntStream.range(0, typed.length / 2)
                .mapToObj(row -> new TypedPost(typed[2 * row], typed[2 * row + 1]))
                .toList();
        planning.plan(consultation, "NW_10", "CA_GENERAL", rows, version, HR);
    }

    private VacantPosts sefton() {
        return posts.of(consultations.get(consultation), "NW_10", "CA_GENERAL").orElseThrow();
    }
}

@WithDatabase(WithDatabase.Engine.MARIADB)
class PlanningPostsOnMariaDbTest extends PlanningPostsTest {}

@WithDatabase(WithDatabase.Engine.MYSQL)
class PlanningPostsOnMySqlTest extends PlanningPostsTest {}
