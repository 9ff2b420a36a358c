package org.liaison.routes.hub;

import org.liaison.message.Bytes;
import org.liaison.message.Entry;
import org.liaison.message.Slip;
import org.liaison.message.Wire.Receipt;

/// How a message was answered before, from the log: `signed` is the slip's content as its sender signed it.
record Earlier(Receipt receipt, Entry entry, Slip slip, Bytes signed) {

    boolean accepted() {
        return entry.event() == Entry.Event.SUBMISSION_ACCEPTANCE;
    }
}
