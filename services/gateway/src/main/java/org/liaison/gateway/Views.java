package org.liaison.gateway;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import tools.jackson.databind.JsonNode;

/// What the REST API answers, in the words of `openapi.yaml`. Absent fields are left out.
final class Views {

    private Views() {}

    record Sent(
            String messageId,
            String caseId,
            String state,
            String kind,
            String as,
            List<String> to,
            String suite,
            boolean projected) {}

    record ReasonView(String code, String sentence, String remedy, String details) {}

    record RecipientState(String authority, String state, Instant since, Optional<ReasonView> reason) {}

    record Message(
            String messageId,
            String caseId,
            String kind,
            String title,
            String direction,
            String as,
            String from,
            List<String> to,
            String priority,
            Optional<Instant> due,
            List<String> handling,
            String suite,
            Instant created,
            Instant expires,
            Optional<Instant> receivedAt,
            Optional<Instant> openedAt,
            String state,
            List<RecipientState> recipients,
            Optional<ReasonView> reason,
            int attachments,
            Optional<JsonNode> form,
            Optional<List<FileView>> files,
            Optional<SignatureView> signature,
            Optional<Boolean> erased) {

        Message with(
                Optional<JsonNode> otherForm,
                List<FileView> otherFiles,
                Optional<SignatureView> otherSignature,
                boolean isErased) {
            return new Message(
                    messageId,
                    caseId,
                    kind,
                    title,
                    direction,
                    as,
                    from,
                    to,
                    priority,
                    due,
                    handling,
                    suite,
                    created,
                    expires,
                    receivedAt,
                    openedAt,
                    state,
                    recipients,
                    reason,
                    attachments,
                    otherForm,
                    Optional.of(otherFiles),
                    otherSignature,
                    Optional.of(isErased));
        }
    }

    record FileView(int n, String name, String mediaType, long size, String sha256) {}

    record SignatureView(boolean verified, String signer, Instant signedAt, String strength) {}

    record MessagePage(List<Message> messages, Optional<String> next) {}

    record CasePage(List<Case> cases) {}

    record Case(
            String caseId,
            String as,
            String family,
            String state,
            String stateSentence,
            boolean terminal,
            Optional<String> asking,
            List<String> asked,
            List<String> next,
            List<String> misfits,
            Instant openedAt,
            Instant updatedAt,
            int messageCount,
            boolean erased,
            Optional<List<Message>> messages) {

        Case with(List<Message> all) {
            return new Case(
                    caseId,
                    as,
                    family,
                    state,
                    stateSentence,
                    terminal,
                    asking,
                    asked,
                    next,
                    misfits,
                    openedAt,
                    updatedAt,
                    messageCount,
                    erased,
                    Optional.of(all));
        }
    }

    record MessageTrace(
            String messageId,
            String caseId,
            String as,
            String kind,
            String direction,
            String from,
            List<String> to,
            String state,
            List<TraceEvent> events) {}

    record CaseTrace(String caseId, String as, List<MessageTrace> messages) {}

    record TraceEvent(
            Instant at,
            String event,
            String sentence,
            String source,
            Optional<String> evidenceId,
            Optional<String> issuer,
            Optional<String> recipient,
            List<ReasonView> reasons,
            Optional<Boolean> signatureVerified,
            Optional<Long> logIndex,
            Optional<Boolean> logProofVerified,
            Optional<SortedSet<String>> witnessedBy,
            Optional<Instant> receivedAt) {}

    record Verification(String messageId, String as, String verdict, Instant checkedAt, List<Check> checks) {}

    record Check(String check, String subject, String result, String detail) {}

    record Status(
            String gateway,
            String version,
            Instant startedAt,
            List<String> authorities,
            HubView hub,
            SnapshotView directory,
            SnapshotView rulebook,
            OutboxView outbox,
            long setAside,
            long refusedSubmissions,
            Optional<LogView> log) {}

    record HubView(boolean connected, Instant since, Optional<String> problem) {}

    record SnapshotView(long number, Instant issued, Instant expires, String standing) {}

    record OutboxView(long waiting, long overdue, Optional<Instant> oldest) {}

    record LogView(String origin, long size, String rootSha256) {}

    record DirectoryView(long number, List<AuthorityView> authorities) {}

    record AuthorityView(
            String code,
            String name,
            String gateway,
            List<String> accepts,
            List<String> languages,
            long maxContentBytes,
            String suite,
            ContactView contact) {}

    record ContactView(String phone, String email, boolean roundTheClock, String officeHours, String utcOffset) {}

    record Problem(
            String type,
            String title,
            int status,
            String detail,
            Optional<String> instance,
            Optional<String> reason,
            Optional<String> remedy,
            Optional<List<String>> choices,
            Optional<List<ProblemError>> errors) {}

    record ProblemError(String pointer, String detail, Optional<String> why) {}
}
