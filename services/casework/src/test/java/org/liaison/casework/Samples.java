package org.liaison.casework;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.liaison.message.AuthorityCode;
import org.liaison.message.Bytes;
import org.liaison.message.Digest;
import org.liaison.message.MessageKind;
import org.liaison.message.StrictJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The forms of the rehearsal, and ways to spoil them.
final class Samples {

    static final Path DEMO = Path.of("..", "rehearsal", "src", "main", "resources", "demo");
    static final Forms FORMS = Forms.shipped();
    static final Instant NOW = Instant.parse("2025-03-06T09:00:00Z");

    static final AuthorityCode SOCIAL_XA = AuthorityCode.parse("xa.social.welfare");
    static final AuthorityCode SOCIAL_XC = AuthorityCode.parse("xc.social.welfare");
    static final AuthorityCode NGO_XA = AuthorityCode.parse("xa.ngo.sample-house");
    static final AuthorityCode POLICE_XB = AuthorityCode.parse("xb.police.border");
    static final AuthorityCode PROSECUTOR_XA = AuthorityCode.parse("xa.prosecutor.general");
    static final AuthorityCode CENTRAL_XA = AuthorityCode.parse("xa.central.justice");
    static final AuthorityCode CENTRAL_XC = AuthorityCode.parse("xc.central.justice");

    static final MessageKind REF_REQ = new MessageKind("REF-REQ");
    static final MessageKind REF_ACK = new MessageKind("REF-ACK");
    static final MessageKind REF_DEC = new MessageKind("REF-DEC");
    static final MessageKind MLA_REQ = new MessageKind("MLA-REQ");
    static final MessageKind MLA_RFI = new MessageKind("MLA-RFI");
    static final MessageKind MLA_INFO = new MessageKind("MLA-INFO");
    static final MessageKind MLA_DEC = new MessageKind("MLA-DEC");
    static final MessageKind MLA_RES = new MessageKind("MLA-RES");
    static final MessageKind MLA_CLOSE = new MessageKind("MLA-CLOSE");

    static Bytes file(String name) {
        try {
            return Bytes.owned(Files.readAllBytes(DEMO.resolve(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ObjectNode json(Bytes form) {
        return (ObjectNode) StrictJson.MAPPER.readTree(form.toArray());
    }

    /// A sample form after a change.
    static Bytes changed(String file, Consumer<ObjectNode> change) {
        ObjectNode form = json(file(file));
        change.accept(form);
        return StrictJson.write(form);
    }

    static Bytes with(String file, String pointer, Object value) {
        return changed(file, form -> put(form, pointer, value));
    }

    static Bytes without(String file, String pointer) {
        return changed(file, form -> remove(form, pointer));
    }

    static void put(ObjectNode form, String pointer, Object value) {
        int slash = pointer.lastIndexOf('/');
        JsonNode parent = form.at(pointer.substring(0, slash));
        JsonNode node = StrictJson.MAPPER.valueToTree(value);
        String last = pointer.substring(slash + 1);
        switch (parent) {
            case ObjectNode object -> object.set(last, node);
            case ArrayNode array when last.equals("-") -> array.add(node);
            case ArrayNode array -> array.set(Integer.parseInt(last), node);
            default -> throw new IllegalArgumentException("no place " + pointer);
        }
    }

    static void remove(ObjectNode form, String pointer) {
        int slash = pointer.lastIndexOf('/');
        String last = pointer.substring(slash + 1);
        switch (form.at(pointer.substring(0, slash))) {
            case ObjectNode object -> object.remove(last);
            case ArrayNode array -> array.remove(Integer.parseInt(last));
            default -> throw new IllegalArgumentException("no place " + pointer);
        }
    }

    static Occasion occasion(AuthorityCode from, AuthorityCode to, String... files) {
        Map<String, Digest> attachments = new TreeMap<>();
        for (String file : files) attachments.put(file, file(file).sha256());
        return new Occasion(from, List.of(to), NOW, List.of("en"), attachments, Docket.EMPTY, Map.of());
    }

    /// A case in which this sample was sent before.
    static Docket docket(MessageKind kind, String file) {
        return asked -> asked.equals(kind) ? List.of(file(file)) : List.of();
    }

    private Samples() {}
}
