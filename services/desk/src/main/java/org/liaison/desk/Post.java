package org.liaison.desk;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.liaison.message.AuthorityCode;
import org.liaison.message.Bytes;
import org.liaison.message.CaseId;
import org.liaison.message.ErdsEvent;
import org.liaison.message.HandlingCode;
import org.liaison.message.Language;
import org.liaison.message.MessageId;
import org.liaison.message.MessageKind;
import org.liaison.message.Priority;
import org.liaison.message.Reason;
import tools.jackson.databind.JsonNode;

/// Port: the messages that lie at this site. Whatever is asked is answered for the authorities named and no others.
public interface Post {

    enum Box {
        RECEIVED,
        UNREAD,
        URGENT,
        SENT
    }

    /// Newest first; `before` is the last of the page before.
    List<Item> list(Box box, Collection<AuthorityCode> owners, Optional<MessageId> before, int most);

    /// Messages whose ids, words or files' names hold all of these words, newest first. Looks at the newest messages
    /// only, as many as a person waits for.
    List<Item> search(String words, Collection<AuthorityCode> owners, int most);

    List<Item> ofCase(CaseId id, AuthorityCode owner);

    Optional<Item> find(MessageId id, AuthorityCode owner);

    /// One copy and what happened to it, and its content if that is asked for and a person has
    /// opened it: nothing that lies closed is read here.
    Optional<Whole> whole(MessageId id, AuthorityCode owner, boolean withContent);

    /// `content` is also absent where the case was erased.
    record Whole(Item item, List<Happening> happenings, Optional<Content> content) {}

    /// Marks a message as opened by a person. The evidence of it is durable, and on its way to the sender, when this
    /// returns. False where there is nothing to open.
    boolean open(MessageId id, AuthorityCode owner);

    /// An attachment as it was signed, under a name that is safe on any disk.
    Handout attachment(MessageId id, AuthorityCode owner, int n);

    /// The message as a PDF.
    Handout paper(MessageId id, AuthorityCode owner, Language language);

    /// Everything that proves the message, as one zip file (PROTOCOL.md, section 13).
    Handout proof(MessageId id, AuthorityCode owner);

    /// A file to be saved, or why there is none.
    sealed interface Handout {
        record Saved(String name, Bytes content) implements Handout {}

        /// There is no such thing, its content could not be read when it arrived, or the case was
        /// erased.
        record Nothing() implements Handout {}

        /// The stored letter does not prove genuine: not even as of the time when it was stored.
        record NotGenuine() implements Handout {}

        /// It is too long for paper.
        record Unprintable() implements Handout {}
    }

    /// One copy of a message, without its content. `ticks` are in the order of `to`.
    record Item(
            MessageId id,
            AuthorityCode owner,
            boolean outgoing,
            CaseId caseId,
            MessageKind kind,
            AuthorityCode from,
            List<AuthorityCode> to,
            Priority priority,
            Optional<Instant> due,
            List<HandlingCode> handling,
            Instant created,
            Instant storedAt,
            Optional<Instant> openedAt,
            int attachments,
            List<Tick> ticks) {

        public boolean urgent() {
            return priority == Priority.URGENT;
        }

        public boolean unread() {
            return !outgoing && openedAt.isEmpty();
        }

        /// Who is at the other end, for one line of a list.
        public List<AuthorityCode> others() {
            return outgoing ? to : List.of(from);
        }
    }

    /// How far a message has come towards one recipient.
    record Tick(AuthorityCode recipient, Way way, Instant since, Optional<Reason> reason, Optional<String> details) {}

    enum Way {
        WAITING,
        ACCEPTED,
        HANDED_OVER,
        OPENED,
        REJECTED,
        FAILED,
        OVERDUE;

        /// The evidence that brings a message so far. None for what is only awaited.
        public Optional<ErdsEvent> proof() {
            return switch (this) {
                case WAITING, OVERDUE -> Optional.empty();
                case ACCEPTED -> Optional.of(ErdsEvent.SUBMISSION_ACCEPTANCE);
                case HANDED_OVER -> Optional.of(ErdsEvent.CONTENT_HANDOVER);
                case OPENED -> Optional.of(ErdsEvent.CONTENT_ACCESS_TRACKING);
                case REJECTED -> Optional.of(ErdsEvent.SUBMISSION_REJECTION);
                case FAILED -> Optional.of(ErdsEvent.CONTENT_HANDOVER_FAILURE);
            };
        }

        /// How a tag looks that says so; the words say it too.
        public String tone() {
            return switch (this) {
                case HANDED_OVER, OPENED -> "good";
                case WAITING, ACCEPTED -> "plain";
                case OVERDUE -> "warn";
                case REJECTED, FAILED -> "bad";
            };
        }
    }

    /// `form` is absent where it could not be read when it arrived.
    record Content(Optional<JsonNode> form, List<File> files, Optional<Signature> signature) {}

    record File(int n, String name, String mediaType, long size, String sha256) {}

    record Signature(boolean verified, String signer, Instant at, boolean quantumSafe) {}

    /// What a site says itself.
    enum Step {
        COMPOSED,
        OVERDUE
    }

    /// One thing that happened to a message, with what proves it: an `event` has evidence, a
    /// `step` has not. `witnessedBy` are the States whose witnesses vouch for its entry in the
    /// log: none while they are too few, absent where this site does not look at the log.
    record Happening(
            Instant at,
            Optional<ErdsEvent> event,
            Optional<Step> step,
            Optional<String> evidenceId,
            Optional<String> issuer,
            Optional<AuthorityCode> recipient,
            List<Why> reasons,
            Optional<Boolean> genuine,
            Optional<Long> logIndex,
            Optional<Boolean> recorded,
            Optional<SortedSet<String>> witnessedBy,
            Optional<Instant> receivedAt) {

        /// Whether this is what made the message come as far as this tick says.
        boolean proves(Tick tick) {
            return event.isPresent()
                    && event.equals(tick.way().proof())
                    && recipient.map(tick.recipient()::equals).orElse(true);
        }
    }

    record Why(Reason reason, String details) {}

    /// One piece of evidence about a message of this authority, and the files that prove it: the
    /// statement as it was signed, and the log's proof, which for what was said here goes to the
    /// sender.
    Optional<Exhibit> exhibit(MessageId id, AuthorityCode owner, String evidence);

    record Exhibit(Happening happening, Bytes signed, Optional<Bytes> receipt) {}
}
