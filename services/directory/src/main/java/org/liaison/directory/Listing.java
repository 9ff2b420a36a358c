package org.liaison.directory;

import java.time.LocalDate;
import java.util.Optional;
import org.liaison.message.StrictJson;
import tools.jackson.databind.node.ObjectNode;

/// What people look up about an authority before they write to it: what it is competent for, how else it can be
/// reached, what it demands of a request. All of it is optional, none of it decides anything.
public record Listing(Competence competence, Reach reach, Demands demands, Optional<LocalDate> lastVerified) {

    public static final Listing NOTHING =
            new Listing(Competence.NOTHING, Reach.NOTHING, Demands.NOTHING, Optional.empty());

    void writeTo(ObjectNode json) {
        competence.writeTo(json);
        reach.writeTo(json);
        demands.writeTo(json);
        lastVerified.ifPresent(day -> json.put("lastVerified", day.toString()));
    }

    static Listing read(StrictJson json) {
        Listing listing = new Listing(
                Competence.read(json),
                Reach.read(json),
                Demands.read(json),
                json.optionalText("lastVerified").map(WorkingCalendar::date));
        json.nothingElse();
        return listing;
    }
}
