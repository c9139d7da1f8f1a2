package uk.gov.justice.probation.devolution.workforce;

import java.util.Map;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import org.springframework.util.function.SingletonSupplier;

/**
 * The postcode areas of England and Wales, each with the position of its main town. They change only through a
 * migration and are read once.
 */
@Service
public class PostcodeAreas {
    private final Supplier<Map<String, Position>> towns;

    PostcodeAreas(ReferenceQuery reference) {
        towns = SingletonSupplier.of(() -> Map.copyOf(reference.towns()));
    }

    /** The main town of each area, by the area's letters. */
    public Map<String, Position> towns() {
        return towns.get();
    }

    /** The main town of the district's area; null if the district is unknown or not in England and Wales. */
    public Position townOf(String district) {
        return district == null ? null : towns().get(areaOf(district));
    }

    /** "L" for the district L12. */
    public static String areaOf(String district) {
        return district.replaceFirst("[0-9].*", "");
    }
}
