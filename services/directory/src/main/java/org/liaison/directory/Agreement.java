package org.liaison.directory;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.liaison.message.AuthorityCode;
import org.liaison.message.Country;

/// What two States agreed: on which legal basis, about which families of messages, by which channels, from when to
/// when, in which languages, with which papers, and how long each step may take.
///
/// `languages` limits what the receiving authority reads; empty, it reads what its own entry says. `clocks` overrides
/// the usual length of a clock by its name; which clocks exist is casework's to say.
public record Agreement(
        String id,
        Parties parties,
        LegalBasis basis,
        Instant validFrom,
        Optional<Instant> validUntil,
        Set<Family> families,
        Set<Channel> channels,
        List<String> languages,
        Set<Requirement> requirements,
        TimeLimits timeLimits,
        Map<String, String> clocks) {

    private static final Pattern ID = Pattern.compile("[A-Z0-9][A-Za-z0-9.+-]{0,63}");
    private static final Pattern CLOCK = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]{0,39}");
    private static final String UNTOC = "UNTOC+TIP";
    private static final String EIO = "EIO";

    public Agreement {
        if (!ID.matcher(id).matches())
            throw new IllegalArgumentException(
                    "an agreement's id is 1 to 64 letters, digits, dots, plus signs and hyphens, such as XA-XC-2019");
        if (validUntil.filter(until -> !until.isAfter(validFrom)).isPresent())
            throw new IllegalArgumentException("agreement " + id + " ends after it begins");
        if (families.isEmpty())
            throw new IllegalArgumentException("agreement " + id + " covers at least one family of messages");
        if (channels.isEmpty()) throw new IllegalArgumentException("agreement " + id + " provides for a channel");
        languages.forEach(Languages::demand);
        demandRightLimits(id, basis, timeLimits);
        clocks.forEach((name, length) -> demandClock(id, name, length));
        families = Collections.unmodifiableSortedSet(new TreeSet<>(families));
        channels = Collections.unmodifiableSet(EnumSet.copyOf(channels));
        languages = List.copyOf(languages);
        requirements = requirements.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(requirements));
        clocks = Collections.unmodifiableSortedMap(new TreeMap<>(clocks));
    }

    /// Without an end, languages, requirements and clocks of its own; limits bind only under the European Investigation
    /// Order.
    public static Agreement of(
            String id,
            Parties parties,
            LegalBasis basis,
            Instant validFrom,
            Collection<Family> families,
            Collection<Channel> channels) {
        return new Agreement(
                id,
                parties,
                basis,
                validFrom,
                Optional.empty(),
                Set.copyOf(families),
                Set.copyOf(channels),
                List.of(),
                Set.of(),
                basis.code().equals(EIO) ? TimeLimits.DEADLINES : TimeLimits.TARGETS,
                Map.of());
    }

    public Agreement until(Instant end) {
        return new Agreement(
                id,
                parties,
                basis,
                validFrom,
                Optional.of(end),
                families,
                channels,
                languages,
                requirements,
                timeLimits,
                clocks);
    }

    public Agreement requiring(Collection<Requirement> papers, List<String> onlyIn) {
        return new Agreement(
                id,
                parties,
                basis,
                validFrom,
                validUntil,
                families,
                channels,
                onlyIn,
                Set.copyOf(papers),
                timeLimits,
                clocks);
    }

    public Agreement timed(TimeLimits limits, Map<String, String> lengths) {
        return new Agreement(
                id,
                parties,
                basis,
                validFrom,
                validUntil,
                families,
                channels,
                languages,
                requirements,
                limits,
                lengths);
    }

    /// The length of a clock, where this agreement sets one.
    public Optional<ClockLength> clock(String name) {
        return Optional.ofNullable(clocks.get(name)).map(ClockLength::parse);
    }

    public boolean inForce(Instant at) {
        return !at.isBefore(validFrom) && validUntil.map(at::isBefore).orElse(true);
    }

    /// The languages in which one may write to this authority under this agreement.
    public List<String> languagesTo(Authority recipient) {
        if (languages.isEmpty()) return recipient.languages();
        return recipient.languages().stream().filter(languages::contains).toList();
    }

    boolean covers(Country one, Country other) {
        return parties.cover(one, other);
    }

    /// Among authorities of one State no treaty limits the channel; the rule is enough.
    boolean allowsWay(AuthorityCode from, AuthorityCode to, boolean urgent) {
        return from.country().equals(to.country())
                || Channel.taken(from.kind(), to.kind()).isAmong(channels, urgent);
    }

    /// When it is in force, for a person.
    String validity() {
        return "in force since " + day(validFrom)
                + validUntil.map(end -> " until " + day(end)).orElse("");
    }

    static String day(Instant instant) {
        return instant.toString().substring(0, 10);
    }

    private static void demandRightLimits(String id, LegalBasis basis, TimeLimits limits) {
        if (basis.code().equals(UNTOC) && limits != TimeLimits.TARGETS)
            throw new IllegalArgumentException("agreement " + id
                    + " rests on UNTOC+TIP, whose article 18 sets no limit in days: its time limits" + " are targets");
        if (basis.code().equals(EIO) && limits != TimeLimits.DEADLINES)
            throw new IllegalArgumentException("agreement " + id
                    + " rests on the European Investigation Order, whose time limits bind: they are" + " deadlines");
    }

    private static void demandClock(String id, String name, String length) {
        if (!CLOCK.matcher(name).matches())
            throw new IllegalArgumentException(
                    "a clock in agreement " + id + " has a name of 1 to 40 letters, digits, dots, hyphens");
        try {
            ClockLength.parse(length);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "the clock " + name + " in agreement " + id + " cannot be read: " + e.getMessage(), e);
        }
    }
}
