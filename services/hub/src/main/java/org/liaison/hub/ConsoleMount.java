package org.liaison.hub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liaison.console.ConsoleWiring;
import org.liaison.console.alert.AlertBook;
import org.liaison.console.alert.Watchman;
import org.liaison.console.port.Alerts;
import org.liaison.console.port.Diagnostics;
import org.liaison.console.port.Views;
import org.liaison.pages.PagesWiring;
import org.liaison.signin.Doors;
import org.liaison.signin.Enrolment;
import org.liaison.signin.Grant;
import org.liaison.signin.SignInHouse;
import org.liaison.signin.SignInWiring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.LifecycleAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;

/// The console beside the hub: a web server of its own, with a port of its own, that knows of the hub only
/// what it is handed here. So no page of it can be reached at the public log's port, whatever else goes wrong.
final class ConsoleMount implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ConsoleMount.class);

    private static final Doors DOORS = new Doors(
            List.of("/static/**"),
            List.of(
                    "/",
                    "/home",
                    "/routes/**",
                    "/mailboxes",
                    "/quarantine/**",
                    "/trace",
                    "/charts",
                    "/live/**",
                    "/deadlines",
                    "/certificates",
                    "/snapshots",
                    "/log/**",
                    "/alerts/**",
                    "/runbook/*",
                    "/diagnostics"),
            List.of("/api/**"),
            List.of(),
            List.of());

    private final Optional<ConfigurableApplicationContext> context;
    private final Optional<URI> firstEnrolment;

    private ConsoleMount(Optional<ConfigurableApplicationContext> context, Optional<URI> firstEnrolment) {
        this.context = context;
        this.firstEnrolment = firstEnrolment;
    }

    /// What the console is handed of the hub.
    record Handed(
            Views views,
            Diagnostics diagnostics,
            Alerts alerts,
            AlertBook alertBook,
            Watchman watchman,
            Database database,
            Clock clock) {}

    /// Where persons and sessions are kept; the schema of sign-in is in place.
    record Database(javax.sql.DataSource source) {}

    /// Returns when people can sign in; without a port there is no console.
    static ConsoleMount open(ConsoleSettings.At at, Handed handed) {
        if (at.port().isEmpty()) return new ConsoleMount(Optional.empty(), Optional.empty());
        int port = at.port().get();
        URI origin = at.address().orElseThrow();
        SpringApplication application = new SpringApplication(House.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.setWebApplicationType(WebApplicationType.SERVLET);
        application.setRegisterShutdownHook(false);
        application.setLogStartupInfo(false);
        // Logging is the hub's, or that of the program around it.
        application.setListeners(application.getListeners().stream()
                .filter(listener -> !(listener instanceof LoggingApplicationListener))
                .toList());
        application.addInitializers(context -> {
            context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("console", spring(at, port)));
            GenericApplicationContext beans = (GenericApplicationContext) context;
            beans.registerBean(Views.class, handed::views);
            beans.registerBean(Diagnostics.class, handed::diagnostics);
            beans.registerBean(Alerts.class, handed::alerts);
            beans.registerBean(AlertBook.class, handed::alertBook);
            beans.registerBean(Watchman.class, handed::watchman);
            beans.registerBean(Clock.class, handed::clock);
            beans.registerBean(
                    SignInHouse.class,
                    () -> new SignInHouse(
                            at.keys().settings("hub", origin, at.idle(), at.longest()),
                            DOORS,
                            handed.database().source()));
        });
        ConfigurableApplicationContext running = application.run("--spring.config.location=optional:classpath:/none/");
        LOG.info("The operators' console listens on port {}", portOf(running));
        Optional<Enrolment.Link> first = running.getBean(Enrolment.class).firstLink(List.of(Grant.HUB));
        Path file = at.enrolmentFile();
        if (file == null) return new ConsoleMount(Optional.of(running), first.map(Enrolment.Link::address));
        first.ifPresentOrElse(link -> link.write(file), () -> delete(file));
        return new ConsoleMount(Optional.of(running), Optional.empty());
    }

    /// Somebody has enrolled: the link in it opens nothing any more.
    private static void delete(Path stale) {
        try {
            Files.deleteIfExists(stale);
        } catch (IOException e) {
            throw new UncheckedIOException("The used enrolment link " + stale + " cannot be deleted.", e);
        }
    }

    private static Map<String, Object> spring(ConsoleSettings.At at, int port) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("spring.application.name", "liaison-console");
        properties.put("spring.main.lazy-initialization", false);
        properties.put("spring.jmx.enabled", false);
        properties.put("server.address", at.host().getHostAddress());
        properties.put("server.port", port);
        properties.put("server.shutdown", "immediate");
        properties.putAll(at.keys().server());
        properties.put("server.tomcat.threads.max", 16);
        properties.put("server.tomcat.threads.min-spare", 1);
        properties.put("server.error.include-message", "never");
        properties.put("server.compression.enabled", true);
        // Static files only: pages hold secrets, and how well they are compressed would tell of them.
        properties.put("server.compression.mime-types", "text/css,text/javascript,image/svg+xml");
        return properties;
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        PropertyPlaceholderAutoConfiguration.class,
        LifecycleAutoConfiguration.class,
        JacksonAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class,
        TomcatServletWebServerAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class,
        ErrorMvcAutoConfiguration.class
    })
    @Import({ConsoleFaults.class, PagesWiring.class, SignInWiring.class, ConsoleWiring.class})
    static class House {}

    /// -1 without a console.
    int port() {
        return context.map(ConsoleMount::portOf).orElse(-1);
    }

    private static int portOf(ConfigurableApplicationContext running) {
        return running.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    /// Where the first administrator enrols, to be shown once; absent when somebody has.
    Optional<URI> firstEnrolment() {
        return firstEnrolment;
    }

    @Override
    public void close() {
        context.ifPresent(ConfigurableApplicationContext::close);
    }
}
