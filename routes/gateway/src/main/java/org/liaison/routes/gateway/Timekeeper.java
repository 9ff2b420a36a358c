package org.liaison.routes.gateway;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.spi.InterceptStrategy;
import org.jspecify.annotations.Nullable;
import org.liaison.message.ErdsEvent;
import org.liaison.message.Evidence;
import org.liaison.message.Wire;
import org.liaison.tracing.Facts;
import org.liaison.tracing.Follower;
import org.liaison.tracing.Leg;
import org.liaison.tracing.Leg.Steps;
import org.liaison.tracing.Outcome;
import org.liaison.tracing.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Measures the steps that messages pass here, and tells of each message once the last of a stage
/// is done. It stands around the steps of the routes, which do not know of it; where nobody
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
            case "examine-draft" -> first(Stage.EXAMINE_DRAFT, step);
            case "seal" -> measured(Stage.SEAL, step);
            case "store" -> last(Stage.STORE, step, Submission.Queued.class, this::composed);
            case "carry" -> only(Stage.DISPATCH, step, Carriage.class, this::dispatched);
            case "examine-delivery" -> first(Stage.OPEN, step);
            case "take" -> last(Stage.TAKE, step, Reception.Outcome.class, this::received);
            case "prove" -> first(Stage.PROVE, step);
            case "keep" -> last(Stage.KEEP, step, Receipts.Outcome.class, this::kept);
            case "open" -> opened(step);
            default -> step;
        };
    }

    /// Before it, nothing has been measured of what now comes.
    private Processor first(Stage stage, Processor step) {
        Processor measured = measured(stage, step);
        return exchange -> {
            exchange.setProperty(STEPS, new Steps());
            measured.process(exchange);
        };
    }

    private Processor measured(Stage stage, Processor step) {
        return exchange -> {
            Instant from = follower.now();
            step.process(exchange);
            steps(exchange).done(stage, from, follower.now());
        };
    }

    /// `teller` tells of what came of it, if it is this.
    private <T> Processor last(Stage stage, Processor step, Class<T> result, BiConsumer<T, Steps> teller) {
        Processor measured = measured(stage, step);
        return exchange -> {
            measured.process(exchange);
            if (result.isInstance(exchange.getMessage().getBody()))
                tell(teller, result.cast(exchange.getMessage().getBody()), steps(exchange));
        };
    }

    private <T> Processor only(Stage stage, Processor step, Class<T> result, BiConsumer<T, Steps> teller) {
        Processor last = last(stage, step, result, teller);
        return exchange -> {
            exchange.setProperty(STEPS, new Steps());
            last.process(exchange);
        };
    }

    /// What comes of it does not say of which message.
    private Processor opened(Processor step) {
        return exchange -> {
            OpenRequest request = Objects.requireNonNull(exchange.getMessage().getBody(OpenRequest.class));
            only(Stage.ACCESS, step, Inbox.Access.Opened.class, (_, steps) -> opened(request, steps))
                    .process(exchange);
        };
    }

    private void opened(OpenRequest request, Steps steps) {
        told(steps.leg(request.id(), Stage.ACCESS, Facts.of(Outcome.DONE, 1), Stage.ACCESS));
    }

    private static Steps steps(Exchange exchange) {
        return Objects.requireNonNull(exchange.getProperty(STEPS, Steps.class), "a step before the first");
    }

    /// Whoever follows post must not be able to stop it.
    private static <T> void tell(BiConsumer<T, Steps> teller, T result, Steps steps) {
        try {
            teller.accept(result, steps);
        } catch (RuntimeException e) {
            LOG.warn("Nobody could be told of messages: {}", e.getClass().getName());
        }
    }

    private void told(Leg leg) {
        if (follower.follows(leg.message())) follower.told(leg);
    }

    private void composed(Submission.Queued queued, Steps steps) {
        told(steps.leg(
                queued.slip().id(),
                Stage.COMPOSE,
                Facts.of(Outcome.DONE, 1).label(queued.slip()),
                Stage.EXAMINE_DRAFT,
                Stage.SEAL,
                Stage.STORE));
    }

    private void dispatched(Carriage carriage, Steps steps) {
        List<Parcel> parcels = carriage.parcels();
        Outcome outcome = switch (carriage) {
            case Carriage.Carried _ -> Outcome.DONE;
            case Carriage.Returned _ -> Outcome.RETURNED;
        };
        for (Parcel parcel : parcels)
            told(steps.leg(
                    parcel.about(),
                    parcel.wire() instanceof Wire.Statement ? Stage.DISPATCH_EVIDENCE : Stage.DISPATCH,
                    Facts.of(outcome, parcels.size()),
                    Stage.DISPATCH));
    }

    private void received(Reception.Outcome outcome, Steps steps) {
        int batch = outcome.examined().answers().size();
        for (Examination.Answer answer : outcome.examined().answers())
            if (answer instanceof Examination.NoSlip(var _, var _, var acceptance, var why))
                told(steps.leg(
                        acceptance.evidence().messageId(),
                        Stage.RECEIVE,
                        Facts.of(Outcome.NOT_TAKEN, batch).because(why.reason()),
                        Stage.OPEN,
                        Stage.TAKE));
        for (Inbox.Taken taken : outcome.taken())
            switch (taken) {
                case Inbox.Taken.New(Received received, Evidence evidence) ->
                    received(received, answered(evidence, batch), steps);
                case Inbox.Taken.Repeated(Received received) ->
                    received(received, Facts.of(Outcome.REPEATED, batch), steps);
                case Inbox.Taken.OtherContent(Received received) ->
                    received(received, Facts.of(Outcome.CONTRADICTED, batch), steps);
            }
    }

    private static Facts answered(Evidence evidence, int batch) {
        boolean taken = evidence.event() == ErdsEvent.CONTENT_HANDOVER;
        Facts facts = Facts.of(taken ? Outcome.DONE : Outcome.NOT_TAKEN, batch).event(evidence.event());
        return evidence.reasons().isEmpty()
                ? facts
                : facts.because(evidence.reasons().getFirst().reason());
    }

    private void received(Received received, Facts facts, Steps steps) {
        told(steps.leg(received.slip().id(), Stage.RECEIVE, facts.label(received.slip()), Stage.OPEN, Stage.TAKE));
    }

    private void kept(Receipts.Outcome outcome, Steps steps) {
        for (int n = 0; n < outcome.kept().size(); n++) {
            Evidence evidence = outcome.claims().get(n).proven().evidence();
            Outcome how = switch (outcome.kept().get(n)) {
                case Kept.Moved _ -> Outcome.DONE;
                case Kept.KnownBefore _ -> Outcome.REPEATED;
                case Kept.Contradiction _, Kept.NotOurs _ -> Outcome.CONTRADICTED;
            };
            told(steps.leg(
                    evidence.messageId(),
                    Stage.RECEIPT,
                    Facts.of(how, outcome.kept().size()).event(evidence.event()),
                    Stage.PROVE,
                    Stage.KEEP));
        }
    }
}
