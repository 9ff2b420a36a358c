package org.liaison.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liaison.casework.FormsTest.only;
import static org.liaison.casework.Samples.*;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.liaison.message.AuthorityCode;
import org.liaison.message.Bytes;
import org.liaison.message.CaseId;
import org.liaison.message.Digest;
import org.liaison.message.HandlingCode;
import org.liaison.message.MessageKind;
import org.liaison.message.StrictJson;
import tools.jackson.databind.node.ObjectNode;

/// What came under restrictions is not passed on beyond them, and who tries is told what to do instead.
class RestrictionRulesTest {

    private static final AuthorityCode CENTRAL_XB = AuthorityCode.parse("xb.central.justice");
    private static final CaseId REQUEST = new CaseId("XB-MLA-2024-000001");
    private static final CaseId INTELLIGENCE = new CaseId("XB-INT-2024-000001");
    private static final String FILE = "court-order.pdf";

    @Test
    void tip_10_3_what_came_under_h2_goes_to_nobody_but_its_giver_without_permission() {
        Restriction restriction = restriction(INTELLIGENCE, Set.of(HandlingCode.H2), Set.of());
        Problem problem = only(send(restriction, CENTRAL_XC, CENTRAL_XA));
        assertThat(problem.pointer()).isEqualTo("/attachments/0/file");
        assertThat(problem.why()).isEqualTo("TIP 10(3), UNTOC 18(5)");
        assertThat(problem.sentence()).contains("H2", "xb.central.justice", "xa.central.justice");
        assertThat(problem.mend()).contains("Leave it out", "permission", "XB-INT-2024-000001");
        assertThat(send(restriction, CENTRAL_XC, CENTRAL_XB)).isEmpty();
        assertThat(send(restriction, CENTRAL_XB, CENTRAL_XA)).isEmpty();
    }

    @Test
    void tip_10_3_what_came_under_h1_is_in_no_file_of_a_court_without_permission() {
        Restriction restriction = restriction(INTELLIGENCE, Set.of(HandlingCode.H1), Set.of());
        assertThat(only(send(restriction, CENTRAL_XC, CENTRAL_XA)).sentence()).contains("H1", "judicial");
        Problem toProsecutor = only(check(
                StrictJson.MAPPER.createObjectNode().put("kind", "INT-RSP"), restriction, CENTRAL_XC, PROSECUTOR_XA));
        assertThat(toProsecutor.pointer()).isEqualTo("/attachments");
        assertThat(check(
                        StrictJson.MAPPER.createObjectNode().put("kind", "INT-RSP"),
                        restriction,
                        CENTRAL_XC,
                        POLICE_XB))
                .isEmpty();
    }

    @Test
    void untoc_18_19_a_result_is_used_for_its_request_and_the_way_to_another_use_is_named() {
        Restriction result = restriction(REQUEST, Set.of(), Set.of());
        Problem problem = only(send(result, CENTRAL_XC, CENTRAL_XA));
        assertThat(problem.why()).isEqualTo("UNTOC 18(19)");
        assertThat(problem.mend())
                .isEqualTo("Leave it out, or ask xb.central.justice for permission first with MLA-USEQ in the case "
                        + "XB-MLA-2024-000001.");
    }

    @Test
    void untoc_18_19_what_the_giver_permitted_goes_to_whom_it_was_permitted_and_nobody_else() {
        Restriction permitted = restriction(REQUEST, Set.of(HandlingCode.H1, HandlingCode.H2), Set.of(CENTRAL_XA));
        assertThat(send(permitted, CENTRAL_XC, CENTRAL_XA)).isEmpty();
        List<Problem> others = check(json(file("mla-request.json")), permitted, CENTRAL_XC, CENTRAL_XA, PROSECUTOR_XA);
        assertThat(others)
                .extracting(Problem::why)
                .containsExactly("TIP 10(3), UNTOC 18(5)", "TIP 10(3), UNTOC 18(5)", "UNTOC 18(19)");
        assertThat(others.getFirst().sentence())
                .contains("xa.prosecutor.general")
                .doesNotContain("xa.central.justice");
    }

    @Test
    void the_restriction_follows_the_file_under_whatever_name_and_beside_others_of_its_kind() {
        ObjectNode form = json(file("mla-result.json"));
        Map<String, List<Restriction>> bound = Map.of(
                "witness-statement.pdf", List.of(restriction(INTELLIGENCE, Set.of(HandlingCode.H2), Set.of())),
                "not-listed.pdf", List.of(restriction(INTELLIGENCE, Set.of(HandlingCode.H2), Set.of())));
        assertThat(check(form, bound, CENTRAL_XA, CENTRAL_XC))
                .extracting(Problem::pointer)
                .containsExactly("/attachments", "/manifest/1/file");
    }

    @Test
    void a_file_that_came_from_two_is_bound_by_each_of_them() {
        ObjectNode form = StrictJson.MAPPER.createObjectNode().put("kind", "CON-ASK");
        Restriction free = restriction(INTELLIGENCE, Set.of(HandlingCode.H0), Set.of());
        Restriction result = restriction(REQUEST, Set.of(), Set.of());
        for (List<Restriction> both : List.of(List.of(free, result), List.of(result, free)))
            assertThat(check(form, Map.of("file.pdf", both), CENTRAL_XA, CENTRAL_XC))
                    .hasSize(1);
    }

    @Test
    void untoc_18_13_a_request_is_handed_on_to_who_executes_it_and_nothing_else_with_it() {
        ObjectNode forward = StrictJson.MAPPER.createObjectNode().put("kind", "MLA-FWD");
        Restriction request = restriction(REQUEST, Set.of(HandlingCode.H2), Set.of());
        assertThat(check(forward, request, CENTRAL_XA, CENTRAL_XB, PROSECUTOR_XA))
                .isEmpty();
        assertThat(check(forward, request, CENTRAL_XA, CENTRAL_XC, PROSECUTOR_XA))
                .hasSize(2);
    }

    private static Restriction restriction(CaseId id, Set<HandlingCode> handling, Set<AuthorityCode> permitted) {
        return new Restriction(CENTRAL_XB, id, handling, permitted);
    }

    /// The request of the demo with a court order that came from somebody else.
    private static List<Problem> send(Restriction restriction, AuthorityCode from, AuthorityCode to) {
        Bytes request = file("mla-request.json");
        Digest digest = file(FILE).sha256();
        return FORMS.check(
                new MessageKind("MLA-REQ"),
                request,
                new Occasion(
                        from,
                        List.of(to),
                        NOW,
                        List.of("en"),
                        Map.of(FILE, digest),
                        Docket.EMPTY,
                        Map.of(FILE, List.of(restriction))));
    }

    private static List<Problem> check(
            ObjectNode form, Restriction restriction, AuthorityCode from, AuthorityCode... to) {
        return check(form, Map.of(FILE, List.of(restriction)), from, to);
    }

    private static List<Problem> check(
            ObjectNode form, Map<String, List<Restriction>> bound, AuthorityCode from, AuthorityCode... to) {
        Filled filled = new Filled(form);
        RestrictionRules.what_came_under_restrictions_stays_under_them(
                filled, new Occasion(from, List.of(to), NOW, List.of("en"), Map.of(), Docket.EMPTY, bound));
        return filled.problems();
    }
}
