package org.liaison.routes.gateway;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.liaison.casework.KindOfMessage;
import org.liaison.casework.View;
import org.liaison.directory.Authority;
import org.liaison.directory.Decision;
import org.liaison.directory.Question;
import org.liaison.message.AuthorityCode;
import org.liaison.message.AuthorityKind;
import org.liaison.message.Priority;
import org.liaison.message.Reason;
import org.liaison.message.Slip;
import org.liaison.message.Suite;
import org.liaison.routes.gateway.Submission.Objection;
import org.liaison.seal.Certificates;

/// Whether a message may go where it is addressed. The suite comes from the recipients' directory
/// entries, never from whoever writes.
final class Addresses {

    sealed interface Answer {

        /// All of the recipients see the same `view`; which fields of it may still differ by their kinds.
        record Right(
                Suite suite,
                List<X509Certificate> certificates,
                long longest,
                View view,
                Set<AuthorityKind> kindsOfRecipients)
                implements Answer {}

        record Wrong(Reason reason, List<Objection> objections) implements Answer {}
    }

    Answer look(Draft draft, KindOfMessage kind, Register.InForce inForce, Instant now) {
        List<AuthorityCode> to = draft.to();
        Set<AuthorityCode> distinct = new HashSet<>(to);
        if (to.isEmpty() || to.size() > Slip.MAX_RECIPIENTS || distinct.size() != to.size())
            return wrong(
                    Reason.UNKNOWN_RECIPIENT,
                    "#to",
                    "A message has 1 to " + Slip.MAX_RECIPIENTS + " recipients, each named once.");
        if (distinct.contains(draft.from()))
            return wrong(Reason.UNKNOWN_RECIPIENT, "#to", "An authority cannot write to itself.");
        List<Authority> authorities = new ArrayList<>();
        List<Objection> objections = new ArrayList<>();
        Optional<Reason> reason = Optional.empty();
        for (int n = 0; n < to.size(); n++) {
            Optional<Authority> authority = inForce.directory().authority(to.get(n));
            authority.ifPresent(authorities::add);
            Question question =
                    Question.of(draft.from(), to.get(n), kind.code(), now).urgent(draft.priority() == Priority.URGENT);
            Optional<Wrong> wrong = look(question, authority, kind, inForce);
            if (wrong.isEmpty()) continue;
            if (reason.isEmpty()) reason = Optional.of(wrong.get().reason());
            objections.add(new Objection(
                    "#to/" + n, wrong.get().sentence(), wrong.get().reason().remedy()));
        }
        if (reason.isPresent()) return new Answer.Wrong(reason.get(), objections);
        return together(authorities, kind);
    }

    private record Wrong(Reason reason, String sentence) {}

    private static Optional<Wrong> look(
            Question question, Optional<Authority> authority, KindOfMessage kind, Register.InForce inForce) {
        AuthorityCode to = question.to();
        if (authority.isEmpty())
            return Optional.of(new Wrong(Reason.UNKNOWN_RECIPIENT, "The directory does not know " + to + "."));
        if (inForce.rulebook().decide(question) instanceof Decision.Denied(var _, String why))
            return Optional.of(new Wrong(Reason.KIND_NOT_PERMITTED, why));
        if (!authority.get().accepts(kind.code()) || !kind.recipients().contains(to.kind()))
            return Optional.of(new Wrong(Reason.KIND_NOT_ACCEPTED, to + " does not accept " + kind.code() + "."));
        return Optional.empty();
    }

    /// One message is sealed once, in one suite, with one form: recipients who need different ones cannot share it.
    private static Answer together(List<Authority> authorities, KindOfMessage kind) {
        Set<Suite> suites = EnumSet.noneOf(Suite.class);
        Set<View> views = EnumSet.noneOf(View.class);
        Set<AuthorityKind> kinds = EnumSet.noneOf(AuthorityKind.class);
        List<X509Certificate> certificates = new ArrayList<>();
        long longest = Long.MAX_VALUE;
        for (Authority authority : authorities) {
            suites.add(authority.suite());
            kinds.add(authority.code().kind());
            views.add(kind.views().getOrDefault(authority.code().kind(), View.WHOLE));
            certificates.add(Certificates.read(authority.encryptionCertificate()));
            longest = Math.min(longest, authority.maxContentBytes());
        }
        if (suites.size() > 1)
            return wrong(
                    Reason.SUITE_NOT_ACCEPTED,
                    "#to",
                    "These recipients require different suites: send one message to those of each suite.");
        if (views.size() > 1)
            return wrong(
                    Reason.KIND_NOT_ACCEPTED,
                    "#to",
                    "These recipients may see different parts of the form: send one message to each group.");
        return new Answer.Right(
                suites.iterator().next(),
                certificates,
                longest,
                views.iterator().next(),
                kinds);
    }

    private static Answer wrong(Reason reason, String pointer, String sentence) {
        return new Answer.Wrong(reason, List.of(new Objection(pointer, sentence, reason.remedy())));
    }
}
