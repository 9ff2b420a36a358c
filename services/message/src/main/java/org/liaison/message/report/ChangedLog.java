package org.liaison.message.report;

import java.time.Instant;
import java.util.List;
import org.liaison.message.Bytes;
import org.liaison.message.Digest;
import org.liaison.message.StrictJson;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// That the audit log does not stand by what it signed: a checkpoint that somebody holds, one
/// that it was shown and that did not grow out of it, and `beginning`, by which the larger of the
/// two trees proves which root it had at the smaller one's size; empty where that is not known,
/// or not needed. Until it is examined it is a claim.
public record ChangedLog(Instant since, String held, String shown, List<Digest> beginning) {

    public static final int LONGEST_NOTE = 8 * 1024;
    public static final int MOST_STEPS = 64;

    public ChangedLog {
        beginning = List.copyOf(beginning);
        Bounds.time("since", since);
        note("held", held);
        note("shown", shown);
        Bounds.most("steps of a beginning", beginning.size(), MOST_STEPS);
    }

    private static void note(String what, String note) {
        if (note.isBlank() || note.length() > LONGEST_NOTE)
            throw new IllegalArgumentException(what + " has 1 to " + LONGEST_NOTE + " characters");
    }

    /// Of both notes.
    public int length() {
        return held.length() + shown.length();
    }

    public void write(ObjectNode json) {
        json.put("since", since.toString());
        json.put("held", held);
        json.put("shown", shown);
        ArrayNode steps = json.putArray("beginning");
        beginning.forEach(one -> steps.add(one.value().toBase64()));
    }

    public static ChangedLog of(StrictJson json) {
        ChangedLog changed = new ChangedLog(
                json.as("since", StrictJson::instant),
                json.text("held"),
                json.text("shown"),
                json.listAs("beginning", one -> new Digest(Bytes.ofBase64(one))));
        json.nothingElse();
        return changed;
    }
}
