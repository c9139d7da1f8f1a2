package uk.gov.justice.probation.devolution.security.web;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.Resource;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.Colleagues;
import uk.gov.justice.probation.devolution.security.TaskGroups;

/**
 * The logins of the local profile for trying it out: one for each role, and one for each member of staff, who has no
 * group. The password is the user name.
 */
@Component
@Profile("local")
class LocalLogins implements UserDetailsService, TrialLogins, Colleagues {

    record Login(String userName, String displayName, List<String> groups) {}

    private final StaffEntry staff;
    private final TaskGroups taskGroups;
    private final Map<String, Login> logins = new LinkedHashMap<>();

    LocalLogins(@Value("classpath:localstack/logins.csv") Resource file, StaffEntry staff, TaskGroups taskGroups) {
        this.staff = staff;
        this.taskGroups = taskGroups;
        try (Reader reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8);
                CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(reader)) {
            for (NamedCsvRecord row : rows) {
                String userName = row.getField("userName");
                logins.put(
                        userName,
                        new Login(
                                userName,
                                row.getField("displayName"),
                                List.of(row.getField("groups").split("[| ]+"))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The local logins cannot be read: " + file.getDescription(), e);
        }
    }

    @Override
    public UserDetails loadUserByUsername(String userName) {
        Colleague colleague =
                named(userName).orElseThrow(() -> new UsernameNotFoundException("No local login has this name"));
        return User.withUsername(colleague.userName())
                .password(colleague.userName())
                .authorities(Groups.authorities(colleague.groups()))
                .build();
    }

    /** Both a name on the list and one that is not are looked up among the staff, so that both take the same time. */
    @Override
    public Optional<Colleague> named(String userName) {
        boolean member = staff.includes(userName);
        Login login = logins.get(userName);
        if (login != null) return Optional.of(new Colleague(userName, taskGroups.known(login.groups())));
        return member ? Optional.of(new Colleague(userName, Set.of())) : Optional.empty();
    }

    @Override
    public boolean knows(String userName) {
        return named(userName).isPresent();
    }

    List<Login> all() {
        return List.copyOf(logins.values());
    }

    @Override
    public List<Role> roles() {
        Map<String, List<String>> userNames = new LinkedHashMap<>();
        for (Login login : logins.values()) {
            userNames
                    .computeIfAbsent(login.displayName().replaceFirst(" \\(.*", ""), unused -> new ArrayList<>())
                    .add(login.userName());
        }
        return userNames.entrySet().stream()
                .map(role -> new Role(role.getKey(), role.getValue()))
                .toList();
    }
}
