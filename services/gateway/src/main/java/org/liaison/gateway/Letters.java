package org.liaison.gateway;

import java.util.List;
import org.liaison.message.Attachment;
import org.liaison.seal.Opener;
import org.liaison.seal.Opening;

/// Attachments, taken afresh from the signed letter: what an officer saves is what was signed. Judged
/// as it stood when
/// the letter was stored: a certificate that has run out since does not hide what was received in good order.
final class Letters {

    private final Opener opener;

    Letters(Opener opener) {
        this.opener = opener;
    }

    /// None where the letter could not be read when it arrived.
    List<Attachment> attachments(Shelf.Copy copy, Shelf.Content content) {
        if (content.letter().isEmpty()) return List.of();
        return switch (opener.read(content.letter().get(), copy.suite(), copy.storedAt())) {
            case Opening.Opened opened -> opened.letter().attachments();
            case Opening.Shut shut ->
                throw Unservable.conflict("The stored letter no longer proves genuine: " + shut.sentence());
        };
    }
}
