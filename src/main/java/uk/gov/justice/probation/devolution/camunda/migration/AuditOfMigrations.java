package uk.gov.justice.probation.devolution.camunda.migration;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.audit.AuditSubjects;
import uk.gov.justice.probation.devolution.camunda.TaskModels;

/** Names migrations in the audit by their process and versions. */
@Component
class AuditOfMigrations implements AuditSubjects {
    private final MigrationRepository migrations;
    private final TaskModels names;

    AuditOfMigrations(MigrationRepository migrations, TaskModels names) {
        this.migrations = migrations;
        this.names = names;
    }

    @Override
    public Map<String, String> inWords(Set<String> subjects) {
        Set<Long> ids = subjects.stream()
                .filter(subject -> subject.matches(Migration.KIND + "\\d{1,18}"))
                .map(subject -> Long.valueOf(subject.substring(Migration.KIND.length())))
                .collect(Collectors.toSet());
        return migrations.findByIdIn(ids).stream()
                .collect(Collectors.toMap(
                        Migration::subject,
                        migration -> "'%s' from version %d to version %d"
                                .formatted(
                                        names.nameOf(migration.processId()),
                                        migration.fromVersion(),
                                        migration.toVersion())));
    }
}
