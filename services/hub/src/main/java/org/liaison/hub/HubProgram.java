package org.liaison.hub;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.liaison.console.port.Views;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.env.OriginTrackedMapPropertySource;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/// Starts a hub from its configuration file, as a program of its own or beside others in one JVM: nothing
/// it sets is global.
public final class HubProgram {

    private static final Logger LOG = LoggerFactory.getLogger(HubProgram.class);

    /// A key that nobody reads is a setting that somebody believes in. The environment holds other
    /// programs' names, too.
    private static final BindHandler REFUSE_UNKNOWN_KEYS = new NoUnboundElementsBindHandler(
            BindHandler.DEFAULT, source -> source.getUnderlyingSource() instanceof OriginTrackedMapPropertySource);

    private HubProgram() {}

    /// Who has the say over logging in this JVM.
    public enum Logging {
        /// The hub sets it up as its configuration file says (`logging.*`).
        ITS_OWN,
        /// Another program has set it up.
        LEFT_ALONE
    }

    /// Returns when gateways can send: everything is recovered, the directory is in force, both lanes run.
    /// A hub that cannot be trusted to work does not start; the exception's message is for the operator.
    public static Running start(Path configFile, Logging logging) {
        return start(configFile, logging, _ -> {});
    }

    /// `meddling` lets tests put something in the way of a part.
    static Running start(
            Path configFile, Logging logging, ApplicationContextInitializer<ConfigurableApplicationContext> meddling) {
        Path file = configFile.toAbsolutePath().normalize();
        if (!Files.isReadable(file)) throw new IllegalArgumentException("cannot read the configuration file " + file);
        SpringApplication application = new SpringApplication(HubWiring.class, OperationsWiring.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.setWebApplicationType(WebApplicationType.SERVLET);
        application.setRegisterShutdownHook(logging == Logging.ITS_OWN);
        application.setLogStartupInfo(false);
        // The broker would write several lines per message, addresses and ids among them; the audit log is elsewhere.
        // That a collector of traces is away is said once, by our own room.
        application.setDefaultProperties(
                Map.of("logging.level.org.apache.activemq.audit", "OFF", "logging.level.io.opentelemetry", "OFF"));
        if (logging == Logging.LEFT_ALONE)
            application.setListeners(application.getListeners().stream()
                    .filter(listener -> !(listener instanceof LoggingApplicationListener))
                    .toList());
        application.addInitializers(context -> settle(context, file), meddling);
        return new Running(application.run("--spring.config.location=file:" + file));
    }

    private static void settle(ConfigurableApplicationContext context, Path file) {
        ConfigurableEnvironment environment = context.getEnvironment();
        HubSettings settings = Binder.get(environment)
                .bind("hub", Bindable.of(HubSettings.class), REFUSE_UNKNOWN_KEYS)
                .orElseThrow(() -> new IllegalArgumentException(file + " says nothing under 'hub:'"))
                .relativeTo(Objects.requireNonNull(file.getParent()));
        LOG.info("{}", settings);
        ((GenericApplicationContext) context).registerBean(HubSettings.class, () -> settings);
        environment.getPropertySources().addFirst(new MapPropertySource("hub", spring(settings.web())));
    }

    /// What Spring is told. Nothing of this is for an operator to change.
    private static Map<String, Object> spring(HubSettings.Web web) {
        return Map.ofEntries(
                Map.entry("spring.application.name", "liaison-hub"),
                Map.entry("spring.main.lazy-initialization", false),
                Map.entry("spring.jmx.enabled", false),
                Map.entry("server.address", web.host().getHostAddress()),
                Map.entry("server.port", web.port()),
                Map.entry("server.shutdown", "graceful"),
                Map.entry("server.tomcat.threads.max", 8),
                Map.entry("server.tomcat.threads.min-spare", 1),
                Map.entry("server.error.include-message", "never"),
                Map.entry("management.server.address", web.managementHost().getHostAddress()),
                Map.entry("management.server.port", web.managementPort()),
                Map.entry("management.endpoints.web.exposure.include", "health,statistics,deadlines,prometheus"),
                Map.entry("management.endpoint.health.show-details", "always"),
                Map.entry("management.endpoint.health.probes.enabled", true),
                Map.entry("management.endpoint.health.group.liveness.include", "livenessState,lanes,broker"),
                Map.entry("management.endpoint.health.group.readiness.include", "readinessState,lanes,post,log"));
    }

    /// A hub at work. Closing it answers the batch in hand first.
    public static final class Running implements AutoCloseable {

        private final ConfigurableApplicationContext context;

        Running(ConfigurableApplicationContext context) {
            this.context = context;
        }

        /// Where gateways connect; -1 if the broker is not the hub's own.
        public int brokerPort() {
            return context.getBean(Broker.class).port();
        }

        public int webPort() {
            return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        }

        public int managementPort() {
            return context.getEnvironment().getRequiredProperty("local.management.port", Integer.class);
        }

        /// Where the console listens; -1 if there is none.
        public int consolePort() {
            return context.getBean(ConsoleMount.class).port();
        }

        /// What a person must be told who started this program by hand, once.
        public List<String> announcements() {
            return context.getBean(ConsoleMount.class)
                    .firstEnrolment()
                    .map(link -> List.of("The first administrator of the console enrols here, once: " + link))
                    .orElse(List.of());
        }

        Views views() {
            return context.getBean(Views.class);
        }

        <T> T part(Class<T> type) {
            return context.getBean(type);
        }

        /// Messages answered since the start.
        public long answered() {
            return context.getBean(Lanes.class).answered();
        }

        @Override
        public void close() {
            context.close();
        }
    }
}
