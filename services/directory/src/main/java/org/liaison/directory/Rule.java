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

/// One permission: authorities of one kind may send these kinds of message to authorities of another, on this legal
/// basis. A country left open (written `*`) means any. Kinds of authority and of message are never left open, for a
/// permission that nobody spelled out is one that nobody meant.
public record Rule(
        Optional<Country> fromCountry,
        AuthorityKind fromKind,
        Optional<Country> toCountry,
        AuthorityKind toKind,
        Set<MessageKind> kinds,
        LegalBasis basis) {

    private static final String ANY = "*";

    public Rule {
        kinds = Collections.unmodifiableSortedSet(new TreeSet<>(kinds));
        if (kinds.isEmpty()) throw new IllegalArgumentException("a rule lists at least one kind of message");
    }

    /// A rule for any two countries.
    public static Rule between(AuthorityKind from, AuthorityKind to, Collection<MessageKind> kinds, LegalBasis basis) {
        return new Rule(Optional.empty(), from, Optional.empty(), to, Set.copyOf(kinds), basis);
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
        json.put("legalBasis", basis.code());
    }

    static Rule read(StrictJson json) {
        Rule rule = new Rule(
                json.as("fromCountry", Rule::country),
                json.as("fromKind", AuthorityKind::ofCode),
                json.as("toCountry", Rule::country),
                json.as("toKind", AuthorityKind::ofCode),
                Set.copyOf(json.listAs("kinds", MessageKind::new)),
                json.as("legalBasis", LegalBasis::new));
        json.nothingElse();
        return rule;
    }

    private static Optional<Country> country(String text) {
        return text.equals(ANY) ? Optional.empty() : Optional.of(new Country(text));
    }
}
