package org.liaison.console.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.liaison.console.port.Certificates;
import org.liaison.console.port.Gateways;
import org.liaison.console.port.LogBook;
import org.liaison.console.port.Mailboxes;
import org.liaison.console.port.Quarantine;
import org.liaison.console.port.Routes;
import org.liaison.console.port.SnapshotShelf;
import org.liaison.console.port.Traffic;

/// Everything that the rules look at, at one moment.
///
/// `diskFree` is a share of 100; `clockOff` how far the clock differs from another that could be asked, or jumped. Of a
/// view that is `unseen`, because it failed when it was asked, the value says nothing: rules about it are silent.
public record Survey(
        Instant now,
        Traffic.Picture traffic,
        Mailboxes.Reading mailboxes,
        Quarantine.Reading quarantine,
        List<Routes.Route> routes,
        List<Certificates.Expiry> certificates,
        List<SnapshotShelf.Version> snapshots,
        LogBook.Standing log,
        Optional<LogBook.Examination> examination,
        String folder,
        int diskFree,
        Optional<Duration> clockOff,
        List<Gateways.Gateway> gateways,
        Set<View> unseen) {

    /// What can be asked, each by itself.
    public enum View {
        TRAFFIC,
        MAILBOXES,
        QUARANTINE,
        ROUTES,
        CERTIFICATES,
        SNAPSHOTS,
        LOG,
        DISK,
        CLOCK,
        GATEWAYS
    }

    public Survey {
        routes = List.copyOf(routes);
        certificates = List.copyOf(certificates);
        snapshots = List.copyOf(snapshots);
        gateways = List.copyOf(gateways);
        unseen = Set.copyOf(unseen);
    }

    /// Whether this rule could be asked. What nobody looked at has not cleared.
    boolean answers(Rule rule) {
        return Collections.disjoint(unseen, rule.views());
    }
}
