package org.liaison.routes.gateway;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.liaison.casework.KindOfMessage;
import org.liaison.casework.Problem;
import org.liaison.casework.View;
import org.liaison.casework.course.Actor;
import org.liaison.casework.course.CaseView;
import org.liaison.casework.course.Course;
import org.liaison.casework.course.Courses;
import org.liaison.casework.course.Deadlines;
import org.liaison.casework.course.Fact;
import org.liaison.casework.course.Meaning;
import org.liaison.casework.course.Step;
import org.liaison.message.Bytes;
import org.liaison.message.CaseId;
import org.liaison.message.MessageId;
import org.liaison.message.MessageKind;
import org.liaison.message.Reason;
import org.liaison.message.StrictJson;
import org.liaison.routes.gateway.Submission.Objection;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Whether a draft may become a message: everything that would otherwise come back as a refusal is
/// found before anything is sent, with one sentence per problem. The order is: can it be read, may
/// it go there, is it complete, is it its turn.
final class DraftExamination {

    private final FormCheck forms;
    private final Addresses addresses;
    private final Casebook cases;
    private final Register register;

    DraftExamination(FormCheck forms, Casebook cases, Register register) {
        this.forms = forms;
        this.addresses = new Addresses();
        this.cases = cases;
        this.register = register;
    }

    Composition examine(Draft draft, Instant now) {
        Optional<MessageKind> code = kindOf(draft.form());
        Optional<KindOfMessage> kind = code.flatMap(forms.forms()::kind);
        if (kind.isEmpty())
            return new Composition.Unsound(
                    Submission.Refused.of(
                            Reason.FORM_INVALID,
                            "/kind",
                            code.isEmpty()
                                    ? "A form is a JSON object whose field \"kind\" names a kind of message: REF-REQ, ..."
                                    : "There is no such kind of message."),
                    draft,
                    "?");
        Optional<Register.InForce> inForce = register.inForce(now);
        if (inForce.isEmpty())
            return unsound(
                    draft,
                    kind.get(),
                    Reason.DIRECTORY_EXPIRED,
                    List.of(new Objection("", Reason.DIRECTORY_EXPIRED.sentence(), Reason.DIRECTORY_EXPIRED.remedy())));
        return switch (addresses.look(draft, kind.get(), inForce.get(), now)) {
            case Addresses.Answer.Wrong(Reason reason, List<Objection> objections) ->
                unsound(draft, kind.get(), reason, objections);
            case Addresses.Answer.Right right -> examine(draft, kind.get(), right, inForce.get(), now);
        };
    }

    private Composition examine(
            Draft draft, KindOfMessage kind, Addresses.Answer.Right right, Register.InForce inForce, Instant now) {
        List<Objection> objections = new ArrayList<>(about(draft, right, now));
        List<Problem> whole = forms.forms().check(kind.code(), draft.form());
        whole.stream().map(DraftExamination::objection).forEach(objections::add);
        if (!whole.isEmpty()) return unsound(draft, kind, Reason.FORM_INVALID, objections);
        Portion portion = Portion.of(draft, kind.code(), right.kindsOfRecipients());
        if (portion.differs())
            return unsound(
                    draft,
                    kind,
                    Reason.KIND_NOT_ACCEPTED,
                    List.of(new Objection(
                            "#to",
                            "These recipients may see different parts of the form: send one message to each group.",
                            "CoE 11")));
        forms.check(portion.draft(), kind.code(), inForce, now).stream()
                .map(DraftExamination::objection)
                .forEach(objections::add);
        if (!objections.isEmpty()) return unsound(draft, kind, Reason.FORM_INVALID, objections);
        return switch (turn(portion.draft(), kind, inForce, now)) {
            case Turn.NotNow(String sentence) ->
                unsound(
                        draft,
                        kind,
                        Reason.STATE_NOT_ALLOWED,
                        List.of(new Objection("#case", sentence, Reason.STATE_NOT_ALLOWED.remedy())));
            case Turn.Now(Meaning meaning, Optional<Instant> due) ->
                new Composition.Sound(
                        portion.draft().dueAt(draft.due().or(() -> due)),
                        kind,
                        meaning,
                        portion.isLess(),
                        right.suite(),
                        right.certificates(),
                        right.longest());
        };
    }

    /// What is wrong with the request around the form.
    private static List<Objection> about(Draft draft, Addresses.Answer.Right right, Instant now) {
        List<Objection> objections = new ArrayList<>();
        if (right.view() != View.WHOLE && draft.caseId().isPresent())
            objections.add(new Objection(
                    "#case",
                    "A notice to police or prosecutor opens a case of its own, which shares nothing with the referral"
                            + " but the pseudonym: leave the case out.",
                    "CoE 11"));
        if (draft.due().filter(due -> !due.isAfter(now)).isPresent())
            objections.add(new Objection("#due", "The time by which an answer is wanted has passed.", ""));
        return objections;
    }

    private sealed interface Turn {

        /// It may come now; the other side has until `due` to act on it.
        record Now(Meaning meaning, Optional<Instant> due) implements Turn {}

        record NotNow(String sentence) implements Turn {}
    }

    /// A message that opens a case leaves the case's number to us.
    private Turn turn(Draft draft, KindOfMessage kind, Register.InForce inForce, Instant now) {
        Optional<CaseId> id = draft.caseId()
                .or(() -> Courses.openedBy(kind.code())
                        .map(Course::family)
                        .map(family -> CaseId.of(draft.from().country(), family, 2000, 0)));
        if (id.isEmpty()) return new Turn.NotNow(kind.code() + " belongs to a case that is open: name it.");
        Optional<Meaning> meaning = Courses.meaning(id.get(), kind.code(), draft.form());
        if (meaning.isEmpty()) return new Turn.NotNow(kind.code() + " has no place in the case " + id.get() + ".");
        CaseView view = draft.caseId().isPresent() ? cases.view(id.get(), draft.from(), now) : CaseView.none(id.get());
        Fact fact = new Fact(
                MessageId.next(now),
                now,
                draft.from(),
                draft.to(),
                meaning.get().event(),
                draft.priority(),
                draft.due(),
                meaning.get().marks());
        if (view.next(fact) instanceof Step.NotAllowed(String sentence)) return new Turn.NotNow(sentence);
        CaseView then = view.with(fact, now);
        Actor sender = then.actor(draft.from()).orElse(Actor.ASKING);
        return new Turn.Now(
                meaning.get(),
                Deadlines.due(then, AgreedTerms.of(then, inForce), sender).filter(now::isBefore));
    }

    private static Optional<MessageKind> kindOf(Bytes form) {
        try {
            JsonNode kind = StrictJson.MAPPER.readTree(form.toArray()).path("kind");
            return kind.isString() ? Optional.of(new MessageKind(kind.stringValue())) : Optional.empty();
        } catch (JacksonException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Objection objection(Problem problem) {
        String sentence = problem.mend().isEmpty() ? problem.sentence() : problem.sentence() + " " + problem.mend();
        return new Objection(problem.pointer(), sentence, problem.why());
    }

    private static Composition.Unsound unsound(
            Draft draft, KindOfMessage kind, Reason reason, List<Objection> objections) {
        return new Composition.Unsound(
                new Submission.Refused(reason, objections), draft, kind.code().code());
    }
}
