package org.liaison.desk.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A question on a page: what is asked, what has been typed, what is wrong with it.
///
/// `number` counts the entries of a list from 1 and is 0 elsewhere. `boxes` are the questions inside, or the entries
/// of a list; `aside` those that only other answers would call for. `offers` are the attached files where one of them
/// is asked for. `more`: the list can have another entry.
public record Box(
        Question question,
        String at,
        int number,
        Standing standing,
        List<String> values,
        List<Box> boxes,
        List<Box> aside,
        List<TaskList.Fault> faults,
        List<Question.Choice> offers,
        boolean more) {

    private static final int SHORT = 30;
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern LISTING = Pattern.compile(
            "\\b(or|and|ou|et|o|u|y|أو|و|или|и|true|false)\\b|[或和\\s,;.:،؛、，；。：]", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern MOMENT =
            Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]{1,3})?)?)Z?");

    public Box {
        values = List.copyOf(values);
        boxes = List.copyOf(boxes);
        aside = List.copyOf(aside);
        faults = List.copyOf(faults);
        offers = List.copyOf(offers);
    }

    public String name() {
        return Names.name(at);
    }

    public Input input() {
        return question.input();
    }

    public Text label() {
        return question.label();
    }

    public String value() {
        return values.isEmpty() ? "" : values.getFirst();
    }

    public boolean isNeeded() {
        return standing.need() == Standing.Need.NEEDED;
    }

    public boolean isRuledOut() {
        return standing.need() == Standing.Need.RULED_OUT;
    }

    /// An entry of a list is there because it was added: whether it is needed is the list's matter.
    public boolean isOptional() {
        return number == 0 && !isNeeded() && !isRuledOut();
    }

    public boolean isInvalid() {
        return !faults.isEmpty();
    }

    /// The ids of hint, rule and problems, for whoever listens to the page; nothing is `null`, which writes no
    /// attribute.
    public @Nullable String describedBy() {
        List<String> ids = new ArrayList<>();
        if (hasHint()) ids.add(name() + "--hint");
        if (!standing.because().isEmpty()) ids.add(name() + "--rule");
        for (int i = 0; i < faults.size(); i++) ids.add(name() + "--fault-" + i);
        return ids.isEmpty() ? null : String.join(" ", ids);
    }

    public boolean hasHint() {
        return number == 0 && (showsHelp() || hasSource() || showsExample() || input() == Input.MOMENT);
    }

    /// A help that only lists the codes says nothing beside the choices.
    public boolean showsHelp() {
        String words = question.help().words();
        for (Question.Choice choice : question.choices()) words = words.replace(choice.value(), "");
        return question.choices().isEmpty()
                ? !words.isEmpty()
                : !LISTING.matcher(words).replaceAll("").isEmpty();
    }

    public boolean hasSource() {
        return !question.wording().article().isEmpty();
    }

    /// A choice in a list that cannot show its code apart.
    public String option(Question.Choice choice) {
        boolean coded = offers.isEmpty() && !choice.label().words().equals(choice.value());
        return coded
                ? choice.label().words() + " (" + choice.value() + ")"
                : choice.label().words();
    }

    /// Codes to choose from, and whatever stands there though it is none of them.
    public List<Question.Choice> choices() {
        List<Question.Choice> choices = new ArrayList<>(offers.isEmpty() ? question.choices() : offers);
        for (String value : values)
            if (!value.isBlank()
                    && choices.stream().noneMatch(choice -> choice.value().equals(value)))
                choices.add(new Question.Choice(value, Text.english(value)));
        return choices;
    }

    public boolean has(String value) {
        return values.contains(value);
    }

    public boolean isSaidToBeEmpty() {
        return value().equals(Answers.NONE);
    }

    /// Whether the page lets one say that a list is empty, which is something else than saying nothing.
    public boolean offersNone() {
        return input() == Input.REPEATED
                && question.limits().fewestEntries() == 0
                && (question.required() || isSaidToBeEmpty());
    }

    /// Which element it is.
    public String form() {
        return switch (input()) {
            case LONG_TEXT -> "textarea";
            case ONE_OF_MANY -> "select";
            case FILE, DIGEST -> offers.isEmpty() ? "input" : "select";
            default -> "input";
        };
    }

    /// A browser takes the first line break of a text area for layout: one that was typed needs another before it.
    public String leadingLine() {
        return value().startsWith("\n") || value().startsWith("\r") ? "\n" : "";
    }

    /// A list of suggestions that the page has.
    public @Nullable String suggestions() {
        return switch (input()) {
            case COUNTRY -> "countries";
            case LANGUAGE -> "languages";
            default -> null;
        };
    }

    public @Nullable String keyboard() {
        return switch (input()) {
            case NUMBER -> "numeric";
            case EMAIL -> "email";
            default -> null;
        };
    }

    /// A moment is asked to the second, so that one that has seconds is not refused by the browser.
    public @Nullable String step() {
        return control().equals("datetime-local") ? "1" : null;
    }

    /// Codes are explained where they are chosen; everything else that is written by hand has an example.
    public boolean showsExample() {
        return input().isSimple()
                && question.choices().isEmpty()
                && input() != Input.CONFIRM
                && !question.wording().example().isEmpty();
    }

    /// Whether it is a line of a list of single answers, which may be left empty.
    public boolean isSimpleEntry() {
        return number > 0 && input().isSimple();
    }

    /// What a browser calls the control. A date that is none is shown as the text that it is: a date field would not
    /// show it at all.
    public String control() {
        return switch (input()) {
            case DATE -> value().isEmpty() || DATE.matcher(value()).matches() ? "date" : "text";
            case MOMENT -> value().isEmpty() || MOMENT.matcher(value()).matches() ? "datetime-local" : "text";
            case PHONE -> "tel";
            default -> "text";
        };
    }

    /// The value as that control wants it.
    public String shown() {
        return control().equals("datetime-local") ? MOMENT.matcher(value()).replaceAll("$1") : value();
    }

    /// How wide the control is, by what it will hold.
    public String width() {
        return switch (input()) {
            case COUNTRY -> "w-4";
            case NUMBER, LANGUAGE, PARTIAL_DATE, DATE -> "w-10";
            case MOMENT, PHONE -> "w-20";
            default -> isShort() ? "w-20" : "w-full";
        };
    }

    public int rows() {
        return question.limits().longest() > 5_000 ? 7 : 4;
    }

    /// Where a shape and no length is demanded, the example tells how long it is.
    private boolean isShort() {
        int longest = question.limits().longest();
        int example = question.wording().example().length();
        return longest <= SHORT || (longest == Integer.MAX_VALUE && example > 0 && example <= SHORT);
    }

    /// All boxes inside, for whoever looks for something in them.
    Stream<Box> all() {
        return Stream.concat(
                Stream.of(this), Stream.concat(boxes.stream(), aside.stream()).flatMap(Box::all));
    }
}
