package org.liaison.routes.gateway;

import org.liaison.casework.course.Meaning;
import org.liaison.message.Bytes;
import org.liaison.message.Letter;
import org.liaison.message.Slip;

/// A letter, sealed and with its signed slip: all that the outbox needs.
///
/// `signedLetter` and `letter` are for the sender's own keeping; only `signedSlip` and `sealed` leave the gateway.
public record Closed(
        Letter letter,
        Slip slip,
        Bytes signedSlip,
        Bytes sealed,
        Bytes signedLetter,
        Meaning meaning,
        boolean projected)
        implements Composition {}
