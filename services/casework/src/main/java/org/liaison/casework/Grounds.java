package org.liaison.casework;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// On which grounds a request may be refused: the families share one list of codes, and the legal basis decides which
/// of them there are.
final class Grounds {

    private static final String ORDER = "EIO";
    private static final String GROUNDS_OF_AN_ORDER = "EIO_11_1_";
    private static final String OFFENCE_NOT_COVERED = "UNTOC_13_7";
    private static final Set<String> CONFISCATION =
            Set.of("K1", "K2", "K3", "TRACE", "FREEZE", "CONFISCATE", "ENFORCE");

    /// What the codes of a family begin with. A family that is not listed may use every code.
    private static final Map<String, List<String>> OF_FAMILY = Map.of(
            "MLA", List.of("UNTOC_18_", OFFENCE_NOT_COVERED, GROUNDS_OF_AN_ORDER, "TREATY"),
            "EXT", List.of("UNTOC_16_", "TREATY"),
            "JIT", List.of("UNTOC_19", "TREATY"),
            "AST", List.of("UNTOC_18_", OFFENCE_NOT_COVERED, "TREATY"));

    /// Why this ground is none here; empty if it is one, or if the request is not at hand.
    static Optional<String> objection(String family, String ground, Optional<JsonNode> request) {
        if (OF_FAMILY.getOrDefault(family, List.of("")).stream().noneMatch(ground::startsWith))
            return Optional.of("This is not a ground for refusing a request of this family.");
        String basis =
                request.map(form -> form.path("legalBasis").stringValue("")).orElse("");
        if (basis.isEmpty()) return Optional.empty();
        boolean ofAnOrder = ground.startsWith(GROUNDS_OF_AN_ORDER);
        if (basis.equals(ORDER) && !ofAnOrder)
            return Optional.of("A European Investigation Order is refused on grounds of article 11(1) only.");
        if (!basis.equals(ORDER) && ofAnOrder)
            return Optional.of("This ground is one against European Investigation Orders only.");
        if (ground.equals(OFFENCE_NOT_COVERED) && !asksForConfiscation(request.orElseThrow()))
            return Optional.of("This ground is one against requests for confiscation only.");
        return Optional.empty();
    }

    private static boolean asksForConfiscation(JsonNode request) {
        return !request.path("legalBasis").stringValue("").isEmpty()
                && (request.path("assistance").isMissingNode()
                        || request.path("assistance")
                                .valueStream()
                                .anyMatch(item ->
                                        CONFISCATION.contains(item.path("type").stringValue(""))));
    }

    private Grounds() {}
}
