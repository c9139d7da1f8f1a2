package uk.gov.justice.probation.devolution.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Covers every route that Tasklist, Operate and the engine's REST gateway 8.6.0 have on the port of the web apps. */
class WebAppRightsTest {
    private static final Map<WebAppRights, List<String>> ROUTES = Map.of(
            WebAppRights.EVERYBODY,
                    List.of(
                            "GET /",
                            "GET /favicon.ico",
                            "GET /tasklist",
                            "GET /tasklist/",
                            "GET /tasklist/client-config.js",
                            "GET /tasklist/processes",
                            "POST /api/login",
                            "POST /api/logout",
                            "POST /from-console",
                            "GET /v2/license"),
            WebAppRights.SIGNED_IN,
                    List.of(
                            "POST /v1/tasks/search",
                            "GET /v1/forms/1-2",
                            "GET /v1/internal/users/current",
                            "GET /v1/internal/processes",
                            "GET /v1/internal/processes/1",
                            "PATCH /v1/internal/processes/regional-programme/start"),
            WebAppRights.WHOSE_TASK_IT_IS,
                    List.of(
                            "GET /v1/tasks/1",
                            "PATCH /v1/tasks/1/complete",
                            "POST /v1/tasks/1/variables",
                            "POST /v1/tasks/1/variables/search"),
            WebAppRights.WHO_MAY_TAKE_THE_TASK, List.of("PATCH /v1/tasks/1/assign"),
            WebAppRights.WHO_HAS_THE_TASK, List.of("PATCH /v1/tasks/1/unassign"),
            WebAppRights.ROLE_TO_OPEN,
                    List.of(
                            "GET /operate",
                            "GET /operate/",
                            "GET /operate/login",
                            "GET /operate/client-config.js",
                            "GET /operate/processes/1"),
            WebAppRights.ROLE,
                    List.of(
                            "GET /api/authentications/user",
                            "GET /api/processes/grouped",
                            "POST /api/processes/grouped",
                            "GET /api/processes/1",
                            "GET /api/processes/1/xml",
                            "GET /api/decisions/grouped",
                            "POST /api/decisions/grouped",
                            "GET /api/decisions/1/xml",
                            "POST /api/decision-instances",
                            "GET /api/decision-instances/1-1",
                            "GET /api/decision-instances/1-1/drd-data",
                            "POST /api/flow-node-instances",
                            "GET /api/incidents/byProcess",
                            "GET /api/incidents/byError",
                            "GET /api/operations",
                            "POST /api/batch-operations",
                            "POST /api/process-instances",
                            "GET /api/process-instances/core-statistics",
                            "POST /api/process-instances/statistics",
                            "GET /api/process-instances/1",
                            "GET /api/process-instances/1/incidents",
                            "GET /api/process-instances/1/sequence-flows",
                            "GET /api/process-instances/1/flow-node-states",
                            "GET /api/process-instances/1/statistics",
                            "GET /api/process-instances/1/variables/1-name",
                            "POST /api/process-instances/1/variables",
                            "POST /api/process-instances/1/flow-node-metadata",
                            "POST /api/process-instances/1/listeners",
                            "POST /v1/variables/search",
                            "POST /v1/process-instances/search",
                            "GET /v1/process-instances/1",
                            "GET /v1/process-instances/1/statistics",
                            "GET /v1/process-instances/1/sequence-flows",
                            "POST /v1/incidents/search",
                            "GET /v1/incidents/1",
                            "POST /v1/flownode-instances/search",
                            "GET /v1/flownode-instances/1",
                            "POST /v1/process-definitions/search",
                            "GET /v1/process-definitions/1",
                            "GET /v1/process-definitions/1/xml",
                            "POST /v1/decision-definitions/search",
                            "GET /v1/decision-definitions/1",
                            "POST /v1/decision-instances/search",
                            "GET /v1/decision-instances/1-1",
                            "POST /v1/drd/search",
                            "GET /v1/drd/1",
                            "GET /v1/drd/1/xml"),
            WebAppRights.OPERATOR,
                    List.of(
                            "POST /api/process-instances/1/operation",
                            "POST /api/process-instances/1/modify",
                            "POST /api/process-instances/batch-operation",
                            "DELETE /api/processes/1",
                            "DELETE /api/decisions/1",
                            "DELETE /v1/process-instances/1"),
            WebAppRights.NOBODY,
                    List.of(
                            "POST /graphql",
                            "GET /graphql",
                            "GET /graphiql",
                            "GET /api/logout",
                            "GET /api/login",
                            "GET /api/authentications/token",
                            "GET /v1/internal/users/token",
                            "DELETE /v1/internal/processes/1",
                            "GET /v1/internal/processes/publicEndpoints",
                            "GET /v1/internal/processes/a/publicEndpoint",
                            "GET /tasklist/new/a",
                            "GET /tasklist/new",
                            "GET /v1/external/process/a/form",
                            "PATCH /v1/external/process/a/start",
                            "POST /v1/external/devUtil/recreateData",
                            "GET /v1/variables/1-name",
                            "GET /v1/variables/1",
                            "PATCH /v1/tasks/1",
                            "DELETE /v1/tasks/1",
                            "POST /v1/tasks/1/assign",
                            "POST /v2/process-instances",
                            "POST /v2/process-instances/search",
                            "POST /v2/user-tasks/1/completion",
                            "POST /v2/user-tasks/1/assignment",
                            "POST /v2/user-tasks/search",
                            "PATCH /v2/user-tasks/1",
                            "POST /v2/messages/publication",
                            "POST /v2/signals/broadcast",
                            "POST /v2/deployments",
                            "POST /v2/jobs/activation",
                            "POST /v2/jobs/1/completion",
                            "POST /v2/incidents/1/resolution",
                            "PUT /v2/element-instances/1/variables",
                            "PUT /v2/clock",
                            "POST /v2/users",
                            "PATCH /v2/authorizations/1",
                            "GET /v2/topology",
                            "POST /v2/documents",
                            "GET /v3/api-docs",
                            "GET /swagger-ui.html",
                            "GET /swagger-ui/index.html",
                            "GET /actuator",
                            "GET /actuator/env",
                            "TRACE /tasklist",
                            "OPTIONS /v1/tasks/search",
                            "PUT /v1/tasks/1/assign",
                            "GET /error"));

    @TestFactory
    Stream<DynamicTest> everyRouteHasItsRight() {
        return ROUTES.entrySet().stream()
                .flatMap(right -> right.getValue().stream()
                        .map(route -> DynamicTest.dynamicTest(
                                route + " is for " + right.getKey(),
                                () -> assertThat(right(route)).isEqualTo(right.getKey()))));
    }

    @Test
    void noRightIsWithoutARoute() {
        assertThat(ROUTES.keySet()).containsExactlyInAnyOrder(WebAppRights.values());
    }

    @Test
    void whatOnlyLooksIsAskedForAsWellWithHead() {
        assertThat(WebAppRights.of("HEAD", "/tasklist")).isEqualTo(WebAppRights.EVERYBODY);
        assertThat(WebAppRights.of("HEAD", "/operate")).isEqualTo(WebAppRights.ROLE_TO_OPEN);
    }

    @Test
    void aPathTellsItsTask() {
        assertThat(WebAppRights.task("/v1/tasks/42/assign")).isEqualTo("42");
        assertThat(WebAppRights.task("/v1/tasks/42")).isEqualTo("42");
        assertThat(WebAppRights.task("/v1/tasks/search")).isNull();
    }

    private static WebAppRights right(String route) {
        String[] words = route.split(" ");
        return WebAppRights.of(words[0], words[1]);
    }
}
