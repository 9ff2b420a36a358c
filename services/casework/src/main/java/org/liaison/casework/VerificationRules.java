package org.liaison.casework;

import java.util.List;
import java.util.regex.Pattern;
import org.liaison.message.AuthorityCode;
import tools.jackson.databind.JsonNode;

/// Rules for the checks beside a referral. The names of the methods are the rules.
final class VerificationRules {

    // spotless:off
    static final List<Rules.OfForm> OF_FORM = List.of(
            Rules.OfForm.of(VerificationRules::nothing_but_the_pseudonym_leads_to_the_referral,
                    "NAT-VER", "NAT-VER-RSP", "TRV-DOC", "TRV-DOC-RSP", "DOC-VER", "DOC-VER-RSP"));

    static final List<Rules.OfOccasion> OF_OCCASION = List.of(
            Rules.OfOccasion.of(VerificationRules::the_consent_names_the_recipient, "NAT-VER", "TRV-DOC", "DOC-VER"),
            Rules.OfOccasion.of(VerificationRules::the_answer_has_the_pseudonym_of_the_request, "NAT-VER-RSP", "TRV-DOC-RSP", "DOC-VER-RSP"));
    // spotless:on

    private static final Pattern CASE_ID = Pattern.compile("(?i)\\b[A-Z]{2}-[A-Z]{3}-[0-9]{4}-[0-9]{6}\\b");

    static void nothing_but_the_pseudonym_leads_to_the_referral(Filled form) {
        look(form, "", form.form());
    }

    private static void look(Filled form, String pointer, JsonNode node) {
        if (node.isString() && CASE_ID.matcher(node.stringValue()).find())
            form.problem(
                    pointer,
                    "This names another case. A check shares with the referral nothing but the pseudonym.",
                    "CoE 11",
                    "Remove the number of the case.");
        if (node.isObject())
            node.propertyStream()
                    .forEach(field -> look(form, Pointer.below(pointer, field.getKey()), field.getValue()));
        if (node.isArray()) for (int i = 0; i < node.size(); i++) look(form, pointer + "/" + i, node.path(i));
    }

    static void the_consent_names_the_recipient(Filled form, Occasion occasion) {
        if (!form.has("/agreement/recipients")) return;
        List<String> agreed = form.texts("/agreement/recipients");
        for (AuthorityCode to : occasion.to())
            if (!agreed.contains(to.toString()))
                form.problem(
                        "/agreement/recipients",
                        "The person has not agreed that " + to + " gets these particulars.",
                        "CoE 11, 12(7)",
                        "Ask the person, and add the recipient; or do not send to this recipient.");
    }

    static void the_answer_has_the_pseudonym_of_the_request(Filled form, Occasion occasion) {
        String kind = form.text("/kind");
        if (!kind.endsWith("-RSP")) return;
        occasion.docket()
                .latest(kind.substring(0, kind.length() - "-RSP".length()))
                .filter(request -> !request.path("pseudonym").equals(form.at("/pseudonym")))
                .ifPresent(_ -> form.problem(
                        "/pseudonym",
                        "This is not the pseudonym of the request that is answered.",
                        "CoE 11",
                        "Copy it from the request."));
    }

    private VerificationRules() {}
}
