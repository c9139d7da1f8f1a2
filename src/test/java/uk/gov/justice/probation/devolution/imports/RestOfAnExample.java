package uk.gov.justice.probation.devolution.imports;

import java.util.Map;

/** Rows without which the one row of an example would not be good, by the name of the file. */
public final class RestOfAnExample {
    private static final Map<String, String> ROWS = Map.of(
            "cases", "Z900002,2,NW,Wirral,TEAM_NW_12,,201,2021-01-01,2027-01-01,CRC,false,RMRH,B0,M1,false,1\n",
            "bank-holidays", """
            2036-04-11,Good Friday
            2036-04-14,Easter Monday
            2036-05-05,Early May bank holiday
            2036-05-26,Spring bank holiday
            2036-08-25,Summer bank holiday
            2036-12-25,Christmas Day
            2036-12-26,Boxing Day
            """);

    private RestOfAnExample() {}

    public static String of(String file) {
        return ROWS.getOrDefault(file, "");
    }
}
