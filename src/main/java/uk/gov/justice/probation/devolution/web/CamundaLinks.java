package uk.gov.justice.probation.devolution.web;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where colleagues work on tasks, and where managers watch. */
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

    public String instance(String processInstanceKey) {
        return operate + "/processes/" + processInstanceKey;
    }
}
