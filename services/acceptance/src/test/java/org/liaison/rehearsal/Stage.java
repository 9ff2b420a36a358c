package org.liaison.rehearsal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.liaison.message.Attachment;
import org.liaison.message.AuthorityCode;
import org.liaison.message.Bytes;
import org.liaison.message.CaseId;
import org.liaison.message.GatewayCode;
import org.liaison.message.MessageId;
import org.liaison.rehearsal.client.Answer;
import org.liaison.rehearsal.client.ClientFile;
import org.liaison.rehearsal.client.Desk;
import org.liaison.rehearsal.client.Draft;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Four processes on a folder, and desks to sit at. Made once for all tests that need it.
final class Stage implements AutoCloseable {

    static final Duration LIMIT = Duration.ofMinutes(5);
    static final GatewayCode GATEWAY_OF_ORIGIN = Cast.gatewayOf(Cast.ORIGIN);
    /// These programs end before a second one has paid.
    private static final List<String> ONE_COMPILER = List.of("-XX:TieredStopAtLevel=1");

    private final DemoFolder folder;
    private final Processes programs;
    private final ClientFile client;

    Stage(DemoFolder folder) {
        this.folder = folder;
        Demo.prepare(folder);
        this.programs = Processes.start(folder, Cast.gateways(), ONE_COMPILER);
        this.client = Demo.connect(folder, programs);
    }

    DemoFolder folder() {
        return folder;
    }

    Processes programs() {
        return programs;
    }

    ClientFile client() {
        return client;
    }

    Desk desk(AuthorityCode authority) {
        return client.serving(authority).orElseThrow().desk();
    }

    MessageId send(AuthorityCode from, AuthorityCode to, Bytes form, Attachment... files) {
        Answer sent = desk(from).send(Draft.of(from, to, form, List.of(files), Optional.empty()));
        return MessageId.parse(sent.json().path("messageId").asString());
    }

    Answer answer(AuthorityCode from, AuthorityCode to, CaseId caseId, Bytes form) {
        return desk(from).send(Draft.of(from, to, form, List.of(), Optional.of(caseId)));
    }

    JsonNode message(MessageId id, AuthorityCode at) {
        return desk(at).message(id, at).json();
    }

    /// Waits until the message is in one of these states at this desk.
    JsonNode await(MessageId id, AuthorityCode at, String... states) {
        Set<String> wanted = Set.of(states);
        return Patience.await(
                "message " + id + " to be " + wanted,
                LIMIT,
                () -> Optional.of(message(id, at))
                        .filter(message -> wanted.contains(message.path("state").asString())));
    }

    static ObjectNode form(String name) {
        return (ObjectNode) JsonMapper.shared().readTree(file(name).toArray());
    }

    static Bytes bytes(ObjectNode form) {
        return Bytes.owned(JsonMapper.shared().writeValueAsBytes(form));
    }

    static Attachment pdf(String name) {
        return new Attachment(name, "application/pdf", file(name));
    }

    static Bytes file(String name) {
        try (InputStream in = Stage.class.getResourceAsStream("/demo/" + name)) {
            if (in == null) throw new IllegalArgumentException("no sample file " + name);
            return Bytes.owned(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        programs.close();
    }
}
