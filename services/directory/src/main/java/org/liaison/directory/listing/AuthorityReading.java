package org.liaison.directory.listing;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.liaison.directory.Authority;
import org.liaison.directory.ContactPoint;
import org.liaison.directory.Languages;
import org.liaison.directory.Listing;
import org.liaison.directory.Phone;
import org.liaison.directory.WorkingCalendar;
import org.liaison.message.AuthorityCode;
import org.liaison.message.Bytes;
import org.liaison.message.Digest;
import org.liaison.message.GatewayCode;
import org.liaison.message.MessageKind;
import org.liaison.message.Suite;

/// From a row to the authority it describes. [Rows] goes the other way.
final class AuthorityReading {

    private static final String ANY_PHONE = "+99000000000";
    private static final String ANY_EMAIL = "desk@example.org";
    private static final String UTC = "Z";

    private final Cells cells;

    AuthorityReading(Cells cells) {
        this.cells = cells;
    }

    /// Empty where there are complaints.
    Optional<Authority> read() {
        @Nullable AuthorityCode code = cells.read(Column.CODE, AuthorityCode::parse);
        if (code != null) agreeWith(code);
        @Nullable String name = cells.read(Column.NAME, text -> text);
        @Nullable GatewayCode gateway = cells.read(Column.GATEWAY, GatewayCode::new);
        Set<MessageKind> accepts = cells.set(Column.ACCEPTS, MessageKind::new);
        @Nullable String some = cells.read(Column.LANGUAGES, text -> text);
        List<String> languages = cells.list(Column.LANGUAGES, Languages::demand);
        @Nullable Long longest = cells.read(Column.MAX_CONTENT_BYTES, AuthorityReading::size);
        @Nullable Suite suite = cells.read(Column.SUITE, Suite::ofCode);
        @Nullable String digests = cells.read(Column.SIGNING_CERTIFICATES, text -> text);
        Set<Digest> signing = cells.set(Column.SIGNING_CERTIFICATES, Digest::ofHex);
        @Nullable Bytes encryption = cells.read(Column.ENCRYPTION_CERTIFICATE, Bytes::ofBase64);
        @Nullable ContactPoint contact = contact();
        @Nullable Listing listing = new ListingReading(cells).read();
        boolean whole = some != null && digests != null && cells.complaints().isEmpty();
        if (!whole
                || code == null
                || name == null
                || gateway == null
                || longest == null
                || suite == null
                || encryption == null
                || contact == null
                || listing == null) return Optional.empty();
        return Optional.ofNullable(cells.whole(
                Column.NAME,
                () -> new Authority(
                        code,
                        name,
                        gateway,
                        accepts,
                        languages,
                        longest,
                        suite,
                        signing,
                        encryption,
                        contact,
                        listing)));
    }

    /// Country and kind are for whoever sorts the list; they repeat the code and must not contradict it.
    private void agreeWith(AuthorityCode code) {
        String country = cells.text(Column.COUNTRY);
        String kind = cells.text(Column.KIND);
        if (!country.isEmpty() && !country.equals(code.country().code()))
            cells.complain(Column.COUNTRY, "the country is not that of the code");
        if (!kind.isEmpty() && !kind.equals(code.kind().code()))
            cells.complain(Column.KIND, "the kind is not that of the code");
    }

    private @Nullable ContactPoint contact() {
        @Nullable String phone = cells.read(Column.PHONE, AuthorityReading::number);
        @Nullable
        String email = cells.read(Column.EMAIL, text -> new ContactPoint(ANY_PHONE, text, true, "", UTC).email());
        @Nullable Boolean always = cells.read(Column.ROUND_THE_CLOCK, Cells::yes);
        @Nullable
        String offset = cells.read(
                Column.UTC_OFFSET, text -> new ContactPoint(ANY_PHONE, ANY_EMAIL, true, "", text).utcOffset());
        String hours = cells.text(Column.OFFICE_HOURS, text -> new ContactPoint(ANY_PHONE, ANY_EMAIL, true, text, UTC));
        if (Boolean.FALSE.equals(always) && hours.isBlank())
            cells.complain(Column.OFFICE_HOURS, "an authority that is not staffed round the clock has office hours");
        Optional<WorkingCalendar> calendar = calendar();
        if (phone == null || email == null || always == null || offset == null || (hours.isBlank() && !always))
            return null;
        return cells.whole(Column.ZONE, () -> new ContactPoint(phone, email, always, hours, offset, calendar));
    }

    private Optional<WorkingCalendar> calendar() {
        List<Column> about = List.of(Column.ZONE, Column.WORKING_DAYS, Column.OPENS, Column.CLOSES, Column.HOLIDAYS);
        if (about.stream().allMatch(column -> cells.text(column).isEmpty())) return Optional.empty();
        @Nullable String zone = cells.read(Column.ZONE, AuthorityReading::zone);
        @Nullable String some = cells.read(Column.WORKING_DAYS, text -> text);
        Set<DayOfWeek> days = cells.set(Column.WORKING_DAYS, WorkingCalendar::day);
        @Nullable LocalTime opens = cells.read(Column.OPENS, WorkingCalendar::time);
        @Nullable LocalTime closes = cells.read(Column.CLOSES, WorkingCalendar::time);
        Set<LocalDate> holidays = cells.set(Column.HOLIDAYS, WorkingCalendar::date);
        if (zone == null || some == null || days.isEmpty() || opens == null || closes == null) return Optional.empty();
        return Optional.ofNullable(
                cells.whole(Column.CLOSES, () -> new WorkingCalendar(zone, days, opens, closes, holidays)));
    }

    private static String zone(String text) {
        return new WorkingCalendar(text, Set.of(DayOfWeek.MONDAY), LocalTime.MIN, LocalTime.NOON, Set.of()).zone();
    }

    private static String number(String text) {
        return new Phone(text, false, "").number();
    }

    private static Long size(String text) {
        long size = Long.parseLong(text);
        if (size < 1) throw new IllegalArgumentException("this is at least 1");
        return size;
    }
}
