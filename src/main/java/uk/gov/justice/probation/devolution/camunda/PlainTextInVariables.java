package uk.gov.justice.probation.devolution.camunda;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.camunda.client.api.JsonMapper;
import io.camunda.client.impl.CamundaObjectMapper;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Makes sure that text the application gives to the engine is shown as plain text. Forms of Tasklist render Markdown
 * and HTML in the variables they show, and names, titles and reasons were written by others: a picture among them would
 * be loaded from their address and reveal who looked at a task and when. The words stay; a space is inserted into
 * whatever would become a picture or an element. What was entered in one form and is shown in another does not pass
 * through here; there the form does the same.
 */
@Configuration(proxyBeanMethods = false)
class PlainTextInVariables {

    @Bean
    JsonMapper camundaJsonMapper(ObjectMapper json) {
        return new CamundaObjectMapper(json.copy()
                .registerModule(
                        new SimpleModule("plain text in variables").addSerializer(String.class, new PlainText())));
    }

    static String plain(String text) {
        return text.replaceAll("!(?=\\[)|<(?=[A-Za-z/!?])", "$0 ");
    }

    private static final class PlainText extends StdSerializer<String> {
        PlainText() {
            super(String.class);
        }

        @Override
        public void serialize(String text, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(plain(text));
        }
    }
}
