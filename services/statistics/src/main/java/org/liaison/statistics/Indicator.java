package org.liaison.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// An indicator, worked out from released figures alone, so it can tell nothing that they do not.
///
/// @param value absent where what it needs is withheld
public record Indicator(String name, String meaning, Optional<String> value) {

    /// Shares are shown in steps of so many percent.
    private static final long SHARE_STEP = 5;

    static List<Indicator> of(Population population, long total, List<Table> tables) {
        Figures figures = new Figures(total, tables);
        return switch (population) {
            case REFERRAL -> referral(figures);
            case ASSISTANCE -> assistance(figures);
            case REFUSAL -> List.of(figures.total("refusals", "adults who refused a referral"));
            case MESSAGE ->
                List.of(
                        figures.total("messages", "messages at the hub"),
                        figures.share(
                                "messagesAccepted",
                                "messages that were carried, of all",
                                figures.count(Variable.ANSWER, "ACCEPTED"),
                                total),
                        figures.median("medianTimeToHandover", Variable.HANDOVER_TIME));
        };
    }

    private static List<Indicator> referral(Figures figures) {
        List<Indicator> all = new ArrayList<>();
        all.add(figures.total("referralsSent", "referrals sent"));
        all.add(figures.number(
                "referralsAccepted",
                "referrals accepted, wholly or in part",
                figures.count(Variable.REFERRAL_DECISION, "ACCEPTED")
                        + figures.count(Variable.REFERRAL_DECISION, "ACCEPTED_PARTIAL")));
        all.add(figures.number(
                "referralsDeclined", "referrals declined", figures.count(Variable.REFERRAL_DECISION, "DECLINED")));
        all.add(figures.median("medianTimeToAck", Variable.ACK_TIME));
        all.add(figures.median("medianTimeToDecision", Variable.DECISION_TIME));
        all.add(figures.median("medianTimeToArrival", Variable.ARRIVAL_TIME));
        all.add(figures.share(
                "guardianWithinADay",
                "children with a guardian within a day, of all children",
                figures.count(Variable.GUARDIAN, "WITHIN_A_DAY"),
                figures.count(Variable.MAJORITY, "MINOR")));
        all.add(figures.delivery());
        all.add(figures.share(
                "duplicates",
                "referrals declined as known already, of all",
                figures.count(Variable.DECLINE_REASON, "DUPLICATE"),
                figures.total));
        return all;
    }

    private static List<Indicator> assistance(Figures figures) {
        List<Indicator> all = new ArrayList<>();
        all.add(figures.total("requestsSent", "requests sent"));
        all.add(figures.number(
                "requestsGranted",
                "requests granted, wholly or in part",
                figures.count(Variable.MLA_DECISION, "FULL") + figures.count(Variable.MLA_DECISION, "PARTIAL")));
        all.add(figures.number("requestsRefused", "requests refused", figures.count(Variable.MLA_DECISION, "REFUSED")));
        all.add(figures.number("requestsPostponed", "requests postponed", figures.count(Variable.POSTPONED, "YES")));
        all.add(figures.median("medianTimeToAck", Variable.ACK_TIME));
        all.add(figures.median("medianTimeToDecision", Variable.DECISION_TIME));
        all.add(figures.median("medianTimeToResult", Variable.RESULT_TIME));
        long late = figures.count(Variable.ON_TIME, "LATE");
        long onTime = figures.count(Variable.ON_TIME, "ON_TIME");
        all.add(figures.share(
                "onTime",
                "final results by the date asked for, of those with a date and a result",
                late == 0 ? 0 : onTime,
                onTime + late));
        all.add(figures.delivery());
        return all;
    }

    /// Released figures, looked up.
    private record Figures(long total, List<Table> tables) {

        private Table table(Variable variable) {
            return tables.stream()
                    .filter(table -> table.by().equals(List.of(variable)))
                    .findFirst()
                    .orElse(new Table(List.of(variable), List.of()));
        }

        long count(Variable variable, String code) {
            return table(variable).count(code);
        }

        Indicator total(String name, String meaning) {
            return number(name, meaning, total);
        }

        Indicator number(String name, String meaning, long figure) {
            return new Indicator(
                    name, meaning, Optional.of(figure).filter(n -> n > 0).map(n -> Long.toString(n)));
        }

        /// Rounded down, as its two figures were.
        Indicator share(String name, String meaning, long part, long base) {
            Optional<String> value = part > 0 && base > 0
                    ? Optional.of(Math.min(100, 100 * part / base) / SHARE_STEP * SHARE_STEP + " %")
                    : Optional.empty();
            return new Indicator(name, meaning, value);
        }

        Indicator delivery() {
            return share(
                    "deliveryEvidence",
                    "cases with evidence that everything was handed over, of all",
                    count(Variable.DELIVERY, "COMPLETE"),
                    total);
        }

        /// The band in which the middle one lies, of those that are shown.
        Indicator median(String name, Variable variable) {
            Table table = table(variable);
            List<String> bands = List.copyOf(variable.codes().meanings().keySet());
            long base = bands.stream().mapToLong(table::count).sum();
            long passed = 0;
            Optional<String> median = Optional.empty();
            for (String band : bands) {
                passed += table.count(band);
                if (median.isEmpty() && base > 0 && 2 * passed >= base)
                    median = Optional.of(variable.codes().meaning(band));
            }
            return new Indicator(name, "median: " + variable.meaning().toLowerCase(java.util.Locale.ROOT), median);
        }
    }
}
