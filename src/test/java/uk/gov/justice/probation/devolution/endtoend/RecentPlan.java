package uk.gov.justice.probation.devolution.endtoend;

import static java.time.temporal.ChronoUnit.WEEKS;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;

/**
 * The plan of the product, moved by whole weeks so that the last day of South Central was a week or two ago: all of it
 * has begun there and is late, as in the plan itself, but not by years.
 */
final class RecentPlan {
    static final LocalDate LAST_DUE = LocalDate.of(2022, 2, 28);
    static final LocalDate BACKSTOP = LocalDate.of(2022, 1, 31);
    private static final Pattern DAY = Pattern.compile("(?<=,)\\d{4}-\\d{2}-\\d{2}(?=,)");

    private final long weeks;

    RecentPlan(LocalDate today) {
        weeks = WEEKS.between(LAST_DUE, today) - 1;
    }

    /** When a day of the plan is in this copy. */
    LocalDate day(LocalDate planned) {
        return planned.plusWeeks(weeks);
    }

    String csv() throws IOException {
        String plan = new ClassPathResource("handover-plan.csv").getContentAsString(StandardCharsets.UTF_8);
        return DAY.matcher(plan)
                .replaceAll(day -> day(LocalDate.parse(day.group())).toString());
    }
}
