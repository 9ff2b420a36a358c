package org.liaison.casework;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.liaison.message.AuthorityCode;
import org.liaison.message.Bytes;
import org.liaison.message.Digest;
import org.liaison.message.MessageKind;
import org.liaison.message.StrictJson;
import tools.jackson.databind.node.ObjectNode;

/// The sample forms of a referral and of the checks beside it, and cases in which some of them have been sent.
final class Referrals {

    private static final Path FOLDER = Path.of("src", "test", "resources", "samples");
    private static final Digest SOME_DIGEST = Bytes.ofUtf8("a file").sha256();

    static Bytes form(String code) {
        try {
            return Bytes.owned(Files.readAllBytes(FOLDER.resolve(code + ".json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Bytes form(String code, Consumer<ObjectNode> change) {
        ObjectNode form = Samples.json(form(code));
        change.accept(form);
        return StrictJson.write(form);
    }

    /// A case in which these forms have been sent before.
    static Docket after(Bytes... forms) {
        return kind -> {
            List<Bytes> found = new ArrayList<>();
            for (Bytes form : forms)
                if (Samples.json(form).path("kind").stringValue("").equals(kind.code())) found.add(form);
            return found;
        };
    }

    static Occasion occasion(AuthorityCode from, AuthorityCode to, Docket docket, String... files) {
        Map<String, Digest> attachments = new TreeMap<>();
        for (String file : files) attachments.put(file, SOME_DIGEST);
        return new Occasion(from, List.of(to), Samples.NOW, List.of("en"), attachments, docket, Map.of());
    }

    /// What stands against sending this form in this case: pointer and article of each problem.
    static List<String> problems(Bytes form, AuthorityCode from, AuthorityCode to, Docket docket) {
        MessageKind kind = new MessageKind(Samples.json(form).path("kind").stringValue(""));
        return Samples.FORMS.check(kind, form, occasion(from, to, docket)).stream()
                .map(problem -> problem.pointer() + " " + problem.why())
                .toList();
    }

    /// What stands against the form by itself.
    static List<String> problems(Bytes form) {
        MessageKind kind = new MessageKind(Samples.json(form).path("kind").stringValue(""));
        return Samples.FORMS.check(kind, form).stream()
                .map(problem -> problem.pointer() + " " + problem.why())
                .toList();
    }

    private Referrals() {}
}
