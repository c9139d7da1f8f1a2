package uk.gov.justice.probation.devolution.workforce;

/** A point on the map, in degrees. */
public record Position(double latitude, double longitude) {
    private static final double EARTH_RADIUS_KM = 6371;
    private static final double ROAD_FACTOR = 1.3;
    private static final double KM_PER_HOUR = 40;
    private static final int DOOR_TO_DOOR_MINUTES = 10;
    private static final int ROUNDED_TO_MINUTES = 5;

    /** Distance in kilometres in a straight line (haversine). */
    public double distanceTo(Position other) {
        double north = Math.toRadians(other.latitude - latitude);
        double east = Math.toRadians(other.longitude - longitude);
        double half = Math.pow(Math.sin(north / 2), 2)
                + Math.cos(Math.toRadians(latitude))
                        * Math.cos(Math.toRadians(other.latitude))
                        * Math.pow(Math.sin(east / 2), 2);
        return 2 * EARTH_RADIUS_KM * Math.asin(Math.sqrt(half));
    }

    /** The estimate described at {@link Travel}. */
    int minutesTo(Position other) {
        double travelling = distanceTo(other) * ROAD_FACTOR / KM_PER_HOUR * 60;
        return (int) Math.ceil((DOOR_TO_DOOR_MINUTES + travelling) / ROUNDED_TO_MINUTES) * ROUNDED_TO_MINUTES;
    }
}
