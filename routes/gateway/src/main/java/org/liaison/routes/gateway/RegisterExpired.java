package org.liaison.routes.gateway;

/// Directory or rulebook has run out beyond its grace. What arrives stays in the mailbox until the
/// administrators have signed a new snapshot: to answer senders by a list nobody stands for would
/// be worse than to wait.
public final class RegisterExpired extends RuntimeException {

    private static final long serialVersionUID = 1;

    RegisterExpired() {
        super("The directory or the rulebook has run out. Install a new snapshot, signed by two administrators; what"
                + " arrived waits at the hub.");
    }
}
