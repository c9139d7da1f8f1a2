package uk.gov.justice.probation.devolution.letters;

import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

@Configuration(proxyBeanMethods = false)
class SenderConfiguration {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Logger log = LoggerFactory.getLogger(SenderConfiguration.class);

    @Bean
    Sender sender(NotifySettings notify, LocalMailRepository mails, Clock clock, Environment environment) {
        if (notify.configured()) return new NotifySender(notify, PATIENCE);
        if (!environment.acceptsProfiles(Profiles.of("local"))) {
            log.warn(
                    "devolution.notify.api-key is not set: nobody gets a letter by email. Letters wait in the mailbox of the database (page /mailbox)");
        }
        return new LocalMailbox(mails, clock);
    }
}
