package org.liaison.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// What is counted, and which variables may meet in one table.
///
/// A case is counted once in the world: where it was opened. The variables of a population lie in panels. Groups are
/// formed panel by panel, and nothing that decides a value in one panel decides one in another; so what one panel shows
/// tells nothing about what another withholds, except how many cases there are, which both show.
@SuppressWarnings("ImmutableEnumChecker") // the lists are unmodifiable
public enum Population {
    REFERRAL(
            "referral",
            "referrals sent: one for each referral case opened here",
            List.of(
                    List.of(Variable.SEX, Variable.MAJORITY, Variable.EXPLOITATION, Variable.AGE, Variable.GUARDIAN),
                    List.of(Variable.CITIZENSHIP),
                    List.of(Variable.ORIGIN, Variable.DESTINATION, Variable.TRANSIT),
                    List.of(Variable.REFERRAL_DECISION, Variable.DECLINE_REASON),
                    List.of(Variable.ACK_TIME, Variable.DECISION_TIME, Variable.ARRIVAL_TIME),
                    List.of(Variable.DELIVERY)),
            List.of(List.of(Variable.ORIGIN, Variable.TRANSIT, Variable.DESTINATION))),
    ASSISTANCE(
            "assistance",
            "requests for mutual legal assistance sent: one for each case opened here",
            List.of(
                    List.of(Variable.ASSISTANCE_TYPE, Variable.OFFENCE),
                    List.of(Variable.ASKED),
                    List.of(Variable.MLA_DECISION, Variable.GROUND),
                    List.of(Variable.ON_TIME, Variable.ACK_TIME, Variable.DECISION_TIME, Variable.RESULT_TIME),
                    List.of(Variable.POSTPONED),
                    List.of(Variable.DELIVERY)),
            List.of()),
    REFUSAL(
            "refusal",
            "adults who refused a referral: sex, citizenship and year, and nothing else is kept",
            List.of(List.of(Variable.SEX, Variable.CITIZENSHIP)),
            List.of()),
    MESSAGE(
            "message",
            "messages at the hub, one for each recipient; a group has messages of at least eleven cases",
            List.of(
                    List.of(Variable.FAMILY, Variable.SENT_FROM, Variable.SENT_TO),
                    List.of(Variable.ANSWER),
                    List.of(Variable.HANDOVER_TIME, Variable.PRIORITY)),
            List.of(List.of(Variable.SENT_FROM, Variable.SENT_TO)));

    private final String title;
    private final String meaning;
    private final List<List<Variable>> panels;
    private final List<List<Variable>> matrices;

    Population(String title, String meaning, List<List<Variable>> panels, List<List<Variable>> matrices) {
        this.title = title;
        this.meaning = meaning;
        this.panels = panels;
        this.matrices = matrices;
    }

    public String title() {
        return title;
    }

    public String meaning() {
        return meaning;
    }

    public List<List<Variable>> panels() {
        return panels;
    }

    /// Tables of several variables that every release has.
    List<List<Variable>> matrices() {
        return matrices;
    }

    public List<Variable> variables() {
        return panels.stream().flatMap(List::stream).toList();
    }

    public static Population named(String title) {
        return Arrays.stream(values())
                .filter(population -> population.title.equals(title.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("What is counted is called "
                        + String.join(
                                ", ",
                                Arrays.stream(values()).map(Population::title).toList()) + "."));
    }
}
