package org.liaison.hub;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.liaison.console.port.Quarantine;
import org.liaison.message.Bytes;
import org.liaison.message.Frames;
import org.liaison.message.Priority;
import org.liaison.message.Slip;

/// A hub with [#SPOILT] messages in quarantine, and those who operate it.
///
/// Ada operates and invites, Ben operates, Cleo audits, Dan administers and nothing else.
final class Crew implements AutoCloseable {

    static final int SPOILT = 14;

    private static final Bytes CONTENT = Bytes.ofUtf8("sealed");

    final Town town;
    final HubProgram.Running hub;
    final Guest ada;
    final Guest ben;
    final Guest cleo;
    final Guest dan;
    /// Tokens of theirs.
    final String adas;
    final String bens;
    final String cleos;
    final String dans;
    /// What came to the webhook of the alerts.
    final List<String> told = new CopyOnWriteArrayList<>();

    private final HttpServer webhook;

    Crew(Path folder) throws Exception {
        webhook = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        webhook.createContext("/", exchange -> {
            told.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        webhook.start();
        town = Town.found(folder);
        Files.writeString(
                town.hubConfiguration(),
                town.configuration("broker: {port: 0}\n  console: {port: " + Guest.freePort()
                        + "}\n  alerts: {webhook: {url: \"http://127.0.0.1:"
                        + webhook.getAddress().getPort() + "/\"}}"));
        SpoiltBook book = new SpoiltBook();
        hub = HubProgram.start(town.hubConfiguration(), HubProgram.Logging.LEFT_ALONE, book);
        spoil(book);
        ada = new Guest(hub);
        ada.enrolFirst("ada");
        ada.become("OFFICER,ADMINISTRATOR");
        ben = ada.invite("ben", "OFFICER");
        cleo = ada.invite("cleo", "AUDITOR");
        dan = ada.invite("dan", "ADMINISTRATOR");
        adas = ada.accessToken("a");
        bens = ben.accessToken("b");
        cleos = cleo.accessToken("c");
        dans = dan.accessToken("d");
    }

    private void spoil(SpoiltBook book) throws Exception {
        try (Visitor sender = Visitor.with(town, hub.brokerPort(), Town.GATEWAY_XC)) {
            for (int i = 0; i < SPOILT; i++) {
                Slip slip = town.slip(CONTENT, Priority.ROUTINE);
                sender.send("intake.gateway-xc", slip.id().toString(), Frames.write(town.envelope(slip, CONTENT)));
            }
            OperationsTest.await(() -> lying().size() == SPOILT);
        }
        book.mend();
    }

    /// The messages in quarantine.
    List<String> lying() {
        return ((Quarantine.Reading.Read) hub.views().quarantine().all())
                .groups().stream()
                        .flatMap(group -> group.items().stream())
                        .map(Quarantine.Item::id)
                        .sorted()
                        .toList();
    }

    @Override
    public void close() {
        hub.close();
        webhook.stop(0);
    }
}
