package uk.gov.justice.probation.devolution.web;

import java.util.Optional;

/** Something that every page of the console says below its menu, registered as a bean by the module that knows it. */
public interface SaidOnEveryPage {

    /**
     * @param title the word in the tag before it
     * @param path the page about it, for whoever has signed in
     */
    record Said(String title, String words, String path, String link) {}

    Optional<Said> now();
}
