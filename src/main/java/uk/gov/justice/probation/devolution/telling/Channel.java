package uk.gov.justice.probation.devolution.telling;

import java.util.Arrays;
import java.util.Optional;

/** How somebody is told that something waits for them. */
public enum Channel {
    AT_ONCE("By email, at once", "One email for each task and each message."),
    DAILY(
            "By one email a day",
            "It says how many tasks wait and when the first is due. If no tasks wait, there is no email."),
    NONE("Not by email", "Tasks are in Your work and in Tasklist, messages on the page Messages.");

    private final String title;
    private final String explained;

    Channel(String title, String explained) {
        this.title = title;
        this.explained = explained;
    }

    /** Empty if none is called so. */
    public static Optional<Channel> named(String name) {
        return Arrays.stream(values())
                .filter(channel -> channel.name().equals(name))
                .findFirst();
    }

    public String title() {
        return title;
    }

    public String explained() {
        return explained;
    }
}
