package uk.gov.justice.probation.devolution.programme.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is entered to launch the plan: the regions, and whether to use the plan's own dates or a base date. */
public class LaunchForm {
    static final String PLAN = "PLAN";
    static final String BASE_DATE = "BASE_DATE";

    private List<String> regions = new ArrayList<>();
    private String datesFrom = BASE_DATE;
    private String day = "";
    private String month = "";
    private String year = "";

    static LaunchForm from(LocalDate date, List<String> regions) {
        var form = new LaunchForm();
        form.regions = regions;
        form.day = Integer.toString(date.getDayOfMonth());
        form.month = Integer.toString(date.getMonthValue());
        form.year = Integer.toString(date.getYear());
        return form;
    }

    /** What is wrong, by field id. */
    Map<String, String> problems() {
        Map<String, String> problems = new LinkedHashMap<>();
        if (regions.isEmpty()) problems.put("region-0", "Choose at least one region");
        if (!List.of(PLAN, BASE_DATE).contains(datesFrom))
            problems.put("dates-from", "Choose which dates the programme uses");
        if (BASE_DATE.equals(datesFrom) && date() == null)
            problems.put("base-date-day", "Enter the base date as day, month and year, for example 23 11 2026");
        return problems;
    }

    /** Null for the plan's own dates, or if it is not a valid date. */
    LocalDate baseDate() {
        return BASE_DATE.equals(datesFrom) ? date() : null;
    }

    private LocalDate date() {
        try {
            return LocalDate.of(
                    Integer.parseInt(year.strip()), Integer.parseInt(month.strip()), Integer.parseInt(day.strip()));
        } catch (NumberFormatException | DateTimeException e) {
            return null;
        }
    }

    public List<String> getRegions() {
        return regions;
    }

    public void setRegions(List<String> regions) {
        this.regions = regions;
    }

    public String getDatesFrom() {
        return datesFrom;
    }

    public void setDatesFrom(String datesFrom) {
        this.datesFrom = datesFrom;
    }

    public String getDay() {
        return day;
    }

    public void setDay(String day) {
        this.day = day;
    }

    public String getMonth() {
        return month;
    }

    public void setMonth(String month) {
        this.month = month;
    }

    public String getYear() {
        return year;
    }

    public void setYear(String year) {
        this.year = year;
    }
}
