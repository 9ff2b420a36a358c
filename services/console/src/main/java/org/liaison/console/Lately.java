package org.liaison.console;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.liaison.console.alert.Alert;
import org.liaison.console.port.Certificates;
import org.liaison.console.port.Certificates.Expiry;
import org.liaison.console.port.Changes.Change;
import org.liaison.console.port.Said;
import org.liaison.console.port.Said.What;
import org.liaison.console.port.Said.Word;
import org.liaison.console.port.SnapshotShelf;
import org.liaison.console.port.Views;

/// What was changed in the last hour: what the audit log says was done to the hub, and which alerts and certificates
/// came and went.
record Lately(Views views, Alarms alarms, Guard guard) {

    private static final Duration RECENT = Duration.ofHours(1);
    private static final int MOST_ALERTS = 50;

    /// `text` stands where `said` is absent; `index` is its entry in the audit log, `lead` the page that tells more.
    record News(
            Instant at,
            String event,
            Optional<Said> said,
            String text,
            Optional<String> by,
            Optional<String> why,
            Optional<Long> index,
            Optional<String> lead) {

        private News(Instant at, String event, Optional<Said> said, String text, String lead) {
            this(at, event, said, text, Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(lead));
        }
    }

    /// Newest first. Alerts are worded in this language and zone already.
    List<News> of(Locale locale, ZoneId zone) {
        Instant now = guard.now();
        Instant from = now.minus(RECENT);
        List<News> all = new ArrayList<>();
        for (Change change : views.changes().since(from)) all.add(news(change));
        for (Alarms.Told told : alarms.open(locale, zone)) alert(told, from, all);
        for (Alarms.Told told : alarms.cleared(MOST_ALERTS, locale, zone)) alert(told, from, all);
        all.addAll(certificates("CERTIFICATE_BEGAN", Expiry::from, from, now));
        all.addAll(certificates("CERTIFICATE_ENDED", Expiry::until, from, now));
        all.sort(Comparator.comparing(News::at).reversed());
        return List.copyOf(all);
    }

    private static News news(Change change) {
        return new News(
                change.at(),
                change.event(),
                change.said(),
                change.note(),
                change.by(),
                change.why(),
                Optional.of(change.index()),
                change.said().flatMap(Lately::difference));
    }

    /// From the version before.
    private static Optional<String> difference(Said said) {
        if (said.what() != What.IN_FORCE
                || !(said.about().get(0) instanceof SnapshotShelf.Kind kind)
                || !(said.about().get(1) instanceof Long number)
                || number < 2) return Optional.empty();
        return Optional.of("/snapshots?kind=" + kind + "&from=" + (number - 1) + "&to=" + number);
    }

    private static void alert(Alarms.Told told, Instant from, List<News> all) {
        Alert alert = told.alert();
        String lead = Trail.to(alert.found());
        if (!alert.since().isBefore(from))
            all.add(new News(alert.since(), "ALERT_OPENED", Optional.empty(), told.sentence(), lead));
        alert.cleared()
                .filter(at -> !at.isBefore(from))
                .ifPresent(at -> all.add(new News(at, "ALERT_CLEARED", Optional.empty(), told.sentence(), lead)));
    }

    /// One by name, many of a kind by their number.
    private List<News> certificates(String event, Function<Expiry, Instant> moment, Instant from, Instant now) {
        Map<Certificates.What, List<Expiry>> kinds = views.certificates().all().stream()
                .filter(one ->
                        !moment.apply(one).isBefore(from) && !moment.apply(one).isAfter(now))
                .collect(Collectors.groupingBy(Expiry::what));
        return kinds.values().stream()
                .map(kind -> new News(
                        kind.stream().map(moment).max(Instant::compareTo).orElseThrow(),
                        event,
                        Optional.of(said(kind)),
                        "",
                        "/certificates"))
                .toList();
    }

    private static Said said(List<Expiry> kind) {
        Expiry first = kind.getFirst();
        Word what = new Word("console.certificate." + first.what());
        return kind.size() == 1
                ? Said.of(What.CERTIFICATE, what, first.holder(), first.until())
                : Said.of(What.CERTIFICATES, what, kind.size());
    }
}
