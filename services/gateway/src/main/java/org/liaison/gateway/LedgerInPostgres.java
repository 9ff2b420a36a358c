package org.liaison.gateway;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.liaison.message.AuthorityCode;
import org.liaison.message.Bytes;
import org.liaison.message.CaseId;
import org.liaison.statistics.Batch;
import org.liaison.statistics.CodedFact;
import org.liaison.statistics.Coding;
import org.liaison.statistics.Ledger;
import org.liaison.statistics.Period;
import org.liaison.statistics.Population;
import org.liaison.statistics.Release;
import org.liaison.statistics.Variable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Where facts wait until their period is closed, and closed periods for ever.
final class LedgerInPostgres implements Ledger {

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final CodedFacts facts;

    LedgerInPostgres(Records records, CodedFacts facts) {
        this.database = records.database();
        this.transaction = records.transaction();
        this.facts = facts;
    }

    @Override
    public <T> T alone(Population population, Function<Page, T> work) {
        return transaction.execute(_ -> {
            facts.lock(population);
            return work.apply(new OnePage(population));
        });
    }

    /// What was released, for whoever asks one day who knew what.
    void note(Release release, List<Variable> by, Collection<AuthorityCode> askedBy, Instant now) {
        database.sql("insert into statistics_releases (id, released_at, asked_by, population, from_month, to_month,"
                        + " variables, sha256) values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        UUID.randomUUID(),
                        Rows.time(now),
                        Rows.texts(askedBy),
                        release.population().name(),
                        release.period().from().toString(),
                        release.period().to().toString(),
                        by.stream().map(Variable::title).toArray(String[]::new),
                        release.toJson().sha256().toHex())
                .update();
    }

    List<Period> periods(Population population) {
        return closed(population).stream().map(Batch::period).toList();
    }

    private List<Batch> closed(Population population) {
        return database.sql("select groups from statistics_periods where population = ? order by from_month")
                .param(population.name())
                .query((row, n) -> Batch.read(Bytes.ofUtf8(row.getString(1))))
                .list();
    }

    private final class OnePage implements Page {

        private final Population population;

        OnePage(Population population) {
            this.population = population;
        }

        @Override
        public List<Batch> closed() {
            return LedgerInPostgres.this.closed(population);
        }

        /// With what the evidence says by now; without the cases whose opening message nobody took.
        @Override
        public List<CodedFact> waiting(YearMonth through) {
            if (!population.variables().contains(Variable.DELIVERY)) return facts.waiting(population, through);
            Map<String, Delivery> deliveries = deliveries();
            return facts.waiting(population, through).stream()
                    .flatMap(fact -> Optional.ofNullable(deliveries.get(fact.unit())).stream()
                            .filter(delivery -> !delivery.unheard())
                            .map(delivery -> fact.with(Map.of(Variable.DELIVERY, delivery.code()))))
                    .toList();
        }

        @Override
        public void close(Batch batch) {
            database.sql("insert into statistics_periods (population, from_month, to_month, closed_at, groups)"
                            + " values (?, ?, ?, ?, ?)")
                    .params(
                            population.name(),
                            batch.period().from().toString(),
                            batch.period().to().toString(),
                            Rows.time(batch.closed()),
                            batch.toJson().utf8())
                    .update();
            if (batch.hasGroups())
                database.sql("delete from statistics_facts where population = ? and month <= ?")
                        .params(population.name(), batch.period().to().toString())
                        .update();
        }

        private Map<String, Delivery> deliveries() {
            Map<String, Delivery> deliveries = new HashMap<>();
            database.sql("select m.case_id, bool_and(p.state in ('HANDED_OVER', 'OPENED')) as complete,"
                            + " bool_and(p.state in ('REJECTED', 'FAILED')) filter (where m.kind = any(?)) as unheard"
                            + " from messages m join passages p using (message_id, authority)"
                            + " where m.direction = 'OUT' group by m.case_id, m.authority"
                            + " having count(*) filter (where m.kind = any(?)) > 0")
                    .params(openings(), openings())
                    .query((row, n) -> deliveries.put(
                            facts.unit(new CaseId(row.getString("case_id"))),
                            new Delivery(row.getBoolean("complete"), row.getBoolean("unheard"))))
                    .list();
            return deliveries;
        }

        private String[] openings() {
            Set<String> kinds = Coding.openings(population);
            return kinds.toArray(String[]::new);
        }
    }

    private record Delivery(boolean complete, boolean unheard) {
        String code() {
            return complete ? "COMPLETE" : "INCOMPLETE";
        }
    }
}
