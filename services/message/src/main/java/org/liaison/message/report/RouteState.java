package org.liaison.message.report;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.liaison.message.StrictJson;
import tools.jackson.databind.node.ObjectNode;

/// One route of a gateway since its start. A batch is one exchange; `failed` counts those in
/// which something failed, also where it was dealt with.
public record RouteState(
        String id, boolean running, long exchanges, long failed, long inFlight, Optional<Failure> lastFailure) {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]{0,60}");
    private static final Pattern CLASS = Pattern.compile("[A-Za-z0-9_$]{1,80}");

    public RouteState {
        Bounds.shaped("a route's id", id, ID);
        Bounds.count("exchanges", exchanges);
        Bounds.count("failed", failed);
        Bounds.count("inFlight", inFlight);
    }

    /// Of which class, never with which text, which might quote content.
    public record Failure(Instant at, String fault) {
        public Failure {
            Bounds.time("a failure's time", at);
            Bounds.shaped("a fault's class", fault, CLASS);
        }
    }

    void write(ObjectNode json) {
        json.put("id", id);
        json.put("running", running);
        json.put("exchanges", exchanges);
        json.put("failed", failed);
        json.put("inFlight", inFlight);
        lastFailure.ifPresent(last ->
                json.putObject("lastFailure").put("at", last.at().toString()).put("fault", last.fault()));
    }

    static RouteState of(StrictJson json) {
        RouteState route = new RouteState(
                json.text("id"),
                json.flag("running"),
                json.number("exchanges"),
                json.number("failed"),
                json.number("inFlight"),
                json.has("lastFailure") ? Optional.of(failure(json.object("lastFailure"))) : Optional.empty());
        json.nothingElse();
        return route;
    }

    private static Failure failure(StrictJson json) {
        Failure failure = new Failure(json.as("at", StrictJson::instant), json.text("fault"));
        json.nothingElse();
        return failure;
    }
}
