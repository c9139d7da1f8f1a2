package uk.gov.justice.probation.devolution.preferencing;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.gov.justice.probation.devolution.example.Given;

/** A consultation of the North West with its people and options. */
public final class SomePreferences {
    private final Given given;

    public SomePreferences(JdbcClient jdbc) {
        this.given = new Given(jdbc);
    }

    /** A consultation that has reached preferencing, without people. */
    public long consultation() {
        return given.aConsultation().save();
    }

    /** A round with this seed that stays open for another month. */
    public void round(long consultationId, long seed) {
        given.aRound(consultationId, seed).save();
    }

    /** An option: case administration at the site. */
    public long option(long consultationId, String siteCode, int places) {
        return option(consultationId, siteCode, "CA", places);
    }

    public long option(long consultationId, String siteCode, String grade, int places) {
        return option(consultationId, siteCode, grade + "_GENERAL", grade, places);
    }

    public long option(long consultationId, String siteCode, String role, String grade, int places) {
        return given.anOption(consultationId, siteCode, role, grade)
                .places(places)
                .save();
    }

    /** As many case administrators of PSC Liverpool as asked for, all members, P0001 first. @return their member ids */
    public List<Long> people(long consultationId, int count) {
        List<Long> members = new ArrayList<>();
        for (int n = 1; n <= count; n++) members.add(person(consultationId, "P%04d".formatted(n), "CA", "L12"));
        return members;
    }

    public long person(long consultationId, String staffNumber, String grade, String homeDistrict) {
        staff(staffNumber, grade, homeDistrict);
        return given.aMember(consultationId, staffNumber).save();
    }

    /** A colleague at PSC Liverpool who is not in any consultation. */
    public void staff(String staffNumber, String grade, String homeDistrict) {
        given.aColleague(staffNumber)
                .grade(grade)
                .manager("LM001")
                .livesIn(homeDistrict)
                .save();
    }

    /** Places for a role at a site, as imported by the region's HR. */
    public void vacancy(String siteCode, String roleCode, int places) {
        given.vacancy(siteCode, roleCode, places);
    }

    /** Minutes from a home district to a site. */
    public void journey(String homeDistrict, String siteCode, int minutes) {
        given.journey(homeDistrict, siteCode, minutes);
    }

    /** What the person asked for, best first. */
    public void answer(long memberId, Long... options) {
        given.answer(memberId, options);
    }

    public void left(long memberId) {
        given.theMember(memberId).left().save();
    }
}
