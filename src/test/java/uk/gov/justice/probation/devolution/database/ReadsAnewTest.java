package uk.gov.justice.probation.devolution.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.MethodOrderer.MethodName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.gov.justice.probation.devolution.workforce.Regions;

/**
 * What one test has changed of the reference data, and put back behind the application's back, the next does not see.
 */
@DomainTest
@WithDatabase
@TestMethodOrder(MethodName.class)
class ReadsAnewTest {

    @Autowired
    ApplicationContext application;

    @Autowired
    Regions regions;

    @Autowired
    JdbcClient jdbc;

    @Test
    void firstARegionComesAndGoesUnseen() {
        jdbc.sql(
                        "INSERT INTO region (code, name, provider_code, short_name) VALUES ('ZZ', 'Example Region', 'N99', 'Example')")
                .update();
        assertThat(regions.find("ZZ")).isPresent();
        jdbc.sql("DELETE FROM region WHERE code = 'ZZ'").update();
    }

    @Test
    void nextItIsGone() {
        assertThat(ReadsAnew.of(application)).hasSize(3);
        assertThat(regions.find("ZZ")).isEmpty();
    }
}
