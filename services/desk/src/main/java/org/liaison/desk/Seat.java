package org.liaison.desk;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.liaison.message.AuthorityCode;
import org.liaison.message.CaseId;
import org.liaison.message.MessageId;
import org.liaison.pages.Absent;
import org.liaison.signin.Person;
import org.liaison.signin.Role;

/// For which authorities a person reads. Everything that a page looks at goes through here.
record Seat(Person person) {

    /// Those whose lists and evidence the person may see.
    Set<AuthorityCode> sees() {
        return person.authorities(Role.OFFICER, Role.SUPERVISOR, Role.AUDITOR);
    }

    /// Those in whose name the person works, and whose contents it may read.
    Set<AuthorityCode> worksFor() {
        return person.authorities(Role.OFFICER, Role.SUPERVISOR);
    }

    /// The one authority asked for, or all that the person sees.
    Collection<AuthorityCode> of(@Nullable String as) {
        if (as == null || as.isEmpty()) return sees();
        return Set.of(one(as));
    }

    AuthorityCode one(String as) {
        return named(as, sees());
    }

    AuthorityCode workingFor(String as) {
        return named(as, worksFor());
    }

    boolean reads(AuthorityCode owner) {
        return worksFor().contains(owner);
    }

    private static AuthorityCode named(String as, Set<AuthorityCode> among) {
        return among.stream()
                .filter(authority -> authority.toString().equals(as))
                .findFirst()
                .orElseThrow(Absent::new);
    }

    static MessageId message(String text) {
        return asMessage(text).orElseThrow(Absent::new);
    }

    static CaseId caseId(String text) {
        return asCaseId(text).orElseThrow(Absent::new);
    }

    static Optional<MessageId> asMessage(String text) {
        return as(text, MessageId::parse);
    }

    static Optional<CaseId> asCaseId(String text) {
        return as(text, CaseId::new);
    }

    private static <T> Optional<T> as(String text, Function<String, T> parse) {
        try {
            return Optional.of(parse.apply(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
