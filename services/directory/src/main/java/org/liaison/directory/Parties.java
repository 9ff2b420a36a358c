package org.liaison.directory;

import java.util.List;
import java.util.Optional;
import org.liaison.message.Country;

/// The two States of an agreement, in no order. One left open (written `*`) is any State: a convention that many
/// joined is written once.
public record Parties(Optional<Country> one, Optional<Country> other) {

    private static final String ANY = "*";

    /// One way to write each pair, so that equal agreements have equal bytes: an open side last, else by letter.
    public Parties {
        boolean swap = one.isEmpty()
                || (other.isPresent() && other.get().code().compareTo(one.get().code()) < 0);
        if (swap) {
            Optional<Country> first = one;
            one = other;
            other = first;
        }
    }

    public static Parties of(Country one, Country other) {
        return new Parties(Optional.of(one), Optional.of(other));
    }

    /// Any two States.
    public static Parties any() {
        return new Parties(Optional.empty(), Optional.empty());
    }

    /// This State and any other.
    public static Parties anyWith(Country one) {
        return new Parties(Optional.of(one), Optional.empty());
    }

    public boolean cover(Country a, Country b) {
        return (is(one, a) && is(other, b)) || (is(one, b) && is(other, a));
    }

    List<String> codes() {
        return List.of(
                one.map(Country::code).orElse(ANY), other.map(Country::code).orElse(ANY));
    }

    static Parties ofCodes(List<String> codes) {
        if (codes.size() != 2)
            throw new IllegalArgumentException("an agreement is between two States; any State is written *");
        return new Parties(country(codes.getFirst()), country(codes.getLast()));
    }

    /// For a person: "XA and XC", "XA and any other State", "any two States".
    @Override
    public String toString() {
        if (one.isEmpty()) return "any two States";
        return one.get() + " and " + other.map(Country::code).orElse("any other State");
    }

    private static boolean is(Optional<Country> side, Country country) {
        return side.isEmpty() || side.get().equals(country);
    }

    static Optional<Country> country(String text) {
        return text.equals(ANY) ? Optional.empty() : Optional.of(new Country(text));
    }
}
