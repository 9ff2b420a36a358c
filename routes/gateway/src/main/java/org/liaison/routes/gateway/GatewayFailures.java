package org.liaison.routes.gateway;

import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteConfigurationBuilder;

/// Our own faults, in one place. Nothing is retried here: whoever started the route owns the
/// transaction at the broker
/// and must hear of the failure, so that it is rolled back and comes again. What a counterparty can
/// cause never gets here; it is an answer.
final class GatewayFailures extends RouteConfigurationBuilder {

    static final String ID = "gateway-failures";

    // spotless:off
    @Override
    public void configuration() {
        routeConfiguration(ID)
            .onException(Exception.class)
                .handled(false)
                .maximumRedeliveries(0)
                .logStackTrace(false)
                .logHandled(false)
                .logExhausted(false)
                .log(LoggingLevel.ERROR, "org.liaison.gateway.failures", "${routeId}: ${exception.class.simpleName}: ${exception.message}").id("report")
            .end();
    }
    // spotless:on
}
