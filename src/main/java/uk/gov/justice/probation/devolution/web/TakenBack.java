package uk.gov.justice.probation.devolution.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How what this form of the console does is taken back or put right. Every form says this or {@link AskedOnceMore};
 * {@code src/docs/forms.md} is written from it.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface TakenBack {

    /** How, in a sentence. */
    String value();
}
