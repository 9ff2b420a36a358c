package org.liaison.statistics;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// Lets figures out.
///
/// The first release about a month closes the period it asks for: groups are formed of everything that waits, and the
/// facts are destroyed. From then on there is nothing else to ask than those groups. A later release about the same
/// months adds up the same groups; one that would cut a closed period in two is refused; so no two releases differ by
/// less than a whole group.
public final class Gate {

    private final String source;
    private final Terms terms;
    private final Ledger ledger;
    private final Cover cover;

    public Gate(String source, Terms terms, Ledger ledger, Cover cover) {
        this.source = source;
        this.terms = terms;
        this.ledger = ledger;
        this.cover = cover;
    }

    public Answer release(Query query, Instant now) {
        Optional<String> objection = objection(query);
        if (objection.isPresent()) return new Answer.Refused(objection.get());
        return ledger.alone(query.population(), page -> release(query, page, now));
    }

    private Answer release(Query query, Ledger.Page page, Instant now) {
        List<Batch> closed = page.closed();
        for (Batch batch : closed)
            if (batch.period().meets(query.period()) && !query.period().has(batch.period()))
                return new Answer.Refused("The months " + batch.period() + " were closed together and cannot be told"
                        + " apart any more: ask for all of them, or for none.");
        Optional<YearMonth> through = closed.isEmpty()
                ? Optional.empty()
                : Optional.of(closed.getLast().period().to());
        if (through.isEmpty() || query.period().to().isAfter(through.get())) {
            YearMonth begin = through.map(month -> month.plusMonths(1))
                    .orElse(query.period().from());
            if (query.period().from().isAfter(begin))
                return new Answer.Refused(
                        "Months are closed in their order: the next period begins with " + begin + ".");
            Period period = new Period(begin, query.period().to());
            Optional<String> tooEarly = tooEarly(period, now);
            if (tooEarly.isPresent()) return new Answer.Refused(tooEarly.get());
            close(query.population(), period, page, now);
        }
        List<Batch> batches = page.closed().stream()
                .filter(batch -> query.period().has(batch.period()))
                .toList();
        return batches.isEmpty()
                ? new Answer.Refused("Nothing was counted in " + query.period() + ".")
                : new Answer.Released(Release.of(source, query, batches, terms));
    }

    private void close(Population population, Period period, Ledger.Page page, Instant now) {
        page.close(Batch.of(population, period, page.waiting(period.to()), new Grouping(terms.k(), cover), now));
    }

    private Optional<String> objection(Query query) {
        List<Variable> by = query.by();
        Population population = query.population();
        if (by.size() > terms.attributes())
            return Optional.of("A table shows at most " + terms.attributes() + " variables, not " + by.size() + ".");
        if (new HashSet<>(by).size() < by.size()) return Optional.of("A variable is named twice.");
        if (population.panels().stream().noneMatch(panel -> panel.containsAll(by)))
            return Optional.of("These variables are not shown in one table, for what one withholds another could give"
                    + " away. Together go: "
                    + String.join(
                            "; ",
                            population.panels().stream()
                                    .map(panel -> String.join(
                                            ", ",
                                            panel.stream().map(Variable::title).toList()))
                                    .toList())
                    + ".");
        return Optional.empty();
    }

    private Optional<String> tooEarly(Period period, Instant now) {
        if (period.months() < terms.months())
            return Optional.of("A period has at least " + terms.months() + " months; " + period + " has "
                    + period.months() + ". A short one would withhold more.");
        LocalDate ripe = period.end().plusDays(terms.settling());
        return now.atOffset(ZoneOffset.UTC).toLocalDate().isBefore(ripe)
                ? Optional.of("The months " + period + " can be closed from " + ripe + ", when answers have had "
                        + terms.settling() + " days to come in.")
                : Optional.empty();
    }
}
