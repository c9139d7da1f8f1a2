package uk.gov.justice.probation.devolution.preferencing.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
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
}

@WithDatabase(WithDatabase.Engine.MARIADB)
class PublishingOptionsOnMariaDbTest extends PublishingOptionsTest {}

@WithDatabase(WithDatabase.Engine.MYSQL)
class PublishingOptionsOnMySqlTest extends PublishingOptionsTest {}
