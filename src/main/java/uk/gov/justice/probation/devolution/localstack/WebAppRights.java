package uk.gov.justice.probation.devolution.localstack;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who may request what from Tasklist and Operate 8.6, by method and path. Whatever is not listed is refused to
 * everybody: among others the engine's own API and GraphQL, which the pages do not use, starting a process without
 * signing in, and deleting one in Tasklist.
 */
public enum WebAppRights {
    /** Pages and their resources, and signing in and out. */
    EVERYBODY(
            "GET /|/favicon\\.ico|/tasklist(?!/new(/|$))(/.*)?",
            "GET /v2/license",
            "POST /api/log(in|out)|" + FromTheConsole.PATH),

    /** Anybody signed in: their list of tasks, and forms. */
    SIGNED_IN(
            "GET /v1/internal/users/current|/v1/internal/processes(/\\d+)?|/v1/forms/[^/]+",
            "PATCH /v1/internal/processes/[a-z0-9-]+/start", // Tasklist asks who may
            "POST /v1/tasks/search"),

    /** The people a task is for: its candidates, or its assignee. */
    WHOSE_TASK_IT_IS("GET /v1/tasks/\\d+", "PATCH /v1/tasks/\\d+/complete", "POST /v1/tasks/\\d+/variables(/search)?"),

    /** The people a task is for, to assign it to themselves. */
    WHO_MAY_TAKE_THE_TASK("PATCH /v1/tasks/\\d+/assign"),

    /** The assignee of a task, to give it back. */
    WHO_HAS_THE_TASK("PATCH /v1/tasks/\\d+/unassign"),

    /** Operate's pages: people who have not signed in are asked to, and those who have need a role. */
    ROLE_TO_OPEN("GET /operate(/.*)?"),

    /** Anybody with a role can look at processes but change nothing. */
    ROLE(
            "GET /api/authentications/user|/api/operations|/api/incidents/by(Process|Error)",
            "GET /api/processes/(grouped|\\d+(/xml)?)|/api/decisions/(grouped|\\d+/xml)|/api/decision-instances/[0-9-]+(/drd-data)?",
            "GET /api/process-instances/(core-statistics|\\d+(/(incidents|sequence-flows|flow-node-states|statistics|variables/[^/]+))?)",
            "POST /api/(processes|decisions)/grouped|/api/(batch-operations|decision-instances|flow-node-instances|process-instances(/statistics)?)",
            "POST /api/process-instances/\\d+/(variables|flow-node-metadata|listeners)",
            "POST /v1/(process-definitions|process-instances|flownode-instances|incidents|variables|decision-definitions|decision-instances|drd)/search",
            "GET /v1/(process-definitions|process-instances|flownode-instances|incidents|decision-definitions|drd)/\\d+(/(xml|statistics|sequence-flows))?|/v1/decision-instances/[0-9-]+"),

    /** The engine's operators can retry, cancel, change and delete in Operate. */
    OPERATOR(
            "POST /api/process-instances/(batch-operation|\\d+/(operation|modify))",
            "DELETE /api/(processes|decisions)/\\d+|/v1/process-instances/\\d+"),

    NOBODY;

    private static final Pattern OF_A_TASK = Pattern.compile("/v1/tasks/(\\d+)(/.*)?");

    private final Pattern[] requests;

    WebAppRights(String... requests) {
        this.requests = new Pattern[requests.length];
        for (int i = 0; i < requests.length; i++) {
            int space = requests[i].indexOf(' ');
            this.requests[i] = Pattern.compile(
                    "%s (%s)".formatted(requests[i].substring(0, space), requests[i].substring(space + 1)));
        }
    }

    /**
     * Who may make the request.
     *
     * @param path in its only accepted spelling
     */
    public static WebAppRights of(String method, String path) {
        for (WebAppRights right : values()) {
            for (Pattern request : right.requests) {
                if (request.matcher((method.equals("HEAD") ? "GET" : method) + " " + path)
                        .matches()) return right;
            }
        }
        return NOBODY;
    }

    /** The task that the path is about; null if none. */
    public static String task(String path) {
        Matcher task = OF_A_TASK.matcher(path);
        return task.matches() ? task.group(1) : null;
    }
}
