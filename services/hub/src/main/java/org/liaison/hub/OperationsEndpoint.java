package org.liaison.hub;

import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.liaison.console.alert.AlertBook;
import org.liaison.console.port.Corridor;
import org.liaison.console.port.Events;
import org.liaison.console.port.Traffic;
import org.liaison.console.port.Views;
import org.liaison.message.MessageId;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.WebEndpoint;

/// What the console sees, for reading, at the management port. Whoever reaches that port may read it;
/// nothing can be changed here.
@WebEndpoint(id = "ops")
class OperationsEndpoint {

    private static final int BAD = 422;
    private static final int MISSING = 404;
    private static final int NEWEST = 100;
    private static final int USUAL_DAYS = 90;

    private final Views views;
    private final AlertBook alerts;
    private final InstantSource clock;

    OperationsEndpoint(Views views, AlertBook alerts, InstantSource clock) {
        this.views = views;
        this.alerts = alerts;
        this.clock = clock;
    }

    /// `of`: which view; the other parameters narrow it down.
    @ReadOperation
    public WebEndpointResponse<Map<String, Object>> read(
            @Selector String of, @Nullable String span, @Nullable String corridor, @Nullable String message) {
        try {
            Optional<Object> answer = Optional.ofNullable(
                    answer(of, Optional.ofNullable(span), Optional.ofNullable(corridor), Optional.ofNullable(message)));
            return answer.map(found -> new WebEndpointResponse<>(Map.of(of, found)))
                    .orElseGet(() -> new WebEndpointResponse<>(
                            Map.<String, Object>of("detail", "There is no view called " + of + "."), MISSING));
        } catch (IllegalArgumentException e) {
            return new WebEndpointResponse<>(Map.of("detail", String.valueOf(e.getMessage())), BAD);
        }
    }

    private @Nullable Object answer(
            String of, Optional<String> span, Optional<String> corridor, Optional<String> message) {
        return switch (of) {
            case "traffic" -> views.traffic().now();
            case "series" ->
                views.traffic()
                        .series(
                                Traffic.Span.valueOf(span.orElse("HOUR")),
                                corridor.map(Corridor::parse),
                                Optional.empty());
            case "routes" -> views.routes().all();
            case "mailboxes" -> views.mailboxes().all();
            case "quarantine" -> quarantine();
            case "trace" ->
                views.trace()
                        .of(MessageId.parse(message.orElseThrow(
                                () -> new IllegalArgumentException("Name the message: ?message=ID"))));
            case "certificates" -> views.certificates().all();
            case "snapshots" -> views.snapshots().all();
            case "log" -> log();
            case "changes" -> views.changes().since(clock.instant().minus(Duration.ofHours(1)));
            case "deadlines" -> views.deadlines().of(USUAL_DAYS);
            case "events" -> views.events().latest(Events.Filter.any(), NEWEST);
            case "alerts" -> alerts.open();
            default -> null;
        };
    }

    private Map<String, Object> quarantine() {
        return Map.of(
                "lying",
                views.quarantine().all(),
                "proposals",
                views.quarantine().proposals());
    }

    private Map<String, Object> log() {
        Map<String, Object> log = new LinkedHashMap<>();
        log.put("standing", views.log().standing());
        views.log().examination().ifPresent(examination -> log.put("examination", examination));
        return log;
    }
}
