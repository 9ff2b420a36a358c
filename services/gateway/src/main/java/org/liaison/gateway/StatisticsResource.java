package org.liaison.gateway;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Year;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.liaison.message.AuthorityCode;
import org.liaison.statistics.Answer;
import org.liaison.statistics.Gate;
import org.liaison.statistics.Period;
import org.liaison.statistics.Population;
import org.liaison.statistics.Query;
import org.liaison.statistics.Refusal;
import org.liaison.statistics.Variable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Figures about many cases. What leaves here went through the gate.
@RestController
@RequestMapping("/api/v1/statistics")
final class StatisticsResource {

    private final Counting counting;
    private final Clock clock;

    /// @param seats every authority of this gateway: closing a period concerns them all
    record Counting(Gate gate, LedgerInPostgres ledger, CodedFacts facts, Set<AuthorityCode> seats) {}

    StatisticsResource(Counting counting, Clock clock) {
        this.counting = counting;
        this.clock = clock;
    }

    /// What can be asked. Says nothing about the facts that wait.
    @GetMapping
    Overview overview() {
        return new Overview(Arrays.stream(Population.values())
                .filter(population -> population != Population.MESSAGE)
                .map(this::describe)
                .toList());
    }

    private Counted describe(Population population) {
        return new Counted(
                population.title(),
                population.meaning(),
                population.panels().stream()
                        .map(panel -> panel.stream().map(Variable::title).toList())
                        .toList(),
                counting.ledger.periods(population).stream()
                        .map(Period::toString)
                        .toList());
    }

    @PostMapping("/releases")
    ResponseEntity<byte[]> release(
            HttpServletRequest request,
            @RequestParam(defaultValue = "referral") String of,
            @RequestParam String from,
            @RequestParam String to,
            @RequestParam(defaultValue = "") String by) {
        Caller caller = Caller.of(request);
        if (!caller.authorities().containsAll(counting.seats)) throw Unservable.notForOne();
        Population population = read("#of", () -> Population.named(of));
        if (population == Population.MESSAGE)
            throw Unservable.unreadable("#of", "messages are counted by the hub, not by a gateway");
        Query query = new Query(population, period(from, to), variables(by, population));
        return switch (counting.gate.release(query, clock.instant())) {
            case Answer.Refused(String sentence) -> throw Unservable.notReleased(sentence);
            case Answer.Released(var release) -> {
                counting.ledger.note(release, query.by(), caller.authorities(), clock.instant());
                yield ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(release.toJson().toArray());
            }
        };
    }

    /// The adult who refuses a referral: sex, citizenship and year are kept, and not who asked them.
    @PostMapping("/refusals")
    ResponseEntity<Void> refusal(
            HttpServletRequest request,
            @RequestParam String sex,
            @RequestParam String citizenship,
            @RequestParam String year,
            @RequestParam(required = false) @Nullable String as) {
        Caller.of(request).as(as);
        Refusal refusal = read("#refusal", () -> new Refusal(sex, citizenship, year(year)));
        counting.facts.note(refusal);
        return ResponseEntity.noContent().build();
    }

    private Year year(String text) {
        Year year = Year.parse(text);
        Year now = Year.now(clock);
        if (year.isAfter(now) || year.isBefore(now.minusYears(1)))
            throw new IllegalArgumentException("the year is this one or the last");
        return year;
    }

    private static Period period(String from, String to) {
        YearMonth begin = month("#from", from);
        YearMonth end = month("#to", to);
        return read("#to", () -> new Period(begin, end));
    }

    private static YearMonth month(String pointer, String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeException e) {
            throw Unservable.unreadable(pointer, "a month is written like 2026-01");
        }
    }

    private static List<Variable> variables(String by, Population population) {
        return read(
                "#by",
                () -> Arrays.stream(by.split(","))
                        .filter(title -> !title.isBlank())
                        .map(title -> Variable.named(title.strip(), population))
                        .toList());
    }

    private static <T> T read(String pointer, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (DateTimeException e) {
            throw Unservable.unreadable(pointer, "a year is written like 2026");
        } catch (IllegalArgumentException e) {
            throw Unservable.unreadable(pointer, String.valueOf(e.getMessage()));
        }
    }

    record Overview(List<Counted> populations) {}

    /// @param together variables that may stand in one table
    record Counted(String of, String meaning, List<List<String>> together, List<String> closed) {}
}
