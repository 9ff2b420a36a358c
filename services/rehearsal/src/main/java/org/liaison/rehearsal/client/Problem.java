package org.liaison.rehearsal.client;

import java.util.ArrayList;
import java.util.List;
import org.liaison.message.Bytes;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Why a gateway said no (RFC 9457), as sentences for whoever asked. It never repeats what was sent. `reason` is one of
/// the protocol's, or empty where it was not the message that was refused.
public record Problem(
        int status, String slug, String reason, String title, String detail, String remedy, List<Flaw> flaws) {

    private static final String TYPE = "urn:liaison:problem:";

    /// One thing wrong, where (an RFC 6901 pointer into the form, or `#attachments/0` into the request) and by which
    /// rule.
    public record Flaw(String pointer, String sentence, String why) {}

    public Problem {
        flaws = List.copyOf(flaws);
    }

    static Problem read(int status, Bytes body) {
        try {
            JsonNode json = Json.MAPPER.readTree(body.toArray());
            List<Flaw> flaws = new ArrayList<>();
            for (JsonNode error : json.path("errors")) {
                String where = error.path("pointer").asString("");
                flaws.add(new Flaw(
                        where,
                        error.path("detail").asString(""),
                        error.path("why").asString("")));
            }
            String type = json.path("type").asString("");
            return new Problem(
                    status,
                    type.startsWith(TYPE) ? type.substring(TYPE.length()) : "",
                    json.path("reason").asString(""),
                    json.path("title").asString("The gateway answered with status " + status),
                    json.path("detail").asString(""),
                    json.path("remedy").asString(""),
                    flaws);
        } catch (JacksonException e) {
            return new Problem(
                    status,
                    "",
                    "",
                    "The gateway answered with status " + status + " and no explanation",
                    "",
                    "",
                    List.of());
        }
    }

    /// One line for the whole and one for each thing wrong.
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(detail.isEmpty() ? title : detail);
        for (Flaw flaw : flaws) {
            String where = flaw.pointer().isEmpty() ? "" : flaw.pointer() + ": ";
            String why = flaw.why().isEmpty() ? "" : " (" + flaw.why() + ")";
            lines.add("  " + where + flaw.sentence() + why);
        }
        if (!remedy.isEmpty()) lines.add(remedy);
        return lines;
    }
}
