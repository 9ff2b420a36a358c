package org.liaison.directory.listing;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.liaison.directory.Authority;
import org.liaison.directory.Competence;
import org.liaison.directory.ContactPoint;
import org.liaison.directory.Demands;
import org.liaison.directory.Reach;
import org.liaison.directory.WorkingCalendar;
import org.liaison.message.Digest;

/// From an authority to its row. [Cells] goes the other way.
final class Rows {

    static final String YES = "yes";
    static final String NO = "no";

    private Rows() {}

    static Row of(Authority authority) {
        Map<Column, String> cells = new EnumMap<>(Column.class);
        cells.put(Column.CODE, authority.code().toString());
        cells.put(Column.NAME, authority.name());
        cells.put(Column.COUNTRY, authority.code().country().code());
        cells.put(Column.KIND, authority.code().kind().code());
        cells.put(Column.LANGUAGES, Row.join(authority.languages()));
        cells.put(Column.ACCEPTS, list(authority.accepts()));
        cells.put(Column.GATEWAY, authority.gateway().toString());
        cells.put(Column.SUITE, authority.suite().code());
        cells.put(Column.MAX_CONTENT_BYTES, Long.toString(authority.maxContentBytes()));
        cells.put(
                Column.SIGNING_CERTIFICATES,
                Row.join(authority.signingCertificates().stream()
                        .map(Digest::toHex)
                        .sorted()
                        .toList()));
        cells.put(
                Column.ENCRYPTION_CERTIFICATE, authority.encryptionCertificate().toBase64());
        contact(authority.contact(), cells);
        competence(authority.listing().competence(), cells);
        reach(authority.listing().reach(), cells);
        demands(authority.listing().demands(), cells);
        cells.put(
                Column.LAST_VERIFIED,
                authority.listing().lastVerified().map(LocalDate::toString).orElse(""));
        return new Row(0, cells);
    }

    private static void contact(ContactPoint contact, Map<Column, String> cells) {
        cells.put(Column.PHONE, contact.phone());
        cells.put(Column.EMAIL, contact.email());
        cells.put(Column.ROUND_THE_CLOCK, flag(Optional.of(contact.roundTheClock())));
        cells.put(Column.OFFICE_HOURS, contact.officeHours());
        cells.put(Column.UTC_OFFSET, contact.utcOffset());
        Optional<WorkingCalendar> calendar = contact.calendar();
        cells.put(Column.ZONE, calendar.map(WorkingCalendar::zone).orElse(""));
        cells.put(
                Column.WORKING_DAYS,
                Row.join(calendar.stream()
                        .flatMap(one -> one.days().stream())
                        .map(WorkingCalendar::letters)
                        .toList()));
        cells.put(Column.OPENS, calendar.map(one -> one.opens().toString()).orElse(""));
        cells.put(Column.CLOSES, calendar.map(one -> one.closes().toString()).orElse(""));
        cells.put(
                Column.HOLIDAYS,
                Row.join(calendar.stream()
                        .flatMap(one -> one.holidays().stream())
                        .map(LocalDate::toString)
                        .toList()));
    }

    private static void competence(Competence competence, Map<Column, String> cells) {
        cells.put(Column.FUNCTIONS, list(competence.functions()));
        cells.put(Column.ROLES, list(competence.roles()));
        cells.put(Column.TERRITORY, competence.territory());
    }

    private static void reach(Reach reach, Map<Column, String> cells) {
        cells.put(Column.POSTAL_ADDRESS, reach.postalAddress());
        cells.put(Column.REQUESTS_TO, reach.requestsTo());
        cells.put(Column.PHONES, list(reach.phones()));
        cells.put(Column.URGENT_PROCEDURE, reach.urgentProcedure());
        cells.put(Column.ACCEPTS_VIA_INTERPOL, flag(reach.acceptsViaInterpol()));
        cells.put(Column.CONTACT_FUNCTION, reach.contactFunction());
    }

    private static void demands(Demands demands, Map<Column, String> cells) {
        cells.put(Column.FORMATS, Row.join(demands.formats()));
        cells.put(Column.ENCRYPTION_REQUIRED, flag(demands.encryptionRequired()));
        cells.put(Column.SIGNATURE_REQUIRED, flag(demands.signatureRequired()));
        cells.put(Column.DUAL_CRIMINALITY, demands.dualCriminality());
        cells.put(Column.USE_LIMITATION, demands.useLimitation());
        cells.put(Column.SPECIAL_DOCUMENTS, demands.specialDocuments());
        cells.put(Column.LINKS, Row.join(demands.links()));
    }

    private static String list(Collection<?> values) {
        return Row.join(values.stream().map(String::valueOf).toList());
    }

    private static String flag(Optional<Boolean> value) {
        return value.map(yes -> yes ? YES : NO).orElse("");
    }
}
