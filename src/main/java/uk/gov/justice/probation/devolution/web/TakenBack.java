package uk.gov.justice.probation.devolution.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says how the effect of a form of the console can be undone or corrected. Every form has this or
 * {@link AskedOnceMore}; {@code src/docs/forms.md} is generated from them.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface TakenBack {

    /** How, in a sentence. */
    String value();
}
