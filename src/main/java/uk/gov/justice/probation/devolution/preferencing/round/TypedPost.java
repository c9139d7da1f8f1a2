package uk.gov.justice.probation.devolution.preferencing.round;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.refusal.BrokenRule;

/** A working pattern as HR typed it. */
public record TypedPost(String hours, String places) {
    public static final TypedPost NONE = new TypedPost("", "");

    private static final Pattern HOURS = Pattern.compile("\\d{1,3}(\\.\\d{1,2})?");
    private static final Pattern PLACES = Pattern.compile("\\d{1,3}");
    private static final int MOST_PLACES = 500;

    /**
     * The posts of these rows; one without anything in it is none.
     *
     * @throws BreaksRules with everything that is wrong, by the field of its row: {@code hours-0}, {@code places-0}
     */
    static List<Post> read(List<TypedPost> rows, int fullTimeHours) {
        List<BrokenRule> broken = new ArrayList<>();
        List<Post> posts = new ArrayList<>();
        Set<WeeklyHours> seen = new HashSet<>();
        for (int at = 0; at < rows.size(); at++) {
            TypedPost row = rows.get(at);
            if (row.isEmpty()) continue;
            WeeklyHours hours = row.readHours(fullTimeHours);
            int places = row.readPlaces();
            if (hours == null)
                broken.add(new BrokenRule(
                        "hours-" + at,
                        "Row %d: the hours a week must be a number from 1 to %d with at most 2 decimals, such as 18.5"
                                .formatted(at + 1, fullTimeHours)));
            else if (!seen.add(hours))
                broken.add(new BrokenRule(
                        "hours-" + at,
                        "Row %d: another row has %s too. Enter all posts of these hours in one row"
                                .formatted(at + 1, hours.inWords())));
            if (places == 0)
                broken.add(new BrokenRule(
                        "places-" + at,
                        "Row %d: the number of posts must be a whole number from 1 to %d"
                                .formatted(at + 1, MOST_PLACES)));
            if (hours != null && places > 0) posts.add(new Post(hours, places));
        }
        if (!broken.isEmpty()) throw new BreaksRules(broken);
        if (posts.isEmpty()) throw new BreaksRules("hours-0", "Enter at least one post");
        return posts;
    }

    private boolean isEmpty() {
        return places.isBlank() && hours.isBlank();
    }

    /** Null if they are none. */
    private WeeklyHours readHours(int fullTimeHours) {
        if (!HOURS.matcher(hours.strip()).matches()) return null;
        WeeklyHours read = WeeklyHours.of(new BigDecimal(hours.strip()));
        return read.hundredths() >= 100 && read.hundredths() <= 100 * fullTimeHours ? read : null;
    }

    /** 0 if it is no number of posts. */
    private int readPlaces() {
        if (!PLACES.matcher(places.strip()).matches()) return 0;
        int read = Integer.parseInt(places.strip());
        return read <= MOST_PLACES ? read : 0;
    }
}
