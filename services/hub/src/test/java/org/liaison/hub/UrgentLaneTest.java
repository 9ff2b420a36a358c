package org.liaison.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liaison.auditlog.book.Book;
import org.liaison.message.Bytes;
import org.liaison.message.Entry;
import org.liaison.message.Frames;
import org.liaison.message.MessageId;
import org.liaison.message.Priority;
import org.liaison.message.Reading.Clear;
import org.liaison.message.Slip;
import org.liaison.message.Wire;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.ConfigurableApplicationContext;

/// What is urgent does not stand in the queue of what is not.
class UrgentLaneTest {

    private static final Bytes CONTENT = Bytes.ofUtf8("sealed");
    private static final int BACKLOG = 300;
    private static final String RECIPIENT = "mailbox.xa.social.shelter";
    private static final String SENDER = "mailbox.xc.social.welfare";

    private final Set<MessageId> routine = new HashSet<>();
    private final CountDownLatch gate = new CountDownLatch(1);

    /// The routine lane has taken its first batch and stands still before the book; everything else of the backlog
    /// waits behind it. Were anything shared that a full lane can hold, the urgent message would wait, too.
    @Test
    void an_urgent_message_passes_hundreds_of_routine_ones_that_stand_still(@TempDir Path folder) throws Exception {
        Town town = Town.found(folder);
        try (HubProgram.Running hub =
                        HubProgram.start(town.hubConfiguration(), HubProgram.Logging.LEFT_ALONE, this::gateBeforeBook);
                Visitor sender = Visitor.with(town, hub.brokerPort(), Town.GATEWAY_XC);
                Visitor recipient = Visitor.with(town, hub.brokerPort(), Town.GATEWAY_XA)) {
            try {
                for (int i = 0; i < BACKLOG; i++) routine.add(send(town, sender, Priority.ROUTINE));
                MessageId urgent = send(town, sender, Priority.URGENT);

                assertThat(idOf(recipient.receive(RECIPIENT))).isEqualTo(urgent);
                assertThat(idOf(sender.receive(SENDER))).isEqualTo(urgent);
                assertThat(gate.getCount())
                        .as("nothing routine was let through")
                        .isOne();
            } finally {
                gate.countDown();
            }
            Set<MessageId> after = new HashSet<>();
            for (int i = 0; i < BACKLOG; i++) after.add(idOf(recipient.receive(RECIPIENT)));
            assertThat(after).isEqualTo(routine);
        }
    }

    private static MessageId send(Town town, Visitor sender, Priority priority) throws Exception {
        Slip slip = town.slip(CONTENT, priority);
        String intake = "intake.gateway-xc" + (priority == Priority.URGENT ? ".urgent" : "");
        sender.send(intake, slip.id().toString(), Frames.write(town.envelope(slip, CONTENT)));
        return slip.id();
    }

    private void gateBeforeBook(ConfigurableApplicationContext context) {
        context.getBeanFactory().addBeanPostProcessor(new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof Book book ? gated(book) : bean;
            }
        });
    }

    private Book gated(Book book) {
        return (Book) Proxy.newProxyInstance(
                UrgentLaneTest.class.getClassLoader(), new Class<?>[] {Book.class}, (_, method, arguments) -> {
                    if (method.getName().equals("append") && isRoutine(arguments[0])) gate.await();
                    return method.invoke(book, arguments);
                });
    }

    private boolean isRoutine(Object entries) {
        return ((List<?>) entries)
                .stream()
                        .map(Entry.class::cast)
                        .filter(entry -> entry.event() == Entry.Event.SUBMISSION_ACCEPTANCE)
                        .anyMatch(entry -> entry.slip()
                                .flatMap(org.liaison.seal.Unproven::content)
                                .map(Slip::read)
                                .filter(Clear.class::isInstance)
                                .filter(read -> ((Clear<Slip>) read).value().priority() == Priority.ROUTINE)
                                .isPresent());
    }

    private static MessageId idOf(Wire wire) {
        Wire.Receipt receipt = switch (wire) {
            case Wire.Delivery delivery -> delivery.receipt();
            case Wire.Receipt one -> one;
            case Wire.Envelope _, Wire.Statement _ -> throw new AssertionError("not from a hub");
        };
        return ((Clear<Entry>) Entry.read(receipt.entry())).value().messageId().orElseThrow();
    }
}
