package org.liaison.routes.gateway;

import java.time.Instant;
import java.util.List;
import org.liaison.message.AuthorityCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Messages that nobody has confirmed within their limit: their officers are told whom to call, and
/// the operator that there is something to look at. They are still being tried.
final class Limits {

    private static final Logger LOG = LoggerFactory.getLogger("org.liaison.gateway.limits");

    private final Outbox outbox;
    private final Register register;

    Limits(Outbox outbox, Register register) {
        this.outbox = outbox;
        this.register = register;
    }

    record Passed(List<Outbox.Overdue> overdue) {}

    Passed pass(Instant now) {
        return new Passed(outbox.passLimits(now, recipient -> whomToCall(recipient, now)));
    }

    void escalate(Passed passed) {
        for (Outbox.Overdue one : passed.overdue())
            LOG.warn(
                    "message {} from {} is not confirmed by {} within its limit: look at the link to the hub, and at"
                            + " the recipient's contact point",
                    one.id(),
                    one.from(),
                    one.recipient());
    }

    private String whomToCall(AuthorityCode recipient, Instant now) {
        return register.inForce(now)
                .map(inForce -> new Contacts(inForce.directory()).whomToCall(recipient))
                .orElse("The directory has run out: look for " + recipient + " in your own papers.");
    }
}
