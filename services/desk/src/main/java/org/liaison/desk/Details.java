package org.liaison.desk;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.liaison.desk.forms.Text;
import org.liaison.message.Language;
import org.liaison.message.Reason;

/// What somebody added to a reason, for a reader. Evidence is written in English by whoever made it
/// and worded here; what nobody has worded is shown as the English that it is.
record Details(Language language) {

    private static final Pattern AT_A_FIELD = Pattern.compile("(?:form|(/[^:\\s]{1,200})): (.+)");

    /// One thing that was wrong; `at` is the field, as a JSON pointer, or empty.
    record Line(String at, Text words) {}

    /// None where they add nothing. Whom to call for a message that nobody confirmed is looked up
    /// in the directory instead: numbers change.
    public List<Line> of(Reason reason, String details) {
        if (reason == Reason.NOT_HANDED_OVER_IN_TIME || details.equals(reason.sentence())) return List.of();
        return details.lines().filter(line -> !line.isBlank()).map(this::line).toList();
    }

    private Line line(String english) {
        Matcher field = AT_A_FIELD.matcher(english);
        if (!field.matches()) return new Line("", Text.said(english, language));
        return new Line(field.group(1) == null ? "" : field.group(1), Text.said(field.group(2), language));
    }
}
