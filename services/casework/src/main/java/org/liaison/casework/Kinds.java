package org.liaison.casework;

import static org.liaison.message.AuthorityKind.CENTRAL;
import static org.liaison.message.AuthorityKind.NGO;
import static org.liaison.message.AuthorityKind.PROSECUTOR;
import static org.liaison.message.AuthorityKind.SOCIAL;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.liaison.message.AuthorityKind;
import org.liaison.message.MessageKind;

/// The kinds of message there are, family by family. A new kind is a row in its family's list, a schema in `forms/`,
/// a row in the table of its course, and its title in every language in `words/`.
final class Kinds {

    /// Central authorities by default; prosecutors where a treaty lets them write directly, which the rulebook knows.
    static final Set<AuthorityKind> JUSTICE = Set.of(CENTRAL, PROSECUTOR);
    static final Map<AuthorityKind, View> TO_JUSTICE = whole(JUSTICE);
    static final Set<AuthorityKind> CARERS = Set.of(SOCIAL, NGO);
    static final Map<AuthorityKind, View> TO_CARERS = whole(CARERS);

    static final List<KindOfMessage> ALL = Stream.of(
                    ReferralKinds.ALL,
                    VerificationKinds.ALL,
                    AssistanceKinds.ALL,
                    JusticeKinds.ALL,
                    PoliceKinds.ALL,
                    CoordinationKinds.ALL)
            .flatMap(List::stream)
            .toList();

    /// Recipients that see everything.
    static Map<AuthorityKind, View> whole(Set<AuthorityKind> recipients) {
        return recipients.stream().collect(Collectors.toUnmodifiableMap(kind -> kind, _ -> View.WHOLE));
    }

    static KindOfMessage kind(
            String code, String title, String article, Set<AuthorityKind> senders, Map<AuthorityKind, View> views) {
        MessageKind kind = new MessageKind(code);
        return new KindOfMessage(kind, kind, title, article, senders, views, List.of("1"));
    }

    private Kinds() {}
}
