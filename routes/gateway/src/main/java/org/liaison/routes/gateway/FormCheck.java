package org.liaison.routes.gateway;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liaison.casework.CaseView;
import org.liaison.casework.Fact;
import org.liaison.casework.Forms;
import org.liaison.casework.Occasion;
import org.liaison.casework.Problem;
import org.liaison.directory.Authority;
import org.liaison.directory.Directory;
import org.liaison.message.Attachment;
import org.liaison.message.AuthorityCode;
import org.liaison.message.CaseId;
import org.liaison.message.Digest;
import org.liaison.message.Letter;
import org.liaison.message.MessageKind;

/// Whether a form fits the occasion on which it is sent. Sender and recipient ask the same question of
/// the same bytes, so a form that leaves is a form that will be taken.
final class FormCheck {

    private static final MessageKind INFORMATION = new MessageKind("MLA-INFO");
    private static final MessageKind REQUEST_FOR_INFORMATION = new MessageKind("MLA-RFI");

    private final Forms forms;
    private final Casebook cases;

    FormCheck(Forms forms, Casebook cases) {
        this.forms = forms;
        this.cases = cases;
    }

    Forms forms() {
        return forms;
    }

    /// `keeper` is the authority here whose copies of earlier messages are looked at.
    List<Problem> check(Letter letter, Directory directory, AuthorityCode keeper) {
        return forms.check(
                letter.kind(),
                letter.form(),
                new Occasion(
                        letter.from(),
                        letter.to(),
                        letter.created(),
                        languages(letter.to(), directory),
                        digests(letter.attachments()),
                        answered(letter.kind(), letter.caseId(), keeper)));
    }

    /// For a draft whose case may have no number yet.
    List<Problem> check(Draft draft, MessageKind kind, Directory directory, java.time.Instant now) {
        return forms.check(
                kind,
                draft.form(),
                new Occasion(
                        draft.from(),
                        draft.to(),
                        now,
                        languages(draft.to(), directory),
                        digests(draft.attachments()),
                        draft.caseId().flatMap(id -> answered(kind, id, draft.from()))));
    }

    private static List<String> languages(List<AuthorityCode> recipients, Directory directory) {
        List<String> common = new ArrayList<>();
        boolean first = true;
        for (AuthorityCode recipient : recipients) {
            List<String> read =
                    directory.authority(recipient).map(Authority::languages).orElse(List.of());
            if (first) common.addAll(read);
            else common.retainAll(read);
            first = false;
        }
        return common;
    }

    private static Map<String, Digest> digests(List<Attachment> attachments) {
        Map<String, Digest> digests = new LinkedHashMap<>();
        attachments.forEach(one -> digests.put(one.name(), Digest.ofContent(one.content())));
        return digests;
    }

    private Optional<org.liaison.message.Bytes> answered(MessageKind kind, CaseId id, AuthorityCode keeper) {
        if (!kind.equals(INFORMATION)) return Optional.empty();
        CaseView view = cases.view(id, keeper);
        return view.history().reversed().stream()
                .filter(fact -> fact.event().kind().equals(REQUEST_FOR_INFORMATION))
                .map(Fact::id)
                .findFirst()
                .flatMap(request -> cases.form(request, keeper));
    }
}
