package org.liaison.casework;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.liaison.message.AuthorityKind;
import org.liaison.message.MessageKind;

/// One kind of message: what it is for, on which article it rests, who sends it and who may see how much of it.
///
/// `form` is the kind whose form it has: families that proceed alike share forms. `versions` are the versions of its
/// form that are read, oldest first; the last one is written. `views` says for each
/// kind of recipient how much of the form it sees; who is not in it may not receive this kind at all.
public record KindOfMessage(
        MessageKind code,
        MessageKind form,
        String title,
        String article,
        Set<AuthorityKind> senders,
        Map<AuthorityKind, View> views,
        List<String> versions) {

    public KindOfMessage {
        senders = Set.copyOf(senders);
        views = Map.copyOf(views);
        versions = List.copyOf(versions);
    }

    /// All kinds that there are.
    public static List<KindOfMessage> all() {
        return Kinds.ALL;
    }

    /// The same kind with a form that other kinds have too.
    KindOfMessage withFormOf(String other) {
        return new KindOfMessage(code, new MessageKind(other), title, article, senders, views, versions);
    }

    public Set<AuthorityKind> recipients() {
        return views.keySet();
    }

    public String newestVersion() {
        return versions.getLast();
    }
}
