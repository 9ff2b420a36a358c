package org.liaison.routes.gateway;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.liaison.casework.course.CaseView;
import org.liaison.casework.course.Fact;
import org.liaison.casework.course.Step;
import org.liaison.message.EventReason;
import org.liaison.message.Reason;
import org.liaison.routes.gateway.Received.Content;

/// The steps of receiving: examine and open everything first, then answer and commit in one transaction.
final class Reception {

    private final Examination examination;
    private final Register register;
    private final Inbox inbox;
    private final Statements statements;
    private final SetAside setAside;

    Reception(Examination examination, Register register, Inbox inbox, Statements statements, SetAside setAside) {
        this.examination = examination;
        this.register = register;
        this.inbox = inbox;
        this.statements = statements;
        this.setAside = setAside;
    }

    record Examined(List<Examination.Answer> answers, Sorted batch) {}

    record Outcome(List<Inbox.Taken> taken, Examined examined) {}

    Examined examine(Sorted batch) {
        if (batch.deliveries().isEmpty()) return new Examined(List.of(), batch);
        Register.InForce inForce = register.inForce(batch.now()).orElseThrow(RegisterExpired::new);
        List<Examination.Answer> answers = new ArrayList<>();
        for (Sorted.Delivered one : batch.deliveries())
            answers.add(examination.examine(one.arrival(), one.delivery(), inForce, batch.now()));
        return new Examined(answers, batch);
    }

    /// What has no slip to rely on cannot become a copy, but its sender hears of it.
    Examined refuse(Examined examined) {
        for (Examination.Answer answer : examined.answers())
            if (answer instanceof Examination.NoSlip noSlip)
                inbox.refuse(
                        noSlip.arrival(),
                        statements.failure(
                                noSlip.recipient(),
                                noSlip.acceptance().evidence(),
                                noSlip.reason(),
                                examined.batch().now()),
                        examined.batch().now());
        return examined;
    }

    Outcome take(Examined examined) {
        List<Received> received = new ArrayList<>();
        for (Examination.Answer answer : examined.answers())
            if (answer instanceof Examination.Genuine(Received one)) received.add(one);
        List<Inbox.Taken> taken = received.isEmpty()
                ? List.of()
                : inbox.take(
                        received,
                        (one, view) -> answer(one, view, examined.batch()),
                        examined.batch().now());
        return new Outcome(taken, examined);
    }

    Outcome setAside(Outcome outcome) {
        for (Examination.Answer answer : outcome.examined().answers())
            if (answer instanceof Examination.Baseless baseless)
                setAside.keep(baseless.arrival(), Optional.empty(), baseless.cause());
        for (Inbox.Taken taken : outcome.taken())
            if (taken instanceof Inbox.Taken.OtherContent(Received received))
                setAside.keep(
                        received.arrival(),
                        Optional.of(received.slip().id()),
                        "security incident: the hub delivered other content under a known message id");
        return outcome;
    }

    /// A letter that comes before the one it follows is taken: it finds its place when the other is
    /// there. One that can
    /// never find a place, because its sender is no party or the case is over, is not.
    private Answer answer(Received received, CaseView view, Sorted batch) {
        return switch (received.content()) {
            case Content.Illegible(EventReason reason) ->
                statements.failure(received.recipient(), received.acceptance().evidence(), reason, batch.now());
            case Content.Legible legible -> answer(received, legible, view, batch);
        };
    }

    private Answer answer(Received received, Content.Legible legible, CaseView view, Sorted batch) {
        Fact fact = Fact.of(received.slip(), legible.meaning());
        if (view.presumesToAskFor(received.recipient(), fact))
            return statements.failure(
                    received.recipient(),
                    received.acceptance().evidence(),
                    new EventReason(Reason.STATE_NOT_ALLOWED),
                    batch.now());
        return switch (view.next(fact)) {
            case Step.NotAllowed(String sentence)
            when !view.mayStillFit(fact) && !view.hasPlaceFor(fact, batch.now()) ->
                statements.failure(
                        received.recipient(),
                        received.acceptance().evidence(),
                        new EventReason(Reason.STATE_NOT_ALLOWED, sentence),
                        batch.now());
            case Step _ -> statements.handover(received, legible.meaning(), batch.now());
        };
    }
}
