package org.liaison.gateway;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.liaison.casework.course.CaseView;
import org.liaison.desk.Cases;
import org.liaison.message.AuthorityCode;
import org.liaison.message.CaseId;
import org.liaison.routes.gateway.GatewayRoutes;
import org.liaison.routes.gateway.Register;

/// The desk's cases, worked out from what lies on the shelf.
final class CasesOnShelf implements Cases {

    private final Shelf shelf;
    private final CasebookInPostgres book;
    private final Register register;
    private final Clock clock;

    CasesOnShelf(Shelf shelf, CasebookInPostgres book, Register register, Clock clock) {
        this.shelf = shelf;
        this.book = book;
        this.register = register;
        this.clock = clock;
    }

    @Override
    public List<Dossier> list(Collection<AuthorityCode> owners, Optional<Mark> after, int most) {
        return dossiers(shelf.cases(owners, Optional.empty(), after, most));
    }

    @Override
    public Optional<Dossier> find(CaseId id, AuthorityCode owner) {
        return dossiers(shelf.cases(List.of(owner), Optional.of(id), 1)).stream()
                .findFirst();
    }

    private List<Dossier> dossiers(List<Shelf.CaseRow> rows) {
        Instant now = clock.instant();
        Map<AuthorityCode, List<CaseId>> ids = new HashMap<>();
        for (Shelf.CaseRow row : rows)
            ids.computeIfAbsent(row.owner(), _ -> new ArrayList<>()).add(row.id());
        Map<AuthorityCode, Map<CaseId, CaseView>> views = new HashMap<>();
        ids.forEach((owner, cases) -> views.put(owner, book.views(cases, owner, now)));
        return rows.stream()
                .map(row -> dossier(
                        row,
                        Objects.requireNonNull(
                                Objects.requireNonNull(views.get(row.owner())).get(row.id())),
                        now))
                .toList();
    }

    private Dossier dossier(Shelf.CaseRow row, CaseView view, Instant now) {
        return new Dossier(
                row.owner(),
                view,
                GatewayRoutes.deadlines(view, register, now),
                row.openedAt(),
                row.updatedAt(),
                row.messages(),
                row.unread(),
                row.erased());
    }
}
