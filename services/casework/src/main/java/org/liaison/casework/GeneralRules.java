package org.liaison.casework;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Rules for every kind of message. The names of the methods are the rules.
final class GeneralRules {

    private static final String DATE_OF_BIRTH = "dateOfBirth";

    static final List<Rules.OfDay> OF_DAY =
            List.of(Rules.OfDay.of(GeneralRules::nobody_is_born_in_the_future, Rules.ANY));

    static final List<Rules.OfOccasion> OF_OCCASION = List.of(
            Rules.OfOccasion.of(GeneralRules::the_language_is_one_the_recipient_reads, Rules.ANY),
            Rules.OfOccasion.of(GeneralRules::listed_files_and_attached_files_are_the_same, Rules.ANY),
            Rules.OfOccasion.of(RestrictionRules::what_came_under_restrictions_stays_under_them, Rules.ANY));

    /// Wherever a form asks for it: of a person, a suspect, each of several.
    static void nobody_is_born_in_the_future(Filled form, LocalDate today) {
        born(form, "", form.form(), today);
    }

    private static void born(Filled form, String at, JsonNode node, LocalDate today) {
        if (node.isArray()) for (int i = 0; i < node.size(); i++) born(form, at + "/" + i, node.path(i), today);
        node.propertyStream().forEach(field -> {
            String pointer = Pointer.below(at, field.getKey());
            if (field.getKey().equals(DATE_OF_BIRTH) && form.isBornAfter(pointer, today))
                form.problem(pointer, "This date of birth lies in the future.", "", "Correct the date of birth.");
            born(form, pointer, field.getValue(), today);
        });
    }

    static void the_language_is_one_the_recipient_reads(Filled form, Occasion occasion) {
        String language = form.text("/language");
        if (language.isEmpty() || occasion.languages().stream().anyMatch(accepted -> covers(accepted, language)))
            return;
        form.problem(
                "/language",
                "The form is written in a language that a recipient does not read.",
                "UNTOC 18(14)",
                occasion.languages().isEmpty()
                        ? "The recipients share no language: send a form of its own to each."
                        : "Write it in one of: " + String.join(", ", occasion.languages()) + ".");
    }

    /// The files are listed in `attachments`, or in `manifest` where they are evidence.
    static void listed_files_and_attached_files_are_the_same(Filled form, Occasion occasion) {
        Set<String> listed = new HashSet<>();
        for (String list : List.of("attachments", "manifest")) {
            List<String> names = form.texts("/" + list, "file");
            for (int i = 0; i < names.size(); i++) {
                listed.add(names.get(i));
                if (!occasion.attachments().containsKey(names.get(i)))
                    form.problem(
                            "/" + list + "/" + i + "/file",
                            "A file that the form lists is not attached.",
                            "",
                            "Attach it under exactly this name, or take it off the list.");
            }
        }
        long unlisted = occasion.attachments().keySet().stream()
                .filter(name -> !listed.contains(name))
                .count();
        if (unlisted > 0)
            form.problem(
                    "/attachments",
                    unlisted + (unlisted == 1 ? " attached file is" : " attached files are")
                            + " not listed in the form.",
                    "CoE 11, UNTOC 18(17)",
                    "List every file, so that what was sent and who may see it can be told.");
    }

    /// RFC 4647 §3.3.1: a tag covers itself and what begins with it and a hyphen.
    static boolean covers(String accepted, String language) {
        String range = accepted.toLowerCase(Locale.ROOT);
        String tag = language.toLowerCase(Locale.ROOT);
        return tag.equals(range) || tag.startsWith(range + "-");
    }

    private GeneralRules() {}
}
