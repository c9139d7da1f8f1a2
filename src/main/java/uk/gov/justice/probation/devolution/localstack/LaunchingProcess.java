package uk.gov.justice.probation.devolution.localstack;

import java.nio.file.Path;

/** The JVM that started this one, such as Maven or a test; a shell does not count. */
final class LaunchingProcess {
    private LaunchingProcess() {}

    /** Ends with it, because otherwise nobody would see the application or stop it. */
    static void exitWithIt() {
        ProcessHandle.current()
                .parent()
                .filter(parent -> parent.info()
                        .command()
                        .map(command -> Path.of(command).getFileName().toString())
                        .filter(name -> name.equals("java") || name.equals("java.exe"))
                        .isPresent())
                .ifPresent(parent -> parent.onExit().thenRun(() -> System.exit(1)));
    }
}
