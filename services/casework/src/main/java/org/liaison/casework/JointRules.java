package org.liaison.casework;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Rules for who takes part in a joint investigation, who leads it where, and which text binds. The names of the
/// methods are the rules.
final class JointRules {

    // spotless:off
    static final List<Rules.OfForm> OF_FORM = List.of(
            Rules.OfForm.of(JointRules::in_each_state_its_own_authority_leads, "JIT-AGR", "JIT-NOTE"));

    static final List<Rules.OfOccasion> OF_OCCASION = List.of(
            Rules.OfOccasion.of(JointRules::the_proposer_takes_part, "JIT-REQ", "JIT-AGR"),
            Rules.OfOccasion.of(JointRules::what_is_signed_is_the_last_text, "JIT-AGR-RSP"));
    // spotless:on

    static void in_each_state_its_own_authority_leads(Filled form) {
        for (int i = 0; i < form.list("/leaders").size(); i++)
            leads(form, "/leaders/" + i + "/state", "/leaders/" + i + "/authority");
        leads(form, "/measure/state", "/measure/ledBy");
    }

    private static void leads(Filled form, String state, String authority) {
        String country = form.text(state).toLowerCase(Locale.ROOT);
        String leader = form.text(authority);
        if (!country.isEmpty() && !leader.isEmpty() && !leader.startsWith(country + "."))
            form.problem(
                    authority,
                    "This authority is not one of the State in which the measure is taken.",
                    "UNTOC 19",
                    "The sovereignty of the host is respected: name an authority of that State.");
    }

    static void the_proposer_takes_part(Filled form, Occasion occasion) {
        String country = occasion.from().country().code();
        if (form.has("/states") && !form.texts("/states").contains(country))
            form.problem(
                    "/states",
                    "The State that proposes the joint investigation does not take part.",
                    "UNTOC 19",
                    "List it as well.");
        if (form.has("/leaders") && !form.texts("/leaders", "state").contains(country))
            form.problem(
                    "/leaders",
                    "Nobody leads in the State that proposes this text.",
                    "UNTOC 19",
                    "Name who leads there.");
    }

    /// Nobody signs one text and is held to another.
    static void what_is_signed_is_the_last_text(Filled form, Occasion occasion) {
        Optional<JsonNode> text = occasion.docket().latest("JIT-AGR");
        if (text.isEmpty()) return;
        for (String[] pair :
                List.of(new String[] {"/answersNumber", "number"}, new String[] {"/runsUntil", "runsUntil"}))
            if (form.has(pair[0]) && !text.get().path(pair[1]).equals(form.at(pair[0])))
                form.problem(
                        pair[0],
                        "This is not what the last text says.",
                        "UNTOC 19",
                        "Read the last text again, and answer that one.");
    }

    private JointRules() {}
}
