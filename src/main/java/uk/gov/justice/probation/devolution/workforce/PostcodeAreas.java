package uk.gov.justice.probation.devolution.workforce;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.util.function.SingletonSupplier;

/** The postcode areas of England and Wales, each with the position of its main town. They change with a migration only and are read once. */
@Service
public class PostcodeAreas {
  private final Supplier<Map<String, Position>> towns;

  PostcodeAreas(JdbcClient jdbc) {
    towns = SingletonSupplier.of(() -> read(jdbc));
  }

  /** The main town of each area, by the area's letters. */
  public Map<String, Position> towns() {
    return towns.get();
  }

  /** The main town of the area a district lies in; null where the district is not known or not one of England and Wales. */
  public Position townOf(String district) {
    return district == null ? null : towns().get(areaOf(district));
  }

  /** "L" for the district L12. */
  public static String areaOf(String district) {
    return district.replaceFirst("[0-9].*", "");
  }

  private static Map<String, Position> read(JdbcClient jdbc) {
    Map<String, Position> towns = new TreeMap<>();
    jdbc.sql("SELECT area, latitude, longitude FROM postcode_area").query(row -> {
      towns.put(row.getString(1), new Position(row.getDouble(2), row.getDouble(3)));
    });
    return Map.copyOf(towns);
  }
}
