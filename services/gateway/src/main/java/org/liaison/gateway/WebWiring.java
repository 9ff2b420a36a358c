package org.liaison.gateway;

import java.time.Clock;
import java.util.Optional;
import org.liaison.casework.Forms;
import org.liaison.database.Database;
import org.liaison.print.Press;
import org.liaison.statistics.Cover;
import org.liaison.statistics.Gate;
import org.springframework.boot.actuate.autoconfigure.endpoint.EndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.endpoint.jackson.JacksonEndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.endpoint.web.WebEndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementContextAutoConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.availability.ApplicationAvailabilityAutoConfiguration;
import org.springframework.boot.autoconfigure.context.LifecycleAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.health.autoconfigure.actuate.endpoint.AvailabilityProbesAutoConfiguration;
import org.springframework.boot.health.autoconfigure.actuate.endpoint.HealthEndpointAutoConfiguration;
import org.springframework.boot.health.autoconfigure.application.AvailabilityHealthContributorAutoConfiguration;
import org.springframework.boot.health.autoconfigure.contributor.HealthContributorAutoConfiguration;
import org.springframework.boot.health.autoconfigure.registry.HealthContributorRegistryAutoConfiguration;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.MultipartAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.actuate.web.ServletManagementContextAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.actuate.web.server.TomcatServletManagementContextAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.actuate.endpoint.web.WebMvcHealthEndpointExtensionAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/// The web side of the gateway. What Spring configures by itself is listed here one by one, so that
/// another program's libraries on the class path change nothing in this one.
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration({
    PropertyPlaceholderAutoConfiguration.class,
    LifecycleAutoConfiguration.class,
    ApplicationAvailabilityAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    MultipartAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    ErrorMvcAutoConfiguration.class,
    EndpointAutoConfiguration.class,
    JacksonEndpointAutoConfiguration.class,
    WebEndpointAutoConfiguration.class,
    HealthContributorRegistryAutoConfiguration.class,
    HealthContributorAutoConfiguration.class,
    AvailabilityHealthContributorAutoConfiguration.class,
    AvailabilityProbesAutoConfiguration.class,
    HealthEndpointAutoConfiguration.class,
    WebMvcHealthEndpointExtensionAutoConfiguration.class,
    ManagementContextAutoConfiguration.class,
    ServletManagementContextAutoConfiguration.class,
    TomcatServletManagementContextAutoConfiguration.class
})
class WebWiring {

    @Bean
    Tokens tokens(Records records) {
        return new Tokens(records.database());
    }

    /// Made before the API answers anybody; absent when this is not the first start.
    @Bean
    FirstToken firstToken(Tokens tokens, GatewaySettings settings, Clock clock) {
        return new FirstToken(
                tokens.first(settings.seats(), Optional.ofNullable(settings.tokenFile()), clock.instant()));
    }

    /// Shown once, kept nowhere.
    record FirstToken(Optional<String> token) {
        @Override
        public String toString() {
            return "[REDACTED]";
        }
    }

    @Bean
    FilterRegistrationBean<BearerGate> gate(Tokens tokens, JsonMapper mapper) {
        FilterRegistrationBean<BearerGate> gate =
                new FilterRegistrationBean<>(new BearerGate(tokens, new ProblemWriter(mapper)));
        gate.addUrlPatterns("/api/*");
        return gate;
    }

    @Bean
    Counter counter(GatewaySettings settings) {
        return new Counter(settings.limits().requestBytes());
    }

    @Bean
    MessageResource.Reading reading(Shelf shelf, Telling telling, Letters letters) {
        return new MessageResource.Reading(shelf, telling, letters);
    }

    @Bean
    Press press(Forms forms, GatewaySettings settings) {
        return settings.desk().training() ? Press.forTraining(forms) : new Press(forms);
    }

    @Bean
    Papers papers(Press press, Telling telling, SnapshotsInFiles snapshots) {
        return new Papers(press, telling, snapshots);
    }

    @Bean
    CasebookInPostgres casebook(Records records) {
        return records.cases();
    }

    @Bean
    StatisticsResource.Counting counting(Records records, GatewaySettings settings) {
        LedgerInPostgres ledger = new LedgerInPostgres(records, records.facts());
        return new StatisticsResource.Counting(
                new Gate(settings.code(), settings.statistics().terms(), ledger, Cover.secret()),
                ledger,
                records.facts(),
                settings.seats());
    }

    @Bean
    org.liaison.message.GatewayCode gatewayCode(GatewaySettings settings) {
        return settings.gateway();
    }

    @Bean
    Counts counts(Records records, Checkpoints checkpoints) {
        return new Counts(records.database(), checkpoints);
    }

    @Bean
    HealthIndicator threadsHealthIndicator(Traffic traffic) {
        return GatewayHealth.threads(traffic);
    }

    @Bean
    HealthIndicator deskHealthIndicator(
            Database database,
            SnapshotsInFiles snapshots,
            KeyringInFiles keyring,
            GatewaySettings settings,
            Clock clock) {
        return GatewayHealth.desk(
                database.source(),
                snapshots,
                () -> Seating.complaints(keyring, snapshots.directory(), settings.gateway()),
                clock);
    }

    @Bean
    HealthIndicator hubHealthIndicator(HubLink link, Counts counts) {
        return GatewayHealth.hub(link, counts);
    }
}
