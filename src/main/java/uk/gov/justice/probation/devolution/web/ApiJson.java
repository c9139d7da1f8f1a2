package uk.gov.justice.probation.devolution.web;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;

/**
 * Reads the API's JSON strictly: a property that is unknown, repeated or of the wrong type is refused, because ignoring
 * a misspelt property would do something other than the caller meant. JSON that the application reads and writes for
 * itself is not affected.
 */
@Configuration(proxyBeanMethods = false)
class ApiJson {

    @Bean
    MappingJackson2HttpMessageConverter apiJsonConverter(ObjectMapper json) {
        return new MappingJackson2HttpMessageConverter(toTheLetter(json));
    }

    static ObjectMapper toTheLetter(ObjectMapper json) {
        ObjectMapper strict = json.copy()
                .enable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                        DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .setDefaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL))
                .registerModule(new SimpleModule("days and times are text")
                        .addDeserializer(LocalDate.class, new Text<>(LocalDate.class, LocalDate::parse))
                        .addDeserializer(LocalTime.class, new Text<>(LocalTime.class, LocalTime::parse)));
        strict.configure(MapperFeature.ALLOW_COERCION_OF_SCALARS, false);
        strict.getFactory().configure(StreamReadFeature.STRICT_DUPLICATE_DETECTION.mappedFeature(), true);
        for (CoercionInputShape other : new CoercionInputShape[] {
            CoercionInputShape.Boolean, CoercionInputShape.Integer, CoercionInputShape.Float
        }) {
            strict.coercionConfigFor(LogicalType.Textual).setCoercion(other, CoercionAction.Fail);
        }
        for (LogicalType type : new LogicalType[] {
            LogicalType.Boolean, LogicalType.Integer, LogicalType.Enum, LogicalType.Collection, LogicalType.POJO
        }) {
            strict.coercionConfigFor(type).setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail);
        }
        return strict;
    }

    /** A value that can be written only as text. */
    private static final class Text<T> extends StdScalarDeserializer<T> {
        private final transient Function<String, T> reading;

        Text(Class<T> type, Function<String, T> reading) {
            super(type);
            this.reading = reading;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING))
                return context.reportInputMismatch(
                        this, "%s is written as text", handledType().getSimpleName());
            try {
                return reading.apply(parser.getText());
            } catch (DateTimeException e) {
                throw context.weirdStringException(parser.getText(), handledType(), e.getMessage());
            }
        }
    }
}
