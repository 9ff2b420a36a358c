package org.liaison.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.liaison.directory.Decision.Denied;
import org.liaison.directory.Decision.Lacking;
import org.liaison.directory.Decision.Permitted;
import org.liaison.directory.Explanation.Outcome;
import org.liaison.directory.Explanation.Point;
import org.liaison.directory.Explanation.Step;
import org.liaison.message.AuthorityCode;

/// Puts a decision of the rulebook and the entries of the directory into words. It decides nothing itself: what it says
/// no to is what the rulebook denies, or what the directory does not have.
final class Reasoning {

    private static final Set<Lacking> ABOUT_RULES =
            Set.of(Lacking.RULE_FOR_SENDER, Lacking.RULE_FOR_RECIPIENT, Lacking.RULE_FOR_KIND);
    private static final Set<Lacking> ABOUT_AGREEMENTS =
            Set.of(Lacking.AGREEMENT, Lacking.AGREEMENT_IN_FORCE, Lacking.AGREEMENT_ON_FAMILY);

    private final Directory directory;
    private final Rulebook rulebook;
    private final Question question;
    private final List<Step> steps = new ArrayList<>();

    Reasoning(Directory directory, Rulebook rulebook, Question question) {
        this.directory = directory;
        this.rulebook = rulebook;
        this.question = question;
    }

    Explanation explain() {
        known(Point.SENDER, question.from());
        Optional<Authority> recipient = known(Point.RECIPIENT, question.to());
        Optional<Agreement> agreement = switch (rulebook.decide(question)) {
            case Denied denied -> {
                denied(denied);
                yield Optional.empty();
            }
            case Permitted(Rule _, Agreement found) -> {
                permitted(found);
                yield Optional.of(found);
            }
        };
        recipient.ifPresent(this::acceptance);
        if (agreement.isPresent() && recipient.isPresent()) terms(agreement.get(), recipient.get());
        return new Explanation(question, steps, agreement);
    }

    private Optional<Authority> known(Point point, AuthorityCode code) {
        Optional<Authority> authority = directory.authority(code);
        authority.ifPresentOrElse(
                one -> yes(point, code + " is " + one.name() + ", at " + one.gateway() + "."),
                () -> no(point, "The directory does not know " + code + "."));
        return authority;
    }

    private void permitted(Agreement agreement) {
        rulePermits();
        yes(
                Point.AGREEMENT,
                agreement.id() + " covers " + Family.of(question.kind()) + " between " + agreement.parties()
                        + "; it is " + agreement.validity() + ".");
        yes(Point.LEGAL_BASIS, legalBasis());
        yes(Point.CHANNEL, way() + (sameState() ? "" : ", which the agreement provides for") + ".");
    }

    /// Several agreements may permit the same message: its form names one of their bases.
    private String legalBasis() {
        if (question.basis().isPresent())
            return "The form names " + question.basis().get() + ", on which rule and agreement rest.";
        return "A form that asks for the legal basis names "
                + rulebook.bases(question).stream().map(LegalBasis::code).collect(Collectors.joining(" or "))
                + ".";
    }

    /// What came before the obstacle is said too, so that one sees how far it went.
    private void denied(Denied denied) {
        if (ABOUT_RULES.contains(denied.lacking())) {
            no(Point.RULE, denied.why());
            return;
        }
        rulePermits();
        if (ABOUT_AGREEMENTS.contains(denied.lacking())) {
            no(Point.AGREEMENT, denied.why());
            return;
        }
        List<Agreement> covering = rulebook.covering(question);
        yes(
                Point.AGREEMENT,
                covering.stream().map(Agreement::id).collect(Collectors.joining(", "))
                        + (covering.size() == 1 ? " covers " : " cover ") + Family.of(question.kind())
                        + " between them on " + Agreement.day(question.at()) + ".");
        no(denied.lacking() == Lacking.LEGAL_BASIS ? Point.LEGAL_BASIS : Point.CHANNEL, denied.why());
    }

    private void rulePermits() {
        yes(
                Point.RULE,
                "Authorities of the kind " + question.from().kind().code() + " may send " + question.kind()
                        + " to those of the kind " + question.to().kind().code() + ".");
    }

    private void acceptance(Authority recipient) {
        if (recipient.accepts(question.kind()))
            yes(Point.ACCEPTANCE, recipient.code() + " accepts " + question.kind() + ".");
        else no(Point.ACCEPTANCE, recipient.code() + " does not accept " + question.kind() + ".");
    }

    private void terms(Agreement agreement, Authority recipient) {
        List<String> languages = agreement.languagesTo(recipient);
        if (languages.isEmpty())
            no(
                    Point.LANGUAGES,
                    recipient.code() + " reads " + String.join(", ", recipient.languages()) + ", but " + agreement.id()
                            + " accepts " + String.join(", ", agreement.languages()) + " only.");
        else note(Point.LANGUAGES, "Write in " + String.join(" or ", languages) + ".");
        note(Point.REQUIREMENTS, requirements(agreement, recipient.listing().demands()));
        note(Point.TIME_LIMITS, timeLimits(agreement));
    }

    private static String requirements(Agreement agreement, Demands demands) {
        List<String> all = new ArrayList<>();
        if (!agreement.requirements().isEmpty())
            all.add("The agreement asks for "
                    + agreement.requirements().stream().map(Requirement::words).collect(Collectors.joining(", "))
                    + ".");
        if (!demands.specialDocuments().isEmpty()) all.add("Special documents: " + demands.specialDocuments());
        if (!demands.dualCriminality().isEmpty()) all.add("Dual criminality: " + demands.dualCriminality());
        if (!demands.useLimitation().isEmpty()) all.add("Use of what is sent: " + demands.useLimitation());
        return all.isEmpty() ? "No further papers are asked for." : String.join(" ", all);
    }

    private static String timeLimits(Agreement agreement) {
        String limits = "Time limits are " + agreement.timeLimits().words() + ".";
        if (agreement.clocks().isEmpty()) return limits;
        return limits + " Agreed: "
                + agreement.clocks().entrySet().stream()
                        .map(clock -> clock.getKey() + " "
                                + ClockLength.parse(clock.getValue()).words())
                        .collect(Collectors.joining(", "))
                + ".";
    }

    private String way() {
        if (sameState())
            return "Both are authorities of " + question.from().country() + ": no treaty limits the channel";
        return "The message goes "
                + Channel.taken(question.from().kind(), question.to().kind()).words();
    }

    private boolean sameState() {
        return question.from().country().equals(question.to().country());
    }

    private void yes(Point point, String sentence) {
        steps.add(new Step(point, Outcome.YES, sentence));
    }

    private void no(Point point, String sentence) {
        steps.add(new Step(point, Outcome.NO, sentence));
    }

    private void note(Point point, String sentence) {
        steps.add(new Step(point, Outcome.NOTE, sentence));
    }
}
