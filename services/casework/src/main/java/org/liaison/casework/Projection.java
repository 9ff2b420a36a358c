package org.liaison.casework;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.liaison.message.AuthorityKind;
import org.liaison.message.Bytes;
import org.liaison.message.MessageKind;
import org.liaison.message.StrictJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The form that a recipient of a kind may see: what [Minimisation] lets through and, where the kind of recipient has
/// a view of its own, only fields that this view has. What is not listed, also a field that is added to the form one
/// day, stays behind. Forms whose schemas name no classes of information are seen as they are.
public final class Projection {

    /// Throws [IllegalArgumentException] if this kind of message does not go to such a recipient at all (see
    /// [KindOfMessage#recipients]), or if the form is not a JSON object: check it first.
    public static Bytes project(Bytes form, MessageKind kind, AuthorityKind recipient) {
        Optional<Cuttable> cuttable = Cuttable.of(kind);
        if (cuttable.isEmpty()) return form;
        if (!cuttable.get().kind.recipients().contains(recipient))
            throw new IllegalArgumentException(kind + " does not go to an authority of kind " + recipient.code());
        if (!(StrictJson.MAPPER.readTree(form.toArray()) instanceof ObjectNode whole))
            throw new IllegalArgumentException("a form is a JSON object");
        if (whole.has("view")) return form;
        View view = cuttable.get().kind.views().getOrDefault(recipient, View.WHOLE);
        ObjectNode seen = cuttable.get().cut(whole, recipient, view, (_, _) -> {});
        if (view != View.WHOLE) seen.put("view", view.code()).put("nonPunishment", true);
        return StrictJson.write(seen);
    }

    /// The names of the attached files that may go to this recipient with the form. A file goes only with the form
    /// that lists it.
    public static Set<String> files(
            Bytes form, MessageKind kind, AuthorityKind recipient, Collection<String> attached) {
        if (Cuttable.of(kind).isEmpty()) return new TreeSet<>(attached);
        Set<String> files = new TreeSet<>();
        Bytes seen = project(form, kind, recipient);
        for (JsonNode file : StrictJson.MAPPER.readTree(seen.toArray()).path("attachments"))
            files.add(file.path("file").stringValue(""));
        files.retainAll(attached);
        return files;
    }

    /// What [#project] leaves behind for this recipient, place by place, and the rule by which it stays. The report is
    /// made by the cut itself, so that it cannot say anything else than what is done.
    public static List<Withheld> withheld(Bytes form, MessageKind kind, AuthorityKind recipient) {
        Optional<Cuttable> cuttable = Cuttable.of(kind);
        if (cuttable.isEmpty()
                || !(StrictJson.MAPPER.readTree(form.toArray()) instanceof ObjectNode whole)
                || whole.has("view")) return List.of();
        List<Withheld> withheld = new ArrayList<>();
        View view = cuttable.get().kind.views().getOrDefault(recipient, View.WHOLE);
        cuttable.get()
                .cut(
                        whole,
                        recipient,
                        view,
                        (at, dataClass) -> withheld.add(new Withheld(
                                at.toString(), dataClass, because(dataClass, kind, recipient, whole), recipient)));
        return withheld;
    }

    /// Who among the recipients of this kind may be sent information of a class: `sure` with every form, `agreed` as
    /// far as the person agreed. A recipient with a view of its own sees still less.
    public static Audience audience(MessageKind kind, String dataClass) {
        Optional<Cuttable> cuttable = Cuttable.of(kind);
        Set<AuthorityKind> sure = EnumSet.noneOf(AuthorityKind.class);
        Set<AuthorityKind> agreed = EnumSet.noneOf(AuthorityKind.class);
        for (AuthorityKind recipient :
                cuttable.map(one -> one.kind.recipients()).orElse(Set.of()))
            switch (Minimisation.share(dataClass, kind, recipient)) {
                case YES -> sure.add(recipient);
                case AGREED -> agreed.add(recipient);
                case NEVER -> {}
            }
        return new Audience(sure, agreed);
    }

    public record Audience(Set<AuthorityKind> sure, Set<AuthorityKind> agreed) {
        public Audience {
            sure = Set.copyOf(sure);
            agreed = Set.copyOf(agreed);
        }
    }

    private static Withheld.Rule because(String dataClass, MessageKind kind, AuthorityKind recipient, JsonNode form) {
        if (dataClass.isEmpty()) return Withheld.Rule.NO_CLASS;
        if (goes(dataClass, kind, recipient, form)) return Withheld.Rule.NOT_IN_VIEW;
        return Minimisation.share(dataClass, kind, recipient) == Minimisation.Share.AGREED
                ? Withheld.Rule.NOT_AGREED
                : Withheld.Rule.NEVER;
    }

    /// Places in a whole form that this recipient may not see.
    static List<Pointer> hidden(MessageKind kind, JsonNode form, AuthorityKind recipient) {
        if (form.has("view")) return List.of();
        return classes(kind, form).entrySet().stream()
                .filter(place -> !goes(place.getValue(), kind, recipient, form))
                .map(Map.Entry::getKey)
                .toList();
    }

    /// Every value of a whole form that its schema knows, with its class of information.
    static Map<Pointer, String> classes(MessageKind kind, JsonNode form) {
        Map<Pointer, String> classes = new LinkedHashMap<>();
        Optional<Cuttable> cuttable = Cuttable.of(kind);
        if (cuttable.isPresent() && form instanceof ObjectNode whole)
            new Cut(Cuttable.WALK, _ -> false, classes::put, (_, _) -> {})
                    .of(whole, cuttable.get().schema(View.WHOLE), cuttable.get().schema(View.WHOLE));
        return classes;
    }

    private static boolean goes(String dataClass, MessageKind kind, AuthorityKind recipient, JsonNode form) {
        return switch (Minimisation.share(dataClass, kind, recipient)) {
            case YES -> true;
            case AGREED ->
                isAgreed(dataClass, form.at("/consent/scope")) && isAgreed(dataClass, form.at("/agreement/scope"));
            case NEVER -> false;
        };
    }

    /// A form that carries no consent rests on an earlier one, or on what a guardian decides; its rules look at that.
    private static boolean isAgreed(String dataClass, JsonNode scope) {
        boolean inScope = scope.valueStream().anyMatch(one -> dataClass.equals(one.stringValue("")));
        return inScope || scope.isMissingNode() || !Consent.COVERS.contains(dataClass);
    }

    /// A kind of message whose schema names classes of information.
    private record Cuttable(KindOfMessage kind) {

        private static final Schemas SCHEMAS = Schemas.ofShippedKinds();
        private static final SchemaWalk WALK = new SchemaWalk(SCHEMAS);

        static Optional<Cuttable> of(MessageKind code) {
            return Kinds.ALL.stream()
                    .filter(kind -> kind.code().equals(code))
                    .map(Cuttable::new)
                    .filter(Cuttable::namesClasses)
                    .findFirst();
        }

        ObjectNode cut(ObjectNode whole, AuthorityKind recipient, View view, BiConsumer<Pointer, String> left) {
            return new Cut(WALK, dataClass -> goes(dataClass, kind.code(), recipient, whole), (_, _) -> {}, left)
                    .of(whole, schema(View.WHOLE), schema(view));
        }

        JsonNode schema(View view) {
            return SCHEMAS.tree(kind.form(), kind.newestVersion(), view).orElseThrow();
        }

        private boolean namesClasses() {
            return schema(View.WHOLE).path("properties").valueStream().anyMatch(field -> field.has("x-class"));
        }
    }

    private Projection() {}
}
