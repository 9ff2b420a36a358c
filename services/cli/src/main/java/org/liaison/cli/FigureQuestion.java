package org.liaison.cli;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.liaison.rehearsal.client.ClientFile.Site;
import picocli.CommandLine.Option;

/// What is asked, of a gateway or of the hub.
final class FigureQuestion {

    @Option(names = "--from", paramLabel = "MONTH", required = true, description = "First month, like 2026-01.")
    private String from = "";

    @Option(names = "--to", paramLabel = "MONTH", required = true, description = "Last month, like 2026-06.")
    private String to = "";

    @Option(
            names = "--by",
            paramLabel = "VARIABLES",
            split = ",",
            description = "Up to four variables of one table, like sex,ageBroad.")
    private List<String> by = new ArrayList<>();

    Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("from", from);
        fields.put("to", to);
        if (!by.isEmpty()) fields.put("by", String.join(",", by));
        return fields;
    }

    static String query(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "?", ""));
    }

    static Site only(List<Site> sites) {
        if (sites.size() > 1)
            throw new UsageError("Several gateways are known here. Say which one: --url URL, or --as AUTHORITY");
        return sites.getFirst();
    }
}
