package uk.gov.justice.probation.devolution.localstack;

import java.io.PrintStream;
import java.util.Locale;

/** What the person who started the application sees: a line for each step. */
final class Console {
    private final PrintStream out;

    Console(PrintStream out) {
        this.out = out;
    }

    synchronized void say(String line) {
        out.println(line);
        out.flush();
    }

    /** Says what is being done, does it, and ends the line with how long it took. */
    void step(String what, Runnable work) {
        long begin = System.nanoTime();
        out.print(what + " ... ");
        out.flush();
        try {
            work.run();
        } catch (RuntimeException e) {
            say("no");
            throw e;
        }
        say(seconds(begin));
    }

    static String seconds(long begin) {
        return String.format(Locale.ROOT, "%.1f s", (System.nanoTime() - begin) / 1e9);
    }
}
