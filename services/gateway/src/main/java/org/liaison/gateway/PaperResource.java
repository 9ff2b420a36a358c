package org.liaison.gateway;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
import org.liaison.print.Unprintable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// A message on paper. Like reading it, printing does not tell the sender that a person opened it.
@RestController
@RequestMapping("/api/v1/messages/{id}")
final class PaperResource {

    private final Shelf shelf;
    private final Telling telling;
    private final Press press;
    private final ProofResource.Today today;

    PaperResource(Shelf shelf, Telling telling, Press press, ProofResource.Today today) {
        this.shelf = shelf;
        this.telling = telling;
        this.press = press;
        this.today = today;
    }

    @GetMapping("/paper.pdf")
    ResponseEntity<byte[]> paper(
            HttpServletRequest request,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String as,
            @RequestParam(required = false) @Nullable String language) {
        Shelf.Copy copy = Caller.of(request).copy(shelf, id, as);
        Directory directory = today.snapshots().directory();
        Language readers = language == null ? readBy(directory, copy.owner()) : language(language);
        Shelf.Content content = shelf.content(copy).orElseThrow(Unservable::gone);
        Bytes form = content.form()
                .orElseThrow(() -> Unservable.conflict(
                        "The content of this message could not be taken; there is nothing to print."));
        Letterhead letterhead =
                letterhead(copy, content, directory, today.clock().instant());
        Bytes pdf = printed(new Printout(new MessageKind(copy.kind()), form, Optional.of(letterhead), readers));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header("Content-Disposition", "attachment; filename=\"" + copy.id() + ".pdf\"")
                .header("Content-Language", readers.tag())
                .body(pdf.toArray());
    }

    private Bytes printed(Printout printout) {
        try {
            return press.print(printout);
        } catch (Unprintable e) {
            throw Unservable.conflict(String.valueOf(e.getMessage()));
        }
    }

    private static Language language(String tag) {
        return Language.of(tag).orElseThrow(() -> Unservable.unreadable("#language", "one of ar, en, es, fr, ru, zh"));
    }

    private static Language readBy(Directory directory, AuthorityCode reader) {
        return Language.firstOf(
                directory.authority(reader).map(Authority::languages).orElse(List.of()));
    }

    private Letterhead letterhead(Shelf.Copy copy, Shelf.Content content, Directory directory, Instant now) {
        return new Letterhead(
                copy.id(),
                copy.caseId(),
                party(directory, copy.from()),
                copy.to().stream().map(to -> party(directory, to)).toList(),
                copy.created(),
                copy.due(),
                copy.priority().equals(Priority.URGENT.name()),
                copy.handling(),
                telling.whole(copy, Optional.of(content), now)
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
