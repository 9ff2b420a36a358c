package org.liaison.routes.gateway;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.liaison.directory.Authority;
import org.liaison.directory.ContactPoint;
import org.liaison.directory.Directory;
import org.liaison.message.AuthorityCode;
import org.liaison.message.AuthorityKind;

/// Whom an officer calls when an authority does not answer.
record Contacts(Directory directory) {

    /// Those who speak for a country beyond one authority.
    private static final Set<AuthorityKind> NATIONAL =
            Set.of(AuthorityKind.CENTRAL, AuthorityKind.NCB, AuthorityKind.COORDINATOR);

    String whomToCall(List<AuthorityCode> silent) {
        return silent.stream().map(this::whomToCall).collect(Collectors.joining(" "));
    }

    String whomToCall(AuthorityCode silent) {
        String contactPoint = directory
                .authority(silent)
                .map(authority -> "Call " + described(authority))
                .orElse("The directory names no contact point for " + silent + ".");
        String others = directory.authorities().stream()
                .filter(authority -> authority.code().country().equals(silent.country()))
                .filter(authority -> NATIONAL.contains(authority.code().kind()))
                .filter(authority -> !authority.code().equals(silent))
                .map(Contacts::described)
                .collect(Collectors.joining(" "));
        return others.isEmpty() ? contactPoint : contactPoint + " If that does not help: " + others;
    }

    private static String described(Authority authority) {
        ContactPoint contact = authority.contact();
        return authority.code() + ": " + contact.phone() + ", " + contact.email()
                + (contact.roundTheClock()
                        ? ", round the clock."
                        : ", " + contact.officeHours() + " UTC" + contact.utcOffset() + ".");
    }
}
