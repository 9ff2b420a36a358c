package org.liaison.casework;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// What schemas cannot say: rules that compare fields with each other, and with the occasion of sending.
/// Each is one named function; the tables of each family say to which kinds of message it applies. A rule for a kind
/// whose form other kinds have too applies to them all.
final class Rules {

    static final String ANY = "*";

    /// Looks at the form alone.
    record OfForm(Set<String> kinds, Consumer<Filled> rule) {
        static OfForm of(Consumer<Filled> rule, String... kinds) {
            return new OfForm(Set.of(kinds), rule);
        }
    }

    /// Looks at the form and at the day on which it is sent; while it is written, at the day on which that is done.
    record OfDay(Set<String> kinds, BiConsumer<Filled, LocalDate> rule) {
        static OfDay of(BiConsumer<Filled, LocalDate> rule, String... kinds) {
            return new OfDay(Set.of(kinds), rule);
        }
    }

    /// Looks at the form and at who sends it to whom, when and with which files.
    record OfOccasion(Set<String> kinds, BiConsumer<Filled, Occasion> rule) {
        static OfOccasion of(BiConsumer<Filled, Occasion> rule, String... kinds) {
            return new OfOccasion(Set.of(kinds), rule);
        }
    }

    // spotless:off
    static final List<OfForm> OF_FORM = Stream.of(
            ReferralRules.OF_FORM,
            ConsentRules.OF_FORM,
            TransferRules.OF_FORM,
            VerificationRules.OF_FORM,
            AssistanceRules.OF_FORM,
            JusticeRules.OF_FORM,
            JointRules.OF_FORM,
            AssetRules.OF_FORM,
            PoliceRules.OF_FORM,
            CoordinationRules.OF_FORM).flatMap(List::stream).toList();

    static final List<OfDay> OF_DAY = Stream.of(
            GeneralRules.OF_DAY,
            ReferralRules.OF_DAY).flatMap(List::stream).toList();

    static final List<OfOccasion> OF_OCCASION = Stream.of(
            GeneralRules.OF_OCCASION,
            ReferralRules.OF_OCCASION,
            ConsentRules.OF_OCCASION,
            TransferRules.OF_OCCASION,
            VerificationRules.OF_OCCASION,
            AssistanceRules.OF_OCCASION,
            OrderRules.OF_OCCASION,
            SkeletonRules.OF_OCCASION,
            JusticeRules.OF_OCCASION,
            JointRules.OF_OCCASION,
            AssetRules.OF_OCCASION,
            PoliceRules.OF_OCCASION,
            CoordinationRules.OF_OCCASION).flatMap(List::stream).toList();
    // spotless:on

    static List<Problem> check(KindOfMessage kind, JsonNode form) {
        Filled filled = new Filled(form);
        for (OfForm rule : OF_FORM) if (applies(rule.kinds, kind)) rule.rule.accept(filled);
        return filled.problems();
    }

    static List<Problem> check(KindOfMessage kind, JsonNode form, LocalDate day) {
        Filled filled = new Filled(form);
        for (OfDay rule : OF_DAY) if (applies(rule.kinds, kind)) rule.rule.accept(filled, day);
        return filled.problems();
    }

    static List<Problem> check(KindOfMessage kind, JsonNode form, Occasion occasion) {
        Filled filled = new Filled(form, new ArrayList<>());
        for (OfOccasion rule : OF_OCCASION) if (applies(rule.kinds, kind)) rule.rule.accept(filled, occasion);
        return filled.problems();
    }

    private static boolean applies(Set<String> kinds, KindOfMessage kind) {
        return kinds.contains(ANY)
                || kinds.contains(kind.code().code())
                || kinds.contains(kind.form().code());
    }

    private Rules() {}
}
