package org.liaison.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.liaison.gateway.Network.CENTRAL_XC;
import static org.liaison.gateway.Network.SOCIAL_XA;
import static org.liaison.gateway.Network.SOCIAL_XC;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.liaison.message.Bytes;
import org.liaison.message.CaseId;
import org.liaison.message.ErdsEvent;
import org.liaison.message.Evidence;
import org.liaison.message.Frames;
import org.liaison.message.Letter;
import org.liaison.message.Reason;
import org.liaison.message.Slip;
import org.liaison.message.Wire;
import org.liaison.routes.gateway.Arrival;
import org.liaison.routes.gateway.Batch;
import org.liaison.routes.gateway.OpenRequest;
import org.liaison.routes.gateway.Parcel;
import org.liaison.routes.gateway.Passage;
import org.liaison.routes.gateway.Submission;

/// The flow over real stores: what happens to good and bad arrivals, and the failure table: every write, failed and not
/// persisted or failed but persisted.
class ReceptionTest {

    static final CaseId FOREIGN_CASE = new CaseId("XC-REF-2026-777777");

    @TempDir
    static Path folder;

    static Bench bench;

    @BeforeAll
    static void open() {
        bench = new Bench(folder);
    }

    @AfterAll
    static void close() {
        bench.close();
    }

    @BeforeEach
    void empty() {
        bench.brokerAway = false;
        bench.registerExpired = false;
        bench.hub.acceptAgain();
        bench.settle();
    }

    @Test
    void a_message_is_handed_over_and_finished_only_by_the_recipients_evidence() {
        Slip slip = bench.refer();
        assertThat(bench.copy(slip.id(), SOCIAL_XC).state()).isEqualTo(Passage.QUEUED);
        List<Parcel> first = bench.dispatch();
        assertThat(first)
                .extracting(Parcel::duplicateId)
                .containsExactly(slip.id().toString());
        List<Arrival> answers = bench.answers(first);
        assertThat(waiting(slip)).isOne();
        bench.receive(answers);
        assertThat(bench.copy(slip.id(), SOCIAL_XC).state()).isEqualTo(Passage.ACCEPTED_BY_HUB);
        assertThat(waiting(slip)).isOne();
        bench.receive(bench.answers(bench.dispatch()));
        assertThat(bench.copy(slip.id(), SOCIAL_XC).state()).isEqualTo(Passage.HANDED_OVER);
        assertThat(waiting(slip)).isZero();
    }

    @Test
    void a_repeated_delivery_makes_nothing_new_and_says_the_same_again() {
        Slip slip = bench.refer();
        List<Arrival> answers = bench.answers(bench.dispatch());
        bench.receive(answers);
        Evidence first = statement(bench.dispatch());
        bench.receive(answers);
        List<Parcel> again = bench.dispatch();
        assertThat(statement(again)).isEqualTo(first);
        assertThat(again.getFirst().duplicateId()).isNotEqualTo(first.id().toString());
        assertThat(bench.count(
                        "select count(*) from messages where message_id = ?",
                        slip.id().value()))
                .isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(
            value = Shaky.Fault.class,
            names = {"NOT_PERSISTED", "PERSISTED"})
    void a_reception_whose_commit_fails_is_neither_lost_nor_doubled(Shaky.Fault fault) {
        Slip slip = bench.refer();
        List<Arrival> answers = bench.answers(bench.dispatch());
        Arrival delivery = answers.getFirst();
        bench.shaky.failNextCommit(fault);
        assertThatThrownBy(() -> bench.routes.receive(new Batch(List.of(delivery))))
                .matches(Faults::isMachinery);
        assertThat(bench.has(slip.id(), SOCIAL_XA)).isEqualTo(fault == Shaky.Fault.PERSISTED);

        bench.receive(answers);
        assertThat(bench.copy(slip.id(), SOCIAL_XA).state()).isEqualTo(Passage.HANDED_OVER);
        assertThat(bench.count(
                        "select count(*) from evidence where message_id = ? and issuer = ?",
                        slip.id().value(),
                        SOCIAL_XA.toString()))
                .isOne();
        bench.settle();
        assertThat(bench.copy(slip.id(), SOCIAL_XC).state()).isEqualTo(Passage.HANDED_OVER);
    }

    @ParameterizedTest
    @EnumSource(
            value = Shaky.Fault.class,
            names = {"NOT_PERSISTED", "PERSISTED"})
    void a_submission_whose_commit_fails_is_all_there_or_not_at_all(Shaky.Fault fault) {
        long before = bench.count("select count(*) from messages");
        // The case's number is given in a transaction of its own, before the one that counts.
        assertThatThrownBy(() -> {
                    bench.shaky.failNextCommit(fault);
                    bench.refer();
                })
                .matches(Faults::isMachinery);
        long stored = bench.count("select count(*) from messages") - before;
        assertThat(stored).isEqualTo(fault == Shaky.Fault.PERSISTED ? 1 : 0);
        assertThat(bench.dispatch()).hasSize((int) stored);
    }

    @ParameterizedTest
    @EnumSource(
            value = Shaky.Fault.class,
            names = {"NOT_PERSISTED", "PERSISTED"})
    void evidence_whose_commit_fails_counts_once(Shaky.Fault fault) {
        Slip slip = bench.refer();
        bench.receive(bench.answers(bench.dispatch()));
        List<Arrival> receipts = bench.answers(bench.dispatch());
        bench.shaky.failNextCommit(fault);
        assertThatThrownBy(() -> bench.receive(receipts)).matches(Faults::isMachinery);
        bench.receive(receipts);
        assertThat(bench.copy(slip.id(), SOCIAL_XC).state()).isEqualTo(Passage.HANDED_OVER);
        assertThat(bench.count(
                        "select count(*) from evidence where message_id = ? and authority = ? and event = ?",
                        slip.id().value(),
                        SOCIAL_XC.toString(),
                        ErdsEvent.CONTENT_HANDOVER.name()))
                .isOne();
        assertThat(waiting(slip)).isZero();
    }

    @ParameterizedTest
    @EnumSource(
            value = Shaky.Fault.class,
            names = {"NOT_PERSISTED", "PERSISTED"})
    void a_sending_whose_settlement_fails_is_repeated_under_an_id_the_broker_can_tell(Shaky.Fault fault) {
        Slip slip = bench.refer();
        bench.carried.clear();
        // The first commit is the lease; the one after sending is the settlement.
        List<Parcel> sent = new ArrayList<>();
        bench.routes.dispatch(bench.clock.instant());
        sent.addAll(bench.carried);
        bench.clock.forward(Duration.ofMinutes(5));
        bench.shaky.failNextCommit(fault);
        assertThatThrownBy(() -> bench.routes.dispatch(bench.clock.instant())).matches(Faults::isMachinery);
        bench.clock.forward(Duration.ofMinutes(5));
        assertThat(bench.dispatch()).extracting(Parcel::id).contains(slip.id().value());
    }

    @Test
    void a_broker_that_is_away_costs_nothing_but_time() {
        Slip slip = bench.refer();
        bench.brokerAway = true;
        assertThat(bench.dispatch()).isEmpty();
        bench.brokerAway = false;
        assertThat(bench.dispatch())
                .extracting(Parcel::duplicateId)
                .containsExactly(slip.id().toString());
    }

    @Test
    void a_message_without_evidence_is_asked_about_again_in_a_new_round() {
        Slip slip = bench.refer();
        bench.dispatch();
        assertThat(bench.dispatch()).isEmpty();
        bench.clock.forward(Duration.ofMinutes(2));
        List<Parcel> again = bench.dispatch();
        assertThat(again).extracting(Parcel::duplicateId).containsExactly(slip.id() + ".1");
        bench.receive(bench.answers(again));
        bench.settle();
        assertThat(bench.copy(slip.id(), SOCIAL_XC).state()).isEqualTo(Passage.HANDED_OVER);
    }

    @Test
    void past_its_limit_the_officer_is_told_whom_to_call_and_evidence_still_counts() {
        Slip slip = bench.refer();
        List<Arrival> late = bench.answers(bench.dispatch());
        bench.clock.forward(Bench.LIMIT.plusMinutes(1));
        bench.routes.passLimits(bench.clock.instant());
        Shelf.Step step = bench.copy(slip.id(), SOCIAL_XC).passages().getFirst();
        assertThat(step.state()).isEqualTo(Passage.NOT_HANDED_OVER_IN_TIME);
        assertThat(step.details().orElse("")).contains("+442079460011");
        bench.receive(late);
        bench.settle();
        assertThat(bench.copy(slip.id(), SOCIAL_XC).state()).isEqualTo(Passage.HANDED_OVER);
    }

    @Test
    void content_that_cannot_be_opened_is_answered_with_its_reason() {
        Letter letter = referral();
        Bytes noise = Bytes.ofUtf8("not sealed at all");
        assertRefused(bench.envelope(bench.slip(letter, noise), noise, SOCIAL_XC), Reason.UNREADABLE_CONTENT);
    }

    @Test
    void a_letter_under_another_letters_slip_is_refused() {
        Bytes sealed = bench.seal(referral());
        Slip other = bench.slip(referral(), sealed);
        assertRefused(bench.envelope(other, sealed, SOCIAL_XC), Reason.LETTER_NOT_OF_SLIP);
    }

    @Test
    void a_slip_signed_by_somebody_else_is_refused() {
        Letter letter = referral();
        Bytes sealed = bench.seal(letter);
        assertRefused(bench.envelope(bench.slip(letter, sealed), sealed, CENTRAL_XC), Reason.WRONG_SIGNER);
    }

    @Test
    void other_content_than_the_slip_announces_is_refused() {
        Letter letter = referral();
        Bytes sealed = bench.seal(letter);
        Wire.Envelope envelope = bench.envelope(bench.slip(letter, sealed), sealed, SOCIAL_XC);
        byte[] changed = sealed.toArray();
        changed[changed.length / 2] ^= 1;
        assertRefused(new Wire.Envelope(envelope.slip(), Bytes.owned(changed)), Reason.LENGTH_OR_DIGEST_MISMATCH);
    }

    @Test
    void a_message_that_arrives_after_it_expired_is_refused() {
        Letter letter = referral();
        Bytes sealed = bench.seal(letter);
        Wire.Envelope envelope = bench.envelope(bench.slip(letter, sealed), sealed, SOCIAL_XC);
        bench.clock.forward(Bench.LIFETIME);
        assertRefused(envelope, Reason.MESSAGE_EXPIRED);
    }

    @Test
    void a_form_that_breaks_its_rules_is_refused_with_every_problem() {
        Letter letter = bench.letter(
                Bytes.ofUtf8("{\"kind\":\"REF-REQ\",\"version\":\"1\"}"),
                SOCIAL_XC,
                SOCIAL_XA,
                "REF-REQ",
                FOREIGN_CASE);
        Bytes sealed = bench.seal(letter);
        Evidence evidence =
                assertRefused(bench.envelope(bench.slip(letter, sealed), sealed, SOCIAL_XC), Reason.FORM_INVALID);
        assertThat(evidence.reasons().getFirst().details()).contains("/person").contains("/risk");
    }

    @Test
    void a_form_on_another_legal_basis_than_the_two_states_agreed_is_refused() throws IOException {
        String elsewhere =
                Files.readString(Office.FORMS.resolve("referral.json")).replace("CoE197", "EIO");
        Letter letter = bench.letter(Bytes.ofUtf8(elsewhere), SOCIAL_XC, SOCIAL_XA, "REF-REQ", FOREIGN_CASE);
        Bytes sealed = bench.seal(letter);
        Evidence evidence =
                assertRefused(bench.envelope(bench.slip(letter, sealed), sealed, SOCIAL_XC), Reason.FORM_INVALID);
        assertThat(evidence.reasons().getFirst().details())
                .contains("/legalBasis")
                .doesNotContain("EIO");
    }

    @Test
    void a_message_in_a_case_of_which_its_sender_is_no_party_is_refused() {
        Slip slip = bench.refer();
        bench.settle();
        Letter letter = bench.letter(
                Bytes.owned(Office.file("referral-ack.json")),
                Network.SOCIAL_XA,
                SOCIAL_XC,
                "REF-ACK",
                new CaseId("XA-REF-2026-555555"));
        Letter intruder = bench.letter(
                Bytes.owned(Office.file("mla-ack.json")), Network.CENTRAL_XA, CENTRAL_XC, "MLA-ACK", slip.caseId());
        assertThat(letter.caseId()).isNotEqualTo(intruder.caseId());
        Letter stranger = bench.letter(
                Bytes.owned(Office.file("referral.json")),
                SOCIAL_XC,
                SOCIAL_XA,
                "REF-REQ",
                new CaseId("XA-REF-2026-000009"));
        Letter listed = new Letter(
                stranger.id(),
                stranger.caseId(),
                stranger.kind(),
                stranger.from(),
                stranger.to(),
                stranger.created(),
                stranger.suite(),
                cut(stranger.form()),
                Bench.referral().attachments());
        Bytes sealed = bench.seal(listed);
        assertRefused(bench.envelope(bench.slip(listed, sealed), sealed, SOCIAL_XC), Reason.STATE_NOT_ALLOWED);
    }

    @Test
    void a_delivery_that_the_hub_cannot_prove_is_set_aside_and_answered_by_nobody() {
        Slip slip = bench.refer();
        List<HubInMemory.Post> posts =
                bench.hub.receive(Frames.write(bench.dispatch().getFirst().wire()));
        Slip other = bench.refer();
        List<HubInMemory.Post> others =
                bench.hub.receive(Frames.write(bench.dispatch().getFirst().wire()));
        Wire.Delivery delivery = (Wire.Delivery) posts.getFirst().wire();
        Wire.Delivery otherDelivery = (Wire.Delivery) others.getFirst().wire();
        long before = bench.count("select count(*) from set_aside");
        bench.receive(List.of(Bench.arrival(new HubInMemory.Post(
                posts.getFirst().mailbox(),
                false,
                new Wire.Delivery(delivery.slip(), delivery.content(), otherDelivery.receipt())))));
        assertThat(bench.count("select count(*) from set_aside")).isEqualTo(before + 1);
        assertThat(bench.has(slip.id(), SOCIAL_XA)).isFalse();
        assertThat(bench.dispatch()).isEmpty();
        assertThat(bench.has(other.id(), SOCIAL_XC)).isTrue();
    }

    @Test
    void evidence_that_its_recipient_did_not_sign_moves_nothing() {
        Slip slip = bench.refer();
        bench.receive(bench.answers(bench.dispatch()).stream()
                .filter(arrival -> arrival.mailbox().endsWith(SOCIAL_XC.toString()))
                .toList());
        Evidence forged = new Evidence(
                org.liaison.message.EvidenceId.next(bench.clock.instant()),
                ErdsEvent.CONTENT_HANDOVER,
                bench.clock.instant(),
                SOCIAL_XA.toString(),
                slip.from(),
                slip.to(),
                Optional.of(1),
                slip.id(),
                slip.contentDigest(),
                Optional.empty(),
                List.of());
        Bytes signed = bench.network
                .signer(CENTRAL_XC)
                .sign(forged.toJson(), org.liaison.seal.Strength.ECDSA, bench.clock.instant());
        long before = bench.count("select count(*) from set_aside");
        bench.hub
                .receive(Frames.write(new Wire.Statement(signed)))
                .forEach(post -> bench.receive(List.of(Bench.arrival(post))));
        assertThat(bench.copy(slip.id(), SOCIAL_XC).state()).isEqualTo(Passage.ACCEPTED_BY_HUB);
        assertThat(bench.count("select count(*) from set_aside")).isEqualTo(before + 1);
    }

    @Test
    void with_an_expired_directory_nothing_is_sent_and_nothing_is_answered() {
        Slip slip = bench.refer();
        List<Arrival> answers = bench.answers(bench.dispatch());
        bench.registerExpired = true;
        assertThat(bench.routes.compose(Bench.referral()))
                .isInstanceOfSatisfying(
                        Submission.Refused.class,
                        one -> assertThat(one.reason()).isEqualTo(Reason.DIRECTORY_EXPIRED));
        assertThatThrownBy(() -> bench.receive(answers)).matches(Faults::isMachinery);
        bench.registerExpired = false;
        bench.receive(answers);
        assertThat(bench.has(slip.id(), SOCIAL_XA)).isTrue();
    }

    @Test
    void a_case_that_is_erased_keeps_its_evidence_and_nothing_else() {
        Slip slip = bench.refer();
        bench.settle();
        bench.routes.open(new OpenRequest(slip.id(), SOCIAL_XA));
        bench.settle();
        bench.records.keys().destroy(slip.caseId(), SOCIAL_XA);
        Shelf.Copy copy = bench.copy(slip.id(), SOCIAL_XA);
        assertThat(bench.shelf.content(copy)).isEmpty();
        Views.Verification verification = bench.verification.of(copy, bench.shelf.content(copy), bench.clock.instant());
        assertThat(verification.verdict()).isEqualTo("INCOMPLETE");
        assertThat(verification.checks())
                .filteredOn(check -> check.check().equals("EVIDENCE_SIGNATURE")
                        || check.check().equals("SLIP_SIGNATURE"))
                .hasSize(4)
                .allMatch(check -> check.result().equals("PASSED"));
        Shelf.Copy theirs = bench.copy(slip.id(), SOCIAL_XC);
        assertThat(bench.shelf.content(theirs)).isPresent();
    }

    @Test
    void nothing_that_an_officer_writes_lies_readable_in_the_database() {
        Slip slip = bench.refer();
        bench.settle();
        assertThat(bench.has(slip.id(), SOCIAL_XA)).isTrue();
        List<String> tables = bench.sql
                .sql("select table_name from information_schema.tables where table_schema = 'public'")
                .query(String.class)
                .list();
        for (String marker : List.of("Sample Person", "Shelter Street", "identity-sheet", "%PDF")) {
            String hex = Bytes.ofUtf8(marker).toHex();
            for (String table : tables) {
                long found = bench.count("select count(*) from " + table + " t where t::text like '%" + hex
                        + "%' or t::text like '%" + marker.replace("%", "\\%") + "%'");
                assertThat(found).as(marker + " in " + table).isZero();
            }
        }
    }

    private static Bytes cut(Bytes form) {
        return org.liaison.casework.Projection.project(
                form, new org.liaison.message.MessageKind("REF-REQ"), SOCIAL_XA.kind());
    }

    private static Letter referral() {
        Letter letter = bench.letter(
                cut(Bytes.owned(Office.file("referral.json"))), SOCIAL_XC, SOCIAL_XA, "REF-REQ", FOREIGN_CASE);
        return letter;
    }

    private static Evidence assertRefused(Wire.Envelope envelope, Reason reason) {
        bench.receive(bench.hub.receive(Frames.write(envelope)).stream()
                .map(Bench::arrival)
                .filter(arrival -> arrival.mailbox().equals("mailbox." + SOCIAL_XA))
                .toList());
        Evidence evidence = statement(bench.dispatch());
        assertThat(evidence.event()).isEqualTo(ErdsEvent.CONTENT_HANDOVER_FAILURE);
        assertThat(evidence.reasons().getFirst().reason()).isEqualTo(reason);
        assertThat(evidence.issuer()).isEqualTo(SOCIAL_XA.toString());
        return evidence;
    }

    private static Evidence statement(List<Parcel> parcels) {
        List<Evidence> statements = parcels.stream()
                .map(Parcel::wire)
                .filter(Wire.Statement.class::isInstance)
                .map(wire -> HubInMemory.evidence(((Wire.Statement) wire).evidence()))
                .toList();
        assertThat(statements).hasSize(1);
        return statements.getFirst();
    }

    private static long waiting(Slip slip) {
        return bench.count("select count(*) from outbox where id = ?", slip.id().value());
    }
}
