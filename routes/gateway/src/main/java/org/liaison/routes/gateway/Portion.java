package org.liaison.routes.gateway;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.liaison.casework.Projection;
import org.liaison.message.Attachment;
import org.liaison.message.AuthorityKind;
import org.liaison.message.Bytes;
import org.liaison.message.MessageKind;
import org.liaison.message.StrictJson;
import tools.jackson.databind.JsonNode;

/// What the recipients of a draft may see of it. `isLess`: something was left out; `differs`: not all
/// of them may see the same, so they cannot share a message.
record Portion(Draft draft, boolean isLess, boolean differs) {

    static Portion of(Draft draft, MessageKind kind, Set<AuthorityKind> recipients) {
        Set<Draft> portions = new HashSet<>();
        for (AuthorityKind recipient : recipients) portions.add(cut(draft, kind, recipient));
        Draft portion = portions.iterator().next();
        boolean isLess = portion.attachments().size() < draft.attachments().size()
                || !json(portion.form()).equals(json(draft.form()));
        return new Portion(portion, isLess, portions.size() > 1);
    }

    /// A file that the form does not list is left where it is: the form check will say so.
    private static Draft cut(Draft draft, MessageKind kind, AuthorityKind recipient) {
        Bytes form = Projection.project(draft.form(), kind, recipient);
        Set<String> left = listedFiles(draft.form());
        left.removeAll(Projection.files(draft.form(), kind, recipient, Set.copyOf(left)));
        List<Attachment> attachments = draft.attachments().stream()
                .filter(one -> !left.contains(one.name()))
                .toList();
        return draft.with(form, attachments);
    }

    private static Set<String> listedFiles(Bytes form) {
        Set<String> names = new HashSet<>();
        for (JsonNode file : json(form).path("attachments"))
            names.add(file.path("file").stringValue(""));
        return names;
    }

    private static JsonNode json(Bytes form) {
        return StrictJson.MAPPER.readTree(form.toArray());
    }
}
