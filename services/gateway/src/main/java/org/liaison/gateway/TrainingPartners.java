package org.liaison.gateway;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.liaison.message.AuthorityCode;
import org.liaison.message.Priority;
import org.liaison.routes.gateway.Draft;
import org.liaison.routes.gateway.GatewayRoutes;
import org.liaison.routes.gateway.OpenRequest;
import org.liaison.routes.gateway.Submission;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Answers in the name of authorities that exist for training only. What reaches one of them is
/// opened, and answered with every form of the script that casework allows next. It never writes
/// to somebody whose country is real, and partners do not answer each other.
///
/// A message is opened before it is answered: when the program ends in between, it stays without
/// an answer.
final class TrainingPartners implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TrainingPartners.class);
    private static final int AT_ONCE = 50;

    private final Set<AuthorityCode> partners;
    private final TrainingScript script;
    private final Sources sources;
    private final Ripple news;
    private final Runnable queued;
    private final Semaphore arrivals = new Semaphore(1);
    private final Thread thread = Thread.ofVirtual().name("training-partners").unstarted(this::run);

    record Sources(Shelf shelf, CasebookInPostgres cases, GatewayRoutes routes, Clock clock) {}

    TrainingPartners(
            Set<AuthorityCode> partners, TrainingScript script, Sources sources, Ripple news, Runnable queued) {
        this.partners = Set.copyOf(partners);
        this.script = script;
        this.sources = sources;
        this.news = news;
        this.queued = queued;
    }

    /// Does nothing where there are no partners.
    void start() {
        if (partners.isEmpty()) return;
        LOG.warn("TRAINING: {} answer by themselves. Nothing here is real.", partners);
        thread.start();
    }

    private void run() {
        try (var _ = news.listen(arrivals::release)) {
            while (true) {
                arrivals.acquire();
                arrivals.drainPermits();
                try {
                    partners.forEach(this::answer);
                } catch (RuntimeException e) {
                    LOG.error("training partners did not answer: {}", Faults.describe(e));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(AuthorityCode partner) {
        for (Shelf.Copy copy : sources.shelf()
                .box(Shelf.Box.UNREAD, List.of(partner), Optional.empty(), AT_ONCE)
                .reversed())
            if (TrainingGround.isNobodyReal(copy.from()) && !partners.contains(copy.from())) answer(partner, copy);
    }

    private void answer(AuthorityCode partner, Shelf.Copy copy) {
        sources.routes().open(new OpenRequest(copy.id(), partner));
        for (TrainingScript.Line line : script.lines()) {
            boolean next = sources.cases()
                    .view(copy.caseId(), partner, sources.clock().instant())
                    .allowed(partner)
                    .contains(line.kind());
            if (next) send(partner, copy, line);
        }
        queued.run();
    }

    private void send(AuthorityCode partner, Shelf.Copy copy, TrainingScript.Line line) {
        Submission answer = sources.routes()
                .compose(new Draft(
                        partner,
                        List.of(copy.from()),
                        line.form(),
                        List.of(),
                        Optional.of(copy.caseId()),
                        Priority.ROUTINE,
                        Optional.empty(),
                        List.of()));
        if (answer instanceof Submission.Refused refused)
            LOG.warn("training: {} could not answer {} with {}: {}", partner, copy.id(), line.kind(), refused.reason());
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
