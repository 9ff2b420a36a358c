package org.liaison.directory;

import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.liaison.message.AuthorityCode;
import org.liaison.message.AuthorityKind;
import org.liaison.message.Country;
import org.liaison.message.MessageKind;
import org.liaison.message.StrictJson;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// One permission: authorities of one kind may send these kinds of message to authorities of
/// another, where an agreement of their States on one of these legal bases covers it. A country
/// left open (written `*`) means any. Kinds of authority and of message are never left open, for a
/// permission that nobody spelled out is one that nobody meant.
public record Rule(
        Optional<Country> fromCountry,
        AuthorityKind fromKind,
        Optional<Country> toCountry,
        AuthorityKind toKind,
        Set<MessageKind> kinds,
        Set<LegalBasis> bases) {

    private static final String ANY = "*";

    public Rule {
        kinds = Collections.unmodifiableSortedSet(new TreeSet<>(kinds));
        if (kinds.isEmpty()) throw new IllegalArgumentException("a rule lists at least one kind of message");
        if (bases.isEmpty()) throw new IllegalArgumentException("a rule names at least one legal basis");
        bases = Collections.unmodifiableSortedSet(new TreeSet<>(bases));
    }

    /// A rule for any two countries.
    public static Rule between(
            AuthorityKind from, AuthorityKind to, Collection<MessageKind> kinds, LegalBasis... bases) {
        return new Rule(Optional.empty(), from, Optional.empty(), to, Set.copyOf(kinds), Set.of(bases));
    }

    boolean coversSender(AuthorityCode from) {
        return from.kind() == fromKind
                && fromCountry.map(from.country()::equals).orElse(true);
    }

    boolean coversRecipient(AuthorityCode to) {
        return to.kind() == toKind && toCountry.map(to.country()::equals).orElse(true);
    }

    void writeTo(ObjectNode json) {
        json.put("fromCountry", fromCountry.map(Country::code).orElse(ANY));
        json.put("fromKind", fromKind.code());
        json.put("toCountry", toCountry.map(Country::code).orElse(ANY));
        json.put("toKind", toKind.code());
        ArrayNode list = json.putArray("kinds");
        kinds.forEach(kind -> list.add(kind.toString()));
        ArrayNode law = json.putArray("legalBases");
        bases.forEach(basis -> law.add(basis.code()));
    }

    static Rule read(StrictJson json) {
        Rule rule = new Rule(
                json.as("fromCountry", Parties::country),
                json.as("fromKind", AuthorityKind::ofCode),
                json.as("toCountry", Parties::country),
                json.as("toKind", AuthorityKind::ofCode),
                Set.copyOf(json.listAs("kinds", MessageKind::new)),
                Set.copyOf(json.listAs("legalBases", LegalBasis::new)));
        json.nothingElse();
        return rule;
    }
}
