package uk.gov.justice.probation.devolution.workforce;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;

/** The free places of a region, as its HR last imported them. */
@Service
public class Vacancies {
    private final VacancyQuery vacancies;
    private final Clock clock;

    Vacancies(VacancyQuery vacancies, Clock clock) {
        this.vacancies = vacancies;
        this.clock = clock;
    }

    /** Like {@link #of(String, LocalDate)}, for today. */
    public List<Vacancy> of(String regionCode) {
        return of(regionCode, LocalDate.now(clock));
    }

    /** Ordered by site and role. Sites whose lease has ended by that day are left out. */
    public List<Vacancy> of(String regionCode, LocalDate asOf) {
        return vacancies.of(regionCode, asOf);
    }
}
