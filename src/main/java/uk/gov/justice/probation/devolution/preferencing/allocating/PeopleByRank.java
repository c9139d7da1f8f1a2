package uk.gov.justice.probation.devolution.preferencing.allocating;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Stores how many people have a place of each rank in one column, separated by commas, first choices first. */
@Converter
class PeopleByRank implements AttributeConverter<List<Integer>, String> {

    @Override
    public String convertToDatabaseColumn(List<Integer> people) {
        return people.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    @Override
    public List<Integer> convertToEntityAttribute(String column) {
        return column.isEmpty()
                ? List.of()
                : Arrays.stream(column.split(",")).map(Integer::valueOf).toList();
    }
}
