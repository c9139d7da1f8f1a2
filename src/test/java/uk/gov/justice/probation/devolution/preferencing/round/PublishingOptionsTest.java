package uk.gov.justice.probation.devolution.preferencing.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.gov.justice.probation.devolution.camunda.CannotSucceedException;
import uk.gov.justice.probation.devolution.consultation.BeforeIndividualStageException;
import uk.gov.justice.probation.devolution.consultation.ConsultationState;
import uk.gov.justice.probation.devolution.consultation.Consultations;
import uk.gov.justice.probation.devolution.database.DomainTest;
import uk.gov.justice.probation.devolution.database.WithDatabase;
import uk.gov.justice.probation.devolution.example.Given;
import uk.gov.justice.probation.devolution.preferencing.SomePreferences;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.security.Colleague;

@DomainTest
abstract class PublishingOptionsTest {
    @Autowired
    Given given;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PublishingOptions publishing;

    @Autowired
    Options options;

    @Autowired
    Rounds rounds;

    @Autowired
    Secrets secrets;

    @Autowired
    DrawNumbers numbers;

    @Autowired
    Consultations consultations;

    @Autowired
    PlanningPosts planning;

    @Autowired
    Posts posts;

    private SomePreferences some;
    private long consultation;

    @BeforeEach
    void aConsultation() {
        some = new SomePreferences(jdbc);
        consultation = some.consultation();
    }

    @Test
    void whatIsVacantInTheRegionIsOfferedButNoSiteWhoseLeaseHasEnded() {
        some.vacancy("NW_10", "CA_GENERAL", 3);
        some.vacancy("NW_10", "CA_COURT", 1);
        some.vacancy("LIVERPOOL_CUNARD", "CA_GENERAL", 9);
        some.vacancy("YATH_06", "CA_GENERAL", 9);

        PublishingOptions.Published published = publishing.publish(consultation);

        assertThat(published.options()).isEqualTo(2);
        assertThat(published.places()).isEqualTo(4);
        assertThat(options.all(consultation)).extracting(Option::siteCode).containsOnly("NW_10");
        assertThat(options.of(consultation, "PSO")).isEmpty();
        assertThat(consultations.get(consultation).state()).isEqualTo(ConsultationState.PREFERENCES);
        assertThat(consultations.get(consultation).preferencesCloseAt()).isEqualTo(published.closesAt());
    }

    @Test
    void plannedPostsAreOptionsOfTheirOwnByHoursAndAllElseIsOfferedAsItIs() {
        some.vacancy("NW_10", "CA_GENERAL", 3);
        given.fullTimeEquivalents("NW_10", "CA_GENERAL", 250);
        some.vacancy("NW_10", "CA_COURT", 2);
        plan("NW_10", "CA_GENERAL", new TypedPost("14.8", "2"), new TypedPost("37", "1"));

        PublishingOptions.Published published = publishing.publish(consultation);

        assertThat(published).extracting("options", "places").containsExactly(3, 5);
        assertThat(options.all(consultation))
                .extracting(Option::name, Option::places)
                .containsExactly(
                        tuple("Sefton probation office – Case administrator, 37 hours a week", 1),
                        tuple("Sefton probation office – Case administrator, 14.8 hours a week", 2),
                        tuple("Sefton probation office – Court administrator", 2));
        assertThat(posts.leavingSomething(consultations.get(consultation)))
                .extracting(VacantPosts::role, VacantPosts::leftOverInWords)
                .containsExactly(tuple("CA_GENERAL", "0.7 (25.9 hours a week)"));
        given.noVacancies();
        assertThat(posts.of(consultations.get(consultation)))
                .as("what was published stays known")
                .extracting(VacantPosts::role, VacantPosts::thereIsInWords, VacantPosts::postsInWords)
                .containsExactly(
                        tuple(
                                "CA_GENERAL",
                                "2.5 (92.5 hours a week)",
                                "1 post of 37 hours a week, 2 posts of 14.8 hours a week"),
                        tuple("CA_COURT", "2 (74 hours a week)", "2 places, any hours"));
    }

    @Test
    void whatBecameVacantSinceThePostsWerePlannedIsLeftOver() {
        some.vacancy("NW_10", "CA_GENERAL", 1);
        plan("NW_10", "CA_GENERAL", new TypedPost("37", "1"));
        given.fullTimeEquivalents("NW_10", "CA_GENERAL", 120);

        publishing.publish(consultation);

        assertThat(posts.leavingSomething(consultations.get(consultation)))
                .extracting(VacantPosts::leftOverInWords)
                .containsExactly("0.2 (7.4 hours a week)");
    }

    @Test
    void morePostsThanAreVacantByNowAreAnIncidentThatSaysWhatToDo() {
        some.vacancy("NW_10", "CA_GENERAL", 1);
        plan("NW_10", "CA_GENERAL", new TypedPost("37", "1"));
        given.fullTimeEquivalents("NW_10", "CA_GENERAL", 99);

        assertThatThrownBy(() -> publishing.publish(consultation))
                .isInstanceOf(CannotSucceedException.class)
                .hasMessageContaining("Sefton probation office – Case administrator")
                .hasMessageContaining("retry");
        assertThat(rounds.find(consultation)).isEmpty();
    }

    @Test
    void publishingAgainChangesNeitherOptionsNorSeed() {
        some.vacancy("NW_10", "CA_GENERAL", 3);
        PublishingOptions.Published first = publishing.publish(consultation);
        Round round = rounds.get(consultation);
        some.vacancy("NW_12", "CA_GENERAL", 5);

        assertThat(publishing.publish(consultation)).isEqualTo(first);
        assertThat(rounds.get(consultation)).usingRecursiveComparison().isEqualTo(round);
        assertThat(round.hasSecret()).isTrue();
    }

    @Test
    void aRegionWithoutVacanciesIsAnIncidentThatSaysWhatToDo() {
        assertThatThrownBy(() -> publishing.publish(consultation))
                .isInstanceOf(CannotSucceedException.class)
                .hasMessageContaining("North West has no vacancy to offer")
                .hasMessageContaining("retry");
        assertThat(rounds.find(consultation)).isEmpty();
    }

    @Test
    void nothingIsOfferedBeforeTheIndividualStage() {
        some.vacancy("NW_10", "CA_GENERAL", 3);
        given.allConsultations().beforeIndividualStage().state("RESPONSE").save();
        assertThatThrownBy(() -> publishing.publish(consultation)).isInstanceOf(BeforeIndividualStageException.class);
        assertThat(rounds.find(consultation)).isEmpty();
    }

    @Test
    void theSecretIsSealedAndShownByItsHashAndEverybodyHasANumberOfTheirOwn() {
        some.vacancy("NW_10", "CA_GENERAL", 3);
        List<Long> people = some.people(consultation, 3);
        publishing.publish(consultation);

        Round round = rounds.get(consultation);
        byte[] secret = secrets.open(round);
        assertThat(secret).hasSize(32);
        assertThat(round.commitment()).isEqualTo(Sha256.hex(Sha256.of(secret)));
        assertThat(Sha256.hex(round.secret())).doesNotContain(Sha256.hex(secret));
        assertThat(numbers.all(consultation)).containsOnlyKeys(people);
        assertThat(numbers.all(consultation).values())
                .doesNotHaveDuplicates()
                .allMatch(number -> number.matches("[1-9]\\d{8}"));
        assertThatThrownBy(round::seed).isInstanceOf(NotPossibleNow.class);
    }

    private void plan(String site, String role, TypedPost... typed) {
        given.theConsultation(consultation).state("INDIVIDUAL").save();
        planning.plan(consultation, site, role, List.of(typed), null, new Colleague("hr-nw", Set.of("hr-nw")));
    }
}

@WithDatabase(WithDatabase.Engine.MARIADB)
class PublishingOptionsOnMariaDbTest extends PublishingOptionsTest {}

@WithDatabase(WithDatabase.Engine.MYSQL)
class PublishingOptionsOnMySqlTest extends PublishingOptionsTest {}
