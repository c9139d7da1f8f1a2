package uk.gov.justice.probation.devolution.unpaidwork.web;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalTime;
import uk.gov.justice.probation.devolution.unpaidwork.order.TimeWorked;

/** The time at which a session ends, as text: 24:00 is midnight. */
final class EndOfSession extends StdScalarDeserializer<LocalTime> {

    EndOfSession() {
        super(LocalTime.class);
    }

    @Override
    public LocalTime deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_STRING))
            return context.reportInputMismatch(this, "a time is written as text");
        try {
            return TimeWorked.end(parser.getText());
        } catch (DateTimeException noTime) {
            return (LocalTime) context.handleWeirdStringValue(LocalTime.class, parser.getText(), noTime.getMessage());
        }
    }
}
