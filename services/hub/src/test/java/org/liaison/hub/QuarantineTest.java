package org.liaison.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientProducer;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liaison.console.port.Answer;
import org.liaison.console.port.Grounds;
import org.liaison.console.port.Operator;
import org.liaison.console.port.Quarantine;
import org.liaison.console.port.Said;
import org.liaison.message.Bytes;
import org.liaison.message.Entry;
import org.liaison.message.Frames;
import org.liaison.message.Priority;
import org.liaison.message.Reading;
import org.liaison.message.Slip;
import org.liaison.message.Wire;
import org.liaison.routes.hub.HubRoutes;

/// What a fault of the hub set aside, and what operators do with it.
class QuarantineTest {

    private static final Bytes CONTENT = Bytes.ofUtf8("sealed");
    private static final Operator ADA = new Operator("Ada");
    private static final Operator BEN = new Operator("Ben");
    private static final Grounds WHY = new Grounds("the hub is mended");
    private static final String RECIPIENT = "mailbox.xa.social.shelter";

    private final SpoiltBook book = new SpoiltBook();

    @TempDir
    Path folder;

    @Test
    void what_was_set_aside_is_released_returned_and_discarded_where_it_came_from_and_by_two_persons()
            throws Exception {
        Town town = Town.found(folder);
        try (HubProgram.Running hub = HubProgram.start(town.hubConfiguration(), HubProgram.Logging.LEFT_ALONE, book);
                Visitor sender = Visitor.with(town, hub.brokerPort(), Town.GATEWAY_XC);
                Visitor recipient = Visitor.with(town, hub.brokerPort(), Town.GATEWAY_XA)) {
            Quarantine quarantine = hub.views().quarantine();
            List<Slip> slips = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                Slip slip = town.slip(CONTENT, Priority.ROUTINE);
                slips.add(slip);
                sender.send("intake.gateway-xc", slip.id().toString(), Frames.write(town.envelope(slip, CONTENT)));
            }
            OperationsTest.await(() -> items(quarantine).size() == 5);
            book.mend();

            Quarantine.Group group =
                    ((Quarantine.Reading.Read) quarantine.all()).groups().getFirst();
            assertThat(group.cause().fault()).isEqualTo(IllegalStateException.class.getName());
            assertThat(group.toString()).doesNotContain(SpoiltBook.SECRET);
            assertThat(group.gateways()).containsExactly("gateway-xc");
            assertThat(group.authorities()).containsExactly("xa.social.shelter", "xc.social.welfare");

            String first = idOf(quarantine, slips.get(0));
            assertThat(quarantine
                            .preview(Quarantine.Effect.RELEASE, Set.of(first))
                            .sentences())
                    .containsExactly(Said.of(Said.What.WOULD_RELEASE, 1, "intake.gateway-xc"));
            assertThat(quarantine.apply(Quarantine.Effect.RELEASE, Set.of(first), ADA, WHY))
                    .isInstanceOf(Answer.Done.class);
            Wire.Delivery delivery = (Wire.Delivery) recipient.receive(RECIPIENT);
            assertThat(delivery.content()).isEqualTo(CONTENT);
            assertThat(sender.receive("mailbox.xc.social.welfare")).isInstanceOf(Wire.Receipt.class);

            String second = idOf(quarantine, slips.get(1));
            assertThat(quarantine.apply(Quarantine.Effect.RETURN, Set.of(second), ADA, WHY))
                    .isInstanceOf(Answer.Done.class);
            Wire.Receipt told = (Wire.Receipt) sender.receive("mailbox.gateway.gateway-xc");
            Entry entry = ((Reading.Clear<Entry>) Entry.read(told.entry())).value();
            assertThat(entry.note()).startsWith("RETURNED_BY_HUB: ");
            assertThat(entry.messageId()).contains(slips.get(1).id());

            String third = idOf(quarantine, slips.get(2));
            Answer asked = quarantine.apply(Quarantine.Effect.DISCARD, Set.of(third), ADA, WHY);
            assertThat(asked).isInstanceOf(Answer.AwaitsSecond.class);
            assertThat(items(quarantine)).as("nothing yet").hasSize(3);
            var proposal = ((Answer.AwaitsSecond) asked).proposal();
            assertThat(quarantine.confirm(proposal, new Operator("ADA"))).isInstanceOf(Answer.Refused.class);
            assertThat(quarantine.confirm(proposal, BEN)).isInstanceOf(Answer.Done.class);
            assertThat(quarantine.confirm(proposal, BEN)).as("once").isInstanceOf(Answer.Refused.class);
            assertThat(items(quarantine)).hasSize(2);

            Set<String> rest = Set.of(idOf(quarantine, slips.get(3)), idOf(quarantine, slips.get(4)));
            Answer bulk = quarantine.apply(Quarantine.Effect.RELEASE, rest, BEN, WHY);
            assertThat(bulk).isInstanceOf(Answer.AwaitsSecond.class);
            assertThat(quarantine.proposals()).hasSize(1);
            assertThat(quarantine.confirm(((Answer.AwaitsSecond) bulk).proposal(), ADA))
                    .isInstanceOfSatisfying(
                            Answer.Done.class,
                            done -> assertThat(done.said()).isEqualTo(Said.of(Said.What.RELEASED, 2, 2, 0, 0)));
            recipient.receive(RECIPIENT);
            recipient.receive(RECIPIENT);
            assertThat(items(quarantine)).isEmpty();
            assertThat(quarantine.apply(Quarantine.Effect.RELEASE, Set.of(first), ADA, WHY))
                    .as("it is gone")
                    .isInstanceOf(Answer.Refused.class);
            assertThat(hub.views().changes().since(Instant.now().minus(Duration.ofHours(1))))
                    .extracting(change -> change.note())
                    .anyMatch(note -> note.equals(
                            "Release 1 from quarantine: " + first + "; by Ada; because: the hub is" + " mended"))
                    .anyMatch(note -> note.startsWith("Asked for, to be confirmed by a second person"))
                    .anyMatch(note -> note.startsWith("Confirmed what Ada asked for") && note.contains("by Ben"));
        }
    }

    @Test
    void what_cannot_go_back_stays_and_keeps_no_other_and_what_was_not_recorded_was_not_confirmed() throws Exception {
        Town town = Town.found(folder);
        try (HubProgram.Running hub = HubProgram.start(town.hubConfiguration(), HubProgram.Logging.LEFT_ALONE, book);
                Visitor sender = Visitor.with(town, hub.brokerPort(), Town.GATEWAY_XC);
                Visitor recipient = Visitor.with(town, hub.brokerPort(), Town.GATEWAY_XA)) {
            Quarantine quarantine = hub.views().quarantine();
            Slip slip = town.slip(CONTENT, Priority.ROUTINE);
            sender.send("intake.gateway-xc", slip.id().toString(), Frames.write(town.envelope(slip, CONTENT)));
            OperationsTest.await(() -> items(quarantine).size() == 1);
            String known = idOf(quarantine, slip);
            String homeless = "00000000-0000-4000-8000-000000000001";
            new BrokerOffice(hub.part(Broker.class)).run(false, session -> layWithoutOrigin(session, homeless));
            OperationsTest.await(() -> items(quarantine).size() == 2);
            Set<String> both = Set.of(known, homeless);
            assertThat(quarantine.preview(Quarantine.Effect.RELEASE, both).sentences())
                    .contains(Said.of(Said.What.WOULD_STAY, 1));
            var proposal =
                    ((Answer.AwaitsSecond) quarantine.apply(Quarantine.Effect.RELEASE, both, ADA, WHY)).proposal();

            book.spoil(Entry.Event.OPERATOR_ACTION);
            assertThatThrownBy(() -> quarantine.confirm(proposal, BEN)).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> quarantine.decline(proposal, BEN, WHY)).isInstanceOf(IllegalStateException.class);
            assertThat(quarantine.proposals()).as("still waits").hasSize(1);
            assertThat(items(quarantine)).hasSize(2);
            book.mend();

            assertThat(quarantine.confirm(proposal, BEN))
                    .isInstanceOfSatisfying(
                            Answer.Done.class,
                            done -> assertThat(done.said()).isEqualTo(Said.of(Said.What.RELEASED, 1, 2, 1, 0)));
            recipient.receive(RECIPIENT);
            assertThat(items(quarantine)).extracting(Quarantine.Item::id).containsExactly(homeless);
            assertThat(hub.views().changes().since(Instant.now().minus(Duration.ofHours(1))))
                    .extracting(change -> change.note())
                    .anyMatch(note -> note.matches("Of what entry [0-9]+ says, 1 of 2 were done; left in quarantine,"
                            + " for it is not recorded where they came from: 1; could not be moved: 0"));
            assertThat(hub.views().changes().since(Instant.now().minus(Duration.ofHours(1))))
                    .anyMatch(change -> change.said()
                            .filter(said -> said.what() == Said.What.DEALT_IN_PART)
                            .isPresent());
        }
    }

    private static boolean layWithoutOrigin(ClientSession session, String id) throws Exception {
        try (ClientProducer producer = session.createProducer(HubRoutes.Mailbox.QUARANTINE.address())) {
            ClientMessage message = session.createMessage(true);
            message.getBodyBuffer().writeBytes(new byte[] {1});
            message.putStringProperty(SetAside.ID, SimpleString.of(id));
            producer.send(message);
        }
        return true;
    }

    private static List<Quarantine.Item> items(Quarantine quarantine) {
        return ((Quarantine.Reading.Read) quarantine.all())
                .groups().stream().flatMap(group -> group.items().stream()).toList();
    }

    private static String idOf(Quarantine quarantine, Slip slip) {
        return items(quarantine).stream()
                .filter(item -> item.message().orElseThrow().equals(slip.id().toString()))
                .findFirst()
                .orElseThrow()
                .id();
    }
}
