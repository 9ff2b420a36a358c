package org.liaison.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.liaison.message.AuthorityCode;
import org.liaison.message.Digest;

/// Everything about a sending that its form must fit.
///
/// `at` is the time the message was created, so that sender and recipient come to the same result. `languages`
/// are those that every recipient reads; `attachments` the digests of the attached files by name; `docket` the
/// earlier forms of the case; `bound` the attached files that came from somebody under restrictions, by name.
public record Occasion(
        AuthorityCode from,
        List<AuthorityCode> to,
        Instant at,
        List<String> languages,
        Map<String, Digest> attachments,
        Docket docket,
        Map<String, List<Restriction>> bound) {

    public Occasion {
        to = List.copyOf(to);
        languages = List.copyOf(languages);
        attachments = Map.copyOf(attachments);
        bound = Map.copyOf(bound);
        if (to.isEmpty()) throw new IllegalArgumentException("a message has at least one recipient");
    }

    /// The day on which the message was created.
    LocalDate today() {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}
