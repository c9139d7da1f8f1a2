package uk.gov.justice.probation.devolution.charts;

import java.util.List;

/** A picture of a table. It is made of the table's own rows, so that nothing is said by the picture alone. */
public interface Chart {

    /** The first cell of a row is its name. */
    record Table(List<String> columns, List<List<String>> rows) {}

    String title();

    Table table();
}
