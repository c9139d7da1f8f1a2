package uk.gov.justice.probation.devolution.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What this form of the console does cannot be taken back, or not wholly: it says what will happen and asks for
 * confirmation ({@link OnceMore}). Every form says this or {@link TakenBack}; {@code src/docs/forms.md} is written from
 * it.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface AskedOnceMore {

    /** What can be done about it afterwards, and what cannot, in a sentence for the confirmation page. */
    String value();
}
