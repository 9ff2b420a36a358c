package org.liaison.gateway;

import java.util.List;
import java.util.Optional;
import org.liaison.directory.Authority;
import org.liaison.directory.Directory;
import org.liaison.message.AuthorityCode;
import org.liaison.message.Bytes;
import org.liaison.message.Language;
import org.liaison.message.MessageKind;
import org.liaison.message.Priority;
import org.liaison.print.Letterhead;
import org.liaison.print.Press;
import org.liaison.print.Printout;

/// Messages on paper. Like reading it, printing does not tell the sender that a person opened it.
final class Papers {

    private final Press press;
    private final Telling telling;
    private final SnapshotsInFiles snapshots;

    Papers(Press press, Telling telling, SnapshotsInFiles snapshots) {
        this.press = press;
        this.telling = telling;
        this.snapshots = snapshots;
    }

    /// As a PDF; absent where the content could not be taken. Without `language` in the first that the owner reads.
    Optional<Paper> print(Shelf.Copy copy, Shelf.Content content, Optional<Language> language) {
        Directory directory = snapshots.directory();
        Language readers = language.orElseGet(() -> readBy(directory, copy.owner()));
        return content.form()
                .map(form -> new Paper(
                        readers,
                        press.print(new Printout(
                                new MessageKind(copy.kind()),
                                form,
                                Optional.of(letterhead(copy, content, directory)),
                                readers))));
    }

    record Paper(Language language, Bytes pdf) {}

    private static Language readBy(Directory directory, AuthorityCode reader) {
        return Language.firstOf(
                directory.authority(reader).map(Authority::languages).orElse(List.of()));
    }

    private Letterhead letterhead(Shelf.Copy copy, Shelf.Content content, Directory directory) {
        return new Letterhead(
                copy.id(),
                copy.caseId(),
                party(directory, copy.from()),
                copy.to().stream().map(to -> party(directory, to)).toList(),
                copy.created(),
                copy.due(),
                copy.priority().equals(Priority.URGENT.name()),
                copy.handling(),
                telling.whole(copy, Optional.of(content))
                        .signature()
                        .map(signature -> new Letterhead.Signature(
                                signature.verified(), signature.signer(), signature.signedAt())),
                content.files().stream()
                        .map(file -> new Letterhead.Enclosure(file.name(), file.size(), file.digest()))
                        .toList());
    }

    private static Letterhead.Party party(Directory directory, AuthorityCode code) {
        return new Letterhead.Party(code, directory.authority(code).map(Authority::name));
    }
}
