package uk.gov.justice.probation.devolution.workforce;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;

/** The free places of a region, as its HR imported them last. */
@Service
public class Vacancies {
    private final VacancyQuery vacancies;
    private final Clock clock;

    Vacancies(VacancyQuery vacancies, Clock clock) {
        this.vacancies = vacancies;
        this.clock = clock;
    }

    /** As {@link #of(String, LocalDate)}, today. */
    public List<Vacancy> of(String regionCode) {
        return of(regionCode, LocalDate.now(clock));
    }

    /** By site and role; never at a site whose lease has ended by that day. */
    public List<Vacancy> of(String regionCode, LocalDate asOf) {
        return vacancies.of(regionCode, asOf);
    }
}
