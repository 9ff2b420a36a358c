package org.liaison.cli;

import java.util.Map;
import org.liaison.statistics.Release;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "release",
        description = {
            "Release figures of one gateway about whole months, and close those months for ever.",
            "",
            "The token must act for all authorities of the gateway."
        })
final class StatisticsRelease extends DeskCommand {

    @Option(
            names = "--of",
            paramLabel = "WHAT",
            defaultValue = "referral",
            description = "referral (default), assistance or refusal.")
    private String of = "";

    @Mixin
    private final FigureQuestion asked = new FigureQuestion();

    @Mixin
    private final Figures output = new Figures();

    @Override
    public Integer call() {
        Map<String, String> fields = asked.fields();
        fields.put("of", of);
        var answer = FigureQuestion.only(connection.sites())
                .desk()
                .post("/api/v1/statistics/releases" + FigureQuestion.query(fields));
        Release release = Figures.read(answer.body(), "What the gateway answered");
        if (asJson) output.asJson();
        output.give(release, paper());
        return Exit.OK;
    }
}
