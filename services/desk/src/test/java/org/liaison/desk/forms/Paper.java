package org.liaison.desk.forms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.liaison.casework.Forms;
import org.liaison.message.Bytes;
import org.liaison.message.Digest;
import org.liaison.message.Language;
import org.liaison.message.MessageKind;
import org.liaison.message.StrictJson;
import tools.jackson.databind.node.ObjectNode;

/// The sample forms of casework, one for each kind without fault.
final class Paper {

    static final Forms FORMS = Forms.shipped();
    static final MessageKind REF_REQ = new MessageKind("REF-REQ");
    static final MessageKind REF_DEC = new MessageKind("REF-DEC");
    static final MessageKind MLA_REQ = new MessageKind("MLA-REQ");
    static final MessageKind MLA_RES = new MessageKind("MLA-RES");
    static final Map<String, Digest> NO_FILES = Map.of();

    private static final Path SAMPLES = Path.of("..", "casework", "src", "test", "resources", "samples");

    static ObjectNode sample(MessageKind kind) {
        try {
            return (ObjectNode) StrictJson.MAPPER.readTree(
                    Files.readString(SAMPLES.resolve(kind + ".json"), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Bytes bytes(MessageKind kind) {
        return StrictJson.write(sample(kind));
    }

    static Questionnaire questionnaire(MessageKind kind) {
        return questionnaire(kind, Language.EN);
    }

    static Questionnaire questionnaire(MessageKind kind, Language language) {
        return Questionnaire.of(FORMS, kind, language).orElseThrow();
    }

    private Paper() {}
}
