package uk.gov.justice.probation.devolution.caseload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import uk.gov.justice.probation.devolution.database.WithDatabase;
import uk.gov.justice.probation.devolution.imports.ImportCounts;
import uk.gov.justice.probation.devolution.imports.ImportTest;

abstract class ImportAtOnceTest extends ImportTest {
    private static final String ONE = "X000001,1,NW,Sefton,TEAM_NW_10,,201,2021-03-01,,CRC,false,,,,false,1\n";

    @Test
    void theSameFileSentTwiceAtOnceIsTakenOnce() throws Exception {
        Callable<ImportCounts> send = () -> take("cases", CaseImportTest.CASES + ONE);
        try (ExecutorService senders = Executors.newFixedThreadPool(4)) {
            int added = 0;
            for (Future<ImportCounts> sent : senders.invokeAll(List.of(send, send, send, send)))
                added += sent.get().added();
            assertThat(added).isEqualTo(1);
        }
        assertThat(count("SELECT COUNT(*) FROM probation_case")).isEqualTo(1);
    }
}

@WithDatabase(WithDatabase.Engine.MARIADB)
class ImportAtOnceOnMariaDbTest extends ImportAtOnceTest {}

@WithDatabase(WithDatabase.Engine.MYSQL)
class ImportAtOnceOnMySqlTest extends ImportAtOnceTest {}
