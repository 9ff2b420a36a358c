package org.liaison.message;

import java.util.Locale;

/// What an authority is by function. The kinds decide who may send what to whom.
public enum AuthorityKind {
    POLICE,
    PROSECUTOR,
    /// Central authority for mutual legal assistance (UNTOC article 18(13)).
    CENTRAL,
    SOCIAL,
    /// Accredited non-governmental service.
    NGO,
    /// Coordinator of the inter-agency group.
    COORDINATOR,
    /// INTERPOL National Central Bureau.
    NCB;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static AuthorityKind ofCode(String code) {
        for (AuthorityKind kind : values()) if (kind.code().equals(code)) return kind;
        throw new IllegalArgumentException(
                "an authority is police, prosecutor, central, social, ngo, coordinator or ncb, not '" + code + "'");
    }
}
