package uk.gov.justice.probation.devolution.preferencing.round;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;

/** Stores the tasks done at a place in one column, separated by '|'. */
@Converter
class Tasks implements AttributeConverter<List<String>, String> {

    @Override
    public String convertToDatabaseColumn(List<String> tasks) {
        return String.join("|", tasks);
    }

    @Override
    public List<String> convertToEntityAttribute(String column) {
        return column.isBlank() ? List.of() : List.of(column.split("\\|"));
    }
}
