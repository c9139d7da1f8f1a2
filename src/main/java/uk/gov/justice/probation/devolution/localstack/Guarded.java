package uk.gov.justice.probation.devolution.localstack;

import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * Main class of every child process: runs a main class, or a program, until standard input ends. The application holds
 * the other end, so the child stops when the application wants it to and when the application ends for any reason.
 * Ctrl-C reaches the children too and is ignored, because the application stops them in order.
 */
public final class Guarded {
    private static final int STOP_SECONDS = 30;

    private Guarded() {}

    /** Arguments: {@code main <class> <arguments>} or {@code program <command> <arguments>}. */
    public static void main(String[] args) throws Exception {
        ignore("INT");
        ignore("HUP");
        String[] rest = Arrays.copyOfRange(args, 2, args.length);
        if (args[0].equals("main")) {
            stopAtEndOfInput(() -> System.exit(0));
            Class.forName(args[1]).getMethod("main", String[].class).invoke(null, (Object) rest);
        } else {
            System.exit(run(Arrays.copyOfRange(args, 1, args.length)));
        }
    }

    private static int run(String[] command) throws IOException, InterruptedException {
        Process program = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(program)));
        stopAtEndOfInput(() -> end(program));
        return program.waitFor();
    }

    private static void end(Process program) {
        program.destroy();
        try {
            if (!program.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                program.destroyForcibly();
            }
        } catch (InterruptedException e) {
            program.destroyForcibly();
        }
    }

    private static void stopAtEndOfInput(Runnable stop) {
        daemon(() -> {
            try {
                while (System.in.read() >= 0) {
                    // ignores the input, because only its end matters
                }
            } catch (IOException e) {
                // treated like the end
            }
            daemon(Guarded::haltWhenStoppingTakesTooLong);
            stop.run();
        });
    }

    private static void haltWhenStoppingTakesTooLong() {
        try {
            TimeUnit.SECONDS.sleep(STOP_SECONDS + 5);
        } catch (InterruptedException e) {
            // stop now
        }
        Runtime.getRuntime().halt(1);
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "guard");
        thread.setDaemon(true);
        thread.start();
    }

    private static void ignore(String signal) {
        try {
            Signal.handle(new Signal(signal), SignalHandler.SIG_IGN);
        } catch (IllegalArgumentException unknownHere) {
            // Windows has no HUP
        }
    }
}
