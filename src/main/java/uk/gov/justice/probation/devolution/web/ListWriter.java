package uk.gov.justice.probation.devolution.web;

import java.io.IOException;
import java.util.List;

/** Writes the lines of a list, one after the other, and keeps none. */
interface ListWriter extends AutoCloseable {

    /** @param cells texts, numbers, days and moments of UK time; null is an empty cell */
    void row(List<?> cells) throws IOException;

    @Override
    void close() throws IOException;
}
