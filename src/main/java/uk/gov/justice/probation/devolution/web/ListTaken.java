package uk.gov.justice.probation.devolution.web;

import java.util.SortedSet;

/**
 * Somebody took a whole list along as a file.
 *
 * @param list what is listed, e.g. {@code orders}
 * @param narrowedBy the names of the filters that were set; not what was typed, which can be somebody's name
 */
public record ListTaken(String by, String list, String format, long lines, SortedSet<String> narrowedBy) {}
