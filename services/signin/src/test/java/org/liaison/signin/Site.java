package org.liaison.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.BindException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import org.liaison.database.Database;
import org.liaison.database.DatabaseSettings;
import org.liaison.pages.Frame;
import org.liaison.pages.PagesWiring;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.actuate.autoconfigure.endpoint.EndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.endpoint.jackson.JacksonEndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.endpoint.web.WebEndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementContextAutoConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.health.autoconfigure.actuate.endpoint.HealthEndpointAutoConfiguration;
import org.springframework.boot.health.autoconfigure.contributor.HealthContributorAutoConfiguration;
import org.springframework.boot.health.autoconfigure.registry.HealthContributorRegistryAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.actuate.web.ServletManagementContextAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.actuate.web.server.TomcatServletManagementContextAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.actuate.endpoint.web.WebMvcHealthEndpointExtensionAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// A small house that mounts the room: real Tomcat, real PostgreSQL, a clock that can be moved, and one page
/// inside.
final class Site implements AutoCloseable {

    static final String AUTHORITY = "xa.police.one";
    static final String OTHER_AUTHORITY = "xa.social.two";
    static final String PASSWORD = "seven green lanterns over the harbour";

    static final Map<String, Stay> STAYS = new ConcurrentHashMap<>();

    /// What is open of `/inside/events`.
    static final BlockingQueue<SseEmitter> STREAMS = new LinkedBlockingQueue<>();

    final URI origin;
    final MovableClock clock;
    final Database database;
    private final ConfigurableApplicationContext context;

    /// Time as a test wants it.
    static final class MovableClock extends Clock {
        private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

        void forward(Duration time) {
            ahead.updateAndGet(time::plus);
        }

        @Override
        public Instant instant() {
            return InstantSource.system().instant().plus(ahead.get());
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }

    private Site(URI origin, MovableClock clock, Database database, ConfigurableApplicationContext context) {
        this.origin = origin;
        this.clock = clock;
        this.database = database;
        this.context = context;
    }

    static Database database(Path folder) {
        return Database.open(DatabaseSettings.embedded(folder), "classpath:org/liaison/signin/schema");
    }

    static Site start(Database database) {
        return start(database, new MovableClock(), freePort(), Optional.empty());
    }

    static Site start(Database database, MovableClock clock, int port, Optional<SignInSettings.OpenId> openId) {
        URI origin = URI.create("http://localhost:" + port);
        SignInSettings settings = new SignInSettings(
                "site",
                origin,
                SignInSettings.IDLE,
                SignInSettings.LONGEST,
                SignInSettings.LINK,
                SignInSettings.Attempts.USUAL,
                openId);
        SpringApplication application = new SpringApplication(House.class);
        application.setWebApplicationType(WebApplicationType.SERVLET);
        application.setRegisterShutdownHook(false);
        application.setDefaultProperties(Map.of(
                "server.port", port,
                "server.address", "127.0.0.1",
                "management.server.port", "0",
                "management.server.address", "127.0.0.1",
                "spring.main.banner-mode", "off",
                "logging.level.root", "warn",
                "logging.level.org.liaison", "info"));
        application.addInitializers(context -> {
            GenericApplicationContext beans = (GenericApplicationContext) context;
            beans.registerBean(
                    SignInHouse.class,
                    () -> new SignInHouse(
                            settings,
                            new Doors(
                                    List.of("/log/**"),
                                    List.of("/", "/inside/**"),
                                    List.of("/programs/**"),
                                    List.of("/api/**"),
                                    List.of("/inside/page")),
                            database.source()));
            beans.registerBean(Clock.class, () -> clock);
        });
        return new Site(origin, clock, database, application.run());
    }

    /// Where the house says how it is, on a port of its own.
    URI management() {
        return URI.create("http://localhost:" + context.getEnvironment().getRequiredProperty("local.management.port"));
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    JdbcClient sql() {
        return JdbcClient.create(database.source());
    }

    Enrolment.Link firstLink() {
        return bean(Enrolment.class)
                .firstLink(Set.of(AUTHORITY, OTHER_AUTHORITY))
                .orElseThrow();
    }

    /// Somebody who has enrolled with [#PASSWORD].
    Person person(String login, Grant... grants) {
        Persons persons = bean(Persons.class);
        Person person =
                persons.add(login, "Person " + login, org.liaison.message.Language.EN, ZoneOffset.UTC, Set.of(grants));
        persons.password(person.id(), HASHED.get());
        persons.enrolled(person.id(), new byte[0]);
        return person;
    }

    private static final java.util.function.Supplier<HashedPassword> HASHED = new java.util.function.Supplier<>() {
        private HashedPassword hashed;

        @Override
        public synchronized HashedPassword get() {
            if (hashed == null) hashed = new Passwords().hash(PASSWORD);
            return hashed;
        }
    };

    @Override
    public void close() {
        context.close();
    }

    /// Not among those that the system gives to whoever calls out: there somebody would take it before the site
    /// listens.
    static int freePort() {
        while (true) {
            try (ServerSocket socket =
                    new ServerSocket(ThreadLocalRandom.current().nextInt(10_000, 32_000))) {
                return socket.getLocalPort();
            } catch (BindException _) {
                // Somebody listens there.
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        PropertyPlaceholderAutoConfiguration.class,
        JacksonAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class,
        TomcatServletWebServerAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class,
        ErrorMvcAutoConfiguration.class,
        EndpointAutoConfiguration.class,
        JacksonEndpointAutoConfiguration.class,
        WebEndpointAutoConfiguration.class,
        HealthContributorRegistryAutoConfiguration.class,
        HealthContributorAutoConfiguration.class,
        HealthEndpointAutoConfiguration.class,
        WebMvcHealthEndpointExtensionAutoConfiguration.class,
        ManagementContextAutoConfiguration.class,
        ServletManagementContextAutoConfiguration.class,
        TomcatServletManagementContextAutoConfiguration.class
    })
    @Import({SignInWiring.class, PagesWiring.class, Inside.class})
    static class House {

        @Bean
        Frame frame() {
            return new Frame() {
                @Override
                public String site() {
                    return "site-xa";
                }

                @Override
                public List<Tab> tabs(HttpServletRequest request) {
                    return List.of();
                }
            };
        }
    }

    /// What there is to see once inside.
    @RestController
    static class Inside {

        @GetMapping("/")
        String home(Person person) {
            return "home of " + person.login();
        }

        @GetMapping("/inside/page")
        String page(Person person) {
            return "page of " + person.login();
        }

        /// A page with a part that stays up to date by itself.
        @GetMapping(value = "/inside/live", produces = "text/html")
        String live() {
            return """
                    <!DOCTYPE html><html lang="en"><head><title>Live</title>
                    <script defer src="/static/htmx/htmx.min.js"></script>
                    <script defer src="/static/pages/live.js"></script></head>
                    <body><div data-live="/inside/events" data-live-part="/inside/page"></div></body></html>""";
        }

        @GetMapping("/inside/events")
        SseEmitter events() throws IOException {
            SseEmitter stream = new SseEmitter(0L);
            stream.send(SseEmitter.event().comment("open"));
            STREAMS.add(stream);
            return stream;
        }

        /// Keeps what a stream would keep that was opened by this request.
        @GetMapping("/inside/stay")
        String stay(Person person, Stay stay) {
            STAYS.put(person.login(), stay);
            return "open";
        }

        @PostMapping("/inside/page")
        String post(Person person) {
            return "posted by " + person.login();
        }

        @GetMapping("/log/head")
        String log() {
            return "log";
        }

        @GetMapping("/api/thing")
        String api() {
            return "api";
        }

        @GetMapping("/programs/thing")
        String program(Person person) {
            return "read for " + person.login() + " " + person.listed();
        }

        @PostMapping("/programs/thing")
        String act(Person person) {
            return "done for " + person.login();
        }

        @GetMapping("/forgotten")
        String forgotten() {
            return "a page that no door lists";
        }
    }
}
