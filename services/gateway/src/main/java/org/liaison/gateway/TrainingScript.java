package org.liaison.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.liaison.casework.Forms;
import org.liaison.desk.forms.Answers;
import org.liaison.desk.forms.Questionnaire;
import org.liaison.message.Bytes;
import org.liaison.message.Language;
import org.liaison.message.MessageKind;
import org.liaison.message.StrictJson;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// What training counterparts answer with: filled forms, in the order in which they are given.
/// Every one says of itself that it is no real message, in each text of it that has room.
record TrainingScript(List<Line> lines) {

    static final String MARK = "TRAINING - not a real message. ";

    /// `form` bears the mark.
    record Line(MessageKind kind, Bytes form) {}

    TrainingScript {
        lines = List.copyOf(lines);
    }

    /// Reads a folder of filled forms, by the names of the files. Throws [GatewayUnfit] if one
    /// of them is not complete or has no place for the mark.
    static TrainingScript read(Path folder, Forms forms) {
        try (Stream<Path> files = Files.list(folder)) {
            List<Line> lines = new ArrayList<>();
            for (Path file : files.filter(one -> one.toString().endsWith(".json"))
                    .sorted()
                    .toList()) lines.add(line(file, forms));
            if (lines.isEmpty())
                throw new GatewayUnfit("gateway.desk.training-forms: there is no form in " + folder + ".");
            return new TrainingScript(lines);
        } catch (IOException e) {
            throw new UncheckedIOException("gateway.desk.training-forms: " + folder + " cannot be read.", e);
        }
    }

    private static Line line(Path file, Forms forms) throws IOException {
        JsonNode form;
        MessageKind kind;
        try {
            form = StrictJson.MAPPER.readTree(Files.readAllBytes(file));
            kind = new MessageKind(form.path("kind").asString(""));
        } catch (JacksonException | IllegalArgumentException e) {
            throw new GatewayUnfit("The training form " + file + " is no filled form.", e);
        }
        Questionnaire questionnaire = Questionnaire.of(forms, kind, Language.EN)
                .orElseThrow(() -> new GatewayUnfit("The training form " + file + " is of no known kind."));
        Answers answers = Answers.of(form);
        if (!questionnaire.check(answers, Map.of()).faults().isEmpty())
            throw new GatewayUnfit("The training form " + file + " is not complete.");
        Answers marked = questionnaire.marked(answers, MARK);
        if (marked.equals(answers))
            throw new GatewayUnfit(
                    "The training form " + file + " has no text that could say that it is for training.");
        return new Line(kind, questionnaire.draft(marked, Map.of()).bytes());
    }
}
