package io.camunda.tasklist.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.camunda.operate.entities.ErrorType;
import io.camunda.operate.entities.IncidentEntity;
import io.camunda.operate.entities.OperationEntity;
import io.camunda.operate.webapp.reader.IncidentReader;
import io.camunda.operate.webapp.rest.dto.UserDto;
import io.camunda.operate.webapp.security.UserService;
import io.camunda.operate.webapp.security.auth.AuthUserService;
import io.camunda.operate.webapp.security.auth.OperateUserDetailsService;
import io.camunda.operate.webapp.zeebe.operation.ResolveIncidentHandler;
import io.camunda.plugin.search.header.CustomHeader;
import io.camunda.plugin.search.header.DatabaseCustomHeaderSupplier;
import io.camunda.tasklist.entities.TaskEntity;
import io.camunda.tasklist.exceptions.NotFoundException;
import io.camunda.tasklist.store.FormStore;
import io.camunda.tasklist.store.TaskStore;
import io.camunda.tasklist.webapp.graphql.entity.UserDTO;
import io.camunda.tasklist.webapp.security.Permission;
import io.camunda.tasklist.webapp.security.UserReader;
import io.camunda.tasklist.webapp.security.identity.IdentityAuthorizationService;
import io.camunda.tasklist.zeebeimport.v860.processors.common.UserTaskRecordToTaskEntityMapper;
import io.camunda.zeebe.client.CredentialsProvider;
import io.camunda.zeebe.client.ZeebeClient;
import io.camunda.zeebe.client.ZeebeClientConfiguration;
import io.camunda.zeebe.protocol.v860.record.Record;
import io.camunda.zeebe.protocol.v860.record.value.UserTaskRecordValue;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
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
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.firewall.FirewalledRequest;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.filter.OncePerRequestFilter;
import uk.gov.justice.probation.devolution.localstack.FromTheConsole;
import uk.gov.justice.probation.devolution.localstack.FrontDoor;
import uk.gov.justice.probation.devolution.localstack.LocalToken;
import uk.gov.justice.probation.devolution.localstack.WebAppRights;

/**
 * What broker, Operate and Tasklist 8.6 lack when they share one JVM, picked up by Tasklist's component scan: the engine's REST API on a port of its own; who may ask for
 * what, on every port; and task groups for the users, which the built-in user store does not have.
 */
@Configuration(proxyBeanMethods = false)
public class LocalExtension {
  /** As the web apps' own, but for pictures: what others wrote into a form can show none from elsewhere, which would tell who looked at it and when. */
  private static final String CONTENT = "default-src 'self'; base-uri 'self'; script-src 'self'; script-src-elem 'self' cdn.jsdelivr.net; connect-src 'self' cdn.jsdelivr.net; "
      + "style-src 'self' 'unsafe-inline' cdn.jsdelivr.net; img-src 'self' data:; font-src 'self' data: fonts.camunda.io cdn.jsdelivr.net; frame-ancestors 'none'; "
      + "frame-src 'self'; form-action 'self'; object-src 'none'; worker-src 'self' blob:";

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> restPort(@Value("${local.rest-port}") int port) {
    return factory -> {
      Connector connector = new Connector();
      connector.setPort(port);
      connector.setProperty("address", "127.0.0.1");
      factory.addAdditionalTomcatConnectors(connector);
    };
  }

  /** The engine's API has no sign-in of its own: whoever comes through the {@link FrontDoor} knows the token. */
  @Bean
  @Order(Ordered.HIGHEST_PRECEDENCE + 10)
  SecurityFilterChain restPortForWhoKnowsTheToken(HttpSecurity http, @Value("${local.rest-port}") int port) throws Exception {
    return http.securityMatcher(request -> request.getLocalPort() == port)
        .csrf(AbstractHttpConfigurer::disable)
        .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .build();
  }

  /** Before every filter and page, of the web apps, the engine's API and the actuator alike. */
  @Bean
  HttpFirewall frontDoor(@Value("${local.web-port}") int webPort, @Value("${local.rest-port}") int restPort, @Value("${local.console-port}") int consolePort) {
    FrontDoor door = new FrontDoor(webPort, restPort, consolePort, LocalToken.ofThisPart());
    return new StrictHttpFirewall() {
      @Override
      public FirewalledRequest getFirewalledRequest(HttpServletRequest request) {
        if (request.getDispatcherType() == DispatcherType.REQUEST) {
          FrontDoor.Refusal refusal = door.refusal(request.getLocalPort(), request.getMethod(), request.getRequestURI(), request::getHeader);
          if (refusal != null) {
            throw new NotLetIn(refusal);
          }
        }
        return super.getFirewalledRequest(request);
      }
    };
  }

  static final class NotLetIn extends RequestRejectedException {
    private final FrontDoor.Refusal refusal;

    NotLetIn(FrontDoor.Refusal refusal) {
      super(refusal.reason());
      this.refusal = refusal;
    }
  }

  @Bean
  RequestRejectedHandler saysWhy() {
    return (request, response, rejected) -> {
      response.setStatus(rejected instanceof NotLetIn notLetIn ? notLetIn.refusal.status() : HttpServletResponse.SC_BAD_REQUEST);
      response.setContentType("text/plain;charset=UTF-8");
      response.getWriter().print(rejected instanceof NotLetIn ? rejected.getMessage() : "This request is not taken.");
    };
  }

  /** Whoever has signed in to the console needs no second sign-in: they bring a ticket, and the console says whom it admits. */
  @Bean
  @Order(Ordered.HIGHEST_PRECEDENCE + 11)
  SecurityFilterChain fromTheConsole(HttpSecurity http, @Value("${local.console-port}") int port, OperateUserDetailsService users) throws Exception {
    return http.securityMatcher(FromTheConsole.PATH)
        .csrf(AbstractHttpConfigurer::disable) // the ticket is what no other page has
        .addFilterBefore(new Admission(new FromTheConsole(port, LocalToken.ofThisPart()), users), AuthorizationFilter.class)
        .authorizeHttpRequests(requests -> requests.anyRequest().denyAll())
        .build();
  }

  /** Signs in anew, in a new session, whoever a ticket admits. */
  static final class Admission extends OncePerRequestFilter {
    private final SecurityContextRepository sessions = new HttpSessionSecurityContextRepository();
    private final FromTheConsole console;
    private final OperateUserDetailsService users;

    Admission(FromTheConsole console, OperateUserDetailsService users) {
      this.console = console;
      this.users = users;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException {
      Optional<FromTheConsole.Admitted> admitted = admitted(request);
      Optional<UserDetails> user = admitted.flatMap(this::user);
      if (user.isEmpty()) {
        response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        response.setContentType("text/plain;charset=UTF-8");
        response.getWriter().print("This way in is used up or too old. Go back to the console and follow the link again.");
        return;
      }
      HttpSession before = request.getSession(false);
      if (before != null) {
        before.invalidate();
      }
      sessions.saveContext(new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(user.get(), null, user.get().getAuthorities())), request, response);
      response.setStatus(HttpServletResponse.SC_SEE_OTHER);
      response.setHeader("Location", admitted.get().page());
    }

    /** Nothing is taken from the address, which others may see or make. */
    private Optional<FromTheConsole.Admitted> admitted(HttpServletRequest request) throws IOException {
      return request.getQueryString() != null ? Optional.empty() : console.admitted(request.getParameter(FromTheConsole.TICKET), session(request));
    }

    private static String session(HttpServletRequest request) {
      Cookie[] sent = request.getCookies();
      return sent == null ? null : Arrays.stream(sent).filter(cookie -> cookie.getName().equals(FromTheConsole.SESSION)).map(Cookie::getValue).findFirst().orElse(null);
    }

    private Optional<UserDetails> user(FromTheConsole.Admitted admitted) {
      try {
        return Optional.of(users.loadUserByUsername(admitted.user()));
      } catch (UsernameNotFoundException notYetKnownHere) {
        return Optional.empty();
      }
    }
  }

  /** Groups by user from a properties file: {@code user=group,group}; {@code *} is no restriction. */
  static final class Groups {
    private static final String OPERATORS = "psc-service-owner";

    private final Properties byUser = new Properties();

    Groups(Path file) throws IOException {
      try (Reader reader = Files.newBufferedReader(file)) {
        byUser.load(reader);
      }
    }

    boolean unrestricted(String user) {
      return "*".equals(byUser.getProperty(user));
    }

    /** Looks after the engine, for all: the service owner, and who has no restriction. */
    boolean operator(String user) {
      return unrestricted(user) || of(user).contains(OPERATORS);
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
   * Behind the web apps' own sign-in: {@link WebAppRights}, which they do not have. In their own store whoever has signed in may read every variable, take every task and change
   * every process.
   */
  static final class Rights extends OncePerRequestFilter {
    private final Groups groups;
    private final int webPort;
    private final TaskStore tasks;

    Rights(Groups groups, int webPort, TaskStore tasks) {
      this.groups = groups;
      this.webPort = webPort;
      this.tasks = tasks;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException, ServletException {
      if (request.getLocalPort() != webPort) {
        chain.doFilter(request, response);
        return;
      }
      String path = request.getRequestURI();
      WebAppRights right = WebAppRights.of(request.getMethod(), path);
      Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
      boolean open = right == WebAppRights.EVERYBODY;
      if (signedIn == null || signedIn instanceof AnonymousAuthenticationToken) {
        if (open || right == WebAppRights.ROLE_TO_OPEN) {
          chain.doFilter(request, response);
        } else {
          response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        }
      } else if (open || holds(signedIn.getName(), right, path)) {
        chain.doFilter(request, response);
      } else {
        response.setStatus(HttpServletResponse.SC_FORBIDDEN);
      }
    }

    private boolean holds(String user, WebAppRights right, String path) {
      return switch (right) {
        case EVERYBODY, SIGNED_IN -> true;
        case WHOSE_TASK_IT_IS -> isTheirs(user, found(WebAppRights.task(path)));
        case WHO_MAY_TAKE_THE_TASK -> mayTake(user, found(WebAppRights.task(path)));
        case WHO_HAS_THE_TASK -> groups.operator(user) || has(user, found(WebAppRights.task(path)));
        case ROLE_TO_OPEN, ROLE -> groups.anyOf(user);
        case OPERATOR -> groups.operator(user);
        case NOBODY -> false;
      };
    }

    /** Null where there is none, which is nobody's. */
    private TaskEntity found(String task) {
      try {
        return tasks.getTask(task);
      } catch (NotFoundException unknown) {
        return null;
      }
    }

    private boolean isTheirs(String user, TaskEntity task) {
      return mayTake(user, task) || has(user, task);
    }

    private boolean mayTake(String user, TaskEntity task) {
      return groups.unrestricted(user)
          || task != null && (listed(task.getCandidateUsers()).contains(user) || !Collections.disjoint(listed(task.getCandidateGroups()), groups.of(user)));
    }

    private static boolean has(String user, TaskEntity task) {
      return task != null && user.equals(task.getAssignee());
    }

    private static List<String> listed(String[] names) {
      return names == null ? List.of() : Arrays.asList(names);
    }
  }

  @Bean
  FilterRegistrationBean<Rights> rights(Groups groups, @Value("${local.web-port}") int webPort, TaskStore tasks) {
    var registration = new FilterRegistrationBean<>(new Rights(groups, webPort, tasks));
    registration.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER + 1);
    return registration;
  }

  /** Set before the web apps set theirs, which they then leave out. */
  @Bean
  FilterRegistrationBean<OncePerRequestFilter> contentOfPages() {
    var registration = new FilterRegistrationBean<OncePerRequestFilter>(new OncePerRequestFilter() {
      @Override
      protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException, ServletException {
        response.setHeader("Content-Security-Policy", CONTENT);
        chain.doFilter(request, response);
      }
    });
    registration.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER - 1);
    return registration;
  }

  /** The web apps' own clients of the engine, which they make without credentials. */
  @Bean
  static BeanPostProcessor clientsThatKnowTheToken() {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessAfterInitialization(Object bean, String name) {
        if (!(bean instanceof ZeebeClient client)) {
          return bean;
        }
        ZeebeClientConfiguration same = client.getConfiguration();
        client.close();
        return ZeebeClient.newClientBuilder().grpcAddress(same.getGrpcAddress()).restAddress(same.getRestAddress()).usePlaintext()
            .defaultJobWorkerMaxJobsActive(same.getDefaultJobWorkerMaxJobsActive()).credentialsProvider(new TokenOfClients()).build();
      }
    };
  }

  static final class TokenOfClients implements CredentialsProvider {
    private final String header = LocalToken.ofThisPart().header();

    @Override
    public void applyCredentials(CredentialsApplier applier) {
      applier.put("Authorization", header);
    }

    @Override
    public boolean shouldRetryRequest(StatusCode status) {
      return false;
    }
  }

  /** On every call to the search store, of broker and web apps; named in {@code camunda.yaml}. */
  public static final class TokenOfSearches implements DatabaseCustomHeaderSupplier {
    private final CustomHeader header = new CustomHeader("Authorization", LocalToken.ofThisPart().header());

    @Override
    public CustomHeader getSearchDatabaseCustomHeader() {
      return header;
    }
  }

  /** On the gRPC port; named in {@code camunda.yaml}. */
  public static final class TokenOfCommands implements ServerInterceptor {
    private static final Metadata.Key<String> AUTHORIZATION = Metadata.Key.of("Authorization", Metadata.ASCII_STRING_MARSHALLER);

    private final LocalToken token = LocalToken.ofThisPart();

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
      if (token.isIn(headers.get(AUTHORIZATION))) {
        return next.startCall(call, headers);
      }
      call.close(Status.UNAUTHENTICATED.withDescription("Only the application may ask for this."), new Metadata());
      return new ServerCall.Listener<>() { };
    }
  }

  /** Both web apps' methods ask here for permissions, which are of Operate: what somebody may do with a task is a matter of {@link Rights}. */
  @Bean
  @Primary
  AuthUserService permissionsOfOperate() {
    return new AuthUserService() {
      @Override
      public UserDto createUserDtoFrom(UsernamePasswordAuthenticationToken signedIn) {
        UserDto user = super.createUserDtoFrom(signedIn);
        boolean tasklist = RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes asked && asked.getRequest().getRequestURI().matches("/v1/(tasks|internal)/.*");
        return tasklist ? user.setPermissions(List.of(io.camunda.operate.webapp.security.Permission.READ, io.camunda.operate.webapp.security.Permission.WRITE)) : user;
      }
    };
  }

  @Bean
  @Primary
  UserReader localUserReader(UserService userService, Groups groups) {
    return new UserReader() {
      @Override
      public UserDTO getCurrentUser() {
        var user = userService.getCurrentUser();
        return new UserDTO()
            .setUserId(user.getUserId())
            .setDisplayName(user.getDisplayName())
            .setPermissions(List.of(Permission.READ, Permission.WRITE)) // of tasks, by whose they are; the permissions of the store are Operate's
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
