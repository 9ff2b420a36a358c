package org.liaison.pages;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.MeasureFormat;
import com.ibm.icu.text.MeasureFormat.FormatWidth;
import com.ibm.icu.text.RelativeDateTimeFormatter;
import com.ibm.icu.text.RelativeDateTimeFormatter.Direction;
import com.ibm.icu.text.RelativeDateTimeFormatter.RelativeUnit;
import com.ibm.icu.util.Measure;
import com.ibm.icu.util.MeasureUnit;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Locale;

/// Moments and sizes, as the reader of a page says them: in the reader's language and zone, which is always named.
public final class When {

    private static final Duration TWO_DAYS = Duration.ofDays(2);
    private static final Duration TWO_HOURS = Duration.ofHours(2);

    private static final int KILO = 1000;
    private static final int MEGA = 1_000_000;

    private final ULocale locale;
    private final ZoneId zone;
    private final Instant now;

    public When(Locale locale, ZoneId zone, Instant now) {
        this.locale = Words.numbered(locale);
        this.zone = zone;
        this.now = now;
    }

    /// Date, time and zone: `Nov 24, 2026, 14:05 GMT+1`.
    public String at(Instant moment) {
        return at(moment, zone);
    }

    /// The same moment where somebody else is.
    public String at(Instant moment, ZoneId elsewhere) {
        return in(DateFormat.getInstanceForSkeleton("yMMMdHmz", locale), moment, elsewhere);
    }

    /// The date alone.
    public String on(Instant moment) {
        return in(DateFormat.getInstanceForSkeleton("yMMMd", locale), moment, zone);
    }

    /// How far away, in the coarsest unit that still says it: `in 3 days`, `5 hours ago`.
    public String away(Instant moment) {
        Duration distance = Duration.between(now, moment);
        Direction direction = distance.isNegative() ? Direction.LAST : Direction.NEXT;
        Duration length = distance.abs();
        RelativeDateTimeFormatter formatter = RelativeDateTimeFormatter.getInstance(locale);
        if (length.compareTo(TWO_DAYS) >= 0)
            return formatter.format((double) length.toDays(), direction, RelativeUnit.DAYS);
        if (length.compareTo(TWO_HOURS) >= 0)
            return formatter.format((double) length.toHours(), direction, RelativeUnit.HOURS);
        return formatter.format((double) Math.max(length.toMinutes(), 1), direction, RelativeUnit.MINUTES);
    }

    public boolean past(Instant moment) {
        return moment.isBefore(now);
    }

    /// A size in the unit that people know: `12 MB`.
    public String bytes(long size) {
        boolean large = size >= MEGA;
        double shown = large ? (double) size / MEGA : Math.ceil((double) size / KILO);
        return MeasureFormat.getInstance(locale, FormatWidth.SHORT)
                .format(new Measure(
                        Math.round(shown * 10) / 10.0, large ? MeasureUnit.MEGABYTE : MeasureUnit.KILOBYTE));
    }

    public ZoneId zone() {
        return zone;
    }

    private static String in(DateFormat format, Instant moment, ZoneId where) {
        format.setTimeZone(TimeZone.getTimeZone(icu(where)));
        return format.format(Date.from(moment));
    }

    /// What is called `+02:00` in Java is `GMT+02:00` in ICU, which takes a name that it does not know for Greenwich.
    private static String icu(ZoneId zone) {
        if (!(zone.normalized() instanceof ZoneOffset offset)) return zone.getId();
        return offset.equals(ZoneOffset.UTC) ? "UTC" : "GMT" + offset.getId();
    }
}
