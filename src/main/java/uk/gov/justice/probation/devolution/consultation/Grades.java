package uk.gov.justice.probation.devolution.consultation;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;

/** Stores the grades that are consulted in one column, separated by '|'; empty for all. */
@Converter
public class Grades implements AttributeConverter<List<String>, String> {

    @Override
    public String convertToDatabaseColumn(List<String> grades) {
        return String.join("|", grades);
    }

    @Override
    public List<String> convertToEntityAttribute(String column) {
        return column.isEmpty() ? List.of() : List.of(column.split("\\|"));
    }
}
