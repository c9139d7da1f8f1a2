package uk.gov.justice.probation.devolution.unpaidwork.order;

/** Minutes as people say them: "98 hours", "1 hour 30 minutes", "0 hours". */
public final class HoursInWords {
    private static final int HOUR = 60;

    private HoursInWords() {}

    public static String of(int minutes) {
        String hours = count(minutes / HOUR, "hour");
        String rest = count(minutes % HOUR, "minute");
        if (minutes % HOUR == 0) return hours;
        return minutes < HOUR ? rest : hours + " " + rest;
    }

    private static String count(int n, String what) {
        return n == 1 ? "1 " + what : "%d %ss".formatted(n, what);
    }
}
