package uk.gov.justice.probation.devolution.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.web.util.HtmlUtils;

/** Sends a form of the console and, if it asks for confirmation, confirms. */
public final class Confirming {
    static final Pattern HIDDEN = Pattern.compile("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\"\\s*/?>");

    private Confirming() {}

    public static ResultActions confirmed(MockMvc http, AbstractMockHttpServletRequestBuilder<?> form)
            throws Exception {
        ResultActions asked = http.perform(form);
        if (!asks(asked)) return asked;
        assertThat(asked.andReturn().getResponse().getStatus()).isEqualTo(200);
        Matcher field = HIDDEN.matcher(asked.andReturn().getResponse().getContentAsString());
        while (field.find()) {
            if (field.group(1).equals("checked")) form.param(field.group(1), HtmlUtils.htmlUnescape(field.group(2)));
        }
        return http.perform(form);
    }

    static boolean asks(ResultActions answer) {
        return answer.andReturn().getModelAndView() != null
                && "once-more".equals(answer.andReturn().getModelAndView().getViewName());
    }
}
