package org.liaison.signin;

import java.util.function.BooleanSupplier;

/// Whether the session of a request still holds, to be asked again and again by whatever stays
/// open for it. A controller's method that takes one gets it. Asking does not prolong the
/// session.
public final class Stay {

    private final BooleanSupplier holds;

    Stay(BooleanSupplier holds) {
        this.holds = holds;
    }

    /// False as soon as the person has signed out, has been away for too long, was disabled, or
    /// may do something else than when the session began.
    public boolean lasts() {
        return holds.getAsBoolean();
    }
}
