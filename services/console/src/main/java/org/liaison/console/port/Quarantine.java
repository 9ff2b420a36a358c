package org.liaison.console.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Messages that a fault of the hub kept from being answered.
///
/// Releasing hands a message in again where it came from, returning tells the gateway that brought it; neither lets
/// anybody choose a destination. More than one message at once, and discarding even one, takes a second person.
public interface Quarantine {

    Reading all();

    /// What `effect` on these messages would do, without doing it.
    Preview preview(Effect effect, Set<String> ids);

    Answer apply(Effect effect, Set<String> ids, Operator by, Grounds why);

    /// What waits for a second person.
    List<Proposal> proposals();

    /// Confirms what another person asked for. Refused to the person who asked.
    Answer confirm(UUID proposal, Operator by);

    /// Takes back or turns down what was asked for.
    Answer decline(UUID proposal, Operator by, Grounds why);

    enum Effect {
        /// Hands the message in again at the intake where it lay: it is judged like any other.
        RELEASE,
        /// Tells the gateway that brought it that the hub could not process it, and forgets it.
        RETURN,
        /// Forgets it. Its sender is told by its own gateway when the time is up.
        DISCARD
    }

    sealed interface Reading {

        record Read(List<Group> groups) implements Reading {
            public Read {
                groups = List.copyOf(groups);
            }
        }

        record Unread(String sentence) implements Reading {}
    }

    /// Messages with the same cause.
    record Group(Cause cause, List<Item> items) {
        public Group {
            items = List.copyOf(items);
            if (items.isEmpty()) throw new IllegalArgumentException("a group has messages");
        }

        public Instant first() {
            return items.stream().map(Item::at).min(Instant::compareTo).orElseThrow();
        }

        public Instant last() {
            return items.stream().map(Item::at).max(Instant::compareTo).orElseThrow();
        }

        public Set<String> gateways() {
            Set<String> gateways = new java.util.TreeSet<>();
            items.forEach(item -> item.gateway().ifPresent(gateways::add));
            return gateways;
        }

        public Set<String> authorities() {
            Set<String> authorities = new java.util.TreeSet<>();
            items.forEach(item -> authorities.addAll(item.authorities()));
            return authorities;
        }
    }

    /// The class of the fault and where it happened; never its text, which might quote content.
    record Cause(String fault, String place) {

        private static final List<String> OUTSIDE = List.of(
                "java.sql.",
                "java.io.",
                "java.net.",
                "java.nio.",
                "org.postgresql.",
                "org.apache.activemq.",
                "jakarta.jms.");
        private static final List<String> KEYS =
                List.of("java.security.", "javax.crypto.", "javax.security.", "org.bouncycastle.");
        private static final List<String> READING = List.of(
                "java.lang.IllegalArgumentException",
                "java.lang.NumberFormatException",
                "java.lang.NullPointerException",
                "java.lang.ClassCastException",
                "java.lang.IndexOutOfBoundsException",
                "java.lang.StringIndexOutOfBoundsException",
                "java.lang.ArrayIndexOutOfBoundsException",
                "java.lang.ArithmeticException",
                "java.util.NoSuchElementException",
                "java.time.",
                "tools.jackson.");

        /// What helps, as far as the class of the fault says it.
        public Remedy remedy() {
            if (of(OUTSIDE)) return Remedy.MACHINE;
            if (of(KEYS)) return Remedy.KEYS;
            return of(READING) ? Remedy.MESSAGE : Remedy.PROGRAM;
        }

        private boolean of(List<String> names) {
            return names.stream().anyMatch(fault::startsWith);
        }
    }

    /// What to do about a cause. Its words stand under `console.remedy`.
    enum Remedy {
        /// Something that the hub needs did not answer in the middle: released when it does, the message goes its way.
        MACHINE,
        /// A key, a certificate or a cryptographic library would not do.
        KEYS,
        /// The program cannot bear something in this message: released before it is mended, the message comes back.
        MESSAGE,
        /// Anything else in the program.
        PROGRAM
    }

    /// `id` is the hub's own. `message` is the id that the gateway gave, and `authorities` are sender and recipients as
    /// the slip claims, where it can be read: both are unproven. Without `destination` it cannot be released.
    record Item(
            String id,
            Instant at,
            Optional<String> message,
            Optional<String> gateway,
            Optional<String> destination,
            List<String> authorities,
            long bytes) {
        public Item {
            authorities = List.copyOf(authorities);
        }
    }

    /// `sentences`: what would happen, one for each destination.
    record Preview(Effect effect, long found, long missing, boolean needsSecond, List<Said> sentences) {
        public Preview {
            sentences = List.copyOf(sentences);
        }
    }

    record Proposal(UUID id, Effect effect, Set<String> messages, Operator by, Grounds why, Instant at, Instant until) {
        public Proposal {
            messages = Set.copyOf(messages);
        }
    }
}
