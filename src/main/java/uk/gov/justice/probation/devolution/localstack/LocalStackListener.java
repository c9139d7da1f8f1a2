package uk.gov.justice.probation.devolution.localstack;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.Profiles;

/**
 * In the profile {@code local}, and in no other, starts the stack before the application's context and gives the
 * context its addresses.
 */
class LocalStackListener implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        ConfigurableEnvironment environment = event.getEnvironment();
        if (!environment.acceptsProfiles(Profiles.of("local"))) {
            return;
        }
        Console console = new Console(System.out);
        try {
            if (environment.containsProperty("fresh")) {
                environment
                        .getPropertySources()
                        .addFirst(new MapPropertySource(
                                "fresh",
                                Map.of("devolution.local.fresh", !"false".equals(environment.getProperty("fresh")))));
            }
            LocalStackSettings settings =
                    Binder.get(environment).bindOrCreate("devolution.local", LocalStackSettings.class);
            LocalStack stack = new LocalStack(settings, applicationPorts(environment), console, () -> System.exit(1));
            SpringApplication.getShutdownHandlers().add(stack::stop);
            LaunchingProcess.exitWithIt();
            stack.start();
            environment.getPropertySources().addFirst(new MapPropertySource("localStack", stack.properties()));
            environment.getPropertySources().addFirst(new MapPropertySource("localStackLinks", links(environment)));
        } catch (LocalStackException e) {
            console.say(e.getMessage());
            System.exit(1);
        }
    }

    private static Map<String, Integer> applicationPorts(ConfigurableEnvironment environment) {
        Map<String, Integer> ports = new LinkedHashMap<>();
        for (String setting : new String[] {"server.port", "management.server.port"}) {
            Integer port = environment.getProperty(setting, Integer.class);
            if (port != null && port > 0) {
                ports.put(setting, port);
            }
        }
        return ports;
    }

    /**
     * The addresses that links lead to: those to Tasklist and Operate by the console, where everybody has signed in.
     */
    private static Map<String, Object> links(ConfigurableEnvironment environment) {
        String console = "http://localhost:" + environment.getProperty("server.port", "8090");
        return Map.of(
                "devolution.console-url", console,
                "devolution.tasklist-url", console + OpeningWebApps.TASKLIST,
                "devolution.operate-url", console + OpeningWebApps.OPERATE);
    }

    /** After the configuration is read and logging is set up. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }
}
