package org.liaison.casework;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.liaison.message.AuthorityCode;
import org.liaison.message.AuthorityKind;
import org.liaison.message.HandlingCode;

/// What was given under restrictions goes no further than its giver allowed, whatever the file is called now and in
/// whichever case it is sent.
final class RestrictionRules {

    /// The families whose messages are, or become, part of judicial proceedings.
    private static final Set<String> JUDICIAL = Set.of("MLA", "EXT", "JIT", "AST");
    private static final String FORWARDING = "-FWD";

    static void what_came_under_restrictions_stays_under_them(Filled form, Occasion occasion) {
        occasion.bound().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(bound ->
                        bound.getValue().forEach(restriction -> check(form, occasion, bound.getKey(), restriction)));
    }

    private static void check(Filled form, Occasion occasion, String file, Restriction restriction) {
        if (occasion.from().equals(restriction.giver())) return;
        if (isHandedOnInViewOfItsGiver(form, occasion, restriction)) return;
        List<AuthorityCode> strangers = occasion.to().stream()
                .filter(to -> !to.equals(restriction.giver()))
                .filter(to -> !restriction.permitted().contains(to))
                .toList();
        if (strangers.isEmpty()) return;
        if (restriction.handling().contains(HandlingCode.H2))
            object(
                    form,
                    file,
                    restriction,
                    "This file came from " + restriction.giver() + " under the handling code H2: it is passed on to "
                            + names(strangers) + " only with permission.",
                    "TIP 10(3), UNTOC 18(5)");
        if (restriction.handling().contains(HandlingCode.H1) && isJudicial(form, strangers))
            object(
                    form,
                    file,
                    restriction,
                    "This file came from " + restriction.giver() + " under the handling code H1: it is used in judicial"
                            + " proceedings only with permission.",
                    "TIP 10(3), UNTOC 18(5)");
        if (JUDICIAL.contains(restriction.caseId().family()))
            object(
                    form,
                    file,
                    restriction,
                    "This file came from " + restriction.giver()
                            + " for the purpose of one request: it is not passed on" + " to " + names(strangers)
                            + " without consent.",
                    "UNTOC 18(19)");
    }

    /// A request goes on to whoever executes it (UNTOC 18(13)), and the side that made it is told in the same message.
    private static boolean isHandedOnInViewOfItsGiver(Filled form, Occasion occasion, Restriction restriction) {
        return form.text("/kind").endsWith(FORWARDING) && occasion.to().contains(restriction.giver());
    }

    private static boolean isJudicial(Filled form, List<AuthorityCode> recipients) {
        return JUDICIAL.contains(form.text("/kind").replaceAll("-.*$", ""))
                || recipients.stream().anyMatch(to -> to.kind() == AuthorityKind.PROSECUTOR);
    }

    private static void object(Filled form, String file, Restriction restriction, String sentence, String why) {
        String question = restriction.caseId().family() + "-USEQ";
        boolean there = Kinds.ALL.stream().anyMatch(kind -> kind.code().code().equals(question));
        form.problem(
                place(form, file),
                sentence,
                why,
                "Leave it out, or ask " + restriction.giver() + " for permission first"
                        + (there ? " with " + question : "") + " in the case " + restriction.caseId() + ".");
    }

    /// Where the form lists the file.
    private static String place(Filled form, String file) {
        for (String list : List.of("attachments", "manifest")) {
            int at = form.texts("/" + list, "file").indexOf(file);
            if (at >= 0) return "/" + list + "/" + at + "/file";
        }
        return "/attachments";
    }

    private static String names(List<AuthorityCode> authorities) {
        return authorities.stream().map(AuthorityCode::toString).collect(Collectors.joining(" and "));
    }

    private RestrictionRules() {}
}
