package uk.gov.justice.probation.devolution.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GovUkBankHolidaysTest {

    @Test
    void theDaysOfEnglandAndWalesAreTakenAndThoseOfOthersAreNot() throws IOException {
        assertThat(csv("""
            {"england-and-wales":{"division":"england-and-wales","events":[
              {"title":"New Year’s Day","date":"2027-01-01","notes":"","bunting":true},
              {"title":"Good Friday, \\"early\\"","date":"2027-03-26","notes":"","bunting":false}]},
             "scotland":{"division":"scotland","events":[{"title":"2nd January","date":"2027-01-04"}]}}""")).isEqualToIgnoringNewLines("""
                        date,title
                        2027-01-01,New Year’s Day
                        2027-03-26,"Good Friday, ""early\"""
                        """);
    }

    @Test
    void aDayWithoutADateStaysForTheRulesOfTheFile() throws IOException {
        assertThat(csv("{\"england-and-wales\":{\"events\":[{\"title\":\"Someday\"}]}}"))
                .isEqualToIgnoringNewLines("date,title\n,Someday\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"date,title\n2027-01-01,New Year\n", "", "[]", " {}"})
    void whatDoesNotBeginAsAnObjectIsLeftAsItIs(String sent) throws IOException {
        assertThat(csv(sent)).isEqualTo(sent);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{",
                "{\"scotland\":{\"events\":[]}}",
                "{\"england-and-wales\":{}}",
                "{\"england-and-wales\":{\"events\":\"none\"}}"
            })
    void anyOtherJsonIsRefusedWithWhatToSend(String sent) {
        assertThatThrownBy(() -> csv(sent))
                .isInstanceOfSatisfying(
                        ImportRefusedException.class,
                        refused -> assertThat(refused.badRows())
                                .singleElement()
                                .satisfies(row ->
                                        assertThat(row.reason()).contains("not the file that gov.uk publishes")));
    }

    private static String csv(String sent) throws IOException {
        return new String(
                GovUkBankHolidays.asCsv(
                                "bank-holidays", new ByteArrayInputStream(sent.getBytes(StandardCharsets.UTF_8)))
                        .readAllBytes(),
                StandardCharsets.UTF_8);
    }
}
