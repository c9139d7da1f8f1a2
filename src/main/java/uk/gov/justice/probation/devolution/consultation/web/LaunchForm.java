package uk.gov.justice.probation.devolution.consultation.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import uk.gov.justice.probation.devolution.consultation.launch.Launch;
import uk.gov.justice.probation.devolution.web.DayEntered;

/** What HR enters in the console to launch a consultation; the staff file is sent separately. */
record LaunchForm(
        String regionCode,
        String unitCode,
        List<String> grades,
        String objective,
        String maxChoices,
        String mobilityLimit,
        DayEntered closeOn) {

    LaunchForm {
        grades = grades == null ? List.of() : grades;
        closeOn = closeOn == null ? DayEntered.NOTHING : closeOn;
    }

    static LaunchForm empty(String regionCode) {
        return new LaunchForm(regionCode, "ALL", List.of(), null, "5", "90", null);
    }

    /** What is wrong, by field id. */
    Map<String, String> problems() {
        Map<String, String> problems = new LinkedHashMap<>();
        if (regionCode == null || regionCode.isBlank()) problems.put("region", "Choose the region");
        if (objective == null || objective.isBlank())
            problems.put("objective-greedy", "Choose how places are shared out");
        if (number(maxChoices) == null)
            problems.put("max-choices", "Enter how many places each person may rank, for example 5");
        if (number(mobilityLimit) == null)
            problems.put("mobility-limit", "Enter how many minutes a journey may take, for example 90");
        if (!closeOn.isEmpty() && closeOn.date() == null)
            problems.put("close-on-day", "Enter the last day as day, month and year, for example 23 11 2026");
        return problems;
    }

    Launch launch() {
        return new Launch(
                regionCode, unitCode, grades, objective, number(maxChoices), number(mobilityLimit), closeOn.date());
    }

    private static Integer number(String text) {
        try {
            return text == null ? null : Integer.valueOf(text.strip());
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
