package org.liaison.gateway;

import java.net.URI;
import java.time.Clock;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.liaison.tracing.Follower;
import org.liaison.tracing.otlp.Collector;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Whom to tell of messages' ways, under `gateway.tracing`.
///
/// @param endpoint takes OpenTelemetry traces by OTLP over HTTP,
///     `http://collector:4318/v1/traces`; without it nobody is told. *Who controls it sees which
///     States write to each other, when, what kind of message and how large; never an authority,
///     a case or content.*
/// @param share of how many messages it is told, 0 to 1; default 1. The same at every program, or
///     traces have holes.
record Tracing(@Nullable URI endpoint, @DefaultValue("1") double share) {

    private static final Set<String> SCHEMES = Set.of("http", "https");

    Tracing {
        if (endpoint != null && (endpoint.getScheme() == null || !SCHEMES.contains(endpoint.getScheme())))
            throw new IllegalArgumentException(
                    "gateway.tracing.endpoint is an address like http://collector:4318/v1/traces");
        if (!(share >= 0 && share <= 1)) throw new IllegalArgumentException("gateway.tracing.share is 0 to 1");
    }

    Follower follower(String code) {
        return endpoint == null ? Follower.NOBODY : Collector.at(endpoint, share, code, Clock.systemUTC());
    }
}
