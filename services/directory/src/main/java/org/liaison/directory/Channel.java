package org.liaison.directory;

import java.util.List;
import java.util.Set;
import org.liaison.message.AuthorityKind;

/// The ways by which authorities of two States may reach each other, where their States agreed to it.
///
/// Central authority to central authority is the way of UNTOC 18(13); direct contact of judicial authorities needs a
/// treaty that provides for it; the bureaus of INTERPOL carry urgent requests where that is agreed (18(13)); an urgent
/// request may be made orally where that is agreed, and is confirmed in writing forthwith (18(14)).
public enum Channel {
    CENTRAL("from central authority to central authority"),
    DIRECT("directly between judicial authorities"),
    POLICE("from police to police"),
    SERVICES("by social authorities and accredited services"),
    COORDINATION("with the coordinator of the inter-agency group"),
    INTERPOL("through the national bureaus of INTERPOL"),
    INTERPOL_URGENT("through the national bureaus of INTERPOL when it is urgent"),
    /// Not a way of this network: what it says is that an oral request may come before the written one.
    ORAL("orally when it is urgent, confirmed in writing forthwith"),
    /// Not a way of this network: a State may insist on it (UNTOC 18(13)).
    DIPLOMATIC("through the diplomatic channel");

    private final String words;

    Channel(String words) {
        this.words = words;
    }

    /// For a person: "from central authority to central authority".
    public String words() {
        return words;
    }

    /// The way that a message between authorities of these kinds takes.
    public static Channel taken(AuthorityKind from, AuthorityKind to) {
        Set<AuthorityKind> both = Set.copyOf(List.of(from, to));
        if (both.contains(AuthorityKind.COORDINATOR)) return COORDINATION;
        if (both.contains(AuthorityKind.NCB)) return INTERPOL;
        if (both.contains(AuthorityKind.SOCIAL) || both.contains(AuthorityKind.NGO)) return SERVICES;
        if (both.equals(Set.of(AuthorityKind.CENTRAL))) return CENTRAL;
        if (both.equals(Set.of(AuthorityKind.POLICE))) return POLICE;
        return DIRECT;
    }

    /// Whether these channels let a message take this one.
    boolean isAmong(Set<Channel> agreed, boolean urgent) {
        return agreed.contains(this) || (this == INTERPOL && urgent && agreed.contains(INTERPOL_URGENT));
    }
}
