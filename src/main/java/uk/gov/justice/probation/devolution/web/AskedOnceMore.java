package uk.gov.justice.probation.devolution.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What this form of the console does cannot be taken back: it says what will happen and asks once more ({@link OnceMore}). Every form says this or {@link TakenBack}. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface AskedOnceMore {}
