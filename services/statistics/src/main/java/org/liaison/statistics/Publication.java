package org.liaison.statistics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Released figures as files: CSV with a data dictionary, and a page that a person reads.
///
/// The CSV is RFC 4180; codes hold nothing that needs quoting, meanings are quoted.
public final class Publication {

    private static final String END = "\r\n";

    private Publication() {}

    /// File names and what goes into them.
    public static Map<String, String> csv(Release release) {
        Map<String, String> files = new LinkedHashMap<>();
        String source = release.source();
        files.put("release.json", release.toJson().utf8() + "\n");
        files.putAll(tables(source, release.population(), release.period(), release.tables()));
        files.put("indicators.csv", indicators(source, release.period(), release.indicators()));
        files.put("dictionary.csv", dictionary(release.population()));
        files.put("README.txt", readable(release));
        return files;
    }

    public static Map<String, String> csv(Report report) {
        Map<String, String> files = new LinkedHashMap<>();
        files.putAll(tables("all", report.population(), report.period(), report.tables()));
        files.put("indicators.csv", indicators("all", report.period(), report.indicators()));
        files.put("dictionary.csv", dictionary(report.population()));
        files.put("README.txt", readable(report));
        return files;
    }

    private static Map<String, String> tables(String source, Population population, Period period, List<Table> tables) {
        Map<String, String> files = new LinkedHashMap<>();
        for (Table table : tables) {
            List<String> titles = table.by().stream().map(Variable::title).toList();
            StringBuilder csv =
                    new StringBuilder("source,population,from,to," + String.join(",", titles) + ",count" + END);
            for (Table.Cell cell : table.cells())
                csv.append(String.join(
                                ",",
                                source,
                                population.title(),
                                period.from().toString(),
                                period.to().toString(),
                                String.join(",", cell.codes()),
                                Long.toString(cell.count())))
                        .append(END);
            files.put(population.title() + "-by-" + String.join("-", titles) + ".csv", csv.toString());
        }
        return files;
    }

    private static String indicators(String source, Period period, List<Indicator> indicators) {
        StringBuilder csv = new StringBuilder("source,from,to,indicator,value,meaning" + END);
        for (Indicator indicator : indicators)
            csv.append(String.join(
                            ",",
                            source,
                            period.from().toString(),
                            period.to().toString(),
                            indicator.name(),
                            quoted(indicator.value().orElse(Variable.WITHHELD)),
                            quoted(indicator.meaning())))
                    .append(END);
        return csv.toString();
    }

    /// Every variable and code, its meaning, and the paragraph of the domain reference it is from.
    public static String dictionary(Population population) {
        StringBuilder csv = new StringBuilder("population,variable,code,meaning,source" + END);
        for (Variable variable : population.variables()) {
            row(csv, population, variable, "", variable.meaning());
            variable.codes().meanings().forEach((code, meaning) -> row(csv, population, variable, code, meaning));
            if (!variable.codes().shapeMeans().isEmpty())
                row(csv, population, variable, "...", variable.codes().shapeMeans());
            row(csv, population, variable, Variable.WITHHELD, variable.meaning(Variable.WITHHELD));
        }
        return csv.toString();
    }

    private static void row(StringBuilder csv, Population population, Variable variable, String code, String meaning) {
        csv.append(String.join(
                        ",", population.title(), variable.title(), code, quoted(meaning), quoted(variable.source())))
                .append(END);
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    public static String readable(Release release) {
        return page(
                "%ss, %s, released by %s".formatted(release.population().title(), release.period(), release.source()),
                release.statement(),
                release.indicators(),
                release.tables());
    }

    public static String readable(Report report) {
        return page(
                "%ss, %s, all sources".formatted(report.population().title(), report.period()),
                report.statement(),
                report.indicators(),
                report.tables());
    }

    private static String page(String title, String statement, List<Indicator> indicators, List<Table> tables) {
        List<String> lines = new ArrayList<>();
        lines.add(title.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + title.substring(1));
        lines.add("");
        lines.addAll(wrapped(statement));
        lines.add("");
        for (Indicator indicator : indicators)
            lines.add("%-24s %-34s %s"
                    .formatted(indicator.name(), indicator.value().orElse("withheld"), indicator.meaning())
                    .stripTrailing());
        for (Table table : tables) {
            lines.add("");
            lines.add("By "
                    + String.join(", ", table.by().stream().map(Variable::title).toList()));
            for (Table.Cell cell : table.cells())
                lines.add("  %8d  %s".formatted(cell.count(), String.join("; ", table.meanings(cell))));
            if (table.cells().isEmpty()) lines.add("  all withheld");
        }
        return String.join("\n", lines) + "\n";
    }

    private static List<String> wrapped(String text) {
        List<String> rows = new ArrayList<>();
        StringBuilder row = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (row.length() + word.length() > 78) {
                rows.add(row.toString().strip());
                row.setLength(0);
            }
            row.append(word).append(' ');
        }
        rows.add(row.toString().strip());
        return rows;
    }
}
