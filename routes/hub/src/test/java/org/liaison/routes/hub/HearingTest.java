package org.liaison.routes.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liaison.routes.hub.Network.GATEWAY_XA;
import static org.liaison.routes.hub.Network.GATEWAY_XC;
import static org.liaison.routes.hub.Network.LAPSED_XC;
import static org.liaison.routes.hub.Network.NOW;
import static org.liaison.routes.hub.Network.POLICE_XA;
import static org.liaison.routes.hub.Network.SHELTER_XA;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liaison.message.Bytes;
import org.liaison.message.Entry;
import org.liaison.message.ErdsEvent;
import org.liaison.message.Evidence;
import org.liaison.message.EvidenceId;
import org.liaison.message.MessageId;
import org.liaison.message.Wire;
import org.liaison.message.Wire.Receipt;
import org.liaison.message.Wire.Statement;
import org.liaison.routes.hub.HubRoutes.Arrival;
import org.liaison.routes.hub.HubRoutes.Mailbox;
import org.liaison.routes.hub.HubRoutes.Parcel;

/// Whom the hub believes about what became of a message.
class HearingTest {

    private static final Mailbox OF_WELFARE = new Mailbox("mailbox.xc.social.welfare");
    private static final Mailbox OF_GATEWAY_XA = new Mailbox("mailbox.gateway.gateway-xa");
    private static final Mailbox OF_GATEWAY_XC = new Mailbox("mailbox.gateway.gateway-xc");

    @TempDir
    Path folder;

    private final Letters letter = new Letters();
    private final EvidenceId evidenceId = EvidenceId.next(NOW);
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
    void a_handover_is_recorded_and_the_sender_is_told() {
        station.post(letter.arrival());
        Statement statement = handover(SHELTER_XA);
        Parcel told = only(station.post(from(GATEWAY_XA, statement)));
        assertThat(told.to()).isEqualTo(OF_WELFARE);
        assertThat(told.once()).contains(evidenceId + "/evidence");
        assertThat(Station.entry(told).event()).isEqualTo(Entry.Event.RECIPIENT_EVIDENCE);
        assertThat(Station.entry(told).evidence()).contains(statement.evidence());
        assertThat(station.book.trace(letter.id)).hasSize(2);
    }

    @Test
    void every_event_that_a_recipient_issues_is_taken() {
        station.post(letter.arrival());
        for (ErdsEvent event : List.of(ErdsEvent.CONTENT_HANDOVER, ErdsEvent.CONTENT_ACCESS_TRACKING))
            assertThat(only(station.post(from(
                                    GATEWAY_XA,
                                    Letters.statement(
                                            letter.evidence(EvidenceId.next(NOW), event, SHELTER_XA), SHELTER_XA))))
                            .to())
                    .isEqualTo(OF_WELFARE);
    }

    @Test
    void the_same_statement_again_gets_the_same_receipt_and_no_second_entry() {
        station.post(letter.arrival());
        Arrival arrival = from(GATEWAY_XA, handover(SHELTER_XA));
        Receipt first = (Receipt) Station.wire(only(station.post(arrival)));
        Receipt second = (Receipt) Station.wire(only(station.post(arrival)));
        assertThat(second.entry()).isEqualTo(first.entry());
        assertThat(station.book.trace(letter.id)).hasSize(2);
    }

    @Test
    void the_same_statement_twice_in_one_batch_is_recorded_once() {
        station.post(letter.arrival());
        Arrival arrival = from(GATEWAY_XA, handover(SHELTER_XA));
        assertThat(station.post(arrival, arrival)).hasSize(1);
        assertThat(station.book.trace(letter.id)).hasSize(2);
    }

    @Test
    void the_same_evidence_id_with_other_content_is_an_incident() {
        station.post(letter.arrival());
        station.post(from(GATEWAY_XA, handover(SHELTER_XA)));
        Statement other = Letters.statement(
                letter.evidence(evidenceId, ErdsEvent.CONTENT_ACCESS_TRACKING, SHELTER_XA), SHELTER_XA);
        assertDisbelieved(only(station.post(from(GATEWAY_XA, other))), OF_GATEWAY_XA);
    }

    @Test
    void a_statement_about_a_message_that_was_never_accepted_is_an_incident() {
        letter.id = MessageId.next(NOW.plusSeconds(1));
        assertDisbelieved(only(station.post(from(GATEWAY_XA, handover(SHELTER_XA)))), OF_GATEWAY_XA);
    }

    @Test
    void a_statement_about_a_message_that_was_refused_is_an_incident() {
        letter.content = Letters.OTHER_CONTENT;
        station.post(letter.arrival());
        assertDisbelieved(only(station.post(from(GATEWAY_XA, handover(SHELTER_XA)))), OF_GATEWAY_XA);
    }

    @Test
    void a_statement_about_other_content_is_an_incident() {
        station.post(letter.arrival());
        letter.announced = Letters.OTHER_CONTENT;
        assertDisbelieved(only(station.post(from(GATEWAY_XA, handover(SHELTER_XA)))), OF_GATEWAY_XA);
    }

    @Test
    void somebody_who_is_no_recipient_is_not_believed() {
        station.post(letter.arrival());
        letter.to = List.of(POLICE_XA);
        assertDisbelieved(only(station.post(from(GATEWAY_XA, handover(POLICE_XA)))), OF_GATEWAY_XA);
    }

    @Test
    void a_neighbour_cannot_sign_for_the_recipient() {
        station.post(letter.arrival());
        Evidence evidence = letter.evidence(evidenceId, ErdsEvent.CONTENT_HANDOVER, SHELTER_XA);
        assertDisbelieved(only(station.post(from(GATEWAY_XA, Letters.statement(evidence, POLICE_XA)))), OF_GATEWAY_XA);
    }

    @Test
    void another_gateway_cannot_bring_it() {
        station.post(letter.arrival());
        assertDisbelieved(only(station.post(from(GATEWAY_XC, handover(SHELTER_XA)))), OF_GATEWAY_XC);
    }

    @Test
    void a_recipient_cannot_issue_the_hubs_evidence() {
        station.post(letter.arrival());
        Evidence evidence = letter.evidence(evidenceId, ErdsEvent.SUBMISSION_ACCEPTANCE, SHELTER_XA);
        assertDisbelieved(only(station.post(from(GATEWAY_XA, Letters.statement(evidence, SHELTER_XA)))), OF_GATEWAY_XA);
    }

    @Test
    void forged_and_unreadable_statements_are_incidents() {
        station.post(letter.arrival());
        Bytes rubbish = Bytes.ofUtf8("rubbish");
        Bytes signedRubbish =
                station.network.signers.get(SHELTER_XA).sign(rubbish, org.liaison.seal.Strength.ECDSA, NOW);
        for (Bytes evidence : List.of(rubbish, signedRubbish))
            assertDisbelieved(only(station.post(from(GATEWAY_XA, new Statement(evidence)))), OF_GATEWAY_XA);
        assertThat(station.book.trace(letter.id)).hasSize(1);
    }

    @Test
    void an_expired_certificate_speaks_for_nobody() {
        letter.to = List.of(LAPSED_XC);
        station.post(letter.arrival());
        assertDisbelieved(only(station.post(from(GATEWAY_XC, handover(LAPSED_XC)))), OF_GATEWAY_XC);
    }

    private Statement handover(org.liaison.message.AuthorityCode issuer) {
        return Letters.statement(letter.evidence(evidenceId, ErdsEvent.CONTENT_HANDOVER, issuer), issuer);
    }

    private Arrival from(org.liaison.message.GatewayCode gateway, Wire wire) {
        return letter.arrival(gateway, wire);
    }

    private static Parcel only(List<Parcel> parcels) {
        assertThat(parcels).hasSize(1);
        return parcels.getFirst();
    }

    /// Recorded, answered to whoever brought it, and nothing of it reaches the sender.
    private static void assertDisbelieved(Parcel answer, Mailbox mailbox) {
        assertThat(answer.to()).isEqualTo(mailbox);
        assertThat(Station.entry(answer).event()).isEqualTo(Entry.Event.SECURITY_INCIDENT);
        assertThat(Station.entry(answer).note()).startsWith("Evidence was not believed: ");
    }
}
