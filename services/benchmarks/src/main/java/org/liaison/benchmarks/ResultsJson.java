package org.liaison.benchmarks;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The results for a program: one JSON document.
final class ResultsJson {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private ResultsJson() {}

    static String of(Results results) {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("sound", results.isSound());
        json.put("seconds", results.seconds());
        circumstances(json.putObject("circumstances"), results.circumstances());
        ArrayNode paths = json.putArray("paths");
        for (Measured path : results.paths()) path(paths.addObject(), path, results.circumstances());
        ArrayNode steps = json.putArray("steps");
        for (Step step : results.steps())
            steps.addObject()
                    .put("program", step.place())
                    .put("step", step.name())
                    .put("timesPerMessage", step.times())
                    .put("perCpuSecond", step.perSecond())
                    .put("cpuMicrosPerMessage", step.microsPerMessage());
        ArrayNode tallies = json.putArray("tallies");
        for (Tally tally : results.tallies())
            tallies.addObject()
                    .put("path", tally.path())
                    .put("sent", tally.sent())
                    .put("arrived", tally.arrived())
                    .put("lost", tally.lost())
                    .put("twice", tally.twice())
                    .put("evidenceVerified", tally.verified())
                    .put("unproven", tally.unproven());
        ObjectNode peaks = json.putObject("peakJavaMebibytes");
        results.peakMebibytes().forEach(peaks::put);
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(json);
    }

    private static void circumstances(ObjectNode json, Results.Circumstances at) {
        json.put("payloadBytes", at.payloadBytes());
        json.put("sealedBytes", at.sealedBytes());
        json.put("suite", at.suite());
        json.put("cores", at.cores());
        json.put("loadAverageBefore", at.load());
        json.put("java", at.java());
        json.put("signatures", at.seals());
        ArrayNode options = json.putArray("javaOptions");
        at.javaOptions().forEach(options::add);
    }

    private static void path(ObjectNode json, Measured path, Results.Circumstances at) {
        Round median = path.median();
        json.put("path", path.path());
        json.put("definition", path.definition());
        json.put("payloadBytes", at.payloadBytes());
        json.put("senders", path.senders());
        json.put("messages", median.messages());
        json.put("messagesPerSecond", median.messagesPerSecond());
        json.put("p50Millis", median.p50Millis());
        json.put("p99Millis", median.p99Millis());
        ObjectNode cpu = json.putObject("cpuSecondsPerMessage");
        for (String program : median.programs()) {
            CpuTime each = median.cpuPerMessage(program);
            cpu.putObject(program)
                    .put("java", each.java())
                    .put("compiler", each.compiler())
                    .put("postgresql", each.postgresql());
        }
        ArrayNode rounds = json.putArray("rounds");
        for (Round round : path.rounds())
            rounds.addObject()
                    .put("messages", round.messages())
                    .put("seconds", round.seconds())
                    .put("messagesPerSecond", round.messagesPerSecond());
    }
}
