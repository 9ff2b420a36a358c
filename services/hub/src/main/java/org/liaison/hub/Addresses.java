package org.liaison.hub;

import java.util.LinkedHashSet;
import java.util.Set;
import org.liaison.directory.Directory;
import org.liaison.message.AuthorityCode;
import org.liaison.message.GatewayCode;
import org.liaison.message.Priority;
import org.liaison.routes.hub.HubRoutes.Mailbox;

/// The names at the broker, all made here. Each address has one durable queue of the same name.
final class Addresses {

    /// What gateways say of themselves, and what they are asked: beside the post, and dropped rather than kept.
    static final String EVERY_REPORTS = "reports.#";

    static final String EVERY_PROBES = "probes.#";

    /// Where the broker puts what it could not deliver. Nothing should ever come here.
    static final String DEAD = "dead";
    /// Where the broker puts what expired.
    static final String EXPIRED = "expired";

    private Addresses() {}

    static String intake(GatewayCode gateway, Priority lane) {
        return switch (lane) {
            case ROUTINE -> "intake." + gateway;
            case URGENT -> "intake." + gateway + ".urgent";
        };
    }

    static String mailbox(AuthorityCode authority) {
        return "mailbox." + authority;
    }

    static String mailbox(GatewayCode gateway) {
        return Mailbox.of(gateway).address();
    }

    static String reports(GatewayCode gateway) {
        return "reports." + gateway;
    }

    static String probes(GatewayCode gateway) {
        return "probes." + gateway;
    }

    /// Every address of post that there must be while `directory` is in force.
    static Set<String> all(Directory directory) {
        Set<String> all = new LinkedHashSet<>(Set.of(DEAD, EXPIRED, Mailbox.QUARANTINE.address()));
        for (GatewayCode gateway : directory.gateways()) {
            for (Priority lane : Priority.values()) all.add(intake(gateway, lane));
            all.add(mailbox(gateway));
        }
        directory.authorities().forEach(authority -> all.add(mailbox(authority.code())));
        return all;
    }

    /// Those that carry no post.
    static Set<String> besides(Directory directory) {
        Set<String> all = new LinkedHashSet<>();
        for (GatewayCode gateway : directory.gateways()) {
            all.add(reports(gateway));
            all.add(probes(gateway));
        }
        return all;
    }

    static boolean maySend(GatewayCode gateway, String address) {
        return address.equals(intake(gateway, Priority.ROUTINE))
                || address.equals(intake(gateway, Priority.URGENT))
                || address.equals(reports(gateway));
    }

    static boolean mayConsume(GatewayCode gateway, String address, Directory directory) {
        return address.equals(mailbox(gateway))
                || address.equals(probes(gateway))
                || directory.at(gateway).stream().anyMatch(authority -> address.equals(mailbox(authority.code())));
    }
}
