package org.liaison.gateway;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.liaison.casework.course.Meaning;
import org.liaison.gateway.Vault.CaseKey;
import org.liaison.message.Attachment;
import org.liaison.message.AuthorityCode;
import org.liaison.message.Bytes;
import org.liaison.message.Letter;
import org.liaison.message.MessageId;
import org.liaison.message.Slip;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Copies of messages, one per message and authority. What officers wrote goes in under the key of its case.
final class Copies {

    private final JdbcClient database;
    private final CaseKeys keys;
    private final CodedFacts facts;

    Copies(JdbcClient database, CaseKeys keys, CodedFacts facts) {
        this.database = database;
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

        String direction() {
            return owner.equals(slip.from()) ? "OUT" : "IN";
        }
    }

    void insert(NewCopy copy, Instant now) {
        Slip slip = copy.slip();
        CaseKeys.Held held = keys.obtain(slip.caseId(), copy.owner(), now);
        Place place = new Place(slip.id(), copy.owner());
        database.sql(
                        "insert into messages (message_id, authority, direction, case_id, kind, event, marks, sender, recipients,"
                                + " priority, due, handling, suite, created, expires, content_length, content_digest, slip,"
                                + " key_id, sealed, letter, form, attachments, stored_at)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(slip.id().value())
                .param(copy.owner().toString())
                .param(copy.direction())
                .param(slip.caseId().toString())
                .param(slip.kind().code())
                .param(copy.meaning().map(meaning -> meaning.event().name()).orElse(null))
                .param(copy.meaning().map(Rows::marks).orElseGet(() -> new String[0]))
                .param(slip.from().toString())
                .param(Rows.texts(slip.to()))
                .param(slip.priority().name())
                .param(slip.due().map(Rows::time).orElse(null))
                .param(Rows.texts(slip.handling()))
                .param(slip.suite().code())
                .param(Rows.time(slip.created()))
                .param(Rows.time(slip.expires()))
                .param(slip.contentLength())
                .param(slip.contentDigest().value().toArray())
                .param(copy.signedSlip().toArray())
                .param(held.id())
                .param(held.key().close(copy.sealed(), place.of("sealed")).toArray())
                .param(copy.signedLetter()
                        .map(letter ->
                                held.key().close(letter, place.of("letter")).toArray())
                        .orElse(null))
                .param(copy.letter()
                        .map(letter -> held.key()
                                .close(letter.form(), place.of("form"))
                                .toArray())
                        .orElse(null))
                .param(copy.letter().map(letter -> letter.attachments().size()).orElse(0))
                .param(Rows.time(now))
                .update();
        copy.letter().ifPresent(letter -> insertAttachments(letter.attachments(), place, held.key()));
        facts.note(copy);
    }

    void insertPassage(MessageId id, AuthorityCode owner, AuthorityCode recipient, String state, Instant now) {
        database.sql("insert into passages (message_id, authority, recipient, state, since) values (?, ?, ?, ?, ?)")
                .params(id.value(), owner.toString(), recipient.toString(), state, Rows.time(now))
                .update();
    }

    private void insertAttachments(List<Attachment> attachments, Place place, CaseKey key) {
        for (int n = 1; n <= attachments.size(); n++) {
            Attachment one = attachments.get(n - 1);
            database.sql("insert into attachments (message_id, authority, n, name, media_type, size, digest)"
                            + " values (?, ?, ?, ?, ?, ?, ?)")
                    .params(
                            place.id().value(),
                            place.owner().toString(),
                            n,
                            key.close(Bytes.ofUtf8(one.name()), place.of("attachment/" + n))
                                    .toArray(),
                            one.mediaType(),
                            one.content().size(),
                            one.content().sha256().value().toArray())
                    .update();
        }
    }

    /// Where a closed value belongs; it opens nowhere else.
    record Place(MessageId id, AuthorityCode owner) {
        String of(String what) {
            return "messages/" + id + "/" + owner + "/" + what;
        }
    }
}
