package uk.gov.justice.probation.devolution.web;

import java.util.List;
import org.springframework.beans.propertyeditors.CustomCollectionEditor;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.InitBinder;

/** A page whose form has rows, sent as a list of texts for each column. */
public interface FormOfRows {

    /** Also a single row is a list of one, whatever commas are in it. */
    @InitBinder
    default void rows(WebDataBinder binder) {
        binder.registerCustomEditor(List.class, new CustomCollectionEditor(List.class));
    }

    /** How many rows a column has. */
    static int size(List<String> column) {
        return column == null ? 0 : column.size();
    }

    /** What was typed in a row of a column; empty if nothing was. */
    static String at(List<String> column, int row) {
        return row >= size(column) || column.get(row) == null ? "" : column.get(row);
    }
}
