package uk.gov.justice.probation.devolution.benchmark;

import java.io.InputStream;
import java.io.SequenceInputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.gov.justice.probation.devolution.database.WithDatabase;
import uk.gov.justice.probation.devolution.imports.ImportRefusedException;
import uk.gov.justice.probation.devolution.imports.ImportTest;
import uk.gov.justice.probation.devolution.imports.Imports;
import uk.gov.justice.probation.devolution.security.Colleague;

/**
 * How long the largest permitted file takes and how much heap it needs: 95 MB of cases, once without errors, once with
 * an error in every row as it is read, and once with every row contradicting existing data. Not a test: {@code mvn test
 * -Dtest='LargeFile*Benchmark'}, {@code -Dbenchmark.megabytes=} for another size.
 */
abstract class LargeFileBenchmark extends ImportTest {
    private static final int MEGABYTES = Integer.getInteger("benchmark.megabytes", 95);
    private static final String HEADER = """
      crn,eventNumber,regionCode,pduName,teamCode,practitionerStaffNumber,orderTypeCode,startDate,expectedEndDate,legacyOrganisation,standaloneUpw,roshLevel,tier,mappaLevel,limitedAccess,version
      """;
    private static final String ROW = "%c%06d,%d,NW,Sefton,TEAM_NW_10,,201,%s,2027-12-31,CRC,true,RMRH,B0,,false,%d%n";

    @Autowired
    Imports imports;

    @Test
    void filesOfTheLargestSize() {
        System.out.printf("%n%s: %d MB of cases%n", getClass().getSimpleName(), MEGABYTES);
        measure("every row faulty", "01/06/2026", 2);
        measure("clean", "2026-06-01", 2);
        measure("every row known in a later version", "2026-06-01", 1);
    }

    private void measure(String what, String startDate, int version) {
        System.gc();
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
        long begun = System.nanoTime();
        String answer;
        try {
            answer = imports.take("cases", file(startDate, version), Colleague.system())
                    .toString();
        } catch (ImportRefusedException refused) {
            answer = "%,d problems, %,d of them listed"
                    .formatted(refused.total(), refused.badRows().size());
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        long heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool ->
                        pool.getType() == MemoryType.HEAP && pool.getName().contains("Old"))
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
        System.out.printf("  %-36s %6.1f s, %,6d MB of lasting heap at most: %s%n", what, seconds, heap >> 20, answer);
    }

    private static InputStream file(String startDate, int version) {
        int rows = MEGABYTES * 1_000_000 / row(1, startDate, version).length;
        Iterator<byte[]> parts = IntStream.concat(IntStream.of(-1), IntStream.range(0, rows))
                .mapToObj(i -> i < 0 ? HEADER.getBytes(StandardCharsets.UTF_8) : row(i, startDate, version))
                .iterator();
        return new SequenceInputStream(new Enumeration<>() {
            @Override
            public boolean hasMoreElements() {
                return parts.hasNext();
            }

            @Override
            public InputStream nextElement() {
                return new java.io.ByteArrayInputStream(parts.next());
            }
        });
    }

    private static byte[] row(int number, String startDate, int version) {
        return ROW.formatted((char) ('A' + number / 500_000), number % 500_000, 1 + number % 2, startDate, version)
                .getBytes(StandardCharsets.UTF_8);
    }
}

@WithDatabase(WithDatabase.Engine.MARIADB)
class LargeFileOnMariaDbBenchmark extends LargeFileBenchmark {}

@WithDatabase(WithDatabase.Engine.MYSQL)
class LargeFileOnMySqlBenchmark extends LargeFileBenchmark {}
