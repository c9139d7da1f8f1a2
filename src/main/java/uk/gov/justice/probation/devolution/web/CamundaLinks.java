package uk.gov.justice.probation.devolution.web;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The addresses of Tasklist, where colleagues work on tasks, and of Operate, where managers watch processes. */
@Component("camunda")
public class CamundaLinks {
    private final String tasklist;
    private final String operate;

    CamundaLinks(
            @Value("${devolution.tasklist-url}") String tasklist, @Value("${devolution.operate-url}") String operate) {
        this.tasklist = tasklist;
        this.operate = operate;
    }

    public String getTasklist() {
        return tasklist;
    }

    public String getOperate() {
        return operate;
    }

    /** The very task, for whoever may do it. */
    public String task(long taskKey) {
        return tasklist + "/" + taskKey;
    }

    public String instance(String processInstanceKey) {
        return operate + "/processes/" + processInstanceKey;
    }
}
