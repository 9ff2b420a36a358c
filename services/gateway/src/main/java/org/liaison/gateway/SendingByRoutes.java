package org.liaison.gateway;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.liaison.casework.Forms;
import org.liaison.casework.KindOfMessage;
import org.liaison.casework.Problem;
import org.liaison.casework.View;
import org.liaison.desk.Sending;
import org.liaison.desk.Sheet;
import org.liaison.desk.forms.Questionnaire;
import org.liaison.directory.Authority;
import org.liaison.directory.Directory;
import org.liaison.directory.Explanation;
import org.liaison.directory.Question;
import org.liaison.message.Attachment;
import org.liaison.message.AuthorityCode;
import org.liaison.message.AuthorityKind;
import org.liaison.message.Language;
import org.liaison.message.MessageKind;
import org.liaison.message.Suite;
import org.liaison.routes.gateway.Draft;
import org.liaison.routes.gateway.GatewayRoutes;
import org.liaison.routes.gateway.Register;
import org.liaison.routes.gateway.Submission;

/// What the desk sends takes the same way as what comes over the API.
final class SendingByRoutes implements Sending {

    /// Sealing and base64 make a letter larger than its files.
    private static final double ROOM_FOR_FILES = 0.7;

    private final GatewayRoutes routes;
    private final SheetsInPostgres sheets;
    private final Sources sources;
    private final Runnable queued;
    private final Clock clock;

    record Sources(Shelf shelf, Forms forms, Register register, long mostBytes, Counter counter) {}

    SendingByRoutes(GatewayRoutes routes, SheetsInPostgres sheets, Sources sources, Runnable queued, Clock clock) {
        this.routes = routes;
        this.sheets = sheets;
        this.sources = sources;
        this.queued = queued;
        this.clock = clock;
    }

    /// Of two tries at once, from two pages or by two persons, the second waits for the first
    /// and finds the message.
    ///
    /// What is sealed takes its place at the counter before it is fetched. Had the sheet grown
    /// since it was measured, it would not be what was shown.
    @Override
    public Outcome send(Order order) {
        long bytes = sheets.find(order.sheet()).map(Sheet::bytes).orElse(0L);
        return sources.counter()
                .await(bytes)
                .map(place -> {
                    try (Counter.Place _ = place) {
                        return made(order);
                    }
                })
                .orElseGet(Outcome.Busy::new);
    }

    private Outcome made(Order order) {
        Optional<Outcome> outcome = sheets.send(order, this::compose);
        if (outcome.filter(Outcome.Sent.class::isInstance).isPresent()) queued.run();
        return outcome.or(() -> sentBefore(order.sheet())).orElseGet(Outcome.NotTheirs::new);
    }

    private Outcome compose(Sheet sheet, List<Attachment> files) {
        return switch (routes.compose(draft(sheet, files))) {
            case Submission.Queued(var slip, var _) -> new Outcome.Sent(slip.id(), slip.caseId());
            case Submission.Refused refused -> new Outcome.Refused(obstacles(refused));
        };
    }

    private Optional<Outcome> sentBefore(UUID sheet) {
        return sheets.became(sheet)
                .flatMap(became -> sources.shelf().find(became.message(), List.of(became.from())).stream()
                        .findFirst())
                .map(copy -> new Outcome.Sent(copy.id(), copy.caseId()));
    }

    @Override
    public List<Obstacle> obstacles(Sheet sheet) {
        return routes.objections(draft(sheet, sheets.contents(sheet.id())))
                .map(SendingByRoutes::obstacles)
                .orElse(List.of());
    }

    private static List<Obstacle> obstacles(Submission.Refused refused) {
        return refused.objections().stream()
                .map(objection -> new Obstacle(
                        new Problem(objection.pointer(), objection.sentence(), objection.why(), ""),
                        objection.pointer().startsWith("/")))
                .toList();
    }

    private Draft draft(Sheet sheet, List<Attachment> files) {
        Questionnaire questionnaire =
                Questionnaire.of(sources.forms(), sheet.kind(), Language.EN).orElseThrow();
        return new Draft(
                sheet.from(),
                sheet.travel().to(),
                questionnaire.draft(sheet.answers(), sheet.attached()).bytes(),
                files,
                sheet.caseId(),
                sheet.travel().priority(),
                sheet.travel().due(),
                sheet.travel().handling());
    }

    @Override
    public List<Offer> offers(AuthorityCode from, MessageKind kind) {
        Instant now = clock.instant();
        return sources.register()
                .inForce(now)
                .map(inForce -> inForce.directory().authorities().stream()
                        .filter(authority -> !authority.code().equals(from))
                        .map(authority -> offer(authority, from, kind, inForce, now))
                        .toList())
                .orElse(List.of());
    }

    private static Offer offer(
            Authority authority, AuthorityCode from, MessageKind kind, Register.InForce inForce, Instant now) {
        Explanation explanation = Explanation.of(
                inForce.directory(),
                inForce.rulebook(),
                new Question(from, authority.code(), kind, now, false, Optional.empty()));
        return new Offer(
                authority.code(),
                authority.name(),
                explanation.permitted(),
                explanation.permitted() ? "" : explanation.sentence());
    }

    @Override
    public List<List<AuthorityCode>> groups(Sheet sheet) {
        Map<AuthorityKind, View> views =
                sources.forms().kind(sheet.kind()).map(KindOfMessage::views).orElse(Map.of());
        Optional<Directory> directory =
                sources.register().inForce(clock.instant()).map(Register.InForce::directory);
        Map<Share, List<AuthorityCode>> groups = new LinkedHashMap<>();
        for (AuthorityCode to : sheet.travel().to())
            groups.computeIfAbsent(
                            new Share(
                                    views.getOrDefault(to.kind(), View.WHOLE),
                                    directory
                                            .flatMap(known -> known.authority(to))
                                            .map(Authority::suite)),
                            _ -> new ArrayList<>())
                    .add(to);
        return List.copyOf(groups.values());
    }

    /// What those have in common who can share a message.
    private record Share(View view, Optional<Suite> suite) {}

    @Override
    public long mostBytes(List<AuthorityCode> to) {
        long theirs = sources.register()
                .inForce(clock.instant())
                .map(inForce -> to.stream()
                        .flatMap(code -> inForce.directory().authority(code).stream())
                        .mapToLong(Authority::maxContentBytes)
                        .min()
                        .orElse(Long.MAX_VALUE))
                .orElse(Long.MAX_VALUE);
        return Math.min(sources.mostBytes(), (long) (theirs * ROOM_FOR_FILES));
    }
}
