package org.liaison.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.liaison.casework.Problem;
import org.liaison.mapping.Loss;
import org.liaison.message.Bytes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Tells a person what did not come along, and what a draft still lacks.
record Losses(Paper paper, boolean asJson) {

    void tell(Path written, List<Loss> losses, List<Problem> missing) {
        if (asJson) json(written, losses, missing);
        else text(written, losses, missing);
    }

    private void text(Path written, List<Loss> losses, List<Problem> missing) {
        paper.line("written: " + written);
        if (!losses.isEmpty()) paper.line("did not come along:");
        for (Loss loss : losses) paper.prose("  " + loss.field() + "  ", 4, loss.why());
        if (!missing.isEmpty()) paper.line("to be completed or mended before it can be sent:");
        for (Problem problem : missing) paper.prose("  " + problem.pointer() + "  ", 4, problem.sentence());
    }

    private void json(Path written, List<Loss> losses, List<Problem> missing) {
        ObjectNode json = JsonMapper.shared().createObjectNode();
        json.put("file", written.toString());
        var lost = json.putArray("lost");
        losses.forEach(loss -> lost.addObject().put("field", loss.field()).put("why", loss.why()));
        var problems = json.putArray("missing");
        missing.forEach(problem ->
                problems.addObject().put("pointer", problem.pointer()).put("detail", problem.sentence()));
        paper.json(json);
    }

    static Bytes pretty(JsonNode json) {
        return Bytes.owned((JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n")
                .getBytes(StandardCharsets.UTF_8));
    }
}
