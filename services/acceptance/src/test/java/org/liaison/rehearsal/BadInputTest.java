package org.liaison.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liaison.rehearsal.Cast.CENTRAL_OF_DESTINATION;
import static org.liaison.rehearsal.Cast.CENTRAL_OF_ORIGIN;
import static org.liaison.rehearsal.Cast.SOCIAL_OF_DESTINATION;
import static org.liaison.rehearsal.Cast.SOCIAL_OF_ORIGIN;
import static org.liaison.rehearsal.Strangers.CENTRAL;
import static org.liaison.rehearsal.Strangers.LAPSED;
import static org.liaison.rehearsal.Strangers.POLICE;
import static org.liaison.rehearsal.Strangers.PROSECUTOR_OF_ORIGIN;
import static org.liaison.rehearsal.Strangers.REVOKED;
import static org.liaison.rehearsal.Strangers.SOCIAL;
import static org.liaison.rehearsal.Strangers.STALE;
import static org.liaison.rehearsal.Strangers.UNLISTED;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.liaison.message.Attachment;
import org.liaison.message.AuthorityCode;
import org.liaison.message.Bytes;
import org.liaison.message.Digest;
import org.liaison.message.Entry;
import org.liaison.message.Entry.Event;
import org.liaison.message.ErdsEvent;
import org.liaison.message.Evidence;
import org.liaison.message.EvidenceId;
import org.liaison.message.Frames;
import org.liaison.message.MessageId;
import org.liaison.message.MessageKind;
import org.liaison.message.Reason;
import org.liaison.message.Suite;
import org.liaison.message.Wire;
import org.liaison.rehearsal.HostileGateway.Came;
import org.liaison.rehearsal.SectionTen.Row;
import org.liaison.rehearsal.client.Answer;
import org.liaison.rehearsal.client.Draft;
import org.liaison.rehearsal.client.Problem;
import org.liaison.seal.Signer;
import org.liaison.seal.Strength;
import org.liaison.seal.Unproven;

/// What bad input gets: every row of `PROTOCOL.md` section 10, from end to end. A gateway with a good certificate and
/// bad intentions puts it into its intake at a real hub, or an officer hands it in at a real gateway. The table itself
/// says which reasons and which entries there must be.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTest {

    /// What the sender learned: a reason with a sentence, where it lay, and what stands in the log about it.
    private record Told(Optional<Reason> reason, String sentence, Optional<String> mailbox, Optional<Event> entry) {}

    private static final String OF_THE_GATEWAY = "mailbox.gateway.gateway-xb";
    private static final Bytes RUBBISH = Bytes.ofUtf8("rubbish");
    private static final Bytes OTHER_CONTENT = Bytes.ofUtf8("other content, of the same length exactly");

    private final Map<String, Supplier<List<Told>>> scenes = scenes();
    private HostileStage stage;

    @BeforeAll
    void open(@TempDir Path folder) throws Exception {
        LogFile.to(folder.resolve("programs.log"));
        stage = new HostileStage(new DemoFolder(folder.resolve("state")));
    }

    @AfterAll
    void close() {
        if (stage != null) stage.close();
    }

    @Test
    void every_row_of_the_table_is_played_and_nothing_else() {
        assertThat(SectionTen.rows()).extracting(Row::arrives).containsExactlyElementsOf(scenes.keySet());
    }

    @TestFactory
    Stream<DynamicTest> every_row_gets_its_reason_and_its_entry_and_the_post_goes_on() {
        return SectionTen.rows().stream().map(row -> DynamicTest.dynamicTest(row.arrives(), () -> play(row)));
    }

    private void play(Row row) {
        List<Told> told =
                Optional.ofNullable(scenes.get(row.arrives())).orElseThrow().get();

        Set<Reason> reasons = EnumSet.noneOf(Reason.class);
        told.forEach(one -> one.reason().ifPresent(reasons::add));
        assertThat(reasons).isEqualTo(row.reasons());
        Set<Event> entries = EnumSet.noneOf(Event.class);
        told.forEach(one -> one.entry().ifPresent(entries::add));
        assertThat(entries).isEqualTo(row.entries());
        assertThat(told).allSatisfy(one -> assertThat(one.sentence()).matches("\\S+(\\s\\S+){3,}[.]\\s*"));
        if (row.toTheGatewayItself())
            assertThat(told).extracting(Told::mailbox).containsOnly(Optional.of(OF_THE_GATEWAY));

        stage.sendGood();
        assertThat(stage.gateway.rest()).as("answers that nobody was to get").isEmpty();
        assertThat(stage.received(SOCIAL_OF_ORIGIN))
                .as("what the recipient of everything good has")
                .containsExactlyInAnyOrderElementsOf(stage.good());
    }

    // spotless:off
    private Map<String, Supplier<List<Told>>> scenes() {
        Map<String, Supplier<List<Told>>> all = new LinkedHashMap<>();
        all.put("a frame that is no envelope", this::no_envelope);
        all.put("an envelope over the hub's limit", this::envelope_over_the_limit);
        all.put("a malformed or oversized slip", this::malformed_slip);
        all.put("an unknown authority as sender or recipient", this::unknown_authority);
        all.put("a sender that another gateway hosts", this::sender_of_another_gateway);
        all.put("a wrong signer, a changed slip", this::wrong_signer_or_changed_slip);
        all.put("an expired, revoked or foreign certificate", this::bad_certificate);
        all.put("revocation data or snapshots that ran out", this::stale_data);
        all.put("a kind that the rulebook does not permit", this::kind_not_permitted);
        all.put("a kind that the recipient does not accept", this::kind_not_accepted);
        all.put("a suite that is not the recipient's", this::other_suite);
        all.put("content over a recipient's limit", this::too_much_content);
        all.put("content that is not what the slip announces", this::content_not_announced);
        all.put("an expired message, a clock ahead of the limit", this::wrong_time);
        all.put("the same message again", this::same_message_again);
        all.put("the same id with other content", this::same_id_with_other_content);
        all.put("a form that breaks its schema", this::invalid_form);
        all.put("content that the recipient cannot open", this::unreadable_content);
        all.put("a letter under another letter's slip", this::letter_of_another_slip);
        all.put("evidence by somebody who is no recipient", this::evidence_by_a_stranger);
        return all;
    }
    // spotless:on

    private List<Told> no_envelope() {
        Forgery accepted = assistance();
        send(accepted);
        Wire.Receipt receipt = taken(accepted.id, Event.SUBMISSION_ACCEPTANCE).receipt();
        taken(accepted.id, Event.RECIPIENT_EVIDENCE);
        return List.of(
                refused(RUBBISH, "the frame does not begin"),
                refused(Frames.write(receipt), "a gateway sends envelopes and statements only"));
    }

    private List<Told> envelope_over_the_limit() {
        Forgery forgery = referral().carrying(Bytes.owned(new byte[HostileStage.ENVELOPE_BYTES]));
        return List.of(refused(forgery, "the hub carries " + HostileStage.ENVELOPE_BYTES + "."));
    }

    private List<Told> malformed_slip() {
        Signer signer = stage.signer(SOCIAL);
        Bytes malformed = signer.sign(Bytes.ofUtf8("{\"version\":1}"), Strength.ECDSA, Instant.now());
        Bytes oversized = Bytes.owned(new byte[64 * 1024 + 1]);
        return List.of(
                refused(Frames.write(new Wire.Envelope(malformed, RUBBISH)), "messageId"),
                refused(Frames.write(new Wire.Envelope(oversized, RUBBISH)), "A slip has at most 65536 bytes."));
    }

    private List<Told> unknown_authority() {
        Forgery unknownSender = new Forgery(UNLISTED, SOCIAL_OF_ORIGIN, stage.stranger(UNLISTED.toString()));
        Forgery unknownRecipient = new Forgery(SOCIAL, UNLISTED, stage.signer(SOCIAL));
        return List.of(
                refused(unknownSender, "The directory does not know " + UNLISTED + "."),
                refused(unknownRecipient, "The directory does not know " + UNLISTED + "."));
    }

    private List<Told> sender_of_another_gateway() {
        Forgery stolen = new Forgery(SOCIAL_OF_DESTINATION, SOCIAL_OF_ORIGIN, stage.signer(SOCIAL_OF_DESTINATION));
        return List.of(refused(stolen, "gateway-xb does not host " + SOCIAL_OF_DESTINATION + "."));
    }

    private List<Told> wrong_signer_or_changed_slip() {
        Forgery byNeighbour = new Forgery(SOCIAL, SOCIAL_OF_ORIGIN, stage.signer(POLICE));
        Forgery changed = referral();
        Forgery garbled = referral();
        return List.of(
                refused(byNeighbour, "signed by somebody other than the sending authority"),
                refused(changed.id, changed(changed, "REF-REQ", "REF-ACK"), "does not belong to what was signed"),
                refused(garbled.id, changed(garbled, "ROUTINE", "URGENT "), "does not belong to what was signed"));
    }

    private List<Told> bad_certificate() {
        List<Told> told = new ArrayList<>();
        for (AuthorityCode code : List.of(LAPSED, REVOKED))
            told.add(refused(new Forgery(code, SOCIAL_OF_ORIGIN, stage.stranger(code.toString())), "certificate"));
        Forgery foreign = new Forgery(SOCIAL, SOCIAL_OF_ORIGIN, stage.stranger(Strangers.FOREIGN));
        told.add(refused(foreign, "does not lead to a trusted root"));
        return told;
    }

    private List<Told> stale_data() {
        List<Told> told = new ArrayList<>();
        Forgery stale = new Forgery(STALE, SOCIAL_OF_ORIGIN, stage.stranger(STALE.toString()));
        told.add(refused(stale, "too old to rely on"));
        Instant now = Instant.now();
        for (var snapshot : List.of(stage.directory, stage.rulebook)) {
            stage.putInForce(snapshot, now.minus(Duration.ofDays(9)), now.minus(Duration.ofDays(4)));
            told.add(refused(referral(), "run out"));
            stage.putInForce(snapshot, now, now.plus(Duration.ofDays(9)));
        }
        return told;
    }

    private List<Told> kind_not_permitted() {
        Forgery forgery = referral();
        forgery.kind = new MessageKind("MLA-REQ");
        return List.of(refused(forgery, "No rule covers the kind MLA-REQ from social of XB to social of XA"));
    }

    private List<Told> kind_not_accepted() {
        Forgery forgery = new Forgery(SOCIAL, PROSECUTOR_OF_ORIGIN, stage.signer(SOCIAL));
        return List.of(refused(forgery, PROSECUTOR_OF_ORIGIN + " does not accept REF-REQ."));
    }

    private List<Told> other_suite() {
        Forgery forgery = referral();
        forgery.suite = Suite.CLASSIC_2026;
        return List.of(refused(forgery, SOCIAL_OF_ORIGIN + " requires hybrid-2026"));
    }

    private List<Told> too_much_content() {
        Forgery forgery = assistance().carrying(Bytes.owned(new byte[HostileStage.CONTENT_BYTES + 1]));
        Bytes large = Bytes.owned(new byte[2 * HostileStage.CONTENT_BYTES]);
        Draft draft = Draft.of(
                CENTRAL_OF_DESTINATION,
                CENTRAL_OF_ORIGIN,
                Stage.file("mla-request.json"),
                List.of(new Attachment("court-order.pdf", "application/pdf", large)),
                Optional.empty());
        return List.of(
                refused(forgery, CENTRAL_OF_ORIGIN + " takes " + HostileStage.CONTENT_BYTES + " bytes"),
                refused(draft, Reason.CONTENT_TOO_LARGE, "its recipients take " + HostileStage.CONTENT_BYTES));
    }

    private List<Told> content_not_announced() {
        Forgery forgery = referral();
        forgery.content = OTHER_CONTENT;
        return List.of(refused(forgery, "not the content that the slip announces"));
    }

    private List<Told> wrong_time() {
        Forgery late = referral();
        late.created = Instant.now().minus(Duration.ofDays(2));
        late.expires = late.created.plus(Duration.ofDays(1));
        Forgery early = referral();
        early.created = Instant.now().plus(Duration.ofHours(1));
        early.expires = early.created.plus(Duration.ofDays(7));
        return List.of(refused(late, "It expired at " + late.expires), refused(early, "300 s are allowed"));
    }

    private List<Told> same_message_again() {
        Forgery forgery = assistance();
        Bytes frame = Frames.write(forgery.envelope());
        stage.gateway.send(forgery.id.toString(), frame);
        Came first = taken(forgery.id, Event.SUBMISSION_ACCEPTANCE);
        taken(forgery.id, Event.RECIPIENT_EVIDENCE);
        stage.gateway.send(forgery.id + "/again", frame);
        Came second = taken(forgery.id, Event.SUBMISSION_ACCEPTANCE);
        assertThat(second.receipt().entry()).isEqualTo(first.receipt().entry());
        assertThat(second.receipt().proof().index())
                .isEqualTo(first.receipt().proof().index());
        assertThat(stage.received(CENTRAL_OF_ORIGIN))
                .filteredOn(forgery.id.toString()::equals)
                .as("handed over once")
                .hasSize(1);
        return List.of();
    }

    private List<Told> same_id_with_other_content() {
        Forgery forgery = assistance();
        send(forgery);
        taken(forgery.id, Event.SUBMISSION_ACCEPTANCE);
        taken(forgery.id, Event.RECIPIENT_EVIDENCE);
        stage.gateway.send(
                forgery.id + "/again",
                Frames.write(forgery.carrying(OTHER_CONTENT).envelope()));
        Told told = told(taken(forgery.id));
        assertThat(told.sentence()).contains("seen before with other content");
        return List.of(told);
    }

    private List<Told> invalid_form() {
        Bytes form = Bytes.ofUtf8("{\"kind\":\"MLA-REQ\",\"version\":\"1\"}");
        Forgery forgery = assistance().sealing(form, stage.directory);
        send(forgery);
        taken(forgery.id, Event.SUBMISSION_ACCEPTANCE);
        Told byRecipient = told(taken(forgery.id, Event.RECIPIENT_EVIDENCE));
        assertThat(byRecipient.sentence()).contains("/authority", "/offences", "/purpose");
        Draft draft = Draft.of(CENTRAL_OF_DESTINATION, CENTRAL_OF_ORIGIN, form, List.of(), Optional.empty());
        Told bySender = refused(draft, Reason.FORM_INVALID, "/authority", "/offences", "/purpose");
        return List.of(byRecipient, bySender);
    }

    private List<Told> unreadable_content() {
        Forgery forgery = assistance().carrying(RUBBISH);
        return List.of(notHandedOver(forgery, "cannot open the content"));
    }

    private List<Told> letter_of_another_slip() {
        Forgery forgery = assistance().carrying(assistance().content);
        return List.of(notHandedOver(forgery, "does not belong to the slip"));
    }

    /// XB's social authority says of a message from XC to XA that it was handed over to itself.
    private List<Told> evidence_by_a_stranger() {
        MessageId id = stage.sendGood();
        Evidence evidence = new Evidence(
                EvidenceId.next(Instant.now()),
                ErdsEvent.CONTENT_ACCESS_TRACKING,
                Instant.now(),
                SOCIAL.toString(),
                SOCIAL_OF_DESTINATION,
                List.of(SOCIAL),
                Optional.of(1),
                id,
                Digest.ofContent(RUBBISH),
                Optional.empty(),
                List.of());
        Bytes signed = stage.signer(SOCIAL).sign(evidence.toJson(), Strength.ECDSA, Instant.now());
        stage.gateway.send(evidence.id().toString(), Frames.write(new Wire.Statement(signed)));
        Told told = told(taken(id, Event.SECURITY_INCIDENT));
        assertThat(told.sentence()).contains("it does not describe the message as it was accepted");
        assertThat(stage.state(id)).as("its sender hears nothing of this").isEqualTo("HANDED_OVER");
        return List.of(told);
    }

    private Forgery referral() {
        return new Forgery(SOCIAL, SOCIAL_OF_ORIGIN, stage.signer(SOCIAL));
    }

    /// A request that is right in everything, sealed to XA's central authority.
    private Forgery assistance() {
        return new Forgery(CENTRAL, CENTRAL_OF_ORIGIN, stage.signer(CENTRAL))
                .sealing(Stage.file("mla-request.json"), stage.directory, Stage.pdf("court-order.pdf"));
    }

    private static Bytes changed(Forgery forgery, String before, String after) {
        Wire.Envelope right = forgery.envelope();
        String slip = new String(right.slip().toArray(), StandardCharsets.ISO_8859_1);
        assertThat(slip).contains(before);
        byte[] changed = slip.replace(before, after).getBytes(StandardCharsets.ISO_8859_1);
        return Frames.write(new Wire.Envelope(Bytes.owned(changed), right.content()));
    }

    private void send(Forgery forgery) {
        stage.gateway.send(forgery.id.toString(), Frames.write(forgery.envelope()));
    }

    private Told refused(Bytes frame, String... sentences) {
        return refused(MessageId.next(Instant.now()), frame, sentences);
    }

    private Told refused(Forgery forgery, String... sentences) {
        return refused(forgery.id, Frames.write(forgery.envelope()), sentences);
    }

    private Told refused(MessageId id, Bytes frame, String... sentences) {
        stage.gateway.send(id.toString(), frame);
        Told told = told(taken(id));
        assertThat(told.sentence()).contains(sentences);
        return told;
    }

    private Told notHandedOver(Forgery forgery, String sentence) {
        send(forgery);
        taken(forgery.id, Event.SUBMISSION_ACCEPTANCE);
        Told told = told(taken(forgery.id, Event.RECIPIENT_EVIDENCE));
        assertThat(told.sentence()).contains(sentence);
        return told;
    }

    /// An officer of XC hands it in and is told at once; nothing of it leaves the gateway.
    private Told refused(Draft draft, Reason reason, String... sentences) {
        Problem problem = ((Answer.Refused) stage.desk.send(draft)).problem();
        assertThat(problem.reason()).isEqualTo(reason.name());
        assertThat(problem.lines().toString()).contains(sentences);
        return new Told(Optional.of(reason), problem.detail(), Optional.empty(), Optional.empty());
    }

    private Came taken(MessageId id, Event... events) {
        return stage.gateway.take(
                "an answer about " + id + " " + List.of(events),
                came -> concerns(id, came)
                        && (events.length == 0
                                || List.of(events).contains(entry(came).event())));
    }

    private static boolean concerns(MessageId id, Came came) {
        Entry entry = entry(came);
        return entry.messageId().equals(Optional.of(id))
                || entry.evidence()
                        .flatMap(Unproven::content)
                        .filter(text -> HostileStage.clear(Evidence.read(text))
                                .messageId()
                                .equals(id))
                        .isPresent();
    }

    private static Entry entry(Came came) {
        return HostileStage.clear(Entry.read(came.receipt().entry()));
    }

    /// Believes a receipt as a sender would: the log proves the entry, and whoever speaks in it signed.
    private Told told(Came came) {
        Entry entry = stage.recorded(came.receipt());
        Optional<Evidence> evidence = entry.evidence().map(stage::genuine);
        if (evidence.isPresent() && !evidence.get().reasons().isEmpty()) {
            var why = evidence.get().reasons().getFirst();
            return new Told(
                    Optional.of(why.reason()), why.details(), Optional.of(came.mailbox()), Optional.of(entry.event()));
        }
        String[] note = entry.note().split(": ", 2);
        Optional<Reason> reason = Stream.of(Reason.values())
                .filter(one -> one.name().equals(note[0]))
                .findFirst();
        return new Told(
                reason,
                reason.isPresent() ? note[1] : entry.note(),
                Optional.of(came.mailbox()),
                Optional.of(entry.event()));
    }
}
