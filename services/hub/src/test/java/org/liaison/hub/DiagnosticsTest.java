package org.liaison.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.liaison.console.alert.Found;
import org.liaison.console.alert.Rule;

/// The bundle that an operator gives to somebody who is to help.
class DiagnosticsTest extends ConsoleCrew {

    private static final String CHECKPOINTS = "hub-checkpoint-watch";

    DiagnosticsTest(Crew crew) {
        super(crew);
    }

    /// With a name, words and paths that would stand out.
    @Test
    void a_diagnostics_bundle_names_nobody_and_quotes_nobody() throws Exception {
        String name = "zenobia.quillfeather";
        String words = "because Xanthippe Mirabeau asked for it";
        Guest zenobia = ada.invite(name, "OFFICER");
        String token = zenobia.accessToken("wolpertinger");
        assertThat(post(token, "/routes/" + CHECKPOINTS + "/pause", "{\"minutes\":5,\"why\":\"" + words + "\"}")
                        .status())
                .isEqualTo(200);
        hub.part(AlertRows.class).seen(new Found(Rule.LOG_BROKEN, List.of(crew.town.folder.toString())), Instant.now());
        hub.part(AlertRows.class)
                .acknowledge(
                        "LOG_BROKEN " + crew.town.folder, new org.liaison.console.port.Operator(name), Instant.now());
        try (Visitor reporting = Visitor.with(crew.town, hub.brokerPort(), Town.GATEWAY_XA)) {
            reporting.send(
                    "reports.gateway-xa",
                    "report",
                    ReportsTest.report(Town.GATEWAY_XA, Instant.now()).toJson());
            OperationsTest.await(() -> hub.views().gateways().all().stream()
                    .anyMatch(gateway -> gateway.last().isPresent()));
        }
        assertThat(post(token, "/gateways/gateway-xc/test", "").status()).isEqualTo(200);
        HttpResponse<InputStream> page = zenobia.download("/diagnostics", "/diagnostics");
        assertThat(page.headers().firstValue("Content-Type")).contains("application/zip");
        Map<String, String> files = unzipped(page.body());
        post(token, "/routes/" + CHECKPOINTS + "/resume", "{\"why\":\"" + words + "\"}");

        assertThat(notes()).contains("Make a diagnostics bundle; by " + name).anyMatch(note -> note.contains(words));
        assertThat(files.keySet())
                .contains(
                        "program.json",
                        "settings.json",
                        "health.json",
                        "routes.json",
                        "gateways.json",
                        "mailboxes.json",
                        "quarantine.json",
                        "traffic.json",
                        "snapshots.json",
                        "certificates.json",
                        "log.json",
                        "events.json",
                        "changes.json",
                        "alerts.json",
                        "threads.txt");
        assertThat(files.values()).noneMatch(text -> text.contains("\"unread\""));
        assertThat(files.get("routes.json")).contains(CHECKPOINTS, "pausedUntil");
        assertThat(files.get("gateways.json"))
                .contains("gateway-dispatch", "BrokerUnreachable", "\"gateway-xc\"", "NOT_CONNECTED");
        assertThat(files.get("settings.json"))
                .contains("\"hub.alerts.disk-percent\" : \"10\"", "\"hub.trust\" : \"set\"");
        assertThat(files.get("changes.json")).contains("OPERATOR_ACTION");
        assertThat(files.get("alerts.json")).contains("LOG_BROKEN");
        List<String> forbidden = new ArrayList<>(List.of(
                name,
                "zenobia",
                "wolpertinger",
                "Xanthippe",
                words,
                crew.town.folder.toString(),
                System.getProperty("user.home")));
        crew.town.directory().authorities().forEach(authority -> {
            forbidden.add(authority.contact().phone());
            forbidden.add(authority.contact().email());
            forbidden.add(authority.contact().officeHours());
            forbidden.add(authority.name());
        });
        files.forEach((file, text) -> forbidden.forEach(never ->
                assertThat(text.toLowerCase(Locale.ROOT)).as(file).doesNotContain(never.toLowerCase(Locale.ROOT))));
    }

    private static Map<String, String> unzipped(InputStream bytes) throws Exception {
        Map<String, String> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(bytes)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry())
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
        }
        return files;
    }
}
