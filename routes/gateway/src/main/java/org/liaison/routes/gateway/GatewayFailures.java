package org.liaison.routes.gateway;

import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteConfigurationBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Our own faults, in one place. Nothing is retried here: whoever started the route owns the transaction at the broker
/// and must hear of the failure, so that nothing is acknowledged and it comes again. What a counterparty can cause
/// never gets here; it is an answer.
final class GatewayFailures extends RouteConfigurationBuilder {

    static final String ID = "gateway-failures";
    private static final Logger LOG = LoggerFactory.getLogger("org.liaison.gateway.failures");
    private static final String OURS = "org.liaison.";

    // spotless:off
    @Override
    public void configuration() {
        routeConfiguration(ID)
            .onException(Exception.class)
                .handled(false)
                .maximumRedeliveries(0)
                .logStackTrace(false)
                .logExhausted(false)
                .process(GatewayFailures::report).id("report")
            .end();
    }
    // spotless:on

    /// Messages of exceptions that we did not write may quote what passed through, so only their names are told.
    private static void report(Exchange exchange) {
        Throwable fault = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        StringBuilder chain = new StringBuilder();
        for (Throwable cause = fault; cause != null; cause = cause.getCause())
            chain.append(chain.isEmpty() ? "" : " <- ")
                    .append(cause.getClass().getSimpleName())
                    .append(cause.getClass().getName().startsWith(OURS) ? ": " + cause.getMessage() : "");
        LOG.error("{} stopped: {}", exchange.getFromRouteId(), chain);
    }
}
