package uk.gov.justice.probation.devolution;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** PSC Devolution: moves the work of the Professional Service Centre into the probation regions. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class DevolutionApplication {

    public static void main(String[] args) {
        new SpringApplicationBuilder(DevolutionApplication.class)
                .listeners(new LocalProfileNeedsSources(), new RenamedSettings())
                .initializers(new RequiredSettings())
                .run(args);
    }
}
