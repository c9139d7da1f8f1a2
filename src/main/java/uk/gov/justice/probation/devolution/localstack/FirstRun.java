package uk.gov.justice.probation.devolution.localstack;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The plan and the sample data of a new database, and the launch of every region. */
@Component
@Profile("local")
class FirstRun {

  void loadAndLaunch(Console console) {}
}
