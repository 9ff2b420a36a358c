package org.liaison.hub;

import java.lang.management.ManagementFactory;
import java.lang.management.RuntimeMXBean;
import java.lang.management.ThreadInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.liaison.console.alert.AlertBook;
import org.liaison.console.port.Events;
import org.liaison.console.port.Gateways;
import org.liaison.console.port.Mailboxes;
import org.liaison.console.port.Quarantine;
import org.liaison.console.port.Routes;
import org.liaison.console.port.Traffic;
import org.liaison.console.port.Views;
import org.liaison.message.report.Report;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/// What a bundle says, part by part. Each names what it takes: what a view gains one day is not in a bundle by itself.
final class DiagnosticFacts {

    private static final int EVENTS = 200;
    private static final Duration RECENT = Duration.ofHours(24);

    private final HubSettings settings;
    private final Map<String, HealthIndicator> health;
    private final Views views;
    private final AlertBook alerts;

    DiagnosticFacts(HubSettings settings, Map<String, HealthIndicator> health, Views views, AlertBook alerts) {
        this.settings = settings;
        this.health = Map.copyOf(health);
        this.views = views;
        this.alerts = alerts;
    }

    Object program() {
        RuntimeMXBean java = ManagementFactory.getRuntimeMXBean();
        Runtime machine = Runtime.getRuntime();
        String version = HubProgram.class.getPackage().getImplementationVersion();
        return facts(
                "version", version == null ? "development" : version,
                "up", Duration.ofMillis(java.getUptime()),
                "java", Runtime.version(),
                "vm", java.getVmName(),
                "os", System.getProperty("os.name") + " " + System.getProperty("os.version"),
                "architecture", System.getProperty("os.arch"),
                "processors", machine.availableProcessors(),
                "load", ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                "heapUsed", machine.totalMemory() - machine.freeMemory(),
                "heapMost", machine.maxMemory(),
                "threads", ManagementFactory.getThreadMXBean().getThreadCount());
    }

    Object settings() {
        return SettingNames.of("hub", settings);
    }

    /// Without details, in which the words of operators stand.
    Object health() {
        Map<String, String> told = new TreeMap<>();
        health.forEach((name, one) -> {
            Health now = one.health();
            told.put(
                    name.replace("HealthIndicator", ""),
                    now == null ? "unknown" : now.getStatus().getCode());
        });
        return told;
    }

    Object routes() {
        return views.routes().all().stream().map(DiagnosticFacts::route).toList();
    }

    /// Of a pause neither who nor why.
    private static Object route(Routes.Route route) {
        Map<String, Object> told = facts(
                "id", route.id(),
                "running", route.running(),
                "exchanges", route.exchanges(),
                "failed", route.failed(),
                "inFlight", route.inFlight());
        route.pause().ifPresent(pause -> told.put("pausedUntil", pause.until()));
        route.lastFailure().ifPresent(failure -> told.put("lastFailure", failure));
        return told;
    }

    /// The last report of each, without who tested the connection.
    Object gateways() {
        return views.gateways().all().stream().map(DiagnosticFacts::gateway).toList();
    }

    private static Map<String, Object> gateway(Gateways.Gateway gateway) {
        Map<String, Object> told = facts(
                "code", gateway.code(),
                "states", gateway.states(),
                "standing", gateway.standing(),
                "refused", gateway.refused());
        gateway.heard().ifPresent(at -> told.put("heard", at));
        gateway.last().ifPresent(last -> {
            Report report = last.report();
            told.put("clockAhead", last.clockAhead());
            told.put("program", report.program());
            told.put("routes", report.routes());
            told.put("outbox", report.outbox());
            told.put("mailboxes", report.mailboxes());
            told.put("machine", report.machine());
            told.put("inForce", report.inForce());
        });
        gateway.tested().ifPresent(test -> told.put("tested", facts("at", test.at(), "stage", test.stage())));
        return told;
    }

    Object mailboxes() {
        return switch (views.mailboxes().all()) {
            case Mailboxes.Reading.Read(var at, List<Mailboxes.Box> boxes) -> facts("at", at, "boxes", boxes);
            case Mailboxes.Reading.Unread _ -> facts("unread", "the broker does not say");
        };
    }

    Object quarantine() {
        return switch (views.quarantine().all()) {
            case Quarantine.Reading.Read(List<Quarantine.Group> groups) ->
                groups.stream()
                        .map(group -> facts(
                                "cause", group.cause(),
                                "count", group.items().size(),
                                "first", group.first(),
                                "last", group.last(),
                                "gateways", group.gateways()))
                        .toList();
            case Quarantine.Reading.Unread _ -> facts("unread", "the broker does not say");
        };
    }

    Object traffic() {
        Traffic.Picture now = views.traffic().now();
        return facts("at", now.at(), "complete", now.complete(), "missed", now.missed(), "ways", now.ways());
    }

    Object snapshots() {
        return views.snapshots().all();
    }

    Object certificates() {
        return views.certificates().all();
    }

    Object log() {
        Map<String, Object> told = facts("standing", views.log().standing());
        views.log()
                .examination()
                .ifPresent(last -> told.put("examination", last.getClass().getSimpleName()));
        return told;
    }

    /// Without ids of messages and without authorities: that States write to each other is told by the corridor.
    Object events() {
        List<Object> told = new ArrayList<>();
        for (Events.Event event : views.events().latest(Events.Filter.any(), EVENTS)) {
            Map<String, Object> one = facts("index", event.index(), "at", event.at(), "kind", event.kind());
            event.corridor().ifPresent(corridor -> one.put("corridor", corridor));
            event.reason().ifPresent(reason -> one.put("reason", reason));
            one.put("gateway", event.gateway());
            told.add(one);
        }
        return told;
    }

    /// Without notes, in which the names and words of operators stand.
    Object changes(Instant now) {
        return views.changes().since(now.minus(RECENT)).stream()
                .map(change -> facts("index", change.index(), "at", change.at(), "event", change.event()))
                .toList();
    }

    /// Without arguments, among which is a path, and without who looks after it.
    Object alerts() {
        return alerts.open().stream()
                .map(alert -> facts(
                        "rule", alert.found().rule(),
                        "since", alert.since(),
                        "told", alert.told().isPresent(),
                        "acknowledged", alert.acknowledged().isPresent()))
                .toList();
    }

    String threads() {
        StringBuilder told = new StringBuilder();
        for (ThreadInfo thread : ManagementFactory.getThreadMXBean().dumpAllThreads(false, false)) {
            told.append(thread.getThreadName()).append("  ").append(thread.getThreadState());
            if (thread.getLockInfo() != null)
                told.append(" on ").append(thread.getLockInfo().getClassName());
            told.append('\n');
            for (StackTraceElement at : thread.getStackTrace())
                told.append("    ").append(at).append('\n');
        }
        return told.toString();
    }

    private static Map<String, Object> facts(Object... pairs) {
        Map<String, Object> facts = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) facts.put(String.valueOf(pairs[i]), pairs[i + 1]);
        return facts;
    }
}
