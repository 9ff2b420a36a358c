package org.liaison.directory;

import java.time.Instant;

/// Whether anybody sits at an authority's desk at one moment.
public sealed interface Staffing {

    record RoundTheClock() implements Staffing {}

    record Open(Instant until) implements Staffing {}

    record Closed(Instant until) implements Staffing {}

    /// Its hours are written for people only.
    record Unknown() implements Staffing {}

    default boolean isOpen() {
        return switch (this) {
            case RoundTheClock _, Open _ -> true;
            case Closed _, Unknown _ -> false;
        };
    }
}
