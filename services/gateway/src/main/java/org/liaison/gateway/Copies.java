package org.liaison.gateway;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.liaison.casework.course.Meaning;
import org.liaison.gateway.Vault.CaseKey;
import org.liaison.message.Attachment;
import org.liaison.message.AuthorityCode;
import org.liaison.message.Bytes;
import org.liaison.message.CaseId;
import org.liaison.message.Letter;
import org.liaison.message.MessageId;
import org.liaison.message.Slip;
import org.springframework.jdbc.core.JdbcTemplate;

/// Copies of messages, one per message and authority. What officers wrote goes in under the key of its case.
final class Copies {

    private final JdbcTemplate batches;
    private final CaseKeys keys;
    private final CodedFacts facts;

    Copies(JdbcTemplate batches, CaseKeys keys, CodedFacts facts) {
        this.batches = batches;
        this.keys = keys;
        this.facts = facts;
    }

    /// `owner` is whose copy it is; `letter` and `signedLetter` are absent where the content could not be read.
    record NewCopy(
            AuthorityCode owner,
            Slip slip,
            Bytes signedSlip,
            Bytes sealed,
            Optional<Letter> letter,
            Optional<Bytes> signedLetter,
            Optional<Meaning> meaning) {

        Place place() {
            return new Place(slip.id(), owner);
        }

        String direction() {
            return owner.equals(slip.from()) ? "OUT" : "IN";
        }
    }

    /// In a few statements, however many they are. All belong to `owner`.
    void insert(List<NewCopy> all, AuthorityCode owner, Instant now) {
        if (all.isEmpty()) return;
        Map<CaseId, CaseKeys.Held> held =
                keys.obtain(all.stream().map(copy -> copy.slip().caseId()).toList(), owner, now);
        List<Object[]> messages = new ArrayList<>();
        List<Object[]> attachments = new ArrayList<>();
        for (NewCopy copy : all) {
            CaseKeys.Held key = Objects.requireNonNull(held.get(copy.slip().caseId()));
            messages.add(message(copy, key, now));
            copy.letter().ifPresent(letter -> addAttachments(letter.attachments(), copy.place(), key, attachments));
        }
        batches.batchUpdate(
                "insert into messages (message_id, authority, direction, case_id, kind, event, marks, sender,"
                        + " recipients, priority, due, handling, suite, created, expires, content_length,"
                        + " content_digest, slip, key_id, sealed, letter, form, attachments, stored_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                messages);
        if (!attachments.isEmpty())
            batches.batchUpdate(
                    "insert into attachments (message_id, authority, n, name, media_type, size, digest)"
                            + " values (?, ?, ?, ?, ?, ?, ?)",
                    attachments);
        for (NewCopy copy : all) facts.note(copy);
    }

    private static @Nullable Object[] message(NewCopy copy, CaseKeys.Held held, Instant now) {
        Slip slip = copy.slip();
        Place place = copy.place();
        CaseKey key = held.key();
        return new @Nullable Object[] {
            slip.id().value(),
            copy.owner().toString(),
            copy.direction(),
            slip.caseId().toString(),
            slip.kind().code(),
            copy.meaning().map(meaning -> meaning.event().name()).orElse(null),
            copy.meaning().map(Rows::marks).orElseGet(() -> new String[0]),
            slip.from().toString(),
            Rows.texts(slip.to()),
            slip.priority().name(),
            slip.due().map(Rows::time).orElse(null),
            Rows.texts(slip.handling()),
            slip.suite().code(),
            Rows.time(slip.created()),
            Rows.time(slip.expires()),
            slip.contentLength(),
            slip.contentDigest().value().toArray(),
            copy.signedSlip().toArray(),
            held.id(),
            key.close(copy.sealed(), place.of("sealed")).toArray(),
            copy.signedLetter()
                    .map(letter -> key.close(letter, place.of("letter")).toArray())
                    .orElse(null),
            copy.letter()
                    .map(letter -> key.close(letter.form(), place.of("form")).toArray())
                    .orElse(null),
            copy.letter().map(letter -> letter.attachments().size()).orElse(0),
            Rows.time(now)
        };
    }

    private static void addAttachments(
            List<Attachment> attachments, Place place, CaseKeys.Held held, List<Object[]> rows) {
        for (int n = 1; n <= attachments.size(); n++) {
            Attachment one = attachments.get(n - 1);
            rows.add(new Object[] {
                place.id().value(),
                place.owner().toString(),
                n,
                held.key()
                        .close(Bytes.ofUtf8(one.name()), place.of("attachment/" + n))
                        .toArray(),
                one.mediaType(),
                one.content().size(),
                one.content().sha256().value().toArray()
            });
        }
    }

    /// Where a closed value belongs; it opens nowhere else.
    record Place(MessageId id, AuthorityCode owner) {
        String of(String what) {
            return "messages/" + id + "/" + owner + "/" + what;
        }
    }
}
