/**
 * The local profile's embedded stack: MariaDB, OpenSearch, Zeebe, Operate and Tasklist as child processes on loopback.
 * Nothing of it is in the jar or the image.
 */
@ApplicationModule(
        allowedDependencies = {
            "audit",
            "calendar",
            "camunda",
            "imports",
            "programme",
            "refusal",
            "security",
            "web",
            "work"
        })
package uk.gov.justice.probation.devolution.localstack;

import org.springframework.modulith.ApplicationModule;
