package uk.gov.justice.probation.devolution.camunda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.jdbc.JdbcTest;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.gov.justice.probation.devolution.database.WithDatabase;

/** Forms offer what the tables say, and nothing that stands in the form besides what is no row. */
@JdbcTest
@WithDatabase
class FormListsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Autowired
    JdbcClient jdbc;

    @Test
    void aRegionIsOfferedOnceItHasADeliveryUnit() throws IOException {
        for (String form : List.of("launch-programme", "launch-consultation", "start-placement", "start-termination")) {
            assertThat(offered(form, "regionCode"))
                    .as(form)
                    .containsExactlyElementsOf(jdbc.sql(
                                    "SELECT r.code FROM region r WHERE EXISTS (SELECT 1 FROM pdu p WHERE p.region_code = r.code) ORDER BY r.name")
                            .query(String.class)
                            .list())
                    .doesNotContain("LONDON");
        }
    }

    @Test
    void theUnitsAreOfferedBeforeEverybody() throws IOException {
        assertThat(offered("launch-consultation", "unitCode"))
                .containsExactly("PSC_LIVERPOOL", "PSC_WAKEFIELD", "LSC_BROMLEY", "LSC_NORWICH", "ALL");
        assertThat(offered("launch-consultation", "grades"))
                .containsExactlyInAnyOrderElementsOf(
                        jdbc.sql("SELECT code FROM grade").query(String.class).list());
    }

    @Test
    void theSameListsGiveTheSameBytes() {
        byte[] form = form("launch-consultation");
        assertThat(lists().filled(form)).isEqualTo(lists().filled(form));
        assertThat(lists().areIn(form)).isTrue();
        assertThat(lists().areIn(form("confirm-launch"))).isFalse();
    }

    @Test
    void aListThatNobodyKnowsIsAFault() {
        assertThatThrownBy(() -> lists().filled("{\"components\":[{\"properties\":{\"list\":\"planets\"}}]}"
                        .getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("planets");
    }

    private List<String> offered(String form, String key) throws IOException {
        JsonNode filled = JSON.readTree(lists().filled(form(form)));
        JsonNode field = StreamSupport.stream(filled.path("components").spliterator(), false)
                .filter(component -> component.path("key").asText().equals(key))
                .findFirst()
                .orElseThrow();
        assertThat(field.path("values").findValuesAsText("label")).doesNotContain("");
        return field.path("values").findValuesAsText("value");
    }

    private FormListsQuery lists() {
        return new FormListsQuery(jdbc);
    }

    private static byte[] form(String id) {
        Resource form = ProcessModels.all()
                .filter(model -> (id + ".form").equals(model.getFilename()))
                .findFirst()
                .orElseThrow();
        return ProcessModels.content(form);
    }
}
