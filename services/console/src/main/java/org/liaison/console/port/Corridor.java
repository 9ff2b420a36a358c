package org.liaison.console.port;

import com.fasterxml.jackson.annotation.JsonValue;
import org.liaison.message.Country;

/// From which State to which: what operators think in when somebody calls and says that nothing arrives.
public record Corridor(Country from, Country to) implements Comparable<Corridor> {

    public static Corridor parse(String text) {
        String[] both = text.split("-", -1);
        if (both.length != 2) throw new IllegalArgumentException("a corridor is written like XC-XA");
        return new Corridor(new Country(both[0]), new Country(both[1]));
    }

    @Override
    public int compareTo(Corridor other) {
        return toString().compareTo(other.toString());
    }

    @JsonValue
    @Override
    public String toString() {
        return from + "-" + to;
    }
}
