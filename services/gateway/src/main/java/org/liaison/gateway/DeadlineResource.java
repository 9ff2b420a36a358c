package org.liaison.gateway;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.liaison.casework.course.CaseView;
import org.liaison.casework.course.Deadline;
import org.liaison.message.AuthorityCode;
import org.liaison.routes.gateway.GatewayRoutes;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What is due, and what officers were told because time passes.
@RestController
@RequestMapping("/api/v1/deadlines")
final class DeadlineResource {

    private final Shelf shelf;
    private final CasebookInPostgres cases;
    private final CaseClocksInPostgres clocks;
    private final GatewayRoutes.Judges judges;
    private final Clock clock;

    DeadlineResource(
            Shelf shelf,
            CasebookInPostgres cases,
            CaseClocksInPostgres clocks,
            GatewayRoutes.Judges judges,
            Clock clock) {
        this.shelf = shelf;
        this.cases = cases;
        this.clocks = clocks;
        this.judges = judges;
        this.clock = clock;
    }

    /// `ours` is whether the authority that asks must act itself. `due` is absent while the clock stands still.
    record Due(
            String caseId,
            String as,
            String clock,
            boolean ours,
            List<String> mustAct,
            Instant started,
            Optional<Instant> due,
            boolean missed,
            boolean binding,
            String source) {}

    record Told(
            String caseId, String as, String clock, String urgency, Instant moment, String sentence, Instant toldAt) {}

    record Deadlines(List<Due> deadlines, List<Told> notices) {}

    @GetMapping
    Deadlines deadlines(
            HttpServletRequest request,
            @RequestParam(required = false) @Nullable String as,
            @RequestParam(defaultValue = "100") int limit) {
        var owners = Caller.of(request).as(as);
        Instant now = clock.instant();
        int most = MessageResource.limit(limit);
        return new Deadlines(
                shelf.cases(owners, Optional.empty(), most).stream()
                        .flatMap(row -> of(row, now))
                        .sorted(Comparator.comparing(one -> one.due().orElse(Instant.MAX)))
                        .toList(),
                clocks.notices(owners, Optional.empty(), most).stream()
                        .map(DeadlineResource::told)
                        .toList());
    }

    private Stream<Due> of(Shelf.CaseRow row, Instant now) {
        CaseView view = cases.view(row.id(), row.owner(), now);
        return GatewayRoutes.deadlines(view, judges.register(), now).stream().map(deadline -> due(row, deadline, now));
    }

    private static Due due(Shelf.CaseRow row, Deadline deadline, Instant now) {
        return new Due(
                row.id().toString(),
                row.owner().toString(),
                deadline.clock(),
                deadline.mustAct().contains(row.owner()),
                deadline.mustAct().stream().map(AuthorityCode::toString).toList(),
                deadline.started(),
                deadline.due(),
                deadline.missed(now),
                deadline.binding(),
                deadline.source());
    }

    private static Told told(CaseClocksInPostgres.Told told) {
        return new Told(
                told.notice().caseId().toString(),
                told.notice().owner().toString(),
                told.notice().clock(),
                told.notice().urgency().name(),
                told.notice().moment(),
                told.notice().sentence(),
                told.at());
    }
}
