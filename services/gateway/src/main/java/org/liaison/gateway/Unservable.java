package org.liaison.gateway;

import java.util.List;
import java.util.Optional;
import org.liaison.message.AuthorityCode;
import org.liaison.message.Reason;
import org.liaison.routes.gateway.Submission;

/// A request that cannot be served, and the problem to answer with.
final class Unservable extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Views.Problem problem;

    private Unservable(Views.Problem problem) {
        super(problem.title(), null, false, false);
        this.problem = problem;
    }

    Views.Problem problem() {
        return problem;
    }

    static Unservable unreadable(String detail) {
        return new Unservable(ProblemWriter.problem(400, "unreadable-request", "The request cannot be read", detail));
    }

    static Unservable unreadable(String pointer, String detail) {
        Views.Problem problem =
                ProblemWriter.problem(400, "unreadable-request", "The request cannot be read", pointer + ": " + detail);
        return new Unservable(with(problem, List.of(new Views.ProblemError(pointer, detail, Optional.empty()))));
    }

    static Unservable notFound() {
        return new Unservable(ProblemWriter.problem(
                404, "not-found", "Not found", "There is no such thing for the authorities this token acts for."));
    }

    static Unservable notYours(AuthorityCode authority) {
        return new Unservable(ProblemWriter.problem(
                403, "not-your-authority", "Not your authority", "This token does not act for " + authority + "."));
    }

    static Unservable choose(List<AuthorityCode> choices) {
        Views.Problem problem = ProblemWriter.problem(
                409,
                "choose-authority",
                "Say as which authority",
                "Several authorities of this token have a copy: add `as` to the request.");
        return new Unservable(new Views.Problem(
                problem.type(),
                problem.title(),
                problem.status(),
                problem.detail(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(choices.stream().map(AuthorityCode::toString).toList()),
                Optional.empty()));
    }

    /// Closing a period of the statistics concerns every authority of the gateway and cannot be undone.
    static Unservable notForOne() {
        return new Unservable(ProblemWriter.problem(
                403,
                "not-your-authority",
                "Not for one authority alone",
                "Statistics are released for the whole gateway: use a token that acts for all its authorities."));
    }

    static Unservable notReleased(String sentence) {
        return new Unservable(ProblemWriter.problem(422, "not-released", "No figures were released", sentence));
    }

    static Unservable conflict(String detail) {
        return new Unservable(ProblemWriter.problem(409, "conflict", "Not possible now", detail));
    }

    static Unservable busy(String detail) {
        return new Unservable(ProblemWriter.problem(503, "not-ready", "Not now", detail));
    }

    static Unservable gone() {
        return new Unservable(ProblemWriter.problem(
                404, "not-found", "Erased", "The content of this case was erased; its evidence is still here."));
    }

    /// A draft that was examined and refused. 503 where it is not the draft's fault.
    static Unservable refused(Submission.Refused refusal) {
        Reason reason = refusal.reason();
        int status = reason == Reason.DIRECTORY_EXPIRED ? 503 : 422;
        int count = refusal.objections().size();
        return new Unservable(new Views.Problem(
                "urn:liaison:problem:" + (status == 503 ? "not-ready" : "refused"),
                "The message was not sent",
                status,
                count == 1
                        ? refusal.objections().getFirst().sentence()
                        : reason.sentence() + " " + count + " problems are listed.",
                Optional.empty(),
                Optional.of(reason.name()),
                Optional.of(reason.remedy()),
                Optional.empty(),
                Optional.of(refusal.objections().stream()
                        .map(one -> new Views.ProblemError(
                                one.pointer(),
                                one.sentence(),
                                one.why().isEmpty() ? Optional.empty() : Optional.of(one.why())))
                        .toList())));
    }

    private static Views.Problem with(Views.Problem problem, List<Views.ProblemError> errors) {
        return new Views.Problem(
                problem.type(),
                problem.title(),
                problem.status(),
                problem.detail(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(errors));
    }
}
