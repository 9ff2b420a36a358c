package org.liaison.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liaison.gateway.Network.CENTRAL_XA;
import static org.liaison.gateway.Network.CENTRAL_XC;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liaison.casework.Restriction;
import org.liaison.message.Attachment;
import org.liaison.message.AuthorityCode;
import org.liaison.message.Bytes;
import org.liaison.message.CaseId;
import org.liaison.message.Digest;
import org.liaison.message.HandlingCode;
import org.liaison.message.Priority;
import org.liaison.message.Slip;
import org.liaison.routes.gateway.Draft;

/// A file stays bound by what its giver laid on it, under whatever name it comes back, until the giver lifts it.
class RestrictionsTest {

    private static final AuthorityCode ELSEWHERE = AuthorityCode.parse("xb.prosecutor.general");

    @TempDir
    static Path folder;

    static Bench bench;

    @BeforeAll
    static void open() {
        bench = new Bench(folder);
    }

    @AfterAll
    static void close() {
        bench.close();
    }

    @Test
    void untoc_18_5_and_18_19_handling_codes_and_the_purpose_of_a_result_bind_until_the_giver_permits() {
        CaseId id = send(CENTRAL_XC, Optional.empty(), "mla-request.json", List.of(HandlingCode.H2), "court-order.pdf")
                .caseId();
        assertThat(bound("court-order.pdf", CENTRAL_XA))
                .contains(new Restriction(CENTRAL_XC, id, Set.of(HandlingCode.H2), Set.of()));
        assertThat(bound("court-order.pdf", CENTRAL_XC)).isEmpty();

        answer(CENTRAL_XA, id, "mla-ack.json");
        answer(CENTRAL_XA, id, "mla-decision.json");
        answer(CENTRAL_XA, id, "mla-result.json", "bank-statement.pdf", "witness-statement.pdf");
        Restriction result = new Restriction(CENTRAL_XA, id, Set.of(), Set.of());
        assertThat(bound("bank-statement.pdf", CENTRAL_XC)).contains(result);

        form(CENTRAL_XC, id, """
            {"kind": "MLA-USEQ", "version": "1", "language": "en", "number": 1, "use": "PASS_ON",
             "purposes": ["To prove who paid for the passage."], "pieces": [{"description": "The statements."}],
             "passTo": ["xb.prosecutor.general"], "reasons": "The same group is on trial there."}
            """);
        assertThat(bound("bank-statement.pdf", CENTRAL_XC)).contains(result);
        form(CENTRAL_XA, id, """
            {"kind": "MLA-USED", "version": "1", "language": "en", "answersNumber": 1, "decision": "GRANTED",
             "purposes": ["To prove who paid for the passage."], "passTo": ["xb.prosecutor.general"]}
            """);
        assertThat(bound("bank-statement.pdf", CENTRAL_XC))
                .contains(new Restriction(CENTRAL_XA, id, Set.of(), Set.of(ELSEWHERE)));
    }

    private static Optional<Restriction> bound(String file, AuthorityCode keeper) {
        Digest digest = Digest.ofContent(Bytes.owned(Office.file(file)));
        return Optional.ofNullable(bench.records
                        .cases()
                        .bound(Map.of("under another name.pdf", digest), keeper)
                        .get("under another name.pdf"))
                .map(List::getFirst);
    }

    private static void answer(AuthorityCode from, CaseId id, String form, String... files) {
        send(from, Optional.of(id), form, List.of(), files);
    }

    private static Slip send(
            AuthorityCode from, Optional<CaseId> id, String form, List<HandlingCode> handling, String... files) {
        List<Attachment> attachments = Stream.of(files)
                .map(file -> new Attachment(file, "application/pdf", Bytes.owned(Office.file(file))))
                .toList();
        return send(from, id, Bytes.owned(Office.file(form)), handling, attachments);
    }

    private static void form(AuthorityCode from, CaseId id, String json) {
        send(from, Optional.of(id), Bytes.ofUtf8(json), List.of(), List.of());
    }

    private static Slip send(
            AuthorityCode from,
            Optional<CaseId> id,
            Bytes form,
            List<HandlingCode> handling,
            List<Attachment> attachments) {
        AuthorityCode to = from.equals(CENTRAL_XC) ? CENTRAL_XA : CENTRAL_XC;
        Slip slip = Bench.queued(bench.routes.compose(
                new Draft(from, List.of(to), form, attachments, id, Priority.ROUTINE, Optional.empty(), handling)));
        bench.settle();
        return slip;
    }
}
