package org.liaison.cli;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.liaison.directory.Agreement;
import org.liaison.directory.Authority;
import org.liaison.directory.Channel;
import org.liaison.directory.Directory;
import org.liaison.directory.Rule;
import org.liaison.directory.Rulebook;
import org.liaison.directory.Snapshot;

/// A directory or a rulebook as a person reads it.
final class SnapshotPaper {

    private SnapshotPaper() {}

    static void print(Snapshot snapshot, Paper paper) {
        switch (snapshot) {
            case Directory directory -> directory.authorities().forEach(authority -> print(authority, paper));
            case Rulebook rulebook -> {
                paper.line("Agreements, the first that fits counts:");
                rulebook.agreements().forEach(agreement -> print(agreement, paper));
                paper.line("Rules:");
                rulebook.rules().forEach(rule -> print(rule, paper));
            }
        }
    }

    private static void print(Authority authority, Paper paper) {
        paper.line("%-27s %s, %s"
                .formatted(
                        authority.code(), authority.gateway(), authority.suite().code()));
        paper.prose(
                "  ",
                2,
                authority.name() + "; " + authority.contact().phone() + ", "
                        + (authority.contact().roundTheClock()
                                ? "round the clock"
                                : authority.contact().officeHours()));
        paper.prose(
                "  ",
                2,
                "reads " + String.join(", ", authority.languages()) + "; accepts " + list(authority.accepts()));
    }

    private static void print(Agreement agreement, Paper paper) {
        paper.prose(
                "  " + agreement.id() + " ",
                4,
                agreement.parties() + " on " + agreement.basis() + ", since " + agreement.validFrom()
                        + agreement.validUntil().map(end -> " until " + end).orElse(""));
        paper.prose(
                "    ",
                4,
                list(agreement.families()) + "; "
                        + agreement.channels().stream().map(Channel::words).collect(Collectors.joining("; ")));
        paper.prose("    ", 4, terms(agreement));
    }

    private static String terms(Agreement agreement) {
        String limits = "time limits are " + agreement.timeLimits().words();
        List<String> clocks = agreement.clocks().entrySet().stream()
                .map(clock -> clock.getKey() + " " + clock.getValue())
                .toList();
        return limits
                + (clocks.isEmpty() ? "" : " (" + list(clocks) + ")")
                + (agreement.languages().isEmpty() ? "" : "; in " + list(agreement.languages()) + " only")
                + (agreement.requirements().isEmpty()
                        ? ""
                        : "; with "
                                + agreement.requirements().stream()
                                        .map(one -> one.words())
                                        .collect(Collectors.joining(", ")));
    }

    private static void print(Rule rule, Paper paper) {
        paper.prose(
                "  ",
                4,
                rule.fromKind().code() + rule.fromCountry().map(c -> " of " + c).orElse("") + " to "
                        + rule.toKind().code()
                        + rule.toCountry().map(c -> " of " + c).orElse("") + ": " + list(rule.kinds()) + " ("
                        + list(rule.bases()) + ")");
    }

    private static String list(Collection<?> values) {
        return values.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
