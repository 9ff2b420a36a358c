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

    Optional<Saved> attachment(MessageId id, AuthorityCode owner, int n);

    /// The message as a PDF; absent where its content cannot be read.
    Optional<Bytes> paper(MessageId id, AuthorityCode owner, Language language);

    /// Everything that proves the message, as one zip file (PROTOCOL.md, section 13); absent where
    /// the case was erased.
    Optional<Bytes> proof(MessageId id, AuthorityCode owner);

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

    /// An attachment as it was signed, under a name that is safe on any disk.
    record Saved(String name, Bytes content) {}

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
            Optional<Instant> receivedAt) {}

    record Why(Reason reason, String details) {}
}
