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

    Sheet with(Answers other) {
        return new Sheet(id, author, from, kind, caseId, travel, other, files, handedBy, touched);
    }

    Sheet with(Travel other) {
        return new Sheet(id, author, from, kind, caseId, other, answers, files, handedBy, touched);
    }

    Sheet handedBy(Optional<UUID> supervisorWaits) {
        return new Sheet(id, author, from, kind, caseId, travel, answers, files, supervisorWaits, touched);
    }
}
