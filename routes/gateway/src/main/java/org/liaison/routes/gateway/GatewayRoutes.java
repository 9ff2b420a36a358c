package org.liaison.routes.gateway;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.liaison.casework.Forms;
import org.liaison.casework.course.CaseView;
import org.liaison.casework.course.Deadline;
import org.liaison.casework.course.Deadlines;
import org.liaison.seal.Opener;
import org.liaison.seal.SealExaminer;
import org.liaison.tracing.Follower;

/// The door of this room: builds the routes over the ports, and is how the house starts them.
public final class GatewayRoutes {

    static final String COMPOSE = "direct:gateway-compose";
    static final String DISPATCH = "direct:gateway-dispatch";
    static final String MAILBOX = "direct:gateway-mailbox";
    static final String ACCESS = "direct:gateway-access";
    static final String LIMITS = "direct:gateway-limits";
    static final String DEADLINES = "direct:gateway-deadlines";

    /// Where things are kept; the house fulfils these.
    public record Stores(
            Casebook cases, Outbox outbox, Inbox inbox, EvidenceBook evidence, SetAside setAside, CaseClocks clocks) {}

    /// Whom and what to believe.
    public record Judges(Register register, Keyring keyring, Forms forms, SealExaminer seals, Proofs proofs) {}

    /// `lifetime` is how long a message may travel; `parcelsAtOnce` goes into one broker transaction.
    public record Terms(Clock clock, Duration lifetime, int parcelsAtOnce) {}

    private final ProducerTemplate start;
    private final Compose compose;

    private GatewayRoutes(ProducerTemplate start, Compose compose) {
        this.start = start;
        this.compose = compose;
    }

    /// Tells `follower` when messages passed the steps of the routes; before [#add].
    public static void follow(CamelContext context, Follower follower) {
        if (!follower.equals(Follower.NOBODY))
            context.getCamelContextExtension().addInterceptStrategy(new Timekeeper(follower));
    }

    /// Adds the routes to a context that is started by its owner.
    public static GatewayRoutes add(CamelContext context, Stores stores, Judges judges, Carrier carrier, Terms terms) {
        try {
            Statements statements = new Statements(judges.keyring());
            FormCheck forms = new FormCheck(judges.forms(), stores.cases());
            context.addRoutesConfigurations(new GatewayFailures());
            Compose compose = new Compose(
                    new DraftExamination(forms, stores.cases(), judges.register()),
                    judges.keyring(),
                    stores.cases(),
                    stores.outbox(),
                    new Compose.Terms(terms.clock(), terms.lifetime()));
            context.addRoutes(new ComposeRoute(compose));
            context.addRoutes(new DispatchRoute(new Dispatch(stores.outbox(), carrier, terms.parcelsAtOnce())));
            context.addRoutes(new MailboxRoute(stores.setAside(), terms.clock()));
            context.addRoutes(new ReceptionRoute(new Reception(
                    new Examination(
                            judges.proofs(), judges.seals(), new Opener(judges.seals()), judges.keyring(), forms),
                    judges.register(),
                    stores.inbox(),
                    statements,
                    stores.setAside())));
            context.addRoutes(new ReceiptsRoute(
                    new Receipts(judges.proofs(), judges.register(), stores.evidence(), stores.setAside())));
            context.addRoutes(new AccessRoute(new Access(stores.inbox(), statements, terms.clock())));
            context.addRoutes(new LimitsRoute(new Limits(stores.outbox(), judges.register())));
            context.addRoutes(new DeadlinesRoute(new Watch(stores.clocks(), judges.register())));
            return new GatewayRoutes(context.createProducerTemplate(), compose);
        } catch (Exception e) {
            throw new IllegalStateException("the gateway's routes cannot be built", e);
        }
    }

    /// An officer hands in a draft. When the answer is [Submission.Queued] the message is durable; where the calling
    /// thread has a transaction, with that.
    public Submission compose(Draft draft) {
        return ask(COMPOSE, draft, Submission.class);
    }

    /// What [#compose] would object to now. Nothing is sealed, stored or counted.
    public Optional<Submission.Refused> objections(Draft draft) {
        return compose.examine(draft) instanceof Composition.Unsound(var refusal, var _, var _)
                ? Optional.of(refusal)
                : Optional.empty();
    }

    /// Sends what is due. Answers what became of it, so that the caller knows how long to pause.
    public Carriage dispatch(Instant now) {
        return ask(DISPATCH, now, Carriage.class);
    }

    /// Takes one batch from a mailbox. When this returns the broker may be told; when it throws nothing was taken.
    public void receive(Batch batch) {
        start.requestBody(MAILBOX, batch);
    }

    public Inbox.Access open(OpenRequest request) {
        return ask(ACCESS, request, Inbox.Access.class);
    }

    public void passLimits(Instant now) {
        start.requestBody(LIMITS, now);
    }

    /// Reminds and escalates. What is to be told is durable when this returns.
    public void watchDeadlines(Instant now) {
        start.requestBody(DEADLINES, now);
    }

    /// What is due in a case, under what its States agreed; nothing where directory and rulebook have run out.
    public static List<Deadline> deadlines(CaseView view, Register register, Instant now) {
        return register.inForce(now)
                .map(inForce -> Deadlines.of(view, AgreedTerms.of(view, inForce)))
                .orElse(List.of());
    }

    private <T> T ask(String route, Object body, Class<T> answer) {
        return Objects.requireNonNull(start.requestBody(route, body, answer), "a route answers");
    }
}
