package uk.gov.justice.probation.devolution.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A consultation of 600 people on the real stack, from a staff file to 90 appeals: how long people wait for their
 * tasks, what happens when all answer at once, and the result of each objective. Takes half an hour on two cores:
 * {@code mvn test -Dtest=SixHundredPeopleTrial}; fewer people with {@code -Dtrial.people=60}.
 */
class SixHundredPeopleTrial {
    private static final int PEOPLE = Integer.getInteger("trial.people", 600);
    private static final int APPEALS = PEOPLE * 15 / 100;
    private static final String CLOSE_WITHIN = System.getProperty("trial.close-within", "PT12M");

    private long began = System.nanoTime();

    @Test
    void fromTheLaunchToTheAppeals() throws Exception {
        RunningProduct product = RunningProduct.start(
                Path.of("target", "trial", "consultation"),
                "--devolution.local.launch-on-first-run=false",
                "--devolution.local.sample-cases=100",
                "--devolution.local.memory.camunda=1GB",
                "--devolution.local.quick-start=false",
                "--devolution.consultation.events-within=PT0S",
                "--devolution.preferencing.close-within=" + CLOSE_WITHIN,
                "--devolution.preferencing.appeals-close-within=PT10M");
        try {
            ManyPeople people = new ManyPeople(product, PEOPLE);
            said("the product started");
            people.launch("GREEDY");
            said("%d people imported and the consultation launched".formatted(PEOPLE));
            people.consultUnions();
            said("unions heard and answered");
            people.awaitTasks("Task_OneToOne", PEOPLE);
            said("from the director's answer until every one-to-one is to be seen in Tasklist");
            people.holdEvents();
            said("events and questions");
            people.holdOneToOnes();
            said("one-to-ones held, six at a time");
            people.awaitTasks("Task_RankLocations", PEOPLE);
            said("from the last one-to-one until every ranking is to be seen in Tasklist");
            people.rankAllAtOnce();
            product.awaitCount("SELECT COUNT(DISTINCT member_id) FROM preference_answer", PEOPLE);
            said("everybody signed in and answered at once, and every answer is kept");
            assertThat(product.count("SELECT COUNT(*) FROM preference_answer"))
                    .as("each once")
                    .isEqualTo(PEOPLE);
            product.awaitCount(
                    "SELECT COUNT(*) FROM allocation_run WHERE kind = 'OFFICIAL'",
                    1,
                    Duration.parse(CLOSE_WITHIN).plusMinutes(8));
            people.awaitTasks("Task_Panel", 1);
            said("waiting for the closing date, the allocation and the panel's task");
            table(people);
            people.confirm();
            said("three objectives, panel and director");
            product.awaitCount("SELECT COUNT(*) FROM letter WHERE template = 'OUTCOME' AND state = 'SENT'", PEOPLE);
            said("letters written and sent");
            product.awaitCount("SELECT COUNT(*) FROM appeal_window", 1);
            people.appealAtOnce(APPEALS);
            said("%d signed in and appealed at once".formatted(APPEALS));
            people.awaitTasks("Task_Review", APPEALS);
            said("until every appeal is to be seen by those who review");
            assertThat(product.count("SELECT COUNT(*) FROM appeal WHERE in_time"))
                    .isEqualTo(APPEALS);
            assertThat(product.count("SELECT COUNT(*) FROM placement WHERE option_id IS NOT NULL"))
                    .isEqualTo(PEOPLE);
        } finally {
            product.close();
        }
    }

    private static void table(ManyPeople people) throws Exception {
        JsonNode official = people.allocation().path("official");
        System.out.printf(
                "%n%-10s %8s %14s %10s %10s %10s %12s%n",
                "objective", "placed", "first choices", "worst", "unplaced", "unasked", "milliseconds");
        for (JsonNode run : List.of(official, people.whatIf("GENEROUS"), people.whatIf("BALANCED"))) {
            System.out.printf(
                    "%-10s %8d %14d %10d %10d %10d %12d%n",
                    run.path("objective").asText(),
                    run.path("placed").asInt(),
                    run.path("firstChoices").asInt(),
                    run.path("worstRank").asInt(),
                    run.path("unplaced").asInt(),
                    run.path("notAskedFor").asInt(),
                    run.path("computedInMs").asLong());
        }
        System.out.println();
    }

    private void said(String what) {
        long now = System.nanoTime();
        System.out.printf("%7.1f s  %s%n", (now - began) / 1e9, what);
        began = now;
    }
}
