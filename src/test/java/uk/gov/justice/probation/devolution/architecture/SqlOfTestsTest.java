package uk.gov.justice.probation.devolution.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Tests set up their data with {@code Given}, in words and in one place. The other classes that write SQL are listed in
 * {@value #LIST}, each with the number of its statements and the reason; the list may only get shorter. Tests of the
 * schema and of migrations (package {@code database}) use the SQL of the previous release.
 */
class SqlOfTestsTest {
    private static final String LIST = "/tests-that-write-sql.txt";
    private static final String MAY_WRITE = ".*/(database/[^/]+|example/(Given|Row))\\.java";

    @Test
    void testsSetUpTheirDataWithGiven() {
        Map<String, Long> written = new TreeMap<>();
        for (var source : SqlOfSources.under(Path.of("src/test/java"))) {
            long statements = source.statements().stream()
                    .filter(statement -> !statement.writes().isEmpty())
                    .count();
            boolean mayWrite = source.file().toString().replace('\\', '/').matches(MAY_WRITE);
            if (statements > 0 && !mayWrite) written.put(source.className(), statements);
        }

        assertThat(written)
                .as(
                        "Statements that write SQL. If there are more than listed, use Given instead; if there are fewer, correct src/test/resources%s",
                        LIST)
                .isEqualTo(listed());
    }

    private static Map<String, Long> listed() {
        try (var list = SqlOfTestsTest.class.getResourceAsStream(LIST)) {
            Map<String, Long> listed = new TreeMap<>();
            new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" ", 3))
                    .forEach(line -> listed.put(line[0], Long.valueOf(line[1])));
            return listed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
