package io.camunda.tasklist.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.camunda.operate.entities.ErrorType;
import io.camunda.operate.entities.IncidentEntity;
import io.camunda.operate.entities.OperationEntity;
import io.camunda.operate.webapp.reader.IncidentReader;
import io.camunda.operate.webapp.security.UserService;
import io.camunda.operate.webapp.zeebe.operation.ResolveIncidentHandler;
import io.camunda.tasklist.entities.TaskEntity;
import io.camunda.tasklist.store.FormStore;
import io.camunda.tasklist.webapp.graphql.entity.UserDTO;
import io.camunda.tasklist.webapp.security.Permission;
import io.camunda.tasklist.webapp.security.UserReader;
import io.camunda.tasklist.webapp.security.identity.IdentityAuthorizationService;
import io.camunda.tasklist.zeebeimport.v860.processors.common.UserTaskRecordToTaskEntityMapper;
import io.camunda.zeebe.protocol.v860.record.Record;
import io.camunda.zeebe.protocol.v860.record.value.UserTaskRecordValue;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import org.apache.catalina.connector.Connector;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What broker, Operate and Tasklist 8.6 lack when they share one JVM, picked up by Tasklist's component scan: the engine's REST API on a port of its own, open on loopback,
 * while the web port keeps its sign-in; and task groups for the users, which the built-in user store does not have.
 */
@Configuration(proxyBeanMethods = false)
public class LocalExtension {
  /** Operate's pages and APIs; what else is under {@code /v1} is Tasklist's. */
  private static final Pattern OPERATE =
      Pattern.compile("/operate|/api/(?!log(in|out))|/v1/(process-|flownode-|sequence-|incidents|decision-|drd|variables/search)");

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> restPort(@Value("${local.rest-port}") int port) {
    return factory -> {
      Connector connector = new Connector();
      connector.setPort(port);
      connector.setProperty("address", "127.0.0.1");
      factory.addAdditionalTomcatConnectors(connector);
    };
  }

  @Bean
  @Order(Ordered.HIGHEST_PRECEDENCE + 10)
  SecurityFilterChain openRestPort(HttpSecurity http, @Value("${local.rest-port}") int port) throws Exception {
    return http.securityMatcher(request -> request.getLocalPort() == port)
        .csrf(AbstractHttpConfigurer::disable)
        .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .authorizeHttpRequests(requests -> requests.requestMatchers(request -> request.getRequestURI().startsWith("/v2/")).permitAll().anyRequest().denyAll())
        .build();
  }

  /** Groups by user from a properties file: {@code user=group,group}; {@code *} is no restriction. */
  static final class Groups {
    private final Properties byUser = new Properties();

    Groups(Path file) throws IOException {
      try (Reader reader = Files.newBufferedReader(file)) {
        byUser.load(reader);
      }
    }

    boolean unrestricted(String user) {
      return "*".equals(byUser.getProperty(user));
    }

    boolean anyOf(String user) {
      return unrestricted(user) || !of(user).isEmpty();
    }

    List<String> of(String user) {
      String groups = byUser.getProperty(user, "");
      return groups.isBlank() || groups.equals("*") ? List.of() : Arrays.asList(groups.split(","));
    }
  }

  @Bean
  Groups localGroups(@Value("${local.groups-file}") Path file) throws IOException {
    return new Groups(file);
  }

  @Bean
  @Primary
  IdentityAuthorizationService localAuthorizationService(Groups groups, @Value("${local.started-by}") String startedBy) {
    return new IdentityAuthorizationService() {
      @Override
      public List<String> getUserGroups() {
        Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
        if (signedIn == null || groups.unrestricted(signedIn.getName())) {
          return List.of(""); // Tasklist's own marker for no restriction
        }
        return groups.of(signedIn.getName());
      }

      @Override
      public boolean isAllowedToStartProcess(String processId) {
        return getProcessDefinitionsFromAuthorization().contains(processId);
      }

      @Override
      public List<String> getProcessReadFromAuthorization() {
        return List.of("*");
      }

      /** Which processes somebody may start by hand: {@code process=group prefix,process=group prefix}. */
      @Override
      public List<String> getProcessDefinitionsFromAuthorization() {
        return Arrays.stream(startedBy.split(","))
            .map(rule -> rule.split("="))
            .filter(rule -> getUserGroups().stream().anyMatch(group -> group.isEmpty() || group.startsWith(rule[1])))
            .map(rule -> rule[0])
            .toList();
      }
    };
  }

  /**
   * Operate shows every instance with its variables to everybody who can sign in: it is for those who hold a role, not for a member of staff, who has a task list only. Behind the
   * web apps' own sign-in.
   */
  @Bean
  FilterRegistrationBean<OncePerRequestFilter> operateNeedsARole(Groups groups) {
    var registration = new FilterRegistrationBean<OncePerRequestFilter>(new OncePerRequestFilter() {
      @Override
      protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException, ServletException {
        Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
        if (signedIn != null && !(signedIn instanceof AnonymousAuthenticationToken) && !groups.anyOf(signedIn.getName()) && OPERATE.matcher(request.getRequestURI()).lookingAt()) {
          response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else {
          chain.doFilter(request, response);
        }
      }
    });
    registration.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER + 1);
    return registration;
  }

  @Bean
  @Primary
  UserReader localUserReader(UserService userService, Groups groups) {
    return new UserReader() {
      @Override
      public UserDTO getCurrentUser() {
        var user = userService.getCurrentUser();
        boolean writes = user.getPermissions() == null || user.getPermissions().stream().anyMatch(permission -> permission.name().equalsIgnoreCase("write"));
        return new UserDTO()
            .setUserId(user.getUserId())
            .setDisplayName(user.getDisplayName())
            .setPermissions(writes ? List.of(Permission.READ, Permission.WRITE) : List.of(Permission.READ))
            .setGroups(groups.of(user.getUserId()));
      }

      @Override
      public Optional<UserDTO> getCurrentUserBy(Authentication authentication) {
        return Optional.empty();
      }

      @Override
      public String getCurrentOrganizationId() {
        return "null";
      }

      @Override
      public String getCurrentUserId() {
        return getCurrentUser().getUserId();
      }

      @Override
      public List<UserDTO> getUsersByUsernames(List<String> usernames) {
        return List.of();
      }

      @Override
      public Optional<String> getUserToken(Authentication authentication) {
        return Optional.empty();
      }
    };
  }

  /**
   * Tasklist 8.6 writes the moments of a task into its index without a fraction where they fall on a whole second, one in a thousand. The index takes no such moment: the
   * importer would try this record for ever, and no task after it would be seen. They are told a millisecond later.
   */
  static class MomentsWithFraction extends UserTaskRecordToTaskEntityMapper {
    MomentsWithFraction(ObjectMapper json, FormStore forms) {
      super(json, forms);
    }

    @Override
    public Optional<TaskEntity> map(Record<UserTaskRecordValue> record) {
      return super.map(record).map(task -> task.setCreationTime(withFraction(task.getCreationTime())).setCompletionTime(withFraction(task.getCompletionTime())));
    }

    private static OffsetDateTime withFraction(OffsetDateTime moment) {
      return moment == null || moment.getNano() > 0 ? moment : moment.plusNanos(1_000_000);
    }
  }

  @Bean
  @Primary
  UserTaskRecordToTaskEntityMapper momentsWithFraction(@Qualifier("tasklistObjectMapper") ObjectMapper json, FormStore forms) {
    return new MomentsWithFraction(json, forms);
  }

  /**
   * Operate 8.6 gives a job that is out of attempts another one before it resolves the incident, but not the job of an execution listener, whose kind of incident it does not
   * know: "Retry" would change nothing.
   */
  static class RetriesListenersToo extends ResolveIncidentHandler {
    @Autowired private IncidentReader incidents;

    @Override
    public void handleWithException(OperationEntity operation) throws Exception {
      IncidentEntity incident = operation.getIncidentKey() == null ? null : incidents.getIncidentById(operation.getIncidentKey());
      if (incident != null && incident.getErrorType() == ErrorType.UNKNOWN && incident.getJobKey() != null && incident.getJobKey() > 0) {
        zeebeClient.newUpdateRetriesCommand(incident.getJobKey()).retries(1).send().join();
      }
      super.handleWithException(operation);
    }
  }

  @Bean
  static BeanPostProcessor retriesListenersToo(AutowireCapableBeanFactory beans) {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean.getClass() != ResolveIncidentHandler.class) {
          return bean;
        }
        RetriesListenersToo replacement = new RetriesListenersToo();
        beans.autowireBean(replacement);
        return replacement;
      }
    };
  }
}
