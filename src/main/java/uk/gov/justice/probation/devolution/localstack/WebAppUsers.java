package uk.gov.justice.probation.devolution.localstack;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * The logins for Tasklist and Operate: documents in Operate's index, which Tasklist uses too. Operate offers changes
 * only to its operators.
 */
final class WebAppUsers {
    private static final String INDEX = "operate-user-1.2.0_";
    private static final ObjectWriter JSON = new ObjectMapper().writer();

    private final OpenSearch openSearch;

    WebAppUsers(OpenSearch openSearch) {
        this.openSearch = openSearch;
    }

    /** Existing logins stay, with the new name. */
    void add(List<Login> logins) throws IOException {
        if (logins.isEmpty()) return;
        StringBuilder bulk = new StringBuilder();
        for (Login login : logins) {
            bulk.append(JSON.writeValueAsString(Map.of("index", Map.of("_id", login.userName()))))
                    .append('\n');
            bulk.append(JSON.writeValueAsString(Map.of(
                            "id",
                            login.userName(),
                            "userId",
                            login.userName(),
                            "displayName",
                            login.displayName(),
                            "password",
                            "{noop}" + login.userName(),
                            "roles",
                            List.of(login.operates() ? "OPERATOR" : "USER"))))
                    .append('\n');
        }
        openSearch.post("/%s/_bulk?refresh=true".formatted(INDEX), bulk.toString());
    }
}
