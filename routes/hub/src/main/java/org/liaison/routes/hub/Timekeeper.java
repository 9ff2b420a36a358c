package org.liaison.routes.hub;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.spi.InterceptStrategy;
import org.jspecify.annotations.Nullable;
import org.liaison.message.EventReason;
import org.liaison.message.Evidence;
import org.liaison.message.MessageId;
import org.liaison.message.Slip;
import org.liaison.routes.hub.Account.Believed;
import org.liaison.routes.hub.Account.Disbelieved;
import org.liaison.routes.hub.Account.ToldBefore;
import org.liaison.routes.hub.Recorded.Answer;
import org.liaison.routes.hub.Recorded.Noted;
import org.liaison.routes.hub.Verdict.Accepted;
import org.liaison.routes.hub.Verdict.Contradicted;
import org.liaison.routes.hub.Verdict.Doubted;
import org.liaison.routes.hub.Verdict.Echoed;
import org.liaison.routes.hub.Verdict.Refused;
import org.liaison.routes.hub.Verdict.Repeated;
import org.liaison.routes.hub.Verdict.Unreadable;
import org.liaison.tracing.Facts;
import org.liaison.tracing.Follower;
import org.liaison.tracing.Leg;
import org.liaison.tracing.Leg.Steps;
import org.liaison.tracing.Outcome;
import org.liaison.tracing.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Measures the steps of the intake, and tells of each message of a batch once the batch stands
/// in the log. It stands around the steps of the routes, which do not know of it; where nobody
/// follows messages it is not there.
final class Timekeeper implements InterceptStrategy {

    private static final Logger LOG = LoggerFactory.getLogger(Timekeeper.class);
    private static final String STEPS = "liaison-steps";

    private final Follower follower;

    Timekeeper(Follower follower) {
        this.follower = follower;
    }

    @Override
    public Processor wrapProcessorInInterceptors(
            CamelContext camel, NamedNode node, Processor step, @Nullable Processor next) {
        return switch (node.getId()) {
            case "read" ->
                exchange -> {
                    exchange.setProperty(STEPS, new Steps());
                    measure(Stage.READ, step, exchange);
                };
            case "judge" -> exchange -> measure(Stage.JUDGE, step, exchange);
            case "hear" -> exchange -> measure(Stage.HEAR, step, exchange);
            case "record" ->
                exchange -> {
                    measure(Stage.RECORD, step, exchange);
                    if (exchange.getMessage().getBody() instanceof Recorded recorded) tell(recorded, steps(exchange));
                };
            default -> step;
        };
    }

    private void measure(Stage stage, Processor step, Exchange exchange) throws Exception {
        Instant from = follower.now();
        step.process(exchange);
        steps(exchange).done(stage, from, follower.now());
    }

    private static Steps steps(Exchange exchange) {
        return Objects.requireNonNull(exchange.getProperty(STEPS, Steps.class), "a step before the first");
    }

    /// Whoever follows post must not be able to stop it.
    private void tell(Recorded recorded, Steps steps) {
        try {
            int batch = recorded.answers().size() + recorded.notes().size();
            for (Answer answer : recorded.answers())
                leg(answer.verdict(), batch, steps).ifPresent(this::tell);
            for (Noted note : recorded.notes())
                leg(note.account(), batch, steps).ifPresent(this::tell);
        } catch (RuntimeException e) {
            LOG.warn("Nobody could be told of a batch: {}", e.getClass().getName());
        }
    }

    private void tell(Leg leg) {
        if (follower.follows(leg.message())) follower.told(leg);
    }

    /// Of an envelope whose sender is not proven only who brought it: what its slip says is
    /// anybody's word.
    private static Optional<Leg> leg(Verdict verdict, int batch, Steps steps) {
        return switch (verdict) {
            case Accepted(var brought, var slip, var _, var _) ->
                intake(slip.id(), known(Outcome.ACCEPTED, batch, brought, slip), steps);
            case Refused(var brought, var slip, EventReason why, var _) ->
                intake(slip.id(), known(Outcome.REFUSED, batch, brought, slip).because(why.reason()), steps);
            case Contradicted(var brought, var slip, EventReason why, var _) ->
                intake(
                        slip.id(),
                        known(Outcome.CONTRADICTED, batch, brought, slip).because(why.reason()),
                        steps);
            case Repeated(var brought, var slip, var _, var _) ->
                intake(slip.id(), known(Outcome.REPEATED, batch, brought, slip), steps);
            case Echoed(var brought, var slip, var _) ->
                intake(slip.id(), known(Outcome.REPEATED, batch, brought, slip), steps);
            case Doubted(var brought, var slip, EventReason why, var _) ->
                intake(
                        slip.id(),
                        Facts.of(Outcome.DOUBTED, batch)
                                .brought(brought.gateway())
                                .because(why.reason()),
                        steps);
            case Unreadable _ -> Optional.empty();
        };
    }

    private static Facts known(Outcome outcome, int batch, Post.Brought brought, Slip slip) {
        return Facts.of(outcome, batch).label(slip).brought(brought.gateway());
    }

    private static Optional<Leg> intake(MessageId message, Facts facts, Steps steps) {
        return Optional.of(steps.leg(message, Stage.INTAKE, facts, Stage.READ, Stage.JUDGE, Stage.RECORD));
    }

    private static Optional<Leg> leg(Account account, int batch, Steps steps) {
        return switch (account) {
            case Believed(var told, var evidence, var _) -> {
                Facts facts =
                        Facts.of(Outcome.DONE, batch).event(evidence.event()).brought(told.gateway());
                yield Optional.of(evidence(
                        evidence,
                        evidence.reasons().isEmpty()
                                ? facts
                                : facts.because(evidence.reasons().getFirst().reason()),
                        steps));
            }
            case ToldBefore(var evidence, var _, var _) ->
                Optional.of(evidence(evidence, Facts.of(Outcome.REPEATED, batch).event(evidence.event()), steps));
            case Disbelieved _ -> Optional.empty();
        };
    }

    private static Leg evidence(Evidence evidence, Facts facts, Steps steps) {
        return steps.leg(evidence.messageId(), Stage.EVIDENCE, facts, Stage.READ, Stage.HEAR, Stage.RECORD);
    }
}
