package org.liaison.directory;

import java.time.Duration;
import java.time.Instant;
import org.liaison.message.Bytes;
import org.liaison.message.StrictJson;
import tools.jackson.databind.node.ObjectNode;

/// A numbered statement of the administrators that holds until it expires. A new one has a higher number.
public sealed interface Snapshot permits Directory, Rulebook {

    /// Version 2 of the format brought agreements, calendars and listings.
    long VERSION = 2;

    long number();

    Instant issued();

    Instant expires();

    /// The content that administrators sign. Equal snapshots have equal bytes.
    Bytes toJson();

    /// How far this snapshot can be relied on. Within `grace` after its expiry work goes on, visibly; then it stops,
    /// because nobody has confirmed for that long that an authority or a rule still stands.
    default Standing standing(Instant now, Duration grace) {
        if (now.isBefore(expires())) return new Standing.Current(expires());
        Instant end = expires().plus(grace);
        return now.isBefore(end) ? new Standing.InGrace(expires(), end) : new Standing.Expired(end);
    }

    /// The fields that both kinds of snapshot begin with.
    static ObjectNode begin(String what, Snapshot snapshot) {
        ObjectNode json = StrictJson.MAPPER.createObjectNode();
        json.put("snapshot", what);
        json.put("version", VERSION);
        json.put("number", snapshot.number());
        json.put("issued", snapshot.issued().toString());
        json.put("expires", snapshot.expires().toString());
        return json;
    }

    /// Refuses a rulebook where a directory is wanted and the other way round, and versions of the format yet to come.
    static void demand(String what, StrictJson json) {
        if (!json.text("snapshot").equals(what)) throw new IllegalArgumentException("this snapshot is not a " + what);
        long version = json.number("version");
        if (version < VERSION)
            throw new IllegalArgumentException("this " + what + " is written in version " + version
                    + " of the format; this program reads version " + VERSION
                    + ": the administrators must issue it again");
        if (version > VERSION)
            throw new IllegalArgumentException("this " + what + " is written in version " + version
                    + " of the format; this program reads version " + VERSION + ": it needs a newer program");
    }

    static void validate(String what, long number, Instant issued, Instant expires) {
        if (number < 1) throw new IllegalArgumentException("a " + what + "'s number counts from 1");
        if (!expires.isAfter(issued)) throw new IllegalArgumentException("a " + what + " expires after it was issued");
    }
}
