package org.liaison.directory.listing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.liaison.directory.AuthorityFunction;
import org.liaison.directory.AuthorityRole;
import org.liaison.directory.Competence;
import org.liaison.directory.Demands;
import org.liaison.directory.Line;
import org.liaison.directory.Listing;
import org.liaison.directory.Phone;
import org.liaison.directory.Reach;
import org.liaison.directory.WorkingCalendar;

/// The cells for people. Each text is tried alone first, so that a complaint stands at its own column.
final class ListingReading {

    private final Cells cells;

    ListingReading(Cells cells) {
        this.cells = cells;
    }

    @Nullable
    Listing read() {
        @Nullable Competence competence = competence();
        @Nullable Reach reach = reach();
        @Nullable Demands demands = demands();
        Optional<LocalDate> verified = cells.optional(Column.LAST_VERIFIED, WorkingCalendar::date);
        if (competence == null || reach == null || demands == null) return null;
        return new Listing(competence, reach, demands, verified);
    }

    private @Nullable Competence competence() {
        Set<AuthorityFunction> functions = cells.set(Column.FUNCTIONS, Cells.constant(AuthorityFunction.values()));
        Set<AuthorityRole> roles = cells.set(Column.ROLES, Cells.constant(AuthorityRole.values()));
        return cells.whole(Column.TERRITORY, () -> new Competence(functions, roles, cells.text(Column.TERRITORY)));
    }

    private @Nullable Reach reach() {
        String post = cells.text(Column.POSTAL_ADDRESS, ListingReading::line);
        String requests = cells.text(Column.REQUESTS_TO, ListingReading::line);
        List<Phone> phones = cells.list(Column.PHONES, Phone::parse);
        String urgent = cells.text(Column.URGENT_PROCEDURE, ListingReading::line);
        Optional<Boolean> interpol = cells.optional(Column.ACCEPTS_VIA_INTERPOL, Cells::yes);
        String function = cells.text(Column.CONTACT_FUNCTION, ListingReading::line);
        if (!cells.complaints().isEmpty()) return null;
        return cells.whole(Column.PHONES, () -> new Reach(post, requests, phones, urgent, interpol, function));
    }

    private @Nullable Demands demands() {
        List<String> formats = cells.list(Column.FORMATS, ListingReading::format);
        Optional<Boolean> encryption = cells.optional(Column.ENCRYPTION_REQUIRED, Cells::yes);
        Optional<Boolean> signature = cells.optional(Column.SIGNATURE_REQUIRED, Cells::yes);
        String dual = cells.text(Column.DUAL_CRIMINALITY, ListingReading::line);
        String use = cells.text(Column.USE_LIMITATION, ListingReading::line);
        String special = cells.text(Column.SPECIAL_DOCUMENTS, ListingReading::line);
        List<String> links = cells.list(Column.LINKS, ListingReading::link);
        if (!cells.complaints().isEmpty()) return null;
        return new Demands(formats, encryption, signature, dual, use, special, links);
    }

    private static String line(String text) {
        Line.demand("this", text, Line.LONG);
        return text;
    }

    private static String format(String text) {
        return new Demands(List.of(text), Optional.empty(), Optional.empty(), "", "", "", List.of())
                .formats()
                .getFirst();
    }

    private static String link(String text) {
        return new Demands(List.of(), Optional.empty(), Optional.empty(), "", "", "", List.of(text))
                .links()
                .getFirst();
    }
}
