package org.liaison.casework;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.liaison.message.AuthorityKind;
import org.liaison.message.Bytes;
import org.liaison.message.MessageKind;
import org.liaison.message.StrictJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The form that a recipient of a kind may see. Fields are let through one by one from a list; whatever is not on the
/// list, also a field that is added to the form one day, stays behind.
public final class Projection {

    private static final MessageKind REFERRAL = new MessageKind("REF-REQ");
    private static final String EVERY = "*";

    /// For each kind of recipient of a referral, what it may see: a path leads to a field with everything in it; `*`
    /// stands for every entry of a list.
    static final Map<AuthorityKind, List<String>> REFERRAL_FIELDS = Map.of(
            AuthorityKind.SOCIAL,
            List.of(
                    "/kind",
                    "/version",
                    "/language",
                    "/legalBasis",
                    "/pseudonym",
                    "/referrer",
                    "/countries",
                    "/victimStatus",
                    "/person",
                    "/whereabouts",
                    "/consent",
                    "/guardian",
                    "/bestInterests",
                    "/risk",
                    "/needs",
                    "/servicePlan",
                    "/health",
                    "/account",
                    "/residence",
                    "/wishes",
                    "/journey",
                    "/attachments"),
            AuthorityKind.NGO,
            List.of(
                    "/kind",
                    "/version",
                    "/language",
                    "/legalBasis",
                    "/pseudonym",
                    "/referrer",
                    "/countries",
                    "/victimStatus",
                    "/person",
                    "/consent",
                    "/guardian",
                    "/bestInterests",
                    "/risk",
                    "/needs",
                    "/servicePlan",
                    "/health",
                    "/account",
                    "/wishes",
                    "/journey",
                    "/attachments"),
            AuthorityKind.POLICE,
            List.of(
                    "/kind",
                    "/version",
                    "/language",
                    "/legalBasis",
                    "/pseudonym",
                    "/countries/*/country",
                    "/countries/*/role",
                    "/risk/level",
                    "/risk/protectiveMeasures/*",
                    "/justice/suspects",
                    "/justice/routes",
                    "/justice/modusOperandi"),
            AuthorityKind.PROSECUTOR,
            List.of(
                    "/kind",
                    "/version",
                    "/language",
                    "/legalBasis",
                    "/pseudonym",
                    "/countries/*/country",
                    "/countries/*/role",
                    "/risk/level",
                    "/risk/protectiveMeasures/*",
                    "/justice/suspects",
                    "/justice/routes",
                    "/justice/modusOperandi",
                    "/justice/reportedToPolice",
                    "/justice/cooperation",
                    "/justice/viewsAndConcerns",
                    "/justice/proceedings"));

    /// The classes of files that may go along, by kind of recipient; the form lists each file with its class.
    private static final Map<AuthorityKind, Set<String>> REFERRAL_FILES = Map.of(
            AuthorityKind.SOCIAL, Set.of("IDENTITY", "WHEREABOUTS", "HEALTH", "NEEDS", "ACCOUNT", "RESIDENCE", "RISK"),
            AuthorityKind.NGO, Set.of("IDENTITY", "HEALTH", "NEEDS", "ACCOUNT", "RISK"),
            AuthorityKind.POLICE, Set.of(),
            AuthorityKind.PROSECUTOR, Set.of());

    /// Throws [IllegalArgumentException] if this kind of message does not go to such a recipient at all (see
    /// [KindOfMessage#recipients]), or if the form is not a JSON object: check it first.
    public static Bytes project(Bytes form, MessageKind kind, AuthorityKind recipient) {
        if (!kind.equals(REFERRAL)) return form;
        List<String> visible = REFERRAL_FIELDS.get(recipient);
        if (visible == null)
            throw new IllegalArgumentException(kind + " does not go to an authority of kind " + recipient.code());
        if (!(StrictJson.MAPPER.readTree(form.toArray()) instanceof ObjectNode whole))
            throw new IllegalArgumentException("a form is a JSON object");
        if (whole.has("view")) return form;
        ObjectNode seen = StrictJson.MAPPER.createObjectNode();
        for (String path : visible) copy(whole, seen, steps(path));
        View view = view(recipient);
        if (view != View.WHOLE) seen.put("view", view.code()).put("nonPunishment", true);
        filterFiles(seen, recipient);
        return StrictJson.write(seen);
    }

    /// The names of the attached files that may go to this recipient with the form.
    public static Set<String> files(
            Bytes form, MessageKind kind, AuthorityKind recipient, Collection<String> attached) {
        if (!kind.equals(REFERRAL)) return new TreeSet<>(attached);
        Set<String> files = new TreeSet<>();
        for (JsonNode file : StrictJson.MAPPER.readTree(form.toArray()).path("attachments"))
            if (REFERRAL_FILES
                    .getOrDefault(recipient, Set.of())
                    .contains(file.path("dataClass").stringValue("")))
                files.add(file.path("file").stringValue(""));
        files.retainAll(attached);
        return files;
    }

    /// Top-level fields of a whole form that this recipient may not see.
    static List<String> hidden(MessageKind kind, JsonNode form, AuthorityKind recipient) {
        if (!kind.equals(REFERRAL) || form.has("view")) return List.of();
        List<String> visible =
                Optional.ofNullable(REFERRAL_FIELDS.get(recipient)).orElse(List.of());
        return form.propertyNames().stream()
                .filter(name -> visible.stream()
                        .noneMatch(path -> steps(path).getFirst().equals(name)))
                .toList();
    }

    private static View view(AuthorityKind recipient) {
        return switch (recipient) {
            case POLICE -> View.POLICE;
            case PROSECUTOR -> View.PROSECUTOR;
            case CENTRAL, SOCIAL, NGO, COORDINATOR, NCB -> View.WHOLE;
        };
    }

    private static void copy(ObjectNode from, ObjectNode to, List<String> steps) {
        String name = steps.getFirst();
        JsonNode value = from.path(name);
        List<String> rest = steps.subList(1, steps.size());
        if (value.isMissingNode()) return;
        if (rest.isEmpty()) to.set(name, value.deepCopy());
        else if (rest.getFirst().equals(EVERY)) copyEntries(value, to, name, rest.subList(1, rest.size()));
        else if (value instanceof ObjectNode inner)
            copy(inner, to.has(name) ? (ObjectNode) to.path(name) : to.putObject(name), rest);
    }

    private static void copyEntries(JsonNode list, ObjectNode to, String name, List<String> rest) {
        if (!list.isArray()) return;
        ArrayNode entries = to.has(name) ? (ArrayNode) to.path(name) : to.putArray(name);
        for (int i = 0; i < list.size(); i++) {
            JsonNode entry = list.path(i);
            if (rest.isEmpty()) {
                if (entry.isValueNode()) entries.add(entry);
                continue;
            }
            if (entries.size() <= i) entries.addObject();
            if (entry instanceof ObjectNode inner) copy(inner, (ObjectNode) entries.path(i), rest);
        }
    }

    private static void filterFiles(ObjectNode seen, AuthorityKind recipient) {
        if (!(seen.path("attachments") instanceof ArrayNode listed)) return;
        Set<String> classes = REFERRAL_FILES.getOrDefault(recipient, Set.of());
        List<JsonNode> kept = new ArrayList<>();
        for (JsonNode file : listed) if (classes.contains(file.path("dataClass").stringValue(""))) kept.add(file);
        seen.putArray("attachments").addAll(kept);
    }

    private static List<String> steps(String path) {
        return List.of(path.substring(1).split("/"));
    }

    private Projection() {}
}
