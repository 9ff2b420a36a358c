package org.liaison.gateway;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Cases, as their messages tell them.
@RestController
@RequestMapping("/api/v1/cases")
final class CaseResource {

    private final Shelf shelf;
    private final CasebookInPostgres cases;
    private final Telling telling;
    private final Timeline timeline;
    private final Clock clock;

    CaseResource(Shelf shelf, CasebookInPostgres cases, Telling telling, Timeline timeline, Clock clock) {
        this.shelf = shelf;
        this.cases = cases;
        this.telling = telling;
        this.timeline = timeline;
        this.clock = clock;
    }

    @GetMapping
    Views.CasePage cases(
            HttpServletRequest request,
            @RequestParam(required = false) @Nullable String as,
            @RequestParam(defaultValue = "100") int limit) {
        return new Views.CasePage(
                shelf.cases(Caller.of(request).as(as), Optional.empty(), MessageResource.limit(limit)).stream()
                        .map(this::tell)
                        .toList());
    }

    @GetMapping("/{id}")
    Views.Case one(
            HttpServletRequest request, @PathVariable String id, @RequestParam(required = false) @Nullable String as) {
        Shelf.CaseRow row = Caller.of(request).caseRow(shelf, id, as);
        return tell(row)
                .with(shelf.ofCase(row.id(), row.owner()).stream()
                        .map(telling::summary)
                        .toList());
    }

    @GetMapping("/{id}/trace")
    Views.CaseTrace trace(
            HttpServletRequest request, @PathVariable String id, @RequestParam(required = false) @Nullable String as) {
        Shelf.CaseRow row = Caller.of(request).caseRow(shelf, id, as);
        return new Views.CaseTrace(
                row.id().toString(),
                row.owner().toString(),
                shelf.ofCase(row.id(), row.owner()).stream()
                        .map(timeline::trace)
                        .toList());
    }

    private Views.Case tell(Shelf.CaseRow row) {
        return Telling.caseOf(row, cases.view(row.id(), row.owner(), clock.instant()));
    }
}
