package org.liaison.gateway;

import java.time.Instant;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.liaison.gateway.Copies.NewCopy;
import org.liaison.message.AuthorityCode;
import org.liaison.message.Bytes;
import org.liaison.message.CaseId;
import org.liaison.message.MessageId;
import org.liaison.message.Slip;
import org.liaison.message.StrictJson;
import org.liaison.statistics.CodedFact;
import org.liaison.statistics.Coding;
import org.liaison.statistics.Population;
import org.liaison.statistics.Refusal;
import org.liaison.statistics.Variable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.node.ObjectNode;

/// Coded facts as rows. A fact is written in the transaction that stores the message it comes from.
///
/// It is not under the key of its case and outlives it: it holds codes, a month and a pseudonym. See
/// `services/statistics/DESIGN.md` for why that is no content.
final class CodedFacts {

    private static final String LOCK = "statistics ";

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Vault vault;
    private final CasebookInPostgres cases;

    CodedFacts(JdbcClient database, TransactionTemplate transaction, Vault vault, CasebookInPostgres cases) {
        this.database = database;
        this.transaction = transaction;
        this.vault = vault;
        this.cases = cases;
    }

    /// What this copy tells, if anything. Facts about a population wait while its period is being closed.
    void note(NewCopy copy) {
        Slip slip = copy.slip();
        if (copy.letter().isEmpty() || !Coding.counts(slip.kind().code())) return;
        Bytes form = copy.letter().get().form();
        boolean sent = copy.direction().equals("OUT");
        Optional<CodedFact> begun = sent ? Coding.begin(slip, form, unit(slip.caseId())) : Optional.empty();
        if (begun.isPresent()) insert(begun.get());
        else if (!sent || Coding.opens(slip.kind().code()).isEmpty()) complete(slip, form, copy.owner());
    }

    /// An adult refused a referral; this is all that is kept of it. In a transaction of its own, for the lock lasts as
    /// long as that: without one, a period closed between lock and row would count without the row and destroy it.
    void note(Refusal refusal) {
        transaction.executeWithoutResult(
                _ -> insert(refusal.fact(UUID.randomUUID().toString())));
    }

    private void insert(CodedFact fact) {
        shareLock(fact.population());
        database.sql("insert into statistics_facts (population, unit, month, codes) values (?, ?, ?, ?)"
                        + " on conflict do nothing")
                .params(fact.population().name(), fact.unit(), fact.month().toString(), write(fact))
                .update();
    }

    private void complete(Slip slip, Bytes form, AuthorityCode owner) {
        Optional<Opening> opening = opening(slip.caseId(), owner);
        if (opening.isEmpty()) return;
        shareLock(opening.get().population());
        find(opening.get().population(), unit(slip.caseId()))
                .map(fact -> Coding.complete(fact, slip, form, opening.get().created(), due(opening.get(), owner)))
                .ifPresent(
                        fact -> database.sql("update statistics_facts set codes = ? where population = ? and unit = ?")
                                .params(write(fact), fact.population().name(), fact.unit())
                                .update());
    }

    /// The message with which this authority opened the case. Absent for whoever was asked: they do not count it.
    private record Opening(MessageId id, Population population, Instant created, Optional<Instant> due) {}

    private Optional<Opening> opening(CaseId caseId, AuthorityCode owner) {
        return database
                .sql("select message_id, kind, created, due from messages where case_id = ? and authority = ?"
                        + " and direction = 'OUT' order by message_id")
                .params(caseId.toString(), owner.toString())
                .query((row, n) -> {
                    MessageId id = new MessageId(row.getObject("message_id", UUID.class));
                    Instant created = Rows.instant(row, "created");
                    Optional<Instant> due = Rows.optionalInstant(row, "due");
                    return Coding.opens(row.getString("kind"))
                            .map(population -> new Opening(id, population, created, due));
                })
                .list()
                .stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Instant> due(Opening opening, AuthorityCode owner) {
        return cases.form(opening.id(), owner)
                .map(form -> Coding.due(form, opening.due()))
                .orElse(opening.due());
    }

    private Optional<CodedFact> find(Population population, String unit) {
        return database.sql("select unit, month, codes from statistics_facts where population = ? and unit = ?"
                        + " for update")
                .params(population.name(), unit)
                .query((row, n) -> read(population, row.getString(1), row.getString(2), row.getString(3)))
                .optional();
    }

    List<CodedFact> waiting(Population population, YearMonth through) {
        return database.sql("select unit, month, codes from statistics_facts where population = ? and month <= ?")
                .params(population.name(), through.toString())
                .query((row, n) -> read(population, row.getString(1), row.getString(2), row.getString(3)))
                .list();
    }

    String unit(CaseId caseId) {
        return vault.pseudonym("statistics/" + caseId);
    }

    private void shareLock(Population population) {
        lock("pg_advisory_xact_lock_shared", population);
    }

    /// Until the transaction ends nobody writes a fact of this population.
    void lock(Population population) {
        lock("pg_advisory_xact_lock", population);
    }

    private void lock(String kind, Population population) {
        database.sql("select " + kind + "(hashtextextended(?, 0))")
                .param(LOCK + population)
                .query((row, n) -> 0)
                .single();
    }

    private static String write(CodedFact fact) {
        ObjectNode json = StrictJson.MAPPER.createObjectNode();
        ObjectNode codes = json.putObject("codes");
        fact.values().forEach((variable, code) -> codes.put(variable.name(), code));
        return StrictJson.write(json).utf8();
    }

    private static CodedFact read(Population population, String unit, String month, String codes) {
        Map<Variable, String> values = new EnumMap<>(Variable.class);
        StrictJson.MAPPER
                .readTree(codes)
                .path("codes")
                .properties()
                .forEach(code -> values.put(
                        Variable.valueOf(code.getKey()), code.getValue().asString()));
        return new CodedFact(population, unit, YearMonth.parse(month), values);
    }
}
