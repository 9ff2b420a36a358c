package org.liaison.seal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.apache.james.mime4j.MimeException;
import org.liaison.message.Attachment;
import org.liaison.message.AuthorityCode;
import org.liaison.message.Bytes;
import org.liaison.message.CaseId;
import org.liaison.message.Letter;
import org.liaison.message.MessageId;
import org.liaison.message.MessageKind;
import org.liaison.message.Suite;

/// A letter as a MIME entity (RFC 2045, 2046): headers that repeat the slip, the form first, then
/// the attachments, one level deep, every body in base64.
///
/// A letter has exactly one spelling. The reader takes a text apart, spells out what it found and
/// compares: whatever two programs could understand differently (a header twice, a part between the
/// parts, a boundary inside a body) is no letter.
final class LetterText {

    private static final String END = "\r\n";
    private static final String FORM = "application/json";
    private static final Base64.Encoder BODY = Base64.getMimeEncoder();

    private LetterText() {}

    static Bytes write(Letter letter) {
        ByteArrayOutputStream out =
                new ByteArrayOutputStream(1024 + letter.form().size() * 3 / 2);
        String boundary = "liaison-" + letter.id();
        header(out, "MIME-Version", "1.0");
        header(out, "Message-ID", "<" + letter.id() + "@liaison.invalid>");
        header(out, "Liaison-Case", letter.caseId().toString());
        header(out, "Liaison-Kind", letter.kind().toString());
        header(out, "Liaison-From", letter.from().toString());
        for (AuthorityCode recipient : letter.to()) header(out, "Liaison-To", recipient.toString());
        header(out, "Liaison-Date", letter.created().toString());
        header(out, "Liaison-Suite", letter.suite().code());
        header(out, "Content-Type", "multipart/mixed; boundary=\"" + boundary + "\"");
        part(out, boundary, FORM, "inline", "form.json", letter.form());
        for (Attachment attachment : letter.attachments())
            part(out, boundary, attachment.mediaType(), "attachment", attachment.name(), attachment.content());
        ascii(out, END + "--" + boundary + "--" + END);
        return Bytes.owned(out.toByteArray());
    }

    /// Empty if the text is not a letter, in whatever way.
    static Optional<Letter> read(Bytes text) {
        try {
            MimeParts mime = MimeParts.read(text);
            Letter letter = letter(mime);
            return write(letter).equals(text) ? Optional.of(letter) : Optional.empty();
        } catch (IOException | MimeException | RuntimeException e) {
            // Nothing that a stranger wrote may end in anything but "this is no letter".
            return Optional.empty();
        }
    }

    private static Letter letter(MimeParts mime) {
        MimeParts.Part form = mime.parts().getFirst();
        List<Attachment> attachments = mime.parts().stream()
                .skip(1)
                .map(part -> new Attachment(
                        FileName.read(part.header("Content-Disposition")), part.header("Content-Type"), part.body()))
                .toList();
        String id = mime.header("Message-ID");
        return new Letter(
                MessageId.parse(id.substring(1, id.indexOf('@'))),
                new CaseId(mime.header("Liaison-Case")),
                new MessageKind(mime.header("Liaison-Kind")),
                AuthorityCode.parse(mime.header("Liaison-From")),
                mime.headers("Liaison-To").stream().map(AuthorityCode::parse).toList(),
                Instant.parse(mime.header("Liaison-Date")),
                Suite.ofCode(mime.header("Liaison-Suite")),
                form.body(),
                attachments);
    }

    private static void part(
            ByteArrayOutputStream out, String boundary, String type, String disposition, String name, Bytes body) {
        ascii(out, END + "--" + boundary + END);
        header(out, "Content-Type", type);
        header(out, "Content-Disposition", disposition + FileName.parameter(name));
        header(out, "Content-Transfer-Encoding", "base64");
        ascii(out, END);
        out.writeBytes(BODY.encode(body.toArray()));
    }

    private static void header(ByteArrayOutputStream out, String name, String value) {
        ascii(out, name + ": " + value + END);
    }

    private static void ascii(ByteArrayOutputStream out, String text) {
        out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }
}
