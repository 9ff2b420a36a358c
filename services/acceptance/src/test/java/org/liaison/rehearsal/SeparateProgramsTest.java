package org.liaison.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liaison.rehearsal.Cast.CENTRAL_OF_DESTINATION;
import static org.liaison.rehearsal.Cast.CENTRAL_OF_ORIGIN;
import static org.liaison.rehearsal.Cast.SOCIAL_OF_DESTINATION;
import static org.liaison.rehearsal.Cast.SOCIAL_OF_ORIGIN;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liaison.message.Attachment;
import org.liaison.message.Bytes;
import org.liaison.message.MessageId;
import org.liaison.message.Priority;
import org.liaison.rehearsal.Performance.Tally;
import org.liaison.rehearsal.client.Draft;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Hub and three gateways as processes of their own, over real mutual TLS.
class SeparateProgramsTest {

    private static final int MESSAGES = 200;
    private static final int SENDERS = 4;
    private static final int KILLS = 3;
    private static final int BACKLOG = 240;
    /// What a hub and a gateway take at once unless they are told otherwise: what was begun is not broken off.
    private static final Map<String, Integer> BATCHES = Map.of("SubmissionAcceptance", 200, "ContentHandover", 100);

    @TempDir
    private static Path folder;

    private static Stage stage;

    @BeforeAll
    static void start() {
        stage = new Stage(new DemoFolder(folder.resolve("state")));
    }

    @AfterAll
    static void stop() {
        if (stage != null) stage.close();
    }

    @Test
    void separate_processes_do_the_same_job() {
        Performance performance = new Performance(stage::desk, new Narrator(new PrintWriter(new StringWriter())));

        Script.ACTS.forEach(act -> act.scenes().forEach(performance::play));

        Tally tally = performance.tally();
        assertThat(tally.sent()).isEqualTo(11);
        assertThat(tally.lost()).isZero();
        assertThat(tally.evidence()).isEqualTo(33);
    }

    @Test
    void the_hub_cannot_read() throws Exception {
        String inForm = marker();
        String inFile = marker();
        ObjectNode form = Stage.form("referral.json").put("servicePlan", "The plan is " + inForm);
        byte[] pdf = (Stage.file("identity-sheet.pdf").utf8() + "\n% " + inFile).getBytes(StandardCharsets.UTF_8);
        Attachment file = new Attachment("identity-sheet.pdf", "application/pdf", Bytes.of(pdf));

        // While the recipient is away the message lies at the hub, in memory and in the broker's journal.
        stage.programs().stop(Stage.GATEWAY_OF_ORIGIN.value());
        MessageId id = stage.send(SOCIAL_OF_DESTINATION, SOCIAL_OF_ORIGIN, Stage.bytes(form), file);
        stage.await(id, SOCIAL_OF_DESTINATION, "ACCEPTED_BY_HUB");
        HubInspection inspection = HubInspection.of(stage);
        stage.programs().startGateway(Stage.GATEWAY_OF_ORIGIN);
        stage.await(id, SOCIAL_OF_DESTINATION, "HANDED_OVER");

        assertThat(inspection.placesOf(id.toString()))
                .as("the search finds what the hub may read")
                .isNotEmpty();
        assertThat(inspection.placesOf(inForm)).as("the form").isEmpty();
        assertThat(inspection.placesOf(inFile)).as("the attachment").isEmpty();
        assertThat(inspection.keyAliases()).as("the hub's keys").containsOnly("sign", "tls", "ed25519", "ml-dsa");
        assertThat(inspection.classesWithInstances()).noneMatch(name -> name.contains("Decryptor"));
        JsonNode arrived = stage.message(id, SOCIAL_OF_ORIGIN);
        assertThat(arrived.path("form").path("servicePlan").asString()).contains(inForm);
    }

    @Test
    void a_hub_killed_in_the_middle_of_200_messages_loses_none_and_doubles_none() throws Exception {
        List<MessageId> sent = new ArrayList<>();
        try (ExecutorService senders = Executors.newFixedThreadPool(SENDERS)) {
            List<Future<MessageId>> sending = new ArrayList<>();
            Bytes form = Stage.file("mla-request.json");
            Callable<MessageId> one =
                    () -> stage.send(CENTRAL_OF_DESTINATION, CENTRAL_OF_ORIGIN, form, Stage.pdf("court-order.pdf"));
            for (int i = 0; i < MESSAGES; i++) sending.add(senders.submit(one));
            for (int kill = 1; kill <= KILLS; kill++) {
                sending.get(kill * MESSAGES / (KILLS + 1)).get();
                stage.programs().killHub();
                stage.programs().startHub();
            }
            for (Future<MessageId> message : sending) sent.add(message.get());
        }

        for (MessageId id : sent) {
            stage.await(id, CENTRAL_OF_DESTINATION, "HANDED_OVER");
            JsonNode trace = stage.desk(CENTRAL_OF_DESTINATION)
                    .trace(id, CENTRAL_OF_DESTINATION)
                    .json();
            assertThat(events(trace, "SubmissionAcceptance"))
                    .as("accepted once: " + id)
                    .isEqualTo(1);
            assertThat(events(trace, "ContentHandover"))
                    .as("handed over once: " + id)
                    .isEqualTo(1);
        }
        List<String> received = received();
        assertThat(received)
                .doesNotHaveDuplicates()
                .containsAll(sent.stream().map(MessageId::toString).toList());
    }

    @Test
    void what_was_recorded_about_a_message_is_witnessed_by_gateways_of_two_States() {
        MessageId id = request(Priority.ROUTINE);
        stage.await(id, CENTRAL_OF_DESTINATION, "HANDED_OVER");

        JsonNode handover =
                Patience.await(
                        "the hand-over to be witnessed",
                        Stage.LIMIT,
                        () -> stage
                                .desk(CENTRAL_OF_DESTINATION)
                                .trace(id, CENTRAL_OF_DESTINATION)
                                .json()
                                .path("events")
                                .values()
                                .stream()
                                .filter(event -> event.path("event").asString().equals("ContentHandover"))
                                .filter(event -> event.path("witnessedBy").size() >= 2)
                                .findFirst());

        assertThat(handover.path("witnessedBy").values().stream().map(JsonNode::asString))
                .isSubsetOf("XA", "XB", "XC");
        JsonNode verification = stage.desk(CENTRAL_OF_DESTINATION)
                .verification(id, CENTRAL_OF_DESTINATION)
                .json();
        assertThat(verification.path("verdict").asString()).isEqualTo("GENUINE");
        assertThat(verification.path("checks").values())
                .filteredOn(check -> check.path("check").asString().equals("LOG_WITNESSES"))
                .isNotEmpty()
                .allSatisfy(check -> assertThat(check.path("detail").asString())
                        .startsWith("recorded in the log and witnessed by X"));
    }

    /// Everything waits at first at the sender, for the hub is away, then at the hub, for the recipient is away.
    @Test
    void an_urgent_message_overtakes_a_backlog_of_routine_ones_at_every_station() {
        stage.programs().stop("hub");
        stage.programs().stop(Stage.GATEWAY_OF_ORIGIN.value());
        List<MessageId> all = new ArrayList<>();
        for (int i = 0; i < BACKLOG; i++) all.add(request(Priority.ROUTINE));
        MessageId urgent = request(Priority.URGENT);
        all.add(urgent);
        stage.programs().startHub();
        for (MessageId id : all) stage.await(id, CENTRAL_OF_DESTINATION, "ACCEPTED_BY_HUB");
        stage.programs().startGateway(Stage.GATEWAY_OF_ORIGIN);
        for (MessageId id : all) stage.await(id, CENTRAL_OF_DESTINATION, "HANDED_OVER");

        Map<String, SortedMap<Long, MessageId>> order = inOrderOfTheLog(all);
        BATCHES.forEach((event, batch) -> {
            List<MessageId> messages = List.copyOf(order.get(event).values());
            assertThat(messages).as(event).hasSameSizeAs(all);
            assertThat(messages.indexOf(urgent))
                    .as(event + ": at most one batch came first")
                    .isLessThanOrEqualTo(batch);
        });
    }

    private static MessageId request(Priority priority) {
        Draft draft = new Draft(
                CENTRAL_OF_DESTINATION,
                List.of(CENTRAL_OF_ORIGIN),
                Stage.file("mla-request.json"),
                List.of(Stage.pdf("court-order.pdf")),
                Optional.empty(),
                priority,
                Optional.empty(),
                List.of());
        return MessageId.parse(stage.desk(CENTRAL_OF_DESTINATION)
                .send(draft)
                .json()
                .path("messageId")
                .asString());
    }

    /// By event and place in the log: which message it happened to.
    private static Map<String, SortedMap<Long, MessageId>> inOrderOfTheLog(List<MessageId> messages) {
        Map<String, SortedMap<Long, MessageId>> order = new HashMap<>();
        for (MessageId id : messages)
            for (JsonNode event : stage.desk(CENTRAL_OF_DESTINATION)
                    .trace(id, CENTRAL_OF_DESTINATION)
                    .json()
                    .path("events"))
                if (event.has("logIndex"))
                    order.computeIfAbsent(event.path("event").asString(), _ -> new TreeMap<>())
                            .put(event.path("logIndex").asLong(), id);
        return order;
    }

    private static long events(JsonNode trace, String name) {
        return trace.path("events").values().stream()
                .filter(event -> event.path("event").asString().equals(name))
                .filter(event -> event.path("source").asString().equals("EVIDENCE"))
                .count();
    }

    /// The ids of everything in the inbox of XA's central authority.
    private static List<String> received() {
        List<String> ids = new ArrayList<>();
        Optional<String> before = Optional.of("");
        while (before.isPresent()) {
            String page = before.get().isEmpty() ? "" : "&before=" + before.get();
            JsonNode inbox = stage.desk(CENTRAL_OF_ORIGIN)
                    .get("/api/v1/inbox?limit=500&as=" + CENTRAL_OF_ORIGIN + page)
                    .json();
            inbox.path("messages")
                    .forEach(message -> ids.add(message.path("messageId").asString()));
            before = inbox.has("next") ? Optional.of(inbox.path("next").asString()) : Optional.empty();
        }
        return ids;
    }

    private static String marker() {
        byte[] random = new byte[12];
        new SecureRandom().nextBytes(random);
        return "MARKER" + HexFormat.of().formatHex(random);
    }
}
