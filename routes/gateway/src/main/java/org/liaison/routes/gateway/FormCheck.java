package org.liaison.routes.gateway;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.liaison.casework.Docket;
import org.liaison.casework.Forms;
import org.liaison.casework.Occasion;
import org.liaison.casework.Problem;
import org.liaison.casework.Restriction;
import org.liaison.directory.Directory;
import org.liaison.message.Attachment;
import org.liaison.message.AuthorityCode;
import org.liaison.message.Bytes;
import org.liaison.message.CaseId;
import org.liaison.message.Digest;
import org.liaison.message.Letter;
import org.liaison.message.MessageKind;

/// Whether a form fits the occasion on which it is sent. Sender and recipient ask the same question of
/// the same bytes, so a form that leaves is a form that will be taken.
final class FormCheck {

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
    List<Problem> check(Letter letter, Register.InForce inForce, AuthorityCode keeper) {
        Map<String, Digest> files = digests(letter.attachments());
        return check(
                new Sending(letter.from(), letter.to(), letter.kind(), letter.form(), letter.created()),
                inForce,
                files,
                docket(letter.caseId(), keeper, letter.created()),
                // Restrictions bind who was given a file, not who is given it once more by another.
                letter.from().equals(keeper) ? cases.bound(files, keeper) : Map.of());
    }

    /// For a draft whose case may have no number yet.
    List<Problem> check(Draft draft, MessageKind kind, Register.InForce inForce, Instant now) {
        Map<String, Digest> files = digests(draft.attachments());
        return check(
                new Sending(draft.from(), draft.to(), kind, draft.form(), now),
                inForce,
                files,
                draft.caseId().map(id -> docket(id, draft.from(), now)).orElse(Docket.EMPTY),
                cases.bound(files, draft.from()));
    }

    /// What a letter and a draft have in common.
    private record Sending(AuthorityCode from, List<AuthorityCode> to, MessageKind kind, Bytes form, Instant at) {}

    private List<Problem> check(
            Sending sending,
            Register.InForce inForce,
            Map<String, Digest> files,
            Docket docket,
            Map<String, List<Restriction>> bound) {
        Agreed agreed = new Agreed(sending.from(), sending.kind(), sending.form(), sending.at(), inForce.rulebook());
        List<String> languages = languages(sending.to(), inForce.directory(), agreed);
        Occasion occasion = new Occasion(sending.from(), sending.to(), sending.at(), languages, files, docket, bound);
        List<Problem> problems = new ArrayList<>(forms.check(sending.kind(), sending.form(), occasion));
        problems.addAll(agreed.problems(sending.to()));
        return problems;
    }

    private static List<String> languages(List<AuthorityCode> recipients, Directory directory, Agreed agreed) {
        List<String> common = new ArrayList<>();
        boolean first = true;
        for (AuthorityCode recipient : recipients) {
            List<String> read =
                    directory.authority(recipient).map(agreed::languages).orElse(List.of());
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

    /// Earlier forms are read only when a rule asks for them.
    private Docket docket(CaseId id, AuthorityCode keeper, Instant now) {
        return kind -> cases.view(id, keeper, now).history().stream()
                .filter(fact -> fact.event().kind().equals(kind))
                .flatMap(fact -> cases.form(fact.id(), keeper).stream())
                .toList();
    }
}
