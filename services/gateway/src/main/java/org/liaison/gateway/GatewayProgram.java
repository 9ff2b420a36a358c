package org.liaison.gateway;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.liaison.message.AuthorityCode;
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
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/// Starts a gateway from its configuration file, as a program of its own or beside others in one JVM:
/// nothing it sets is global.
public final class GatewayProgram {

    private static final Logger LOG = LoggerFactory.getLogger(GatewayProgram.class);

    /// A key that nobody reads is a setting that somebody believes in. The environment holds other programs' names,
    /// too.
    private static final BindHandler REFUSE_UNKNOWN_KEYS = new NoUnboundElementsBindHandler(
            BindHandler.DEFAULT, source -> source.getUnderlyingSource() instanceof OriginTrackedMapPropertySource);

    private GatewayProgram() {}

    /// Who has the say over logging in this JVM.
    public enum Logging {
        /// The gateway sets it up as its configuration file says (`logging.*`).
        ITS_OWN,
        /// Another program has set it up.
        LEFT_ALONE
    }

    /// As [#start(Path, Logging)], as a program of its own.
    public static Running start(Path configFile) {
        return start(configFile, Logging.ITS_OWN);
    }

    /// Returns when officers can work: the database is open, the directory is in force, the API
    /// listens. Whether the hub
    /// can be reached makes no difference; messages wait in the outbox until it can.
    public static Running start(Path configFile, Logging logging) {
        Path file = configFile.toAbsolutePath().normalize();
        if (!Files.isReadable(file)) throw new IllegalArgumentException("cannot read the configuration file " + file);
        SpringApplication application = new SpringApplication(GatewayWiring.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.setWebApplicationType(WebApplicationType.SERVLET);
        application.setRegisterShutdownHook(logging == Logging.ITS_OWN);
        application.setLogStartupInfo(false);
        // That a collector of traces is away is said once, by our own room.
        application.setDefaultProperties(Map.of("logging.level.io.opentelemetry", "OFF"));
        if (logging == Logging.LEFT_ALONE)
            application.setListeners(application.getListeners().stream()
                    .filter(listener -> !(listener instanceof LoggingApplicationListener))
                    .toList());
        application.addInitializers(context -> settle(context, file));
        return new Running(application.run("--spring.config.location=file:" + file));
    }

    private static void settle(ConfigurableApplicationContext context, Path file) {
        ConfigurableEnvironment environment = context.getEnvironment();
        GatewaySettings settings = Binder.get(environment)
                .bind("gateway", Bindable.of(GatewaySettings.class), REFUSE_UNKNOWN_KEYS)
                .orElseThrow(() -> new IllegalArgumentException(file + " says nothing under 'gateway:'"))
                .relativeTo(file.resolveSibling("").normalize());
        LOG.info("{}", settings);
        ((GenericApplicationContext) context).registerBean(GatewaySettings.class, () -> settings);
        environment.getPropertySources().addFirst(new MapPropertySource("gateway", spring(settings)));
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "gateway-proxies", settings.desk().keys().server()));
    }

    /// What Spring is told. Nothing of this is for an operator to change. Uploads stay in memory: on
    /// disk they would lie
    /// in the clear.
    private static Map<String, Object> spring(GatewaySettings settings) {
        GatewaySettings.Web web = settings.web();
        GatewaySettings.Limits limits = settings.limits();
        return Map.ofEntries(
                Map.entry("spring.application.name", settings.code()),
                Map.entry("spring.main.lazy-initialization", false),
                Map.entry("spring.jmx.enabled", false),
                Map.entry("spring.jackson.default-property-inclusion", "non_absent"),
                Map.entry("spring.web.resources.add-mappings", false),
                Map.entry("spring.servlet.multipart.max-file-size", limits.attachmentBytes() + "B"),
                Map.entry("spring.servlet.multipart.max-request-size", limits.requestBytes() + "B"),
                Map.entry("spring.servlet.multipart.file-size-threshold", limits.requestBytes() + "B"),
                Map.entry("spring.servlet.multipart.resolve-lazily", true),
                Map.entry("server.address", web.host()),
                Map.entry("server.port", web.port()),
                Map.entry("server.shutdown", "graceful"),
                // Static files only: pages hold secrets, and how well they are compressed would tell of them.
                Map.entry("server.compression.enabled", true),
                Map.entry("server.compression.mime-types", "text/css,text/javascript,image/svg+xml"),
                Map.entry("server.tomcat.threads.max", 16),
                Map.entry("server.tomcat.threads.min-spare", 2),
                Map.entry("server.tomcat.max-part-count", 80),
                Map.entry("server.tomcat.max-swallow-size", limits.requestBytes() + "B"),
                Map.entry("server.error.include-message", "never"),
                Map.entry("server.error.include-stacktrace", "never"),
                Map.entry("management.server.address", web.managementHost()),
                Map.entry("management.server.port", web.managementPort()),
                Map.entry("management.endpoints.web.exposure.include", "health,prometheus"),
                Map.entry("management.endpoint.health.show-details", "always"),
                Map.entry("management.endpoint.health.probes.enabled", true),
                Map.entry("management.endpoint.health.group.liveness.include", "livenessState,threads"),
                Map.entry("management.endpoint.health.group.readiness.include", "readinessState,desk"),
                Map.entry("management.endpoint.health.group.link.include", "hub"));
    }

    /// A gateway at work. Closing it finishes the batch in hand first.
    public static final class Running implements AutoCloseable {

        private final ConfigurableApplicationContext context;

        Running(ConfigurableApplicationContext context) {
            this.context = context;
        }

        /// Where its REST API is, without `/api/v1`.
        public URI url() {
            int port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
            return URI.create("http://" + settings().web().host() + ":" + port);
        }

        /// Where its health is, at `/actuator/health`.
        public URI managementUrl() {
            int port = context.getEnvironment().getRequiredProperty("local.management.port", Integer.class);
            return URI.create("http://" + settings().web().managementHost() + ":" + port);
        }

        /// The token of the first start, to be shown once; absent at every later start. Acts for all
        /// authorities here.
        public Optional<String> firstToken() {
            return context.getBean(WebWiring.FirstToken.class).token();
        }

        /// Where the first administrator enrols, to be shown once; absent when somebody has.
        public Optional<URI> firstEnrolment() {
            return context.getBean(DeskMount.FirstLink.class).address();
        }

        /// What a person must be told who started this program by hand: whatever has no file of its own.
        public List<String> announcements() {
            List<String> lines = new ArrayList<>();
            if (settings().tokenFile() == null)
                firstToken().ifPresent(token -> lines.add("The first token of the API, shown once: " + token));
            if (settings().desk().enrolmentFile() == null)
                firstEnrolment()
                        .ifPresent(link -> lines.add("The first administrator of the desk enrols here, once: " + link));
            return lines;
        }

        /// A token for these authorities only, to be shown once.
        public String issueToken(String label, Set<AuthorityCode> authorities) {
            if (authorities.isEmpty() || !settings().seats().containsAll(authorities))
                throw new IllegalArgumentException("a token acts for authorities of this gateway");
            return context.getBean(Tokens.class).issue(label, authorities, Instant.now());
        }

        /// Whether the hub is reached at this moment.
        public boolean isConnected() {
            return context.getBean(HubLink.class).standing().connected();
        }

        private GatewaySettings settings() {
            return context.getBean(GatewaySettings.class);
        }

        @Override
        public void close() {
            context.close();
        }
    }
}
