package org.liaison.gateway;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.apache.camel.CamelContext;
import org.liaison.tracing.routes.RouteCounts;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.prometheus.PrometheusMetricsExportAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.jvm.JvmMetricsAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.system.SystemMetricsAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What a metrics server can ask, at the management port.
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration({
    MetricsAutoConfiguration.class,
    CompositeMeterRegistryAutoConfiguration.class,
    PrometheusMetricsExportAutoConfiguration.class,
    JvmMetricsAutoConfiguration.class,
    SystemMetricsAutoConfiguration.class
})
class MeterWiring {

    @Bean
    Meters meters(
            MeterRegistry registry,
            CamelContext camel,
            RouteCounts routes,
            Counts counts,
            HubLink link,
            SnapshotsInFiles snapshots,
            Clock clock) {
        Meters meters = new Meters(counts, new Meters.Shown(camel, routes, link, snapshots), clock);
        meters.show(registry);
        return meters;
    }
}
