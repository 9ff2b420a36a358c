package org.liaison.signin;

import java.util.Comparator;
import org.liaison.message.AuthorityCode;

/// A role in one scope: the code of an authority at a gateway, [#HUB] at the hub.
public record Grant(Role role, String scope) implements Comparable<Grant> {

    public static final String HUB = "hub";

    public Grant {
        if (!scope.equals(HUB)) AuthorityCode.parse(scope);
    }

    @Override
    public int compareTo(Grant other) {
        return Comparator.comparing(Grant::scope).thenComparing(Grant::role).compare(this, other);
    }

    /// As forms and records write it: `OFFICER:xa.police.antitrafficking`.
    @Override
    public String toString() {
        return role + ":" + scope;
    }

    static Grant parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) throw new IllegalArgumentException("a grant is written ROLE:scope");
        return new Grant(Role.valueOf(text.substring(0, colon)), text.substring(colon + 1));
    }
}
