package org.liaison.casework;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liaison.message.AuthorityCode;
import org.liaison.message.Bytes;
import org.liaison.message.Digest;

/// Everything about a sending that its form must fit.
///
/// `at` is the time the message was created, so that sender and recipient come to the same result. `languages` are
/// those that every recipient reads; `attachments` the digests of the attached files by name; `answered` the form that
/// this one answers (for `MLA-INFO`, the `MLA-RFI`), where it is at hand.
public record Occasion(
        AuthorityCode from,
        List<AuthorityCode> to,
        Instant at,
        List<String> languages,
        Map<String, Digest> attachments,
        Optional<Bytes> answered) {

    public Occasion {
        to = List.copyOf(to);
        languages = List.copyOf(languages);
        attachments = Map.copyOf(attachments);
        if (to.isEmpty()) throw new IllegalArgumentException("a message has at least one recipient");
    }
}
