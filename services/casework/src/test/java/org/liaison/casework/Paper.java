package org.liaison.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.liaison.casework.course.CaseState;
import org.liaison.casework.course.CaseView;
import org.liaison.casework.course.Courses;
import org.liaison.casework.course.Fact;
import org.liaison.casework.course.Meaning;
import org.liaison.casework.course.Step;
import org.liaison.message.AuthorityCode;
import org.liaison.message.Bytes;
import org.liaison.message.CaseId;
import org.liaison.message.Digest;
import org.liaison.message.MessageId;
import org.liaison.message.MessageKind;
import org.liaison.message.Priority;
import org.liaison.message.StrictJson;
import tools.jackson.databind.node.ObjectNode;

/// A sample form that is valid, and what a test makes of it.
record Paper(MessageKind kind, Bytes form) {

    static final Instant NOW = Instant.parse("2025-03-06T09:00:00Z");
    private static final Path SAMPLES = Path.of("src", "test", "resources", "samples");

    static Paper sample(String kind) {
        try {
            return new Paper(new MessageKind(kind), Bytes.owned(Files.readAllBytes(SAMPLES.resolve(kind + ".json"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Paper changed(Consumer<ObjectNode> change) {
        ObjectNode json = (ObjectNode) StrictJson.MAPPER.readTree(form.toArray());
        change.accept(json);
        return new Paper(kind, StrictJson.write(json));
    }

    Paper with(String pointer, Object value) {
        return changed(json -> Samples.put(json, pointer, value));
    }

    Paper without(String pointer) {
        return changed(json -> Samples.remove(json, pointer));
    }

    List<Problem> problems() {
        return Samples.FORMS.check(kind, form);
    }

    List<Problem> problems(Sending sending) {
        return Samples.FORMS.check(kind, form, sending.occasion());
    }

    /// Where a case stands after these papers, sent by turns as `>` (asking side) and `<` (asked side) say.
    static CaseState played(CaseId id, AuthorityCode asking, AuthorityCode asked, Object... turns) {
        List<Fact> facts = new ArrayList<>();
        Instant at = NOW;
        for (int i = 0; i < turns.length; i += 2) {
            boolean out = turns[i].equals(">");
            Fact fact = ((Paper) turns[i + 1]).fact(id, out ? asking : asked, out ? asked : asking, at);
            assertThat(CaseView.of(id, facts, at).next(fact))
                    .as("%s", ((Paper) turns[i + 1]).kind)
                    .isInstanceOf(Step.Moved.class);
            facts.add(fact);
            at = at.plusSeconds(60);
        }
        return CaseView.of(id, facts, at).state();
    }

    Fact fact(CaseId id, AuthorityCode from, AuthorityCode to, Instant at) {
        Meaning meaning = Courses.meaning(id, kind, form).orElseThrow();
        return new Fact(
                MessageId.next(at),
                at,
                from,
                List.of(to),
                meaning.event(),
                Priority.ROUTINE,
                Optional.empty(),
                meaning.marks());
    }

    /// Who sends it to whom, with which files and after which papers.
    record Sending(AuthorityCode from, List<AuthorityCode> to, List<Paper> earlier, Map<String, Digest> files) {

        static Sending of(AuthorityCode from, AuthorityCode... to) {
            return new Sending(from, List.of(to), List.of(), Map.of());
        }

        Sending after(Paper... papers) {
            return new Sending(from, to, List.of(papers), files);
        }

        Sending attaching(String name, Bytes file) {
            return new Sending(from, to, earlier, Map.of(name, file.sha256()));
        }

        Occasion occasion() {
            Docket docket = asked -> earlier.stream()
                    .filter(paper -> paper.kind.equals(asked))
                    .map(Paper::form)
                    .toList();
            return new Occasion(from, to, NOW, List.of("en"), files, docket, Map.of());
        }
    }
}
