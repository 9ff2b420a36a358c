package org.liaison.desk;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.liaison.casework.course.CaseState;
import org.liaison.casework.course.CaseView;
import org.liaison.casework.course.Deadline;
import org.liaison.message.AuthorityCode;
import org.liaison.message.CaseId;
import org.liaison.message.Priority;

/// A case in one line: where it stands, whose turn it is, and what is due next.
record CaseCard(
        CaseId id,
        AuthorityCode owner,
        CaseState state,
        Turn turn,
        Optional<Deadline> next,
        List<AuthorityCode> others,
        boolean urgent,
        boolean late,
        int messages,
        int unread,
        Instant touched,
        boolean erased) {

    /// Whose turn it is. It is ours when a clock runs for us, something lies unread, or only we can move the case on.
    enum Turn {
        OURS,
        THEIRS,
        NOBODYS
    }

    static CaseCard of(Cases.Dossier dossier, Instant now) {
        AuthorityCode owner = dossier.owner();
        List<Deadline> running = dossier.deadlines().stream()
                .filter(deadline -> !deadline.paused())
                .sorted(Comparator.comparing(deadline -> deadline.due().orElseThrow()))
                .toList();
        Optional<Deadline> ours = running.stream()
                .filter(deadline -> deadline.mustAct().contains(owner))
                .findFirst();
        Optional<Deadline> next = ours.or(() -> running.stream().findFirst());
        return new CaseCard(
                dossier.id(),
                owner,
                dossier.view().state(),
                turn(dossier, ours, running),
                next,
                others(dossier),
                dossier.view().history().stream().anyMatch(fact -> fact.priority() == Priority.URGENT),
                next.filter(deadline -> deadline.missed(now)).isPresent(),
                dossier.messages(),
                dossier.unread(),
                dossier.touched(),
                dossier.erased());
    }

    private static Turn turn(Cases.Dossier dossier, Optional<Deadline> ours, List<Deadline> running) {
        if (ours.isPresent() || dossier.unread() > 0) return Turn.OURS;
        if (!running.isEmpty()) return Turn.THEIRS;
        CaseView view = dossier.view();
        return view.turn()
                .map(side -> view.actor(dossier.owner()).filter(side::equals).isPresent() ? Turn.OURS : Turn.THEIRS)
                .orElse(Turn.NOBODYS);
    }

    private static List<AuthorityCode> others(Cases.Dossier dossier) {
        return Stream.concat(dossier.view().asking().stream(), dossier.view().asked().stream())
                .filter(party -> !party.equals(dossier.owner()))
                .distinct()
                .toList();
    }
}
