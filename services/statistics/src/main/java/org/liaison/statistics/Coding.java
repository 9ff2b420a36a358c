package org.liaison.statistics;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.liaison.message.Bytes;
import org.liaison.message.Slip;

/// From messages to coded facts: a table. A further kind is a further row.
///
/// Only the side that opened a case counts it, so that no case is counted twice in the world: what
/// it sends opens the fact, what it is answered completes it. A form that cannot be read, or a
/// field that holds no code of the list, leaves the value unstated; counting never keeps a message
/// from going.
public final class Coding {

    private enum Keep {
        FIRST,
        LAST
    }

    /// What one kind of message says about one variable of its case.
    private record Row(
            Population population,
            String kind,
            Variable variable,
            Keep keep,
            BiPredicate<CodedFact, Told> where,
            Function<Told, String> code) {}

    /// The kinds that open what is counted. A notice to police or prosecutors has a `view` and opens nothing.
    private static final Map<String, Population> OPENINGS = Map.of(
            "REF-REQ", Population.REFERRAL, "MLA-REQ", Population.ASSISTANCE, "MLA-ORALCONF", Population.ASSISTANCE);

    private static final List<Row> ROWS = List.of(
            referral("REF-REQ", Variable.SEX, Keep.FIRST, told -> told.text("/person/sex")),
            referral("REF-REQ", Variable.MAJORITY, Keep.FIRST, Told::majority),
            referral("REF-REQ", Variable.AGE, Keep.FIRST, Told::ageBand),
            referral("REF-REQ", Variable.EXPLOITATION, Keep.FIRST, told -> told.one("/account/purposes", "")),
            referral("REF-REQ", Variable.GUARDIAN, Keep.FIRST, Told::guardian),
            referral("REF-REQ", Variable.CITIZENSHIP, Keep.FIRST, told -> told.one("/person/citizenships", "")),
            referral("REF-REQ", Variable.ORIGIN, Keep.FIRST, told -> told.country("ORIGIN")),
            referral("REF-REQ", Variable.DESTINATION, Keep.FIRST, told -> told.country("DESTINATION")),
            referral("REF-REQ", Variable.TRANSIT, Keep.FIRST, Coding::transit),
            referral("REF-REQ", Variable.REFERRAL_DECISION, Keep.FIRST, _ -> "OPEN"),
            referral("REF-ACK", Variable.ACK_TIME, Keep.FIRST, Told::time),
            referral("REF-DEC", Variable.REFERRAL_DECISION, Keep.LAST, told -> told.text("/decision")),
            referral("REF-DEC", Variable.DECLINE_REASON, Keep.LAST, told -> told.text("/reason")),
            referral("REF-DEC", Variable.DECISION_TIME, Keep.FIRST, Told::time),
            referral("REF-ARRIVED", Variable.ARRIVAL_TIME, Keep.FIRST, told -> told.timeUntil("/arrivedAt")),
            withdrawal(),
            referral("REF-CANCEL", Variable.REFERRAL_DECISION, Keep.LAST, _ -> "CANCELLED"),
            assistance("MLA-REQ", Variable.ASSISTANCE_TYPE, Keep.FIRST, told -> told.one("/assistance", "type")),
            assistance("MLA-REQ", Variable.OFFENCE, Keep.FIRST, told -> told.one("/offences", "code")),
            assistance("MLA-REQ", Variable.MLA_DECISION, Keep.FIRST, _ -> "OPEN"),
            assistance("MLA-REQ", Variable.POSTPONED, Keep.FIRST, _ -> "NO"),
            assistance("MLA-ORALCONF", Variable.MLA_DECISION, Keep.FIRST, _ -> "OPEN"),
            assistance("MLA-ORALCONF", Variable.POSTPONED, Keep.FIRST, _ -> "NO"),
            assistance("MLA-ACK", Variable.ACK_TIME, Keep.FIRST, Told::time),
            assistance("MLA-DEC", Variable.MLA_DECISION, Keep.LAST, told -> told.text("/decision")),
            assistance("MLA-DEC", Variable.GROUND, Keep.LAST, told -> told.text("/ground")),
            assistance("MLA-DEC", Variable.DECISION_TIME, Keep.FIRST, Told::time),
            assistance("MLA-POST", Variable.POSTPONED, Keep.LAST, _ -> "YES"),
            assistance("MLA-RET", Variable.MLA_DECISION, Keep.LAST, _ -> "RETURNED"),
            assistance("MLA-WDR", Variable.MLA_DECISION, Keep.LAST, _ -> "WITHDRAWN"),
            assistance("MLA-CHG", Variable.MLA_DECISION, Keep.LAST, _ -> "SUPERSEDED"),
            assistance("MLA-IMPOSS", Variable.MLA_DECISION, Keep.LAST, _ -> "IMPOSSIBLE"),
            ending(Variable.RESULT_TIME, Told::time),
            ending(Variable.ON_TIME, Told::onTime));

    private Coding() {}

    private static Row referral(String kind, Variable variable, Keep keep, Function<Told, String> code) {
        return new Row(Population.REFERRAL, kind, variable, keep, (_, _) -> true, code);
    }

    private static Row assistance(String kind, Variable variable, Keep keep, Function<Told, String> code) {
        return new Row(Population.ASSISTANCE, kind, variable, keep, (_, _) -> true, code);
    }

    /// Consent withdrawn before the arrival ends the referral; after it, assistance goes on.
    private static Row withdrawal() {
        return new Row(
                Population.REFERRAL,
                "REF-CONSENT",
                Variable.REFERRAL_DECISION,
                Keep.LAST,
                (fact, told) -> told.text("/change").equals("WITHDRAWN")
                        && fact.value(Variable.ARRIVAL_TIME).equals(Variable.WITHHELD),
                _ -> "CANCELLED");
    }

    /// Only the final result ends the clock.
    private static Row ending(Variable variable, Function<Told, String> code) {
        return new Row(
                Population.ASSISTANCE,
                "MLA-RES",
                variable,
                Keep.FIRST,
                (_, told) -> told.form().path("final").asBoolean(false),
                code);
    }

    private static String transit(Told told) {
        String transit = told.country("TRANSIT");
        return transit.isEmpty() && !told.form().at("/countries").isEmpty() ? Codes.NONE : transit;
    }

    /// The kind of message, for one who looks for its case's opening.
    public static Optional<Population> opens(String kind) {
        return Optional.ofNullable(OPENINGS.get(kind));
    }

    public static Set<String> openings(Population population) {
        return OPENINGS.entrySet().stream()
                .filter(opening -> opening.getValue() == population)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /// Whether any row looks at this kind.
    public static boolean counts(String kind) {
        return ROWS.stream().anyMatch(row -> row.kind.equals(kind));
    }

    /// The fact that an outgoing message begins, if it is one that does.
    public static Optional<CodedFact> begin(Slip slip, Bytes form, String unit) {
        Told told = Told.of(form, slip.created(), slip.created(), slip.due());
        Population population = OPENINGS.get(slip.kind().code());
        if (population == null || told.form().has("view")) return Optional.empty();
        Map<Variable, String> values = new EnumMap<>(Variable.class);
        if (population == Population.ASSISTANCE) {
            List<String> asked = slip.to().stream()
                    .map(authority -> authority.country().code())
                    .distinct()
                    .toList();
            values.put(Variable.ASKED, asked.size() > 1 ? Codes.SEVERAL : asked.getFirst());
        }
        CodedFact fact =
                new CodedFact(population, unit, YearMonth.from(slip.created().atOffset(ZoneOffset.UTC)), values);
        return Optional.of(fact.with(values(fact, slip.kind().code(), told)));
    }

    /// The same fact after a further message of its case.
    public static CodedFact complete(CodedFact fact, Slip slip, Bytes form, Instant opened, Optional<Instant> due) {
        Told told = Told.of(form, slip.created(), opened, due);
        return fact.with(values(fact, slip.kind().code(), told));
    }

    /// By when the opening message asks for the result: the form's date with its reasons, else what the slip says.
    public static Optional<Instant> due(Bytes form, Optional<Instant> slipDue) {
        return Told.endOf(Told.of(form, Instant.EPOCH, Instant.EPOCH, slipDue).text("/deadline/date"))
                .or(() -> slipDue);
    }

    private static Map<Variable, String> values(CodedFact fact, String kind, Told told) {
        Map<Variable, String> values = new EnumMap<>(Variable.class);
        for (Row row : ROWS) {
            if (row.population != fact.population() || !row.kind.equals(kind) || !row.where.test(fact, told)) continue;
            if (row.keep == Keep.FIRST && !fact.value(row.variable).equals(Variable.WITHHELD)) continue;
            values.put(row.variable, row.variable.only(row.code.apply(told)));
        }
        return values;
    }
}
