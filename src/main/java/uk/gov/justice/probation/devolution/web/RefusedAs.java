package uk.gov.justice.probation.devolution.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The title of an API call's refusals: in a few words, what was not done or what already exists. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface RefusedAs {
    String TAKEN = "Somebody else was faster";

    String value();

    String taken() default TAKEN;
}
