package uk.gov.justice.probation.devolution.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a form of the console whose effect cannot be undone, or not entirely: it says what will happen and asks for
 * confirmation ({@link OnceMore}). Every form has this or {@link TakenBack}; {@code src/docs/forms.md} is generated
 * from them.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface AskedOnceMore {

    /** What can be done about it afterwards and what cannot, in a sentence for the confirmation page. */
    String value();
}
