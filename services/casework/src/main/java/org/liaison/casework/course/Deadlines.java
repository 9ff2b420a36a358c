package org.liaison.casework.course;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.liaison.casework.course.CaseView.Entered;
import org.liaison.message.AuthorityCode;
import org.liaison.message.Priority;

/// What is due in a case, worked out from its course like everything else about it.
public final class Deadlines {

    /// The clocks that run, the most pressing first; those that stand still come last.
    public static List<Deadline> of(CaseView view, Terms terms) {
        if (view.state().terminal()) return List.of();
        List<Deadline> deadlines = new ArrayList<>();
        for (Clock clock : Courses.of(view.id()).clocks())
            started(clock, view)
                    .flatMap(start -> deadline(clock, view, terms, start))
                    .ifPresent(deadlines::add);
        deadlines.sort((one, other) ->
                one.due().orElse(Instant.MAX).compareTo(other.due().orElse(Instant.MAX)));
        return List.copyOf(deadlines);
    }

    /// By when the other side has to act on what was just sent: the time that the slip of this message shall bear.
    public static Optional<Instant> due(CaseView view, Terms terms, Actor sender) {
        return of(view, terms).stream()
                .filter(deadline -> deadline.actor() != sender)
                .flatMap(deadline -> deadline.due().stream())
                .findFirst();
    }

    private static Optional<Deadline> deadline(Clock clock, CaseView view, Terms terms, Instant start) {
        Optional<Instant> end = end(clock, view, terms, start);
        if (end.isEmpty()) return Optional.empty();
        Optional<Instant> due = clock.paused().contains(view.state().name()) ? Optional.empty() : end;
        List<AuthorityCode> mustAct = clock.actor() == Actor.ASKED
                ? view.asked()
                : view.asking().stream().toList();
        List<Instant> reminders = due.stream()
                .flatMap(at -> terms.reminders().stream().map(at::minus))
                .filter(start::isBefore)
                .sorted()
                .toList();
        return Optional.of(new Deadline(
                clock.name(), clock.actor(), mustAct, start, due, terms.binding(), reminders, clock.source()));
    }

    /// When the clock started last and has not ended since.
    private static Optional<Instant> started(Clock clock, CaseView view) {
        Optional<Instant> start = Optional.empty();
        for (Entered step : view.entered()) {
            if (matches(clock.until(), step)) start = Optional.empty();
            if (start.isEmpty() && matches(clock.from(), step)) start = Optional.of(step.at());
        }
        return start;
    }

    private static Optional<Instant> end(Clock clock, CaseView view, Terms terms, Instant start) {
        WorkingCalendar calendar = terms.calendar(clock.actor());
        Optional<Instant> told = told(clock, view, start, calendar);
        if (told.isPresent()) return told;
        Priority priority = view.history().stream()
                .filter(fact -> !fact.created().isAfter(start))
                .reduce((earlier, later) -> later)
                .map(Fact::priority)
                .orElse(Priority.ROUTINE);
        return clock.length(priority, terms)
                .map(length -> length.after(start, calendar).plus(stoodStill(clock, view, start)));
    }

    /// The last date that a message told for this clock.
    private static Optional<Instant> told(Clock clock, CaseView view, Instant start, WorkingCalendar calendar) {
        Optional<Instant> last = Optional.empty();
        for (Fact fact : view.history()) {
            if (fact.created().isBefore(start)) continue;
            for (String date : clock.dates()) {
                String[] eventAndMark = date.split("\\.", 2);
                if (!fact.event().name().equals(eventAndMark[0])) continue;
                Optional<Instant> told =
                        Optional.ofNullable(fact.marks().get(eventAndMark[1])).flatMap(text -> moment(text, calendar));
                if (told.isPresent()) last = told;
            }
        }
        return last;
    }

    private static Duration stoodStill(Clock clock, CaseView view, Instant start) {
        Duration still = Duration.ZERO;
        Optional<Instant> since = Optional.empty();
        for (Entered step : view.entered()) {
            if (step.at().isBefore(start)) continue;
            boolean paused = clock.paused().contains(step.state().name());
            if (paused && since.isEmpty()) since = Optional.of(step.at());
            if (!paused && since.isPresent()) {
                still = still.plus(Duration.between(since.get(), step.at()));
                since = Optional.empty();
            }
        }
        return still;
    }

    /// By the state that is entered, by the event, or by an event whose form says so: `MLA_REQ.provisional`.
    private static boolean matches(Set<String> names, Entered step) {
        if (step.anew() && names.contains(step.state().name())) return true;
        return step.by()
                .filter(fact -> names.stream().anyMatch(name -> isTold(name, fact)))
                .isPresent();
    }

    private static boolean isTold(String name, Fact fact) {
        String event = fact.event().name();
        if (name.equals(event)) return true;
        return name.startsWith(event + ".")
                && fact.marks()
                        .getOrDefault(name.substring(event.length() + 1), "")
                        .equals("true");
    }

    /// A date is over when its day is.
    private static Optional<Instant> moment(String text, WorkingCalendar calendar) {
        try {
            return Optional.of(text.contains("T") ? Instant.parse(text) : calendar.endOf(LocalDate.parse(text)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Deadlines() {}
}
