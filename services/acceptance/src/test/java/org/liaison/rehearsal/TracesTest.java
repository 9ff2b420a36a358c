package org.liaison.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.liaison.message.AuthorityCode;
import org.liaison.message.MessageId;
import org.liaison.rehearsal.CollectorOfTraces.Told;
import org.liaison.rehearsal.client.ClientFile;
import org.liaison.rehearsal.client.Desk;
import org.liaison.rehearsal.client.Draft;
import tools.jackson.databind.JsonNode;

/// Hub and gateways tell a collector of messages' ways: all of it under the message's id, and
/// nothing but the way.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TracesTest {

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final AuthorityCode SENDER = Cast.SOCIAL_OF_DESTINATION;
    private static final AuthorityCode RECIPIENT = Cast.SOCIAL_OF_ORIGIN;
    private static final String FILE = "identity-sheet.pdf";

    /// Spans that hold others, in the order in which a message passes them.
    private static final List<String> STAGES = List.of(
            "gateway.compose",
            "gateway.dispatch",
            "hub.intake",
            "hub.carry",
            "gateway.receive",
            "gateway.dispatch-evidence",
            "hub.evidence",
            "gateway.access");

    private CollectorOfTraces collector;
    private Programs programs;
    private ClientFile client;

    @BeforeAll
    void start(@TempDir Path root) throws IOException {
        collector = new CollectorOfTraces();
        DemoFolder folder = new DemoFolder(root.resolve("state"));
        Demo.prepare(folder);
        Configurations.write(folder);
        tell(folder.hubConfiguration(), collector.endpoint());
        for (var code : Cast.gateways()) tell(folder.gatewayConfiguration(code), collector.endpoint());
        programs = OneMachine.start(folder, Cast.gateways());
        client = Demo.connect(folder, programs);
    }

    private static void tell(Path configuration, URI endpoint) throws IOException {
        Files.writeString(configuration, "  tracing: {endpoint: \"" + endpoint + "\"}\n", StandardOpenOption.APPEND);
    }

    @AfterAll
    void stop() {
        if (programs != null) programs.close();
        collector.close();
    }

    @Test
    void one_message_is_one_trace_from_desk_to_desk_and_back_under_the_messages_own_id() {
        MessageId message = send();
        awaitState(message, SENDER, "HANDED_OVER");
        desk(RECIPIENT).open(message, RECIPIENT).body();
        awaitState(message, SENDER, "OPENED");
        awaitStage(message, "gateway.receipt", 3);
        List<Told> trace = awaitAllStages(message);

        assertThat(trace.stream().map(Told::stage).filter(STAGES::contains).distinct())
                .containsExactlyElementsOf(STAGES);
        assertThat(programsOf(trace, "gateway.compose")).containsExactly("gateway-xc");
        assertThat(programsOf(trace, "hub.intake")).containsExactly("liaison-hub");
        assertThat(programsOf(trace, "gateway.receive")).containsExactly("gateway-xa");
        assertThat(programsOf(trace, "gateway.receipt")).containsExactly("gateway-xc");
        assertHangsTogether(trace);

        Told intake = first(trace, "hub.intake");
        assertThat(intake.attribute("outcome")).isEqualTo("ACCEPTED");
        assertThat(List.of(intake.attribute("from"), intake.attribute("to"), intake.attribute("kind")))
                .containsExactly("XC", "XA", "REF-REQ");
        assertThat(Long.parseLong(intake.attribute("batch"))).isPositive();
        assertThat(Long.parseLong(intake.attribute("bytes"))).isGreaterThan(1000);
        assertNothingIsSaidOf(message);
    }

    /// Every span but the first follows from one that is there.
    private static void assertHangsTogether(List<Told> trace) {
        Map<String, String> stages = new HashMap<>();
        for (Told told : trace)
            assertThat(stages.put(told.id(), told.stage())).as("a span twice").isNull();
        for (Told told : trace)
            if (told.stage().equals("gateway.compose"))
                assertThat(told.parent()).isEmpty();
            else assertThat(stages).as("what " + told.stage() + " follows from").containsKey(told.parent());
        Map<String, String> above = trace.stream()
                .filter(told -> !told.parent().isEmpty())
                .collect(Collectors.toMap(Told::stage, told -> stages.get(told.parent()), (one, _) -> one));
        assertThat(above)
                .containsEntry("gateway.seal", "gateway.compose")
                .containsEntry("gateway.store", "gateway.compose")
                .containsEntry("hub.intake", "gateway.compose")
                .containsEntry("hub.record", "hub.intake")
                .containsEntry("hub.carry", "hub.intake")
                .containsEntry("gateway.take", "gateway.receive")
                .containsEntry("hub.hear", "hub.evidence")
                .containsEntry("gateway.keep", "gateway.receipt");
    }

    /// Not a word of the form, no file, no case, no authority: in no span of any message, and in
    /// no resource.
    private void assertNothingIsSaidOf(MessageId message) {
        JsonNode letter = desk(RECIPIENT).message(message, RECIPIENT).json();
        List<String> secrets =
                new ArrayList<>(List.of(FILE, letter.path("caseId").asString()));
        Cast.MEMBERS.forEach(member -> {
            secrets.add(member.code().toString());
            secrets.add(member.name());
        });
        int before = secrets.size();
        strings(Stage.form("referral.json"), secrets);
        assertThat(secrets).hasSizeGreaterThan(before + 20).allMatch(secret -> secret.length() > 3);
        String everything = collector.everything();
        assertThat(everything).as("the scan reads what was sent").contains("hub.intake", "REF-REQ");
        assertThat(secrets).allSatisfy(secret -> assertThat(everything).doesNotContain(secret));
        assertThat(collector.all().stream()
                        .flatMap(told -> told.span().getAttributesList().stream())
                        .map(attribute -> attribute.getKey())
                        .collect(Collectors.toSet()))
                .as("the list that docker/README.md prints")
                .isSubsetOf(Set.of(
                        "liaison.outcome",
                        "liaison.batch",
                        "liaison.lane",
                        "liaison.kind",
                        "liaison.from",
                        "liaison.to",
                        "liaison.bytes",
                        "liaison.gateway",
                        "liaison.reason",
                        "liaison.event"));
    }

    /// Countries and the kind of message are in the form and in the trace.
    private static void strings(JsonNode node, List<String> all) {
        if (node.isString() && node.asString().length() > 3 && !node.asString().equals("REF-REQ"))
            all.add(node.asString());
        node.forEach(child -> strings(child, all));
    }

    @Test
    void a_collector_that_is_away_holds_up_no_post_and_is_told_again_when_it_is_back() {
        collector.away(true);
        try {
            MessageId message = send();
            awaitState(message, SENDER, "HANDED_OVER");
            Patience.await(
                    "somebody to be turned away",
                    LIMIT,
                    () -> collector.turnedAway() > 0 ? Optional.of(true) : Optional.empty());
        } finally {
            collector.away(false);
        }
        MessageId later = send();
        awaitState(later, SENDER, "HANDED_OVER");
        assertThat(awaitStage(later, "gateway.receipt", 1)).isNotEmpty();
    }

    @Test
    void a_collector_that_accepts_and_never_answers_holds_up_no_post_and_is_told_again_when_it_speaks() {
        collector.silent(true);
        try {
            MessageId message = send();
            awaitState(message, SENDER, "HANDED_OVER");
            Patience.await(
                    "somebody to wait for an answer",
                    LIMIT,
                    () -> collector.waiting() > 0 ? Optional.of(true) : Optional.empty());
            awaitState(send(), SENDER, "HANDED_OVER");
        } finally {
            collector.silent(false);
        }
        MessageId later = send();
        awaitState(later, SENDER, "HANDED_OVER");
        assertThat(awaitStage(later, "gateway.receipt", 1)).isNotEmpty();
    }

    private MessageId send() {
        return MessageId.parse(desk(SENDER)
                .send(Draft.of(
                        SENDER,
                        RECIPIENT,
                        Stage.bytes(Stage.form("referral.json")),
                        List.of(Stage.pdf(FILE)),
                        Optional.empty()))
                .json()
                .path("messageId")
                .asString());
    }

    private Desk desk(AuthorityCode authority) {
        return client.serving(authority).orElseThrow().desk();
    }

    private void awaitState(MessageId message, AuthorityCode at, String state) {
        Patience.await(
                "message " + message + " to be " + state,
                LIMIT,
                () -> Optional.of(desk(at).message(message, at).json())
                        .filter(seen -> seen.path("state").asString().equals(state)));
    }

    private List<Told> awaitStage(MessageId message, String stage, int times) {
        return Patience.await(
                stage + " to be told of " + message,
                LIMIT,
                () -> Optional.of(collector.trace(message))
                        .filter(trace -> trace.stream()
                                        .filter(told -> told.stage().equals(stage))
                                        .count()
                                >= times));
    }

    /// Each program tells in its own time.
    private List<Told> awaitAllStages(MessageId message) {
        return Patience.await(
                "every stage to be told of " + message,
                LIMIT,
                () -> Optional.of(collector.trace(message))
                        .filter(trace -> trace.stream()
                                .map(Told::stage)
                                .collect(Collectors.toSet())
                                .containsAll(STAGES)));
    }

    private static Set<String> programsOf(List<Told> trace, String stage) {
        return trace.stream()
                .filter(told -> told.stage().equals(stage))
                .map(Told::program)
                .collect(Collectors.toSet());
    }

    private static Told first(List<Told> trace, String stage) {
        return trace.stream()
                .filter(told -> told.stage().equals(stage))
                .findFirst()
                .orElseThrow();
    }
}
