package org.liaison.rehearsal;

import static org.liaison.rehearsal.Cast.CENTRAL_OF_DESTINATION;
import static org.liaison.rehearsal.Cast.CENTRAL_OF_ORIGIN;
import static org.liaison.rehearsal.Cast.POLICE_OF_TRANSIT;
import static org.liaison.rehearsal.Cast.SOCIAL_OF_DESTINATION;
import static org.liaison.rehearsal.Cast.SOCIAL_OF_ORIGIN;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.liaison.message.AuthorityCode;
import org.liaison.message.CaseId;
import org.liaison.message.GatewayCode;
import org.liaison.rehearsal.client.ClientFile;

/// What is played: two exchanges, from files that look like what officers write.
final class Script {

    record Act(String title, List<Scene> scenes) {}

    private static final String REFERRAL = "referral";
    private static final String NOTICE = "notice";
    private static final String ASSISTANCE = "assistance";

    // spotless:off
    static final List<Act> ACTS = List.of(
            new Act("1. A victim is referred to the State she comes from", List.of(
                    scene("A victim found in XC wishes to go home. Will XA receive her?",
                            REFERRAL, SOCIAL_OF_DESTINATION, SOCIAL_OF_ORIGIN, "referral.json", "identity-sheet.pdf"),
                    scene("The police of XB learn of routes and suspects, and not who she is.",
                            NOTICE, SOCIAL_OF_DESTINATION, POLICE_OF_TRANSIT, "referral.json"),
                    scene("XA has the referral and says who considers it.",
                            REFERRAL, SOCIAL_OF_ORIGIN, SOCIAL_OF_DESTINATION, "referral-ack.json"),
                    scene("XA accepts: there is a place for her.",
                            REFERRAL, SOCIAL_OF_ORIGIN, SOCIAL_OF_DESTINATION, "referral-decision.json"))),
            new Act("2. Evidence is asked for and sent", List.of(
                    scene("XC asks XA for bank records and the statement of a witness.",
                            ASSISTANCE, CENTRAL_OF_DESTINATION, CENTRAL_OF_ORIGIN, "mla-request.json", "court-order.pdf"),
                    scene("XA has the request.",
                            ASSISTANCE, CENTRAL_OF_ORIGIN, CENTRAL_OF_DESTINATION, "mla-ack.json"),
                    scene("XA must know more before it decides.",
                            ASSISTANCE, CENTRAL_OF_ORIGIN, CENTRAL_OF_DESTINATION, "mla-rfi.json"),
                    scene("XC answers.",
                            ASSISTANCE, CENTRAL_OF_DESTINATION, CENTRAL_OF_ORIGIN, "mla-info.json"),
                    scene("XA will help.",
                            ASSISTANCE, CENTRAL_OF_ORIGIN, CENTRAL_OF_DESTINATION, "mla-decision.json"),
                    scene("XA sends what was asked for.",
                            ASSISTANCE, CENTRAL_OF_ORIGIN, CENTRAL_OF_DESTINATION, "mla-result.json",
                            "bank-statement.pdf", "witness-statement.pdf"),
                    scene("XC has what it needs and closes the case.",
                            ASSISTANCE, CENTRAL_OF_DESTINATION, CENTRAL_OF_ORIGIN, "mla-close.json"))));
    // spotless:on

    private Script() {}

    private static Scene scene(
            String sentence, String thread, AuthorityCode from, AuthorityCode to, String form, String... files) {
        return new Scene(sentence, thread, from, to, form, List.of(files));
    }

    /// What a person may do now.
    static List<String> whatNext(DemoFolder folder, Programs programs, ClientFile client, Performance performance) {
        String dir = " --dir " + folder.root();
        String theCase = performance.caseOf(REFERRAL).map(CaseId::toString).orElse("CASE");
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add("The programs stay up; Ctrl-C ends them.");
        client.sites().forEach(site -> lines.add("  %-11s %s".formatted(site.gateway(), site.url())));
        lines.add("  %-11s %s".formatted("log", programs.log().resolve("/log/checkpoint")));
        lines.add("For a browser; the first to open a link is the administrator there:");
        client.sites()
                .forEach(site -> lines.add("  %-11s %s"
                        .formatted(
                                site.gateway(),
                                folder.enrolmentLink(folder.gateway(new GatewayCode(site.gateway())))
                                        .orElse(named(site.url())))));
        lines.add("  %-11s %s"
                .formatted("console", folder.enrolmentLink(folder.hub()).orElse(named(programs.console()))));
        lines.add("In another terminal:");
        lines.add("  ./liaison inbox --as " + SOCIAL_OF_ORIGIN + dir);
        lines.add("  ./liaison cases --as " + CENTRAL_OF_DESTINATION + dir);
        lines.add("  ./liaison trace " + theCase + dir);
        return lines;
    }

    /// Passkeys are bound to a name, and the name of this machine is `localhost`.
    private static String named(URI address) {
        return "http://localhost:" + address.getPort();
    }
}
