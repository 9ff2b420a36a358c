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
        Agreed agreed = new Agreed(letter.from(), letter.kind(), letter.form(), letter.created(), inForce.rulebook());
        List<Problem> problems = forms.check(
                letter.kind(),
                letter.form(),
                new Occasion(
                        letter.from(),
                        letter.to(),
                        letter.created(),
                        languages(letter.to(), inForce.directory(), agreed),
                        digests(letter.attachments()),
                        docket(letter.caseId(), keeper, letter.created()),
                        bound(letter, keeper)));
        return both(problems, agreed.problems(letter.to()));
    }

    /// For a draft whose case may have no number yet.
    List<Problem> check(Draft draft, MessageKind kind, Register.InForce inForce, Instant now) {
        Agreed agreed = new Agreed(draft.from(), kind, draft.form(), now, inForce.rulebook());
        List<Problem> problems = forms.check(
                kind,
                draft.form(),
                new Occasion(
                        draft.from(),
                        draft.to(),
                        now,
                        languages(draft.to(), inForce.directory(), agreed),
                        digests(draft.attachments()),
                        draft.caseId().map(id -> docket(id, draft.from(), now)).orElse(Docket.EMPTY),
                        cases.bound(digests(draft.attachments()), draft.from())));
        return both(problems, agreed.problems(draft.to()));
    }

    private static List<Problem> both(List<Problem> ofTheForm, List<Problem> ofTheAgreement) {
        List<Problem> all = new ArrayList<>(ofTheForm);
        all.addAll(ofTheAgreement);
        return all;
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

    /// Restrictions bind who was given a file, not who is given it once more by another.
    private Map<String, List<Restriction>> bound(Letter letter, AuthorityCode keeper) {
        return letter.from().equals(keeper) ? cases.bound(digests(letter.attachments()), keeper) : Map.of();
    }

    /// Earlier forms are read only when a rule asks for them.
    private Docket docket(CaseId id, AuthorityCode keeper, Instant now) {
        return kind -> cases.view(id, keeper, now).history().stream()
                .filter(fact -> fact.event().kind().equals(kind))
                .flatMap(fact -> cases.form(fact.id(), keeper).stream())
                .toList();
    }
}
