package org.liaison.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.liaison.message.Bytes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "record-refusal",
        description = {
            "Count an adult who refused to be referred.",
            "",
            "Sex, citizenship and year are kept, and nothing else: no name, no case, not even who asked."
        })
final class StatisticsRefusal extends DeskCommand {

    @Option(
            names = "--sex",
            required = true,
            description = "0 not known, 1 male, 2 female, 9 not applicable (ISO/IEC 5218).")
    private String sex = "";

    @Option(
            names = "--citizenship",
            required = true,
            description = "Two letters (ISO 3166-1 alpha-2), or -99 where it is not known.")
    private String citizenship = "";

    @Option(names = "--year", required = true, description = "This year or the last.")
    private String year = "";

    @Override
    public Integer call() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("sex", sex);
        fields.put("citizenship", citizenship);
        fields.put("year", year);
        connection.authority().ifPresent(as -> fields.put("as", as.toString()));
        Bytes _ = FigureQuestion.only(connection.sites())
                .desk()
                .post("/api/v1/statistics/refusals" + FigureQuestion.query(fields))
                .body();
        paper().line("Counted. Nothing else was kept.");
        return Exit.OK;
    }
}
