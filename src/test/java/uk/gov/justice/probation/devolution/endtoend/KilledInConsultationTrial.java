package uk.gov.justice.probation.devolution.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/**
 * kill -9 of the application while it allocates, and again while it writes and while it sends letters: afterwards each
 * person has one result, one place and one letter that was sent once. Takes a quarter of an hour on two cores:
 * {@code mvn test -Dtest=KilledInConsultationTrial}.
 */
class KilledInConsultationTrial {
    private static final int PEOPLE = Integer.getInteger("trial.people", 200);
    private static final String[] SETTINGS = {
        "--devolution.local.launch-on-first-run=false",
        "--devolution.local.sample-cases=100",
        "--devolution.consultation.events-within=PT0S",
        "--devolution.preferencing.close-within=" + System.getProperty("trial.close-within", "PT5M"),
        "--devolution.preferencing.appeals-close-within=PT1S"
    };

    @Test
    void everythingIsDoneOnce() throws Exception {
        RunningProduct product = RunningProduct.start(Path.of("target", "trial", "killed"), SETTINGS);
        try {
            ManyPeople people = new ManyPeople(product, PEOPLE);
            people.launch("BALANCED");
            people.consultUnions();
            people.holdEvents();
            people.holdOneToOnes();
            people.rankAllAtOnce();

            awaitUncommittedRun(product);
            killAndStartAgain(
                    product,
                    "the allocation was being written; committed by then: %d"
                            .formatted(product.count("SELECT COUNT(*) FROM allocation_run")));
            people.awaitTasks("Task_Panel", 1);
            assertThat(product.count("SELECT COUNT(*) FROM allocation_run"))
                    .as("official allocations")
                    .isEqualTo(1);
            assertThat(product.count("SELECT COUNT(*) FROM allocation_result"))
                    .as("results")
                    .isEqualTo(PEOPLE);

            people.confirm();
            product.awaitCount("SELECT COUNT(*) FROM letter", PEOPLE / 4);
            killAndStartAgain(
                    product,
                    "%d of %d letters were written".formatted(product.count("SELECT COUNT(*) FROM letter"), PEOPLE));
            product.awaitCount("SELECT COUNT(*) FROM letter WHERE state = 'SENT'", PEOPLE / 4);
            killAndStartAgain(
                    product,
                    "%d of %d letters were sent"
                            .formatted(product.count("SELECT COUNT(*) FROM letter WHERE state = 'SENT'"), PEOPLE));
            people.awaitTasks("Task_Start", PEOPLE);

            assertThat(product.count("SELECT COUNT(*) FROM letter WHERE template = 'OUTCOME' AND state = 'SENT'"))
                    .as("letters sent")
                    .isEqualTo(PEOPLE);
            assertThat(product.count("SELECT COUNT(*) FROM letter"))
                    .as("letters")
                    .isEqualTo(PEOPLE);
            assertThat(product.count("SELECT COUNT(*) FROM local_mail"))
                    .as("what lies in the mailbox")
                    .isEqualTo(PEOPLE);
            assertThat(product.count("SELECT COUNT(DISTINCT letter_id) FROM local_mail"))
                    .as("each letter once")
                    .isEqualTo(PEOPLE);
            assertThat(product.count("SELECT COUNT(*) FROM placement WHERE option_id IS NOT NULL"))
                    .as("places given")
                    .isEqualTo(PEOPLE);
            System.out.printf(
                    "%d people: one allocation, %d results, %d letters written, %d posted, each once%n",
                    PEOPLE, PEOPLE, PEOPLE, PEOPLE);
        } finally {
            product.close();
        }
    }

    /** Can see transactions that have not been committed. */
    private static void awaitUncommittedRun(RunningProduct product) throws Exception {
        try (Connection database = product.database();
                Statement statement = database.createStatement()) {
            database.setTransactionIsolation(Connection.TRANSACTION_READ_UNCOMMITTED);
            for (long end = System.nanoTime() + 1_200_000_000_000L; System.nanoTime() < end; Thread.sleep(1)) {
                try (ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM allocation_run")) {
                    row.next();
                    if (row.getInt(1) > 0) return;
                }
            }
        }
        throw new AssertionError("Nothing was allocated in twenty minutes\n" + product.output());
    }

    private static void killAndStartAgain(RunningProduct product, String when) throws Exception {
        product.kill();
        System.out.println("kill -9 when " + when);
        product.startAgain(SETTINGS);
    }
}
