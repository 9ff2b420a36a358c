package org.liaison.statistics;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// For tests, and for trying out what a gate would let through.
public final class LedgerInMemory implements Ledger {

    private final List<CodedFact> facts = new ArrayList<>();
    private final Map<Population, List<Batch>> closed = new EnumMap<>(Population.class);

    public synchronized void note(CodedFact fact) {
        facts.add(fact);
    }

    @Override
    public synchronized <T> T alone(Population population, Function<Page, T> work) {
        return work.apply(new OnePage(population));
    }

    private final class OnePage implements Page {

        private final Population population;

        OnePage(Population population) {
            this.population = population;
        }

        @Override
        public List<Batch> closed() {
            return closed.getOrDefault(population, List.of()).stream()
                    .map(batch -> Batch.read(batch.toJson()))
                    .toList();
        }

        @Override
        public List<CodedFact> waiting(YearMonth through) {
            return facts.stream()
                    .filter(fact -> fact.population() == population)
                    .filter(fact -> !fact.month().isAfter(through))
                    .toList();
        }

        @Override
        public void close(Batch batch) {
            closed.computeIfAbsent(population, _ -> new ArrayList<>()).add(batch);
            if (batch.hasGroups()) facts.removeAll(waiting(batch.period().to()));
        }
    }
}
