package org.liaison.directory;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.liaison.message.StrictJson;
import tools.jackson.databind.node.ObjectNode;

/// How an agreement is written in a rulebook. What it does not set is left out.
final class AgreementJson {

    private AgreementJson() {}

    static void write(Agreement agreement, ObjectNode json) {
        json.put("id", agreement.id());
        Fields.texts(json, "between", agreement.parties().codes());
        json.put("legalBasis", agreement.basis().code());
        json.put("validFrom", agreement.validFrom().toString());
        agreement.validUntil().ifPresent(end -> json.put("validUntil", end.toString()));
        Fields.texts(
                json,
                "families",
                agreement.families().stream().map(Family::code).toList());
        Fields.texts(json, "channels", Fields.names(agreement.channels()));
        if (!agreement.languages().isEmpty()) Fields.texts(json, "languages", agreement.languages());
        if (!agreement.requirements().isEmpty())
            Fields.texts(json, "requirements", Fields.names(agreement.requirements()));
        json.put("timeLimits", agreement.timeLimits().name());
        if (!agreement.clocks().isEmpty()) {
            ObjectNode clocks = json.putObject("clocks");
            agreement.clocks().forEach(clocks::put);
        }
    }

    static Agreement read(StrictJson json) {
        Agreement agreement = new Agreement(
                json.text("id"),
                Parties.ofCodes(json.texts("between")),
                new LegalBasis(json.text("legalBasis")),
                json.as("validFrom", StrictJson::instant),
                json.optionalAs("validUntil", StrictJson::instant),
                Fields.distinct(
                        "families",
                        json.texts("families").stream().map(Family::new).toList()),
                Fields.distinct("channels", Fields.constants(Channel.class, "channel", json.texts("channels"))),
                json.has("languages") ? json.texts("languages") : List.of(),
                json.has("requirements")
                        ? Fields.distinct(
                                "requirements",
                                Fields.constants(Requirement.class, "requirement", json.texts("requirements")))
                        : Set.of(),
                Fields.constants(TimeLimits.class, "kind of time limits", List.of(json.text("timeLimits")))
                        .getFirst(),
                json.has("clocks") ? json.textsByName("clocks") : Map.of());
        json.nothingElse();
        return agreement;
    }
}
