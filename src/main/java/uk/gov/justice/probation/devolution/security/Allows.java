package uk.gov.justice.probation.devolution.security;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Who may use a page or a call of the API. Every route declares it, on its method or for all methods of its class, and
 * everybody else is refused before anything is looked up. For which region, case or person somebody may do so is
 * decided where that is looked up. {@code src/docs/access.md} is generated from it.
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Allows {

    /** How far a role reaches. */
    enum Of {
        EVERYTHING("everything"),
        REGION("of their region or site"),
        CASE("cases of their region or site"),
        OWN("what is addressed to them or about them");

        private final String words;

        Of(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    Role[] value() default {};

    Of of();

    /** Everybody who has any role. */
    boolean everyRole() default false;

    /**
     * Members of staff too, with or without a role, for what concerns themselves, those they manage, or cases of which
     * they are the practitioner.
     */
    boolean staff() default false;

    /** Also people who have not signed in. */
    boolean everybody() default false;
}
