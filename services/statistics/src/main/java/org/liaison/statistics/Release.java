package org.liaison.statistics;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.liaison.message.Bytes;
import org.liaison.message.Reading;
import org.liaison.message.StrictJson;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Figures that may be seen by everybody, and the only way in which any leave. Made by a [Gate], or read from what one
/// made. The same query about the same closed periods gives the same release for ever.
public final class Release {

    static final String FORMAT = "liaison-statistics-1";

    private final String source;
    private final Population population;
    private final Period period;
    private final Terms terms;
    private final long total;
    private final List<Table> tables;

    private Release(String source, Population population, Period period, Terms terms, long total, List<Table> tables) {
        if (source.isEmpty()) throw new IllegalArgumentException("a release says where it comes from");
        this.source = source;
        this.population = population;
        this.period = period;
        this.terms = terms;
        this.total = total;
        this.tables = List.copyOf(tables);
        Stream.concat(
                        Stream.of(total),
                        tables.stream().flatMap(table -> table.cells().stream().map(Table.Cell::count)))
                .forEach(count -> {
                    if (count < 0 || count % terms.step() != 0)
                        throw new IllegalArgumentException("a released figure is a multiple of " + terms.step());
                });
    }

    static Release of(String source, Query query, List<Batch> batches, Terms terms) {
        List<List<Variable>> wanted = new ArrayList<>();
        if (!query.by().isEmpty()) wanted.add(query.by());
        wanted.addAll(query.population().matrices());
        query.population().variables().forEach(variable -> wanted.add(List.of(variable)));
        List<Group> everyone = batches.stream()
                .flatMap(batch -> batch.panels().getFirst().stream())
                .toList();
        return new Release(
                source,
                query.population(),
                query.period(),
                terms,
                Table.of(List.of(), everyone, terms).cells().stream()
                        .mapToLong(Table.Cell::count)
                        .sum(),
                wanted.stream()
                        .distinct()
                        .map(by -> Table.of(by, panelOf(query.population(), by, batches), terms))
                        .toList());
    }

    private static List<Group> panelOf(Population population, List<Variable> by, List<Batch> batches) {
        int panel = 0;
        while (!population.panels().get(panel).containsAll(by)) panel++;
        int found = panel;
        return batches.stream()
                .flatMap(batch -> batch.panels().get(found).stream())
                .toList();
    }

    /// Which gateway, or the hub.
    public String source() {
        return source;
    }

    public Population population() {
        return population;
    }

    public Period period() {
        return period;
    }

    public Terms terms() {
        return terms;
    }

    /// How many in all, rounded down; 0 where there were too few to say.
    public long total() {
        return total;
    }

    /// The table asked for, then those that every release has.
    public List<Table> tables() {
        return tables;
    }

    public List<Indicator> indicators() {
        return Indicator.of(population, total, tables);
    }

    /// What a reader must know before reading a figure.
    public String statement() {
        return "Counted are " + population.meaning() + ". A figure is shown from " + terms.k()
                + " cases on and rounded down to a multiple of " + terms.step()
                + "; a combination that is missing was nobody's or had fewer. " + Variable.WITHHELD
                + " is both not stated and withheld. Cells need not add up to the total. Cases of an earlier time that"
                + " were too few to be shown then are counted here.";
    }

    public Bytes toJson() {
        ObjectNode json = StrictJson.MAPPER.createObjectNode();
        json.put("format", FORMAT);
        json.put("source", source);
        json.put("population", population.title());
        json.put("from", period.from().toString());
        json.put("to", period.to().toString());
        json.put("k", terms.k());
        json.put("step", terms.step());
        json.put("total", total);
        ArrayNode all = json.putArray("tables");
        for (Table table : tables) {
            ObjectNode one = all.addObject();
            ArrayNode by = one.putArray("by");
            table.by().forEach(variable -> by.add(variable.title()));
            ArrayNode cells = one.putArray("cells");
            for (Table.Cell cell : table.cells()) {
                ObjectNode figure = cells.addObject();
                ArrayNode codes = figure.putArray("codes");
                cell.codes().forEach(codes::add);
                figure.put("count", cell.count());
            }
        }
        json.put("statement", statement());
        return StrictJson.write(json);
    }

    public static Reading<Release> read(Bytes json) {
        return StrictJson.read(json, "release", release -> {
            if (!release.text("format").equals(FORMAT))
                throw new IllegalArgumentException("release: this program reads " + FORMAT + " only");
            Population population = release.as("population", Population::named);
            release.text("statement");
            return new Release(
                    release.text("source"),
                    population,
                    new Period(release.as("from", YearMonth::parse), release.as("to", YearMonth::parse)),
                    new Terms(
                            Math.toIntExact(release.number("k")),
                            Math.toIntExact(release.number("step")),
                            Terms.STANDARD.attributes(),
                            Terms.STANDARD.months(),
                            Terms.STANDARD.settling()),
                    release.number("total"),
                    release.objects("tables").stream()
                            .map(table -> table(table, population))
                            .toList());
        });
    }

    private static Table table(StrictJson json, Population population) {
        List<Variable> by = json.listAs("by", title -> Variable.named(title, population));
        Table table = new Table(
                by,
                json.objects("cells").stream()
                        .map(cell -> {
                            Table.Cell one = new Table.Cell(cell.texts("codes"), cell.number("count"));
                            cell.nothingElse();
                            return one;
                        })
                        .toList());
        json.nothingElse();
        for (Table.Cell cell : table.cells())
            for (int i = 0; i < by.size(); i++)
                if (!by.get(i).accepts(cell.codes().get(i)))
                    throw new IllegalArgumentException(
                            "release: not a code of " + by.get(i).title());
        return table;
    }
}
