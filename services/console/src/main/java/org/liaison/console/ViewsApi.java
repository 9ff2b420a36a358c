package org.liaison.console;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.liaison.console.alert.Alert;
import org.liaison.console.port.Corridor;
import org.liaison.console.port.Events;
import org.liaison.console.port.Gateways;
import org.liaison.console.port.LogBook;
import org.liaison.console.port.SnapshotShelf;
import org.liaison.console.port.Traffic;
import org.liaison.console.port.Views;
import org.liaison.message.MessageId;
import org.liaison.message.StrictJson;
import org.liaison.signin.Person;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What the pages show, for programs: each view under its own name. [ApiFaults] words what cannot be asked.
@RestController
@RequestMapping("/api/v1")
final class ViewsApi {

    private static final int NEWEST = 100;
    private static final int CLEARED = 50;

    private final Views views;
    private final Alarms alarms;
    private final Lately lately;
    private final Speech speech;
    private final Guard guard;

    ViewsApi(Views views, Alarms alarms, Lately lately, Speech speech, Guard guard) {
        this.views = views;
        this.alarms = alarms;
        this.lately = lately;
        this.speech = speech;
        this.guard = guard;
    }

    @GetMapping("/traffic")
    Map<String, Object> traffic(Person person) {
        guard.reads(person);
        return Map.of("traffic", views.traffic().now());
    }

    @GetMapping("/series")
    Map<String, Object> series(
            Person person,
            @RequestParam(defaultValue = "HOUR") Traffic.Span span,
            @RequestParam Optional<String> corridor) {
        guard.reads(person);
        return Map.of("series", views.traffic().series(span, corridor.map(ViewsApi::corridor), Optional.empty()));
    }

    @GetMapping("/routes")
    Map<String, Object> routes(Person person) {
        guard.reads(person);
        return Map.of("routes", views.routes().all());
    }

    /// Reports as the protocol has them.
    @GetMapping("/gateways")
    Map<String, Object> gateways(Person person) {
        guard.reads(person);
        return Map.of(
                "gateways",
                views.gateways().all().stream().map(ViewsApi::gateway).toList());
    }

    private static Map<String, Object> gateway(Gateways.Gateway gateway) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("gateway", gateway.code());
        told.put("states", gateway.states());
        told.put("standing", gateway.standing());
        gateway.heard().ifPresent(at -> told.put("heard", at));
        gateway.last().ifPresent(last -> {
            told.put("clockAhead", last.clockAhead());
            told.put("report", StrictJson.MAPPER.readTree(last.report().toJson().toArray()));
        });
        told.put("refused", gateway.refused());
        gateway.tested().ifPresent(tested -> told.put("tested", tested));
        return told;
    }

    @GetMapping("/mailboxes")
    Map<String, Object> mailboxes(Person person) {
        guard.reads(person);
        return Map.of("mailboxes", views.mailboxes().all());
    }

    @GetMapping("/quarantine")
    Map<String, Object> quarantine(Person person) {
        guard.reads(person);
        return Map.of(
                "quarantine",
                Map.of(
                        "lying", views.quarantine().all(),
                        "proposals", views.quarantine().proposals()));
    }

    @GetMapping("/trace")
    Map<String, Object> trace(Person person, @RequestParam String message) {
        guard.reads(person);
        return Map.of("trace", views.trace().of(id(message)));
    }

    private static Corridor corridor(String text) {
        try {
            return Corridor.parse(text);
        } catch (IllegalArgumentException e) {
            throw new Unreadable("a corridor is written like XC-XA", e);
        }
    }

    private static MessageId id(String text) {
        try {
            return MessageId.parse(text);
        } catch (IllegalArgumentException e) {
            throw new Unreadable("This is not the id of a message.", e);
        }
    }

    @GetMapping("/certificates")
    Map<String, Object> certificates(Person person) {
        guard.reads(person);
        return Map.of("certificates", views.certificates().all());
    }

    @GetMapping("/snapshots")
    Map<String, Object> snapshots(Person person) {
        guard.reads(person);
        return Map.of("snapshots", views.snapshots().all());
    }

    @GetMapping("/differences")
    Map<String, Object> differences(
            Person person, @RequestParam SnapshotShelf.Kind kind, @RequestParam long from, @RequestParam long to) {
        guard.reads(person);
        return Map.of(
                "differences",
                views.snapshots()
                        .between(kind, from, to)
                        .orElseThrow(() -> new Unreadable("One of these versions is not kept here.")));
    }

    @GetMapping("/log")
    Map<String, Object> log(Person person) {
        guard.reads(person);
        Map<String, Object> log = new LinkedHashMap<>();
        log.put("standing", views.log().standing());
        views.log().examination().ifPresent(examination -> {
            log.put("stage", stage(examination));
            log.put("examination", examination);
        });
        return Map.of("log", log);
    }

    private static String stage(LogBook.Examination examination) {
        return switch (examination) {
            case LogBook.Examination.UnderWay _ -> "UNDER_WAY";
            case LogBook.Examination.Whole _ -> "WHOLE";
            case LogBook.Examination.Broken _ -> "BROKEN";
            case LogBook.Examination.Unfinished _ -> "UNFINISHED";
        };
    }

    @GetMapping("/changes")
    Map<String, Object> changes(Person person) {
        guard.reads(person);
        return Map.of(
                "changes",
                lately.of(Locale.ENGLISH, ZoneOffset.UTC).stream()
                        .map(this::change)
                        .toList());
    }

    private Map<String, Object> change(Lately.News news) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("at", news.at());
        told.put("event", news.event());
        told.put("sentence", news.said().map(speech::english).orElse(news.text()));
        news.by().ifPresent(by -> told.put("by", by));
        news.why().ifPresent(why -> told.put("why", why));
        news.index().ifPresent(index -> {
            told.put("index", index);
            told.put("note", news.text());
        });
        return told;
    }

    @GetMapping("/deadlines")
    Map<String, Object> deadlines(Person person, @RequestParam(defaultValue = "90") int days) {
        guard.reads(person);
        return Map.of("deadlines", views.deadlines().of(days));
    }

    @GetMapping("/events")
    Map<String, Object> events(
            Person person,
            @RequestParam Optional<Events.Kind> kind,
            @RequestParam Optional<String> corridor,
            @RequestParam Optional<String> authority) {
        guard.reads(person);
        return Map.of(
                "events",
                views.events().latest(new Events.Filter(kind, corridor.map(ViewsApi::corridor), authority), NEWEST));
    }

    /// Open ones and, where asked for, those that have cleared.
    @GetMapping("/alerts")
    Map<String, Object> alerts(Person person, @RequestParam(defaultValue = "false") boolean cleared) {
        guard.reads(person);
        List<Map<String, Object>> told = new ArrayList<>();
        (cleared
                        ? alarms.cleared(CLEARED, Locale.ENGLISH, ZoneOffset.UTC)
                        : alarms.open(Locale.ENGLISH, ZoneOffset.UTC))
                .forEach(alarm -> {
                    Alert alert = alarm.alert();
                    Map<String, Object> one = new LinkedHashMap<>();
                    one.put("cause", alert.cause());
                    one.put("rule", alert.found().rule());
                    one.put("sentence", alarm.sentence());
                    one.put("since", alert.since());
                    alert.cleared().ifPresent(at -> one.put("cleared", at));
                    alert.told().ifPresent(at -> one.put("told", at));
                    alert.acknowledged().ifPresent(by -> one.put("acknowledged", by));
                    one.put("runbook", alert.found().rule().runbook());
                    told.add(one);
                });
        return Map.of("alerts", told);
    }
}
