package org.liaison.gateway;

import java.util.List;
import java.util.Optional;
import org.liaison.casework.Forms;
import org.liaison.casework.KindOfMessage;
import org.liaison.casework.course.CaseView;
import org.liaison.message.AuthorityCode;
import org.liaison.message.Bytes;
import org.liaison.message.MessageKind;
import org.liaison.message.Reason;
import org.liaison.message.StrictJson;
import org.liaison.seal.Opener;
import org.liaison.seal.Opening;
import org.liaison.seal.Strength;

/// Copies and cases in the words of the API.
final class Telling {

    private final Forms forms;
    private final Opener opener;

    Telling(Forms forms, Opener opener) {
        this.forms = forms;
        this.opener = opener;
    }

    Views.Message summary(Shelf.Copy copy) {
        Optional<Shelf.Step> worst = copy.passages().stream()
                .filter(step -> step.state() == copy.state())
                .findFirst();
        return new Views.Message(
                copy.id().toString(),
                copy.caseId().toString(),
                copy.kind(),
                forms.kind(new MessageKind(copy.kind()))
                        .map(KindOfMessage::title)
                        .orElse(copy.kind()),
                direction(copy),
                copy.owner().toString(),
                copy.from().toString(),
                copy.to().stream().map(AuthorityCode::toString).toList(),
                copy.priority(),
                copy.due(),
                copy.handling(),
                copy.suite().code(),
                copy.created(),
                copy.expires(),
                copy.outgoing() ? Optional.empty() : Optional.of(copy.storedAt()),
                copy.openedAt(),
                copy.state().name(),
                copy.passages().stream()
                        .map(step -> new Views.RecipientState(
                                step.recipient().toString(), step.state().name(), step.since(), reason(step)))
                        .toList(),
                worst.flatMap(Telling::reason),
                copy.attachments(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /// With form and files, where they are still there to be read. Signatures are judged as of
    /// the time when the copy was stored.
    Views.Message whole(Shelf.Copy copy, Optional<Shelf.Content> content) {
        Views.Message summary = summary(copy);
        if (content.isEmpty()) return summary.with(Optional.empty(), List.of(), Optional.empty(), true);
        Optional<Bytes> letter = content.get().letter();
        return summary.with(
                content.get().form().map(form -> StrictJson.MAPPER.readTree(form.toArray())),
                content.get().files().stream()
                        .map(file -> new Views.FileView(
                                file.n(),
                                file.name(),
                                file.mediaType(),
                                file.size(),
                                file.digest().toHex()))
                        .toList(),
                letter.map(signed -> signature(copy, signed)),
                false);
    }

    private Views.SignatureView signature(Shelf.Copy copy, Bytes signedLetter) {
        String strength = Strength.of(copy.suite()).name();
        return switch (opener.read(signedLetter, copy.suite(), copy.storedAt())) {
            case Opening.Opened opened ->
                new Views.SignatureView(
                        opened.letter().id().equals(copy.id())
                                && opened.signatory().name().equals(copy.from().toString()),
                        opened.signatory().name(),
                        opened.letter().created(),
                        strength);
            case Opening.Shut _ -> new Views.SignatureView(false, copy.from().toString(), copy.created(), strength);
        };
    }

    static Views.Case caseOf(Shelf.CaseRow row, CaseView view) {
        return new Views.Case(
                row.id().toString(),
                row.owner().toString(),
                row.id().family(),
                view.state().code(),
                view.state().sentence(),
                view.state().terminal(),
                view.asking().map(AuthorityCode::toString),
                view.asked().stream().map(AuthorityCode::toString).toList(),
                view.allowed(row.owner()).stream().map(MessageKind::code).toList(),
                view.misfits().stream().map(fact -> fact.id().toString()).toList(),
                row.openedAt(),
                row.updatedAt(),
                row.messages(),
                row.erased(),
                Optional.empty());
    }

    static String direction(Shelf.Copy copy) {
        return copy.outgoing() ? "OUT" : "IN";
    }

    static Views.ReasonView reason(String code, String details) {
        Reason reason = Reason.valueOf(code);
        return new Views.ReasonView(reason.name(), reason.sentence(), reason.remedy(), details);
    }

    private static Optional<Views.ReasonView> reason(Shelf.Step step) {
        return step.reason().map(code -> reason(code, step.details().orElse("")));
    }
}
