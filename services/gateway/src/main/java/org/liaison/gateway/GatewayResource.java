package org.liaison.gateway;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import org.liaison.directory.Authority;
import org.liaison.directory.ContactPoint;
import org.liaison.directory.Snapshot;
import org.liaison.directory.Standing;
import org.liaison.message.AuthorityCode;
import org.liaison.message.GatewayCode;
import org.liaison.message.MessageKind;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// How the gateway is, and whom it can write to.
@RestController
@RequestMapping("/api/v1")
final class GatewayResource {

    private final GatewayCode gateway;
    private final HubLink link;
    private final SnapshotsInFiles snapshots;
    private final Counts counts;
    private final Clock clock;
    private final Instant startedAt;

    GatewayResource(GatewayCode gateway, HubLink link, SnapshotsInFiles snapshots, Counts counts, Clock clock) {
        this.gateway = gateway;
        this.link = link;
        this.snapshots = snapshots;
        this.counts = counts;
        this.clock = clock;
        this.startedAt = clock.instant();
    }

    @GetMapping("/status")
    Views.Status status(HttpServletRequest request) {
        HubLink.Standing hub = link.standing();
        return new Views.Status(
                gateway.toString(),
                Bulletin.version(),
                startedAt,
                Caller.of(request).authorities().stream()
                        .map(AuthorityCode::toString)
                        .toList(),
                new Views.HubView(hub.connected(), hub.since(), hub.problem()),
                snapshot(snapshots.directory()),
                snapshot(snapshots.rulebook()),
                counts.outbox(),
                counts.setAside(),
                counts.refusals(),
                counts.log());
    }

    private Views.SnapshotView snapshot(Snapshot snapshot) {
        String standing = switch (snapshots.standing(snapshot, clock.instant())) {
            case Standing.Current _ -> "IN_FORCE";
            case Standing.InGrace _ -> "GRACE";
            case Standing.Expired _ -> "EXPIRED";
        };
        return new Views.SnapshotView(snapshot.number(), snapshot.issued(), snapshot.expires(), standing);
    }

    @GetMapping("/directory")
    Views.DirectoryView directory() {
        return new Views.DirectoryView(
                snapshots.directory().number(),
                snapshots.directory().authorities().stream()
                        .map(GatewayResource::authority)
                        .toList());
    }

    private static Views.AuthorityView authority(Authority authority) {
        ContactPoint contact = authority.contact();
        return new Views.AuthorityView(
                authority.code().toString(),
                authority.name(),
                authority.gateway().toString(),
                authority.accepts().stream().map(MessageKind::code).toList(),
                authority.languages(),
                authority.maxContentBytes(),
                authority.suite().code(),
                new Views.ContactView(
                        contact.phone(),
                        contact.email(),
                        contact.roundTheClock(),
                        contact.officeHours(),
                        contact.utcOffset()));
    }
}
