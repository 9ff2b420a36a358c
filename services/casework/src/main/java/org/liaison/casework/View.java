package org.liaison.casework;

import java.util.Locale;

/// How much of a form a recipient sees. A form that is not [#WHOLE] says so in its field `view`.
public enum View {
    WHOLE,
    /// A notice to police: no identity, no whereabouts, no health, no needs.
    POLICE,
    /// A notice to a prosecutor.
    PROSECUTOR;

    /// The word in the form's field `view`; the whole form has none.
    public String code() {
        return this == WHOLE ? "" : name().toLowerCase(Locale.ROOT);
    }
}
