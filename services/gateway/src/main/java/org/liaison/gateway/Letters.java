package org.liaison.gateway;

import java.util.List;
import org.liaison.message.Attachment;
import org.liaison.seal.Opener;
import org.liaison.seal.Opening;

/// Attachments, taken afresh from the signed letter: what an officer saves is what was signed.
/// Judged as it stood when the letter was stored: a certificate that has run out since does not
/// hide what was received in good order.
final class Letters {

    private final Opener opener;

    Letters(Opener opener) {
        this.opener = opener;
    }

    /// What a stored letter turns out to be.
    sealed interface Answer {
        /// No attachments where the letter could not be read when it arrived.
        record Genuine(List<Attachment> attachments) implements Answer {}

        record Broken(String sentence) implements Answer {}
    }

    Answer read(Shelf.Copy copy, Shelf.Content content) {
        if (content.letter().isEmpty()) return new Answer.Genuine(List.of());
        return switch (opener.read(content.letter().get(), copy.suite(), copy.storedAt())) {
            case Opening.Opened opened -> new Answer.Genuine(opened.letter().attachments());
            case Opening.Shut shut -> new Answer.Broken(shut.sentence());
        };
    }

    /// For whoever can do nothing with a letter that is broken.
    List<Attachment> attachments(Shelf.Copy copy, Shelf.Content content) {
        return switch (read(copy, content)) {
            case Answer.Genuine(List<Attachment> attachments) -> attachments;
            case Answer.Broken(String sentence) ->
                throw Unservable.conflict("The stored letter no longer proves genuine: " + sentence);
        };
    }
}
