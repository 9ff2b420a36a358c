package org.liaison.routes.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liaison.routes.hub.Network.GATEWAY_XA;
import static org.liaison.routes.hub.Network.GATEWAY_XC;
import static org.liaison.routes.hub.Network.LAPSED_XC;
import static org.liaison.routes.hub.Network.LIMITS;
import static org.liaison.routes.hub.Network.MOST_CONTENT;
import static org.liaison.routes.hub.Network.NOBODY_XC;
import static org.liaison.routes.hub.Network.NOTICE;
import static org.liaison.routes.hub.Network.NOW;
import static org.liaison.routes.hub.Network.POLICE_XA;
import static org.liaison.routes.hub.Network.POLICE_XC;
import static org.liaison.routes.hub.Network.REQUEST;
import static org.liaison.routes.hub.Network.REVOCATION_GRACE;
import static org.liaison.routes.hub.Network.REVOKED_XC;
import static org.liaison.routes.hub.Network.SHELTER_XA;
import static org.liaison.routes.hub.Network.SNAPSHOT_GRACE;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liaison.auditlog.book.BookInMemory;
import org.liaison.directory.Directory;
import org.liaison.message.Bytes;
import org.liaison.message.Entry;
import org.liaison.message.ErdsEvent;
import org.liaison.message.Evidence;
import org.liaison.message.Frames;
import org.liaison.message.Reason;
import org.liaison.message.Suite;
import org.liaison.message.Wire.Delivery;
import org.liaison.message.Wire.Envelope;
import org.liaison.message.Wire.Receipt;
import org.liaison.routes.hub.HubRoutes.Arrival;
import org.liaison.routes.hub.HubRoutes.Mailbox;
import org.liaison.routes.hub.HubRoutes.Parcel;
import org.liaison.seal.Strength;
import org.liaison.seal.Unproven;

/// Every reason for which the hub refuses an envelope, by example: who is told what, and what stands in the log.
class JudgeTest {

    private static final Mailbox OF_WELFARE = new Mailbox("mailbox.xc.social.welfare");
    private static final Mailbox OF_GATEWAY_XC = new Mailbox("mailbox.gateway.gateway-xc");
    private static final Mailbox OF_SHELTER = new Mailbox("mailbox.xa.social.shelter");

    @TempDir
    Path folder;

    private final Letters letter = new Letters();
    private Station station;

    @BeforeEach
    void open() {
        station = Station.open(folder);
    }

    @AfterEach
    void close() {
        station.close();
    }

    @Test
    void a_right_envelope_goes_to_its_recipient_and_its_receipt_to_the_sender() {
        Envelope envelope = letter.envelope();
        List<Parcel> parcels = station.post(letter.arrival(GATEWAY_XC, envelope));
        Delivery delivery =
                (Delivery) Station.wire(station.to(OF_SHELTER, parcels).getFirst());
        assertThat(delivery.slip()).isEqualTo(envelope.slip());
        assertThat(delivery.content()).isEqualTo(envelope.content());
        Parcel answer = station.to(OF_WELFARE, parcels).getFirst();
        assertThat(Station.wire(answer)).isEqualTo(delivery.receipt());
        assertThat(Station.entry(answer).event()).isEqualTo(Entry.Event.SUBMISSION_ACCEPTANCE);
        assertThat(evidence(answer).event()).isEqualTo(ErdsEvent.SUBMISSION_ACCEPTANCE);
        assertThat(evidence(answer).contentDigest()).isEqualTo(letter.slip().contentDigest());
        assertThat(parcels).hasSize(2);
    }

    @Test
    void a_message_to_two_recipients_goes_to_both() {
        letter.to = List.of(SHELTER_XA, LAPSED_XC);
        List<Parcel> parcels = station.post(letter.arrival());
        assertThat(station.to(OF_SHELTER, parcels)).hasSize(1);
        assertThat(station.to(new Mailbox("mailbox.xc.social.lapsed"), parcels)).hasSize(1);
    }

    @Test
    void bytes_that_are_no_envelope_are_recorded_and_the_gateway_is_told() {
        Parcel answer = only(station.post(Letters.arrival(GATEWAY_XC, letter.id.toString(), Bytes.ofUtf8("rubbish"))));
        assertUnreadable(answer, Reason.MALFORMED_ENVELOPE);
    }

    @Test
    void a_frame_that_only_the_hub_sends_is_no_envelope() {
        List<Parcel> accepted = station.post(letter.arrival());
        Receipt receipt =
                (Receipt) Station.wire(station.to(OF_WELFARE, accepted).getFirst());
        Parcel answer = only(station.post(Letters.arrival(GATEWAY_XC, letter.id.toString(), Frames.write(receipt))));
        assertUnreadable(answer, Reason.MALFORMED_ENVELOPE);
    }

    @Test
    void an_envelope_over_the_limit_is_not_even_read() {
        long size = LIMITS.envelopeBytes() + 1;
        Parcel answer =
                only(station.post(new Arrival(GATEWAY_XC, Optional.of(letter.id.toString()), size, Bytes.of())));
        assertUnreadable(answer, Reason.ENVELOPE_TOO_LARGE);
    }

    @Test
    void a_slip_that_cannot_be_read_is_refused_though_its_signature_is_good() {
        Bytes slip = letter.signer.sign(Bytes.ofUtf8("{\"version\":1}"), Strength.ECDSA, NOW);
        Parcel answer = only(station.post(letter.arrival(GATEWAY_XC, new Envelope(slip, Letters.CONTENT))));
        assertUnreadable(answer, Reason.MALFORMED_SLIP);
    }

    @Test
    void an_oversized_slip_is_not_even_parsed() {
        Bytes slip = Bytes.owned(new byte[Identity.MAX_SLIP_BYTES + 1]);
        Arrival arrival = letter.arrival(GATEWAY_XC, new Envelope(slip, Bytes.of((byte) 1)));
        Parcel answer = only(station.post(new Arrival(arrival.gateway(), arrival.claimedId(), 10, arrival.frame())));
        assertUnreadable(answer, Reason.MALFORMED_SLIP);
    }

    @Test
    void a_changed_slip_is_refused_and_does_not_use_up_the_message_id() {
        byte[] changed = letter.envelope().slip().toArray();
        String text = new String(changed, java.nio.charset.StandardCharsets.ISO_8859_1);
        int place = text.indexOf("ROUTINE");
        System.arraycopy("URGENT ".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1), 0, changed, place, 7);
        Parcel answer =
                only(station.post(letter.arrival(GATEWAY_XC, new Envelope(Bytes.owned(changed), Letters.CONTENT))));
        assertUnreadable(answer, Reason.BROKEN_SIGNATURE);
        assertThat(station.book.submissions(List.of(letter.id))).isEmpty();
    }

    @Test
    void a_slip_signed_by_nobody_who_is_trusted_names_its_message_in_the_refusal() {
        letter.signer = station.network.impostor;
        assertDoubted(only(station.post(letter.arrival())), Reason.CERTIFICATE_UNTRUSTED, OF_GATEWAY_XC);
    }

    @Test
    void an_expired_certificate_is_refused() {
        letter.from = LAPSED_XC;
        letter.signer = station.network.signers.get(LAPSED_XC);
        assertDoubted(only(station.post(letter.arrival())), Reason.CERTIFICATE_EXPIRED, OF_GATEWAY_XC);
    }

    @Test
    void a_revoked_certificate_is_refused() {
        letter.from = REVOKED_XC;
        letter.signer = station.network.signers.get(REVOKED_XC);
        assertDoubted(only(station.post(letter.arrival())), Reason.CERTIFICATE_REVOKED, OF_GATEWAY_XC);
    }

    @Test
    void a_revocation_list_that_ran_out_stops_everything() {
        station.now = NOW.plus(Duration.ofDays(20)).plus(REVOCATION_GRACE);
        assertDoubted(only(station.post(letter.arrival())), Reason.REVOCATION_STALE, OF_GATEWAY_XC);
    }

    @Test
    void a_directory_past_its_grace_stops_everything() {
        Directory old = station.network.directory;
        station.publish(
                new Directory(
                        2,
                        NOW.minus(Duration.ofDays(9)),
                        NOW.minus(SNAPSHOT_GRACE).minusSeconds(1),
                        old.authorities()),
                "directory.p7m");
        station.readSnapshots();
        assertDoubted(only(station.post(letter.arrival())), Reason.DIRECTORY_EXPIRED, OF_WELFARE);
    }

    @Test
    void a_directory_within_its_grace_still_counts() {
        station.publish(
                new Directory(
                        2,
                        NOW.minus(Duration.ofDays(9)),
                        NOW.minus(SNAPSHOT_GRACE).plusSeconds(1),
                        station.network.directory.authorities()),
                "directory.p7m");
        station.readSnapshots();
        assertThat(station.post(letter.arrival())).hasSize(2);
    }

    @Test
    void an_unknown_sender_is_refused() {
        letter.from = NOBODY_XC;
        letter.signer = station.network.signers.get(NOBODY_XC);
        assertDoubted(only(station.post(letter.arrival())), Reason.UNKNOWN_SENDER, OF_GATEWAY_XC);
    }

    @Test
    void a_sender_at_another_gateway_is_refused_and_its_own_answer_stands() {
        station.post(letter.arrival());
        Parcel answer = only(station.post(letter.arrival(GATEWAY_XA, letter.envelope())));
        assertDoubted(answer, Reason.SENDER_NOT_AT_GATEWAY, new Mailbox("mailbox.gateway.gateway-xa"));
        assertThat(station.book.trace(letter.id)).hasSize(1);
    }

    @Test
    void an_authority_cannot_sign_for_its_neighbour() {
        letter.signer = station.network.signers.get(POLICE_XC);
        assertDoubted(
                only(station.post(letter.arrival())), Reason.WRONG_SIGNER, new Mailbox("mailbox.xc.police.border"));
    }

    @Test
    void an_unknown_recipient_is_refused() {
        letter.to = List.of(NOBODY_XC);
        assertRefused(only(station.post(letter.arrival())), Reason.UNKNOWN_RECIPIENT);
    }

    @Test
    void a_kind_that_no_rule_permits_is_refused() {
        letter.kind = REQUEST;
        assertRefused(only(station.post(letter.arrival())), Reason.KIND_NOT_PERMITTED);
    }

    @Test
    void a_kind_that_the_recipient_does_not_accept_is_refused() {
        letter.kind = NOTICE;
        assertRefused(only(station.post(letter.arrival())), Reason.KIND_NOT_ACCEPTED);
    }

    @Test
    void the_directory_chooses_the_suite() {
        letter.to = List.of(POLICE_XA);
        assertRefused(only(station.post(letter.arrival())), Reason.SUITE_NOT_ACCEPTED);
        letter.id = org.liaison.message.MessageId.next(NOW);
        letter.suite = Suite.CLASSIC_2026;
        assertThat(station.post(letter.arrival())).hasSize(2);
    }

    @Test
    void content_over_the_recipients_limit_is_refused() {
        letter.content = Bytes.owned(new byte[Math.toIntExact(MOST_CONTENT) + 1]);
        letter.announced = letter.content;
        assertRefused(only(station.post(letter.arrival())), Reason.CONTENT_TOO_LARGE);
    }

    @Test
    void content_that_is_not_what_the_slip_announces_is_refused() {
        letter.content = Letters.OTHER_CONTENT;
        assertThat(letter.content.size()).isEqualTo(letter.announced.size());
        assertRefused(only(station.post(letter.arrival())), Reason.LENGTH_OR_DIGEST_MISMATCH);
    }

    @Test
    void an_expired_message_is_refused() {
        letter.expires = NOW;
        assertRefused(only(station.post(letter.arrival())), Reason.MESSAGE_EXPIRED);
    }

    @Test
    void a_message_from_the_future_is_refused_beyond_the_skew() {
        letter.created = NOW.plus(LIMITS.clockSkew()).plusSeconds(1);
        assertRefused(only(station.post(letter.arrival())), Reason.CLOCK_SKEW);
        letter.id = org.liaison.message.MessageId.next(NOW);
        letter.created = NOW.plus(LIMITS.clockSkew());
        assertThat(station.post(letter.arrival())).hasSize(2);
    }

    @Test
    void the_same_message_again_gets_the_same_answer_and_no_second_entry() {
        Arrival arrival = letter.arrival();
        Receipt first = (Receipt)
                Station.wire(station.to(OF_WELFARE, station.post(arrival)).getFirst());
        List<Parcel> again = station.post(arrival);
        Receipt second = (Receipt) Station.wire(station.to(OF_WELFARE, again).getFirst());
        assertThat(second.entry()).isEqualTo(first.entry());
        Parcel delivery = station.to(OF_SHELTER, again).getFirst();
        assertThat(delivery.again()).isTrue();
        assertThat(delivery.once()).contains(letter.id + "/delivery");
        assertThat(station.book.trace(letter.id)).hasSize(1);
    }

    @Test
    void a_message_repeated_after_it_expired_still_gets_its_acceptance() {
        Arrival arrival = letter.arrival();
        station.post(arrival);
        station.now = letter.expires.plusSeconds(1).minus(Duration.ofDays(1));
        List<Parcel> again = station.post(arrival);
        assertThat(Station.entry(station.to(OF_WELFARE, again).getFirst()).event())
                .isEqualTo(Entry.Event.SUBMISSION_ACCEPTANCE);
    }

    @Test
    void a_refused_message_repeated_gets_the_same_refusal() {
        letter.content = Letters.OTHER_CONTENT;
        Arrival arrival = letter.arrival();
        Receipt first = (Receipt) Station.wire(only(station.post(arrival)));
        Receipt second = (Receipt) Station.wire(only(station.post(arrival)));
        assertThat(second.entry()).isEqualTo(first.entry());
    }

    @Test
    void the_same_message_twice_in_one_batch_is_recorded_and_carried_once() {
        Arrival arrival = letter.arrival();
        List<Parcel> parcels = station.post(arrival, arrival);
        assertThat(station.to(OF_SHELTER, parcels)).hasSize(1);
        assertThat(station.to(OF_WELFARE, parcels)).hasSize(2);
        assertThat(station.book.trace(letter.id)).hasSize(1);
    }

    @Test
    void the_same_id_with_other_content_is_an_incident_and_the_sender_is_told() {
        Arrival first = letter.arrival();
        station.post(first);
        assertIncident(only(station.post(withOtherContent())));
    }

    @Test
    void the_same_id_with_other_content_in_one_batch_is_an_incident() {
        List<Parcel> parcels = station.post(letter.arrival(), withOtherContent());
        assertThat(station.to(OF_SHELTER, parcels)).hasSize(1);
        assertIncident(station.to(OF_WELFARE, parcels).stream()
                .filter(parcel -> Station.entry(parcel).event() == Entry.Event.SECURITY_INCIDENT)
                .findFirst()
                .orElseThrow());
    }

    @Test
    void an_accepted_slip_with_other_content_is_an_incident_and_carries_nothing() {
        Envelope envelope = letter.envelope();
        station.post(letter.arrival(GATEWAY_XC, envelope));
        assertIncident(
                only(station.post(letter.arrival(GATEWAY_XC, new Envelope(envelope.slip(), Letters.OTHER_CONTENT)))));
    }

    @Test
    void one_bad_envelope_does_not_touch_its_neighbours() {
        List<Arrival> batch = new ArrayList<>();
        for (int i = 0; i < 5; i++) batch.add(new Letters().arrival());
        batch.add(2, Letters.arrival(GATEWAY_XC, letter.id.toString(), Bytes.ofUtf8("rubbish")));
        List<Parcel> parcels = station.post(batch.toArray(Arrival[]::new));
        assertThat(station.to(OF_SHELTER, parcels)).hasSize(5);
        assertThat(station.to(OF_WELFARE, parcels)).hasSize(5);
        assertThat(station.to(OF_GATEWAY_XC, parcels)).hasSize(1);
    }

    @Test
    void a_hub_that_trusts_another_root_believes_nobody(@TempDir Path elsewhere) {
        try (Station foreign =
                new Station(folder, new BookInMemory(station.network.log), station.network.sealsOfAnotherRoot)) {
            org.assertj.core.api.Assertions.assertThatThrownBy(foreign::readSnapshots)
                    .hasRootCauseInstanceOf(SnapshotRefused.class);
        }
    }

    private Arrival withOtherContent() {
        letter.announced = Letters.OTHER_CONTENT;
        letter.content = Letters.OTHER_CONTENT;
        return letter.arrival();
    }

    private static Parcel only(List<Parcel> parcels) {
        assertThat(parcels).hasSize(1);
        return parcels.getFirst();
    }

    private static Evidence evidence(Parcel answer) {
        Bytes signed = Station.entry(answer).evidence().orElseThrow();
        return Station.clear(Evidence.read(Unproven.content(signed).orElseThrow()));
    }

    private void assertRefused(Parcel answer, Reason reason) {
        assertThat(answer.to()).isEqualTo(OF_WELFARE);
        assertThat(Station.entry(answer).event()).isEqualTo(Entry.Event.SUBMISSION_REJECTION);
        assertThat(Station.entry(answer).messageId()).contains(letter.id);
        assertRejects(answer, reason);
    }

    private void assertDoubted(Parcel answer, Reason reason, Mailbox mailbox) {
        assertThat(answer.to()).isEqualTo(mailbox);
        assertThat(Station.entry(answer).event()).isEqualTo(Entry.Event.SUBMISSION_REJECTION);
        assertThat(Station.entry(answer).messageId())
                .as("an id whose owner is not proven is not used up")
                .isEmpty();
        assertRejects(answer, reason);
    }

    private void assertIncident(Parcel answer) {
        assertThat(answer.to()).isEqualTo(OF_WELFARE);
        assertThat(Station.entry(answer).event()).isEqualTo(Entry.Event.SECURITY_INCIDENT);
        assertRejects(answer, Reason.REPLAY_WITH_OTHER_CONTENT);
    }

    private void assertRejects(Parcel answer, Reason reason) {
        Evidence evidence = evidence(answer);
        assertThat(evidence.event()).isEqualTo(ErdsEvent.SUBMISSION_REJECTION);
        assertThat(evidence.messageId()).isEqualTo(letter.id);
        assertThat(evidence.reasons().getFirst().reason()).isEqualTo(reason);
        assertThat(evidence.reasons().getFirst().details()).isNotBlank();
    }

    private void assertUnreadable(Parcel answer, Reason reason) {
        assertThat(answer.to()).isEqualTo(OF_GATEWAY_XC);
        Entry entry = Station.entry(answer);
        assertThat(entry.event()).isEqualTo(Entry.Event.UNREADABLE_ARRIVAL);
        assertThat(entry.messageId()).contains(letter.id);
        assertThat(entry.note()).startsWith(reason + ": ");
    }
}
