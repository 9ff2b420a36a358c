package org.liaison.desk;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.liaison.desk.forms.Answers;
import org.liaison.message.AuthorityCode;
import org.liaison.message.CaseId;
import org.liaison.message.Digest;
import org.liaison.message.HandlingCode;
import org.liaison.message.MessageKind;
import org.liaison.message.Priority;
import org.liaison.message.StrictJson;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What an officer is writing, and has not sent. `answers` are what was typed, right or wrong.
///
/// `handedBy` is who gave it to a supervisor for release; from then on its author does not change it any more.
public record Sheet(
        UUID id,
        UUID author,
        AuthorityCode from,
        MessageKind kind,
        Optional<CaseId> caseId,
        Travel travel,
        Answers answers,
        List<Enclosed> files,
        Optional<UUID> handedBy,
        Instant touched) {

    public Sheet {
        files = List.copyOf(files);
    }

    /// How it travels.
    public record Travel(
            List<AuthorityCode> to, Priority priority, Optional<Instant> due, List<HandlingCode> handling) {
        public Travel {
            to = List.copyOf(to);
            handling = List.copyOf(handling);
        }

        public Travel to(List<AuthorityCode> others) {
            return new Travel(others, priority, due, handling);
        }
    }

    /// A file that goes with it; `n` counts from 1 and is never used twice in one sheet.
    public record Enclosed(int n, String name, String mediaType, long size, Digest digest) {}

    /// The digests of the files by name.
    public Map<String, Digest> attached() {
        Map<String, Digest> attached = new TreeMap<>();
        for (Enclosed file : files) attached.put(file.name(), file.digest());
        return attached;
    }

    public long bytes() {
        return files.stream().mapToLong(Enclosed::size).sum();
    }

    /// Over everything that is sent. Two sheets with one digest become the same message.
    public Digest digest() {
        ObjectNode all = StrictJson.MAPPER.createObjectNode();
        all.put("from", from.toString()).put("kind", kind.code());
        caseId.ifPresent(known -> all.put("case", known.toString()));
        ArrayNode to = all.putArray("to");
        travel.to().forEach(recipient -> to.add(recipient.toString()));
        all.put("priority", travel.priority().name());
        travel.due().ifPresent(due -> all.put("due", due.toString()));
        ArrayNode handling = all.putArray("handling");
        travel.handling().forEach(code -> handling.add(code.name()));
        all.set("answers", StrictJson.MAPPER.readTree(answers.toBytes().toArray()));
        ArrayNode enclosed = all.putArray("files");
        for (Enclosed file : files)
            enclosed.addObject()
                    .put("name", file.name())
                    .put("type", file.mediaType())
                    .put("sha256", file.digest().toHex());
        return Digest.ofContent(StrictJson.write(all));
    }

    /// Whether this person sends it, of those who may act for its authority: its author where
    /// one pair of eyes is enough, else somebody else to whom it was handed over.
    public boolean isSentBy(UUID person, boolean fourEyes) {
        return fourEyes ? handedBy.isPresent() && !author.equals(person) : handedBy.isEmpty() && author.equals(person);
    }

    /// The same for others, as a sheet of its own that no file is with yet.
    public Sheet twin(UUID other, List<AuthorityCode> to) {
        return new Sheet(
                other, author, from, kind, caseId, travel.to(to), answers, List.of(), Optional.empty(), touched);
    }

    public Sheet with(Answers other) {
        return new Sheet(id, author, from, kind, caseId, travel, other, files, handedBy, touched);
    }

    public Sheet with(Travel other) {
        return new Sheet(id, author, from, kind, caseId, other, answers, files, handedBy, touched);
    }
}
