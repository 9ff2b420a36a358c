package org.liaison.directory;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.liaison.directory.Decision.Denied;
import org.liaison.directory.Decision.Lacking;
import org.liaison.directory.Decision.Permitted;
import org.liaison.message.AuthorityCode;
import org.liaison.message.MessageKind;

/// One question, narrowed step by step: first the rules, then the agreements. The step that leaves nothing is the one
/// that is named, with what was there before it.
final class Ruling {

    private static final MessageKind WRITTEN_AFTER_ORAL = new MessageKind("MLA-ORALCONF");

    private final Rulebook rulebook;
    private final Question question;
    private final AuthorityCode from;
    private final AuthorityCode to;
    private final MessageKind kind;

    Ruling(Rulebook rulebook, Question question) {
        this.rulebook = rulebook;
        this.question = question;
        this.from = question.from();
        this.to = question.to();
        this.kind = question.kind();
    }

    Decision decide() {
        List<Rule> ofSender = keep(rulebook.rules(), rule -> rule.coversSender(from));
        if (ofSender.isEmpty())
            return denied(Lacking.RULE_FOR_SENDER, "No rule covers the sender, " + described(from) + ".");
        List<Rule> ofBoth = keep(ofSender, rule -> rule.coversRecipient(to));
        if (ofBoth.isEmpty())
            return denied(
                    Lacking.RULE_FOR_RECIPIENT,
                    "No rule covers the recipient, " + described(to) + ", for messages from " + described(from) + ".");
        List<Rule> rules = keep(ofBoth, rule -> rule.kinds().contains(kind));
        if (rules.isEmpty())
            return denied(
                    Lacking.RULE_FOR_KIND,
                    "No rule covers the kind " + kind + " from " + described(from) + " to " + described(to)
                            + "; permitted are " + kindsOf(ofBoth) + ".");
        return byAgreement(rules);
    }

    private Decision byAgreement(List<Rule> rules) {
        List<Agreement> ofPair =
                keep(rulebook.agreements(), agreement -> agreement.covers(from.country(), to.country()));
        if (ofPair.isEmpty()) return denied(Lacking.AGREEMENT, "No agreement covers " + pair() + ".");
        List<Agreement> inForce = keep(ofPair, agreement -> agreement.inForce(question.at()));
        if (inForce.isEmpty())
            return denied(
                    Lacking.AGREEMENT_IN_FORCE,
                    "No agreement that covers " + pair() + " is in force on " + Agreement.day(question.at()) + ": "
                            + listed(ofPair, agreement -> agreement.id() + " is " + agreement.validity()) + ".");
        List<Agreement> ofFamily =
                keep(inForce, agreement -> agreement.families().contains(Family.of(kind)));
        if (ofFamily.isEmpty())
            return denied(
                    Lacking.AGREEMENT_ON_FAMILY,
                    "No agreement in force that covers " + pair() + " is about " + Family.of(kind) + ": "
                            + listed(inForce, agreement -> agreement.id() + " is about " + agreement.families())
                            + ".");
        return byBasis(rules, ofFamily);
    }

    private Decision byBasis(List<Rule> rules, List<Agreement> agreements) {
        Set<LegalBasis> ofRules =
                rules.stream().flatMap(rule -> rule.bases().stream()).collect(Collectors.toCollection(TreeSet::new));
        List<Agreement> common = keep(agreements, agreement -> ofRules.contains(agreement.basis()));
        if (common.isEmpty())
            return denied(
                    Lacking.LEGAL_BASIS,
                    "The rules for " + kind + " rest on " + words(ofRules) + ", the agreements that cover " + pair()
                            + " rest on " + words(basesOf(agreements)) + ".");
        List<Agreement> named = keep(
                common,
                agreement -> question.basis().map(agreement.basis()::equals).orElse(true));
        if (named.isEmpty())
            return denied(
                    Lacking.LEGAL_BASIS,
                    "The form names " + question.basis().map(LegalBasis::code).orElse("")
                            + " as its legal basis; between " + pair() + ", " + kind + " rests on "
                            + words(basesOf(common)) + ".");
        return byChannel(rules, named);
    }

    private Decision byChannel(List<Rule> rules, List<Agreement> agreements) {
        List<Agreement> open = keep(agreements, agreement -> agreement.allowsWay(from, to, question.urgent()));
        if (open.isEmpty()
                && !keep(agreements, agreement -> agreement.allowsWay(from, to, true))
                        .isEmpty())
            return denied(
                    Lacking.URGENCY,
                    "Between " + pair() + ", " + Family.of(kind) + " goes "
                            + Channel.INTERPOL_URGENT.words()
                            + " only: mark the message urgent, or send it by the usual channel.");
        if (open.isEmpty())
            return denied(
                    Lacking.CHANNEL,
                    "A message from " + described(from) + " to " + described(to) + " would go "
                            + Channel.taken(from.kind(), to.kind()).words() + "; "
                            + listed(agreements, Ruling::channels) + ".");
        List<Agreement> last = keep(
                open,
                agreement ->
                        !kind.equals(WRITTEN_AFTER_ORAL) || agreement.channels().contains(Channel.ORAL));
        if (last.isEmpty())
            return denied(
                    Lacking.CHANNEL,
                    "Requests made orally are not agreed between " + pair() + "; " + listed(open, Ruling::channels)
                            + ".");
        Agreement agreement = last.getFirst();
        Rule rule = rules.stream()
                .filter(one -> one.bases().contains(agreement.basis()))
                .findFirst()
                .orElseThrow();
        return new Permitted(rule, agreement);
    }

    private static String channels(Agreement agreement) {
        return "agreement " + agreement.id() + " provides for messages "
                + agreement.channels().stream().map(Channel::words).collect(Collectors.joining(", or "));
    }

    private String pair() {
        return from.country().equals(to.country())
                ? "authorities of " + from.country() + " among themselves"
                : from.country() + " and " + to.country();
    }

    private static String described(AuthorityCode authority) {
        return authority.kind().code() + " of " + authority.country();
    }

    private static Set<MessageKind> kindsOf(List<Rule> rules) {
        return rules.stream().flatMap(rule -> rule.kinds().stream()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<LegalBasis> basesOf(List<Agreement> agreements) {
        return agreements.stream().map(Agreement::basis).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String words(Set<LegalBasis> bases) {
        return bases.stream().map(LegalBasis::code).collect(Collectors.joining(" or "));
    }

    private static String listed(List<Agreement> agreements, Function<Agreement, String> words) {
        return agreements.stream().map(words).collect(Collectors.joining("; "));
    }

    private static <T> List<T> keep(List<T> all, Predicate<T> condition) {
        return all.stream().filter(condition).toList();
    }

    private static Denied denied(Lacking lacking, String why) {
        return new Denied(lacking, why);
    }
}
