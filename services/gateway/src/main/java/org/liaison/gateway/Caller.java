package org.liaison.gateway;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.liaison.message.AuthorityCode;
import org.liaison.message.CaseId;
import org.liaison.message.MessageId;

/// Who asks, and for whom. Everything a resource looks at goes through here, so that no token ever
/// sees more than its authorities'.
record Caller(Set<AuthorityCode> authorities) {

    static Caller of(HttpServletRequest request) {
        return new Caller(BearerGate.authorities(request));
    }

    /// The one authority named, or all the token acts for.
    Collection<AuthorityCode> as(@Nullable String as) {
        return as == null || as.isEmpty() ? authorities : List.of(one(as));
    }

    /// The authority named, which must be the token's.
    AuthorityCode one(String as) {
        AuthorityCode authority = authority("#as", as);
        if (!authorities.contains(authority)) throw Unservable.notYours(authority);
        return authority;
    }

    /// The one copy that is meant.
    Shelf.Copy copy(Shelf shelf, String id, @Nullable String as) {
        List<Shelf.Copy> copies = shelf.find(messageId(id), as(as));
        if (copies.isEmpty()) throw Unservable.notFound();
        if (copies.size() > 1)
            throw Unservable.choose(copies.stream().map(Shelf.Copy::owner).toList());
        return copies.getFirst();
    }

    /// The one case that is meant.
    Shelf.CaseRow caseRow(Shelf shelf, String id, @Nullable String as) {
        List<Shelf.CaseRow> cases = shelf.cases(as(as), Optional.of(caseId(id)), 10);
        if (cases.isEmpty()) throw Unservable.notFound();
        if (cases.size() > 1)
            throw Unservable.choose(cases.stream().map(Shelf.CaseRow::owner).toList());
        return cases.getFirst();
    }

    static AuthorityCode authority(String pointer, String text) {
        try {
            return AuthorityCode.parse(text);
        } catch (IllegalArgumentException e) {
            throw Unservable.unreadable(pointer, "an authority is written like xa.police.antitrafficking");
        }
    }

    static MessageId messageId(String text) {
        try {
            return MessageId.parse(text);
        } catch (IllegalArgumentException e) {
            throw Unservable.notFound();
        }
    }

    static CaseId caseId(String text) {
        try {
            return new CaseId(text);
        } catch (IllegalArgumentException e) {
            throw Unservable.notFound();
        }
    }
}
